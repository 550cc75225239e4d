"""A run over sources from the command line: progress, problems, and the code that it ends with."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NoReturn

import click

if TYPE_CHECKING:
    from geomap.documents import Problem
    from geomap.model import Reading

FAILED: Final = 1
LEFT_OUT: Final = 3
# A folder of a million broken rows shall not fill the terminal.
_MOST_PROBLEMS: Final = 20


class Run:
    """What a run over sources has met: how many documents, and what was left out."""

    def __init__(self) -> None:
        self.documents = 0
        self._problems = 0

    def read(self, sources: Sequence[str], published: str | None, actors: str | None = None) -> list[Reading]:
        """Read all sources, with progress; ends the program where there is nothing to read."""
        from geomap import api

        readings = []
        for reading in api.readings(*sources, published=published, report=self._report, actors=actors):
            readings.append(reading)
            self.documents += 1
            self._show_progress()
        if not readings:
            fail("No document could be read." if self._problems else "There is no document to read.")
        undated = api.undated([reading.document for reading in readings])
        if undated:
            click.echo(undated, err=True)
        return readings

    def close(self, summary: str) -> None:
        """Print the last line, and end with the code that says whether all was read."""
        if self._problems:
            summary += f"; {count(self._problems, 'problem')} in the input"
        click.echo(summary, err=True)
        if self._problems:
            sys.exit(LEFT_OUT)

    def _report(self, problem: Problem) -> None:
        self._problems += 1
        if self._problems <= _MOST_PROBLEMS:
            click.echo(str(problem), err=True)
        elif self._problems == _MOST_PROBLEMS + 1:
            click.echo("Further problems are counted, not shown.", err=True)

    def _show_progress(self) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{count(self.documents, 'document')} read", nl=False, err=True)
            click.echo("\r\x1b[K", nl=False, err=True)


def fail(message: str) -> NoReturn:
    """End with one sentence."""
    click.echo(message, err=True)
    sys.exit(FAILED)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 document", "2 documents"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
