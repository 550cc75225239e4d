"""Arguments and options that commands share."""

from __future__ import annotations

import click

sources_argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
