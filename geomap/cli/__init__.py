"""The command line: parse, call the library, print. Data go to stdout, progress and problems to stderr.

Exit codes: 0 all was read; 1 nothing could be done, and one sentence says why; 2 the command was not
understood; 3 the job was done, but some input was left out.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from geomap import __version__
from geomap.cli.evaluating import evaluate
from geomap.cli.options import json_option, sources_argument
from geomap.cli.printing import (
    EVENT_HEADER,
    MENTION_HEADER,
    event_rows,
    match_fields,
    mention_fields,
    mention_row,
    print_json,
    print_matches,
    print_table,
)
from geomap.cli.running import Run, count, fail
from geomap.errors import GeomapError

if TYPE_CHECKING:
    from geomap.gazetteer.columns import View
    from geomap.model import Match, Resolution

_published = click.option(
    "--published", metavar="DATE", help="Publication day (YYYY-MM-DD) of documents that do not say theirs."
)

_actors = click.option(
    "--actors", metavar="FILE", help="Table of actors to take in place of geomap's, with the same columns."
)


class _Group(click.Group):
    """A group whose commands end with one sentence, not with a traceback, when geomap refuses."""

    def invoke(self, context: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        try:
            return super().invoke(context)
        except GeomapError as error:
            fail(str(error))


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geomap")
def main() -> None:
    """Turn news text into conflict maps that can be trusted."""
    for stream in (sys.stdout, sys.stderr):
        # A console of an old code page shows an escape for what it lacks; it shall not end the run.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


@main.command("map")
@sources_argument
@click.option("-o", "--output", default="maps", show_default=True, metavar="DIR", help="Folder to write to.")
@_published
@_actors
@click.option("--title", metavar="TEXT", help="Title of the page.")
@click.option("--tiles", metavar="NAME|URL", help="Online tiles beside the embedded basemap.")
def map_command(  # noqa: PLR0913 - click hands each option over by name
    *,
    sources: tuple[str, ...],
    output: str,
    published: str | None,
    actors: str | None,
    title: str | None,
    tiles: str | None,
) -> None:
    """Read documents and write DIR/index.html and DIR/events.geojson."""
    from geomap import api, formats
    from geomap.files import make_folder
    from geomap.maps import write
    from geomap.tables import table_from_readings

    folder = make_folder(Path(output))
    run = Run()
    table = table_from_readings(run.read(sources, published, actors))
    write(api.map(table, title=title, tiles=tiles), folder / "index.html")
    formats.export(table, folder / "events.geojson")
    unplaced, undated = int(table.geometry.isna().sum()), int(table["date_precision"].isna().sum())
    run.close(
        f"{count(run.documents, 'document')}, {count(len(table), 'event')} "
        f"({unplaced} without a place, {undated} without a date) "
        f"-> {folder / 'index.html'}, {folder / 'events.geojson'}"
    )


@main.command("events")
@sources_argument
@_published
@_actors
@click.option("--explain", is_flag=True, help="Print each field with the words and the reason behind it.")
@json_option
def events_command(
    *, sources: tuple[str, ...], published: str | None, actors: str | None, explain: bool, as_json: bool
) -> None:
    """Read documents and print their events as a table, or as GeoJSON with --json."""
    from geomap.cli.explaining import explained_lines
    from geomap.formats import geojson
    from geomap.tables import table_from_readings

    run = Run()
    readings = run.read(sources, published, actors)
    if as_json:
        click.echo(geojson.text_of(table_from_readings(readings)), nl=False)
    elif explain:
        for line in explained_lines(readings):
            click.echo(line)
    else:
        print_table(EVENT_HEADER, event_rows(readings))
    run.close(f"{count(run.documents, 'document')} read")


@main.command("places")
@click.argument("text")
@click.option("--map", "page", metavar="FILE", help="Write a page that shows the places on a map.")
@json_option
def places_command(text: str, page: str | None, as_json: bool) -> None:  # noqa: FBT001
    """Show the places that TEXT ("-" reads standard input) mentions, and what they were taken to mean."""
    from geomap import api

    found = api.places(sys.stdin.read() if text == "-" else text)
    if as_json:
        print_json([mention_fields(each) for each in found])
    else:
        print_table(MENTION_HEADER, [mention_row(each) for each in found])
    if page:
        _write_mentions(found, Path(page))


def _write_mentions(found: Sequence[Resolution], path: Path) -> None:
    from geomap import api
    from geomap.maps import write

    write(api.mentions_map(found), path)
    placed = {each.place.id for each in found if each.place is not None}
    click.echo(f"{count(len(placed), 'place')} -> {path}", err=True)


@main.command("lookup")
@click.argument("name")
@click.option("--country", metavar="CC", help="ISO 3166-1 alpha-2 code to keep to.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Most rows to print."
)
@click.option(
    "--view",
    type=click.Choice(["un", "held"]),
    default="un",
    show_default=True,
    help="Whose view of disputed areas to take: the United Nations', or who holds the land.",
)
@click.option("--map", "page", metavar="FILE", help="Write a page that shows the places on a map.")
@json_option
def lookup_command(  # noqa: PLR0913 - click hands each option over by name
    *, name: str, country: str | None, limit: int, view: View, page: str | None, as_json: bool
) -> None:
    """Print the places that the gazetteer holds under NAME, best first."""
    from geomap import api

    found = api.lookup(name, country=country, limit=limit, view=view)
    if as_json:
        print_json([match_fields(each) for each in found])
    elif found:
        print_matches(found, get_terminal_size().columns if sys.stdout.isatty() else None)
    if not found:
        fail(f"The gazetteer holds no place named {name!r}{f' in {country}' if country else ''}.")
    if page:
        _write_candidates(found, name, view, Path(page))


def _write_candidates(found: Sequence[Match], name: str, view: View, path: Path) -> None:
    from geomap import api
    from geomap.maps import write

    write(api.candidates_map(found, title=f"Places named “{name}”", view=view), path)
    click.echo(f"{count(len(found), 'place')} -> {path}", err=True)


main.add_command(evaluate)
