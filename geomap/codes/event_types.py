"""The 40 event types in 8 layers, and what other coding schemes call them.

The types and the crosswalk to ACLED (codebook of 2023), PLOVER, CAMEO, UCDP's type of violence and the ACLED
sub-types of the CASE 2021 shared task stand in ``event_types.csv``, with a definition and an example of
ours; an empty cell means that the scheme does not code it, and ``a|b`` that the text alone does not tell
which.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from geomap.errors import InputError

LAYERS: Final[Mapping[str, str]] = {
    "battle": "Battles",
    "remote_violence": "Explosions and remote violence",
    "civilian_violence": "Violence against civilians",
    "protest": "Protests",
    "riot": "Riots",
    "strategic": "Strategic developments",
    "diplomacy": "Diplomacy",
    "civic": "Civic events",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type; ``id`` is "layer.name". Codes of other schemes are None where these do not code it."""

    id: str
    label: str
    acled_event_type: str | None
    acled_sub_event_type: str | None
    plover_event: str | None
    plover_mode: str | None
    cameo: str | None
    ucdp_type_of_violence: str | None
    case2021: str | None
    definition: str
    example: str

    def __post_init__(self) -> None:
        if self.layer not in LAYERS:
            raise InputError(f"Event type {self.id!r} is in none of the layers {', '.join(LAYERS)}.")

    @property
    def layer(self) -> str:
        """The part of the id before the dot, a key of LAYERS."""
        return self.id.partition(".")[0]


@cache
def event_types() -> Mapping[str, EventType]:
    """The types of the shipped table by id, in the table's order."""
    shipped = files("geomap.codes") / "event_types.csv"
    return _types("event_types.csv", shipped.read_text(encoding="utf-8"))


def read_event_types(path: str | Path) -> Mapping[str, EventType]:
    """The types of a table of one's own, a CSV with the columns of the shipped one, by id.

    Every type that geomap tells has to stand in it. Raises InputError naming the row and the mend.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"Cannot read {path} ({error.strerror}): give a CSV of event types.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8 text.") from error
    types = _types(str(path), text)
    missing = next((name for name in event_types() if name not in types), None)
    if missing is not None:
        raise InputError(f"{path} has no row for {missing}, which geomap tells: add it.")
    return types


def _types(name: str, text: str) -> Mapping[str, EventType]:
    reader = csv.DictReader(io.StringIO(text))
    missing = next((each for each in _COLUMNS if each not in (reader.fieldnames or ())), None)
    if missing is not None:
        raise InputError(f"{name}, line 1: there is no column {missing!r}; it has {', '.join(_COLUMNS)}.")
    types: dict[str, EventType] = {}
    for row in reader:
        read = _type(f"{name}, line {reader.line_num}", row)
        if read.id in types:
            raise InputError(
                f"{name}, line {reader.line_num}: {read.id} has a row above; remove one of them."
            )
        types[read.id] = read
    return types


def _type(where: str, row: Mapping[str, str | None]) -> EventType:
    cells = {name: (row[name] or "").strip() or None for name in _COLUMNS}
    empty = next((name for name in _TOLD if cells[name] is None), None)
    if empty is not None:
        raise InputError(f"{where}: {empty} is empty; fill it or remove the row.")
    if (cells["acled_event_type"] is None) != (cells["acled_sub_event_type"] is None):
        raise InputError(f"{where}: fill ACLED's event type and its sub-event type, or neither.")
    if not _ID.fullmatch(cells["id"] or ""):
        raise InputError(f"{where}: {cells['id']!r} is no id; write layer.name in small letters.")
    try:
        return EventType(**cells)  # type: ignore[arg-type]
    except InputError as error:
        raise InputError(f"{where}: {error}") from None


_COLUMNS: Final = tuple(each.name for each in fields(EventType))
_TOLD: Final = ("id", "label", "definition", "example")
_ID: Final = re.compile(r"[a-z_]+\.[a-z_]+")
