"""What could not be read, where, and what mends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from geomap.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a source that was not read; its text is one sentence with the mend in it.

    ``row`` is a line of the file, counted from 1, or None where the whole file is meant.
    """

    path: Path
    row: int | None = None
    reason: str
    remedy: str

    def __str__(self) -> str:
        row = "" if self.row is None else f", line {self.row}"
        return f"{printable(self.path)}{row}: {self.reason}; {self.remedy}."


class UnreadableError(InputError):
    """A file, a row or a value that cannot be read, by something that does not know where it stands."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}.")
        self.reason = reason
        self.remedy = remedy


Report = Callable[[Problem], None]
Complain = Callable[[str, str], None]
"""Takes a reason and a remedy; the caller knows the file and the row."""


def complaint(report: Report, path: Path, row: int | None = None) -> Complain:
    """A report that knows the file and the row."""
    return lambda reason, remedy: report(Problem(path=path, row=row, reason=reason, remedy=remedy))


def printable(name: object) -> str:
    """A name as it can stand in one line of a terminal: controls and undecodable bytes escaped."""
    text = str(name)
    text = text if text.isprintable() else repr(text)[1:-1]
    return text if len(text) <= 300 else f"{text[:300]}…"


def why(error: OSError) -> str:
    """The operating system's reason, without its number and path."""
    return (error.strerror or str(error)).lower()
