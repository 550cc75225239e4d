"""What the rivals hold: folded names, the numbers of their places, and places as plain tuples."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from geomap.model import Place

Row = tuple[Any, ...]
#: Finds what a store holds under a name.
Lookup = Callable[[str], Sequence[object]]

FIELDS: Final = tuple(field.name for field in fields(Place))


@dataclass(frozen=True, slots=True)
class Contents:
    """Folded names with the numbers of their places, best first; and the places' fields by number."""

    numbers: Mapping[str, tuple[int, ...]]
    rows: Sequence[Row]


def as_row(place: Place) -> Row:
    """The fields of a place, in their order."""
    return tuple(getattr(place, name) for name in FIELDS)


def as_place(row: Sequence[Any]) -> Place:
    """The place of a row: each store hands out the same values, so each pays for making them."""
    return Place(**dict(zip(FIELDS, row, strict=True)))
