"""UCDP's events in one country: the names of their places, looked up, lead to where UCDP puts them or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from covering.corpora import Incident, without_type
from covering.values import (
    Coverage,
    FuzzyMatch,
    Gazetteer,
    Miss,
    Share,
    by_key,
    km_between,
    most_frequent_first,
)
from geomap.model import Match

#: A candidate so near is the place: the issue's measure, about the length of a district of Iraq.
NEAR_KM: Final = 25.0

#: Kinds of place that are a point on a country's map.
_POINTS: Final = frozenset({"settlement", "facility"})

Matches = Mapping[str, Sequence[Match]]


def incidents(rows: Iterable[Incident], gazetteer: Gazetteer, country: str) -> Coverage:
    """Of the events and of their distinct place names: a candidate lies within 25 km of the point.

    A name that UCDP puts at several points counts by the commonest of them. `country` is an ISO code.
    """
    times = Counter(rows)
    names = dict.fromkeys(_commonest(times).values(), 1)
    matches = {
        incident.name: gazetteer.matches(without_type(incident.name), country=country) for incident in names
    }
    shares = (
        *_shares("events", times, matches),
        *_shares("distinct names", names, matches),
        _editorial(names, matches),
    )
    missed = (one for one in times if not _near(one, by_key(matches[one.name])))
    return Coverage(
        shares=shares,
        misses=most_frequent_first(_miss(one, times[one], matches[one.name]) for one in missed),
        fuzzy=tuple(_fuzzy(names, matches)),
    )


def _commonest(times: Counter[Incident]) -> dict[str, Incident]:
    """The commonest point of each name."""
    return {incident.name: incident for incident, _ in reversed(times.most_common())}


def _shares(unit: str, times: Mapping[Incident, int], matches: Matches) -> Iterator[Share]:
    every = sum(times.values())
    for how, chosen in (
        ("by key", {name: by_key(found) for name, found in matches.items()}),
        ("by key or fuzzily", {name: list(found) for name, found in matches.items()}),
    ):
        known = sum(count for one, count in times.items() if chosen[one.name])
        anywhere = sum(count for one, count in times.items() if _near(one, chosen[one.name]))
        first = sum(count for one, count in times.items() if _near(one, chosen[one.name][:1]))
        yield Share(name=f"{unit} {how}: any candidate at all", found=known, of=every)
        yield Share(name=f"{unit} {how}: any candidate within 25 km", found=anywhere, of=every)
        yield Share(name=f"{unit} {how}: the first candidate within 25 km", found=first, of=every)


def _editorial(names: Iterable[Incident], matches: Matches) -> Share:
    """How true positions of our own writing are: UCDP's point against the radius that the place states."""
    pairs = [(one, match.place) for one in names for match in by_key(matches[one.name])[:1]]
    ours = [(one, place) for one, place in pairs if place.source == "editorial" and place.kind in _POINTS]
    true = sum(km_between(place, one) <= place.radius_km for one, place in ours)
    return Share(name="editorial settlements and sites: within their own radius", found=true, of=len(ours))


def _near(incident: Incident, matches: Iterable[Match]) -> bool:
    return any(km_between(match.place, incident) <= NEAR_KM for match in matches)


def _miss(incident: Incident, times: int, matches: Sequence[Match]) -> Miss:
    nearest = min((km_between(match.place, incident) for match in by_key(matches)), default=None)
    return Miss(
        text=incident.name,
        detail="unknown" if nearest is None else f"nearest candidate at {nearest:.0f} km",
        times=times,
        latitude=incident.latitude,
        longitude=incident.longitude,
    )


def _fuzzy(names: Iterable[Incident], matches: Matches) -> Iterator[FuzzyMatch]:
    """What each name finds first, if it is found fuzzily."""
    for incident in names:
        for match in matches[incident.name][:1]:
            if match.step == "fuzzy":
                yield FuzzyMatch.of(incident.name, match, incident)
