"""Names that name nothing: what no reader would take for the place, by rules that hold for all rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from gazetteer_build.rows import Row
from geomap.geodesy import great_circle_km
from geomap.names import fold, loose

# A town so many times larger keeps a name that is another's; nearer than this, the two may be one place.
_LARGER: Final = 20
_ELSEWHERE_KM: Final = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Settlements by country and folded shown name, and those of the first-level units."""

    shown: Mapping[tuple[str | None, str], Sequence[Row]]
    units: AbstractSet[tuple[str | None, str]]


def drop_dubious_names(rows: Sequence[Row], counts: Counter[str]) -> None:
    """Drop dubious other names of settlements; the shown name and English ones always stay.

    Units keep theirs: the press writes "Ind." and "S.C.".
    """
    shown: dict[tuple[str | None, str], list[Row]] = defaultdict(list)
    units: set[tuple[str | None, str]] = set()
    for row in rows:
        if row.kind == "settlement":
            shown[row.country, fold(row.name)].append(row)
        elif row.kind == "admin1":
            units.add((row.country, fold(row.name)))
    named = Named(shown=shown, units=units)
    for row in rows:
        if row.kind == "settlement":
            sure = {row.name, *row.by_language.get("en", ())}
            _keep(row, [name for name in row.names if name in sure or not _dubious(row, name, named, counts)])


def _keep(row: Row, names: list[str]) -> None:
    if len(names) < len(row.names):
        kept = set(names)
        row.names = names
        row.by_language = {
            language: left
            for language, told in row.by_language.items()
            if (left := [name for name in told if name in kept])
        }


def _dubious(row: Row, name: str, named: Named, counts: Counter[str]) -> bool:
    key, main = fold(name), fold(row.name)
    if not key.isascii() or key == main:
        return False
    if len(key) <= 2:
        counts["other name of one or two Latin letters"] += 1
    elif len(key) == 3 and len(main) > 6 and key not in main.split():
        counts["other name of three Latin letters, no word of a name more than twice as long"] += 1
    elif _is_of_unit(row, key, main, named):
        counts["other name that is the name of a first-level unit, and no part of the town's"] += 1
    elif _is_anothers(row, key, main, named.shown.get((row.country, key), ())):
        counts["other name that is the name of a town not much smaller, elsewhere in the country"] += 1
    else:
        return False
    return True


def _is_of_unit(row: Row, key: str, main: str, named: Named) -> bool:
    """Whether the name is its unit's: Columbus is not called Ohio."""
    return (row.country, key) in named.units and not _is_part(key, main)


def _is_anothers(row: Row, key: str, main: str, named: Sequence[Row]) -> bool:
    """Whether readers would think of another town: Rogersville is no name of Rogers Park.

    A spelling of the row's own name, or a part of it, stays, and so does the former name of a far larger
    town: Baroda is Vadodara for all but its neighbours.
    """
    if not named or _is_part(key, main):
        return False
    return any(
        (other.population or 0) * _LARGER >= (row.population or 0)
        and great_circle_km(other.latitude, other.longitude, row.latitude, row.longitude) > _ELSEWHERE_KM
        for other in named
    )


def _is_part(key: str, main: str) -> bool:
    """Whether a name is a spelling or a part of the shown one: New York of New York City."""
    return loose(key) == loose(main) or set(key.split()) <= set(main.split())
