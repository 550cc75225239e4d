"""The 40 event types in 8 layers, and what other coding schemes call them.

The types and the crosswalk to ACLED (codebook of 2023), PLOVER, CAMEO, UCDP's type of violence and the ACLED
sub-types of the CASE 2021 shared task stand in ``event_types.csv``; an empty cell means that the scheme does
not code it, and ``a|b`` that the text alone does not tell which.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
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

    def __post_init__(self) -> None:
        if self.layer not in LAYERS:
            raise InputError(f"Event type {self.id!r} is in none of the layers {', '.join(LAYERS)}.")

    @property
    def layer(self) -> str:
        """The part of the id before the dot, a key of LAYERS."""
        return self.id.partition(".")[0]


@cache
def event_types() -> Mapping[str, EventType]:
    """The types by id, in the table's order."""
    names = [each.name for each in fields(EventType)]
    table = (files("geomap.codes") / "event_types.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    types = [EventType(**{name: row[name] or None for name in names}) for row in rows]  # type: ignore[arg-type]
    return {each.id: each for each in types}
