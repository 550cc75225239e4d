"""What a reader hands on: a text and what its file says about it, before ids and defaults are settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geomap.documents.metadata import Metadata
from geomap.documents.problems import Report, UnreadableError

# One document, or one row of a file of rows. A long book has 5 MB; far more is a mistake.
LONGEST_BYTES: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One text; ``row`` is its line in a file that holds many, else None."""

    text: str
    metadata: Metadata
    row: int | None = None


Reader = Callable[[Path, Report], Iterator[Draft]]
"""Yields the texts of one file in order, and reports what it could not read; raises
UnreadableError where none of it can be, OSError where the system refuses."""


def too_long() -> UnreadableError:
    """The refusal of a document that is over the bound."""
    return UnreadableError(f"it is longer than {LONGEST_BYTES >> 20} MB", "split it into its documents")
