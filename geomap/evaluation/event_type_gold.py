"""Snippets of news with the type of event that each tells, as a table of tabs: id, text, sub_type.

A ``sub_type`` is a code of the CASE 2021 shared task ("AIR_STRIKE"), an ACLED sub-event type ("Air/drone
strike") or a type of geomap's own ("remote_violence.air_strike"). Any other label stands for a snippet that
tells none of ACLED's 25 sub-event types.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from geomap.codes.event_types import event_types
from geomap.errors import InputError
from geomap.evaluation.toponym_files import text_of

_COLUMNS: Final = ("id", "text", "sub_type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A snippet and its label; ``acled`` is its ACLED sub-event type, None where it has none."""

    id: str
    text: str
    label: str
    acled: str | None


def read_snippets(path: str | Path) -> tuple[Snippet, ...]:
    """The rows of a file; raises InputError naming the file, the line and what is not as it should be."""
    path = Path(path)
    reader = csv.DictReader(io.StringIO(text_of(path)), delimiter="\t")
    missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise InputError(
            f"{path}, line 1: there is no column {missing[0]!r}; begin with id, text and sub_type, "
            "with tabs between them."
        )
    snippets = tuple(_snippets(path, reader))
    if not snippets:
        raise InputError(f"{path} holds no snippet: write one a line below id, text and sub_type.")
    return snippets


def _snippets(path: Path, reader: csv.DictReader[str]) -> Iterator[Snippet]:
    try:
        for row in reader:
            told = {name: (row[name] or "").strip() for name in _COLUMNS}
            empty = next((name for name in _COLUMNS if not told[name]), None)
            if empty is not None:
                raise InputError(
                    f"{path}, line {reader.line_num}: {empty} is empty; fill it or remove the row."
                )
            label = told["sub_type"]
            yield Snippet(id=told["id"], text=told["text"], label=label, acled=sub_event_types().get(label))
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: {error}; mend the line or remove it.") from error


@cache
def sub_event_types() -> Mapping[str, str]:
    """Label -> ACLED sub-event type, for all the ways in which a label may name one."""
    found: dict[str, str] = {}
    for each in event_types().values():
        if each.acled_sub_event_type is not None:
            for label in (each.id, each.case2021, each.acled_sub_event_type):
                found.setdefault(label or each.id, each.acled_sub_event_type)
    return found


@cache
def event_types_of_acled() -> Mapping[str, str]:
    """ACLED sub-event type -> one of ACLED's six event types."""
    return {
        each.acled_sub_event_type: each.acled_event_type
        for each in event_types().values()
        if each.acled_sub_event_type is not None and each.acled_event_type is not None
    }
