"""Villages and post offices of GeoNames' postal codes, which the list of towns leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shapely
from shapely.geometry import Point

from gazetteer_build.rows import Row, drop_reason, settlement_radius
from gazetteer_build.towns import TownFinder
from gazetteer_build.ukrainian import romanised
from geomap.names import fold

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: The folder of the word list within its package.
WORDS: Final = "usr/share/dict"
_WORD_LIST: Final = "american-english-small"
# Countries whose codes are those of villages (elsewhere they are of streets, quarters and sorting offices),
# and whose places fill the news in English or the news of conflicts.
_COUNTRIES: Final = frozenset("AU BD CO DZ GB HT IE LK MA MW NZ PH PK UA US ZA".split())
# GeoNames' accuracy of a position: 4 is that of a GeoNames place, 6 the middle of the area; less is a guess.
_SURE: Final = 4
# Digits, signs and marks of a sorting office; "Vancouver (South West End)" is a part of a town.
_NO_NAME: Final = re.compile(
    r"[\d()/,;:&\[\]]|\b(Afb|Apo|Bpo|Dpo|Fpo|Gpo|Po|Mail|Delivery Centre)\b", re.IGNORECASE
)
_GENITIVE: Final = re.compile(r"(?<=')S\b")
_SCOTTISH: Final = re.compile(r"\bMc (?=[A-Z])")
# Degrees that a village may lie outside the polygon of the unit that it states.
_GRACE: Final = 0.1
# A village as near as this to a town is the town under another name.
_SAME_KM: Final = 1.0
# Above what only our own tables have, below all else.
_PROMINENCE: Final = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Postal:
    """A line of the list; the codes are GeoNames' as far as it has them ("US.TX", "US.TX.449")."""

    country: str
    name: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float


def read_postal(path: Path) -> list[Postal]:
    """The lines of _COUNTRIES that are sure; the first of several codes of one name in one district.

    https://download.geonames.org/export/zip/readme.txt
    """
    found: dict[tuple[str, str, str], Postal] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line[:2] in _COUNTRIES:
                fields = line.rstrip("\n").split("\t")
                if int(fields[11] or 0) >= _SURE and not _NO_NAME.search(fields[2]):
                    postal = _postal(fields)
                    found.setdefault((postal.admin1, postal.admin2, postal.name), postal)
    return [found[key] for key in sorted(found)]


def _postal(fields: Sequence[str]) -> Postal:
    country, _, name, _, admin1, _, admin2 = fields[:7]
    return Postal(
        country=country,
        name=_SCOTTISH.sub("Mc", _GENITIVE.sub("s", " ".join(name.split()))),
        admin1=f"{country}.{admin1}",
        admin2=f"{country}.{admin1}.{admin2 or fields[5]}",
        latitude=float(fields[9]),
        longitude=float(fields[10]),
    )


def read_words(folder: Path) -> frozenset[str]:
    """The list's words that are written in small letters: no names of persons and places."""
    words = (folder / _WORD_LIST).read_text(encoding="utf-8").split()
    return frozenset(word for word in words if word == word.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What villages are held against: towns, units by code, their polygons by id, and ordinary words."""

    towns: Sequence[Row]
    ids: Mapping[str, int]
    shapes: Mapping[int, BaseGeometry]
    words: AbstractSet[str]


def postal_rows(listed: Iterable[Postal], held: Held, counts: Counter[str]) -> list[Row]:
    """The villages that no town stands for and that readers would take for no other word."""
    finder = TownFinder(held.towns)
    rows: dict[str, Row] = {}
    for postal in listed:
        row = _row(postal, held.ids)
        why = _refused(row, finder, held)
        if why is not None:
            counts[f"postal place {why}"] += 1
        elif rows.setdefault(row.id, row) is not row:
            counts["postal place twice under one name in one district"] += 1
    return list(rows.values())


def _row(postal: Postal, ids: Mapping[str, int]) -> Row:
    latin = romanised(postal.name) if postal.country == "UA" else postal.name
    unit, part = ids.get(postal.admin1), ids.get(postal.admin2)
    district = fold(postal.admin2.replace(".", " ")).replace(" ", "-")
    return Row(
        id=f"pc:{district}-{fold(latin).replace(' ', '-')}",
        name=latin,
        latitude=postal.latitude,
        longitude=postal.longitude,
        country=postal.country,
        kind="settlement",
        radius_km=settlement_radius(None),
        source="GeoNames postal codes",
        admin1=f"gn:{unit}" if unit else None,
        admin2=f"gn:{part}" if part else None,
        names=list(dict.fromkeys([latin, postal.name])),
        prominence=_PROMINENCE,
    )


def _refused(row: Row, finder: TownFinder, held: Held) -> str | None:
    """Why a row is no new place, or None."""
    if drop_reason(row.name, codes_are_junk=True) is not None:
        return "without a name"
    if row.name.lower() in held.words:
        return "whose name is an English word or a given name"
    unit = held.shapes.get(int(row.admin1[3:])) if row.admin1 else None
    if unit is not None and not shapely.dwithin(unit, Point(row.longitude, row.latitude), _GRACE):
        return "outside the unit that it states"
    if finder.same(row, within_km=_SAME_KM) is not None:
        return "is a town that is there"
    return None
