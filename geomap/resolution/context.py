"""What a document tells of its whereabouts: the countries and admin units that it names, and how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.model import Match, Mention, Place
from geomap.names import fold

# A name below this counts for no country: a looser key may make strangers meet.
_SURE_NAME: Final = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How often each country (ISO code) and each first-level unit (code and folded name) is named."""

    countries: Mapping[str, int]
    units: Mapping[tuple[str, str], int]

    def country_share(self, place: Place) -> float:
        """The share of all countries named that falls to the place's; 0 where none is named."""
        total = sum(self.countries.values())
        return self.countries.get(place.country or "", 0) / total if total else 0.0

    def unit_count(self, place: Place) -> int:
        """How often the place's first-level unit is named."""
        return self.units.get(unit_key(place), 0)


def unit_key(place: Place) -> tuple[str, str]:
    """The first-level unit that a place lies in, or is, as a key."""
    name = place.name if place.kind == "admin1" else place.admin1
    return place.country or "", fold(name or "")


def setting(mentions: Sequence[Mention], found: Mapping[str, Sequence[Match]]) -> Setting:
    """The setting of a document from its mentions and what the gazetteer holds for each text."""
    countries: Counter[str] = Counter()
    units: Counter[tuple[str, str]] = Counter()
    for mention in mentions:
        best = _plainest(found[mention.text])
        if best is None or not best.country:
            continue
        if best.kind in {"country", "admin1"}:
            countries[best.country] += 1
        if best.kind == "admin1":
            units[unit_key(best)] += 1
    return Setting(countries=countries, units=units)


def _plainest(matches: Sequence[Match]) -> Place | None:
    """The country or first-level unit that is the most prominent place of a name, or None."""
    sure = [match.place for match in matches if match.quality >= _SURE_NAME]
    return sure[0] if sure and sure[0].kind in {"country", "admin1"} else None
