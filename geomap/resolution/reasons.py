"""Reasons in words: what adds the most to a candidate's score, and how its spelling differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.model import Mention, Place
from geomap.names import unit_words
from geomap.resolution.clues import holds
from geomap.resolution.features import Standing
from geomap.resolution.own import Feature, Option
from geomap.resolution.surroundings import Surroundings, distances

# What adds less than this to a score, as a log likelihood ratio, is no reason to tell.
_LEAST: Final = 0.3
_MOST: Final = 4
_NEAR_KM: Final = 150.0
_PLAIN: Final[Mapping[str, str]] = {
    "kind: country": "a country of the name",
    "kind: admin1": "a first-level unit of the name",
    "kind: admin2": "a second-level unit of the name",
    "code: CONT": "a continent",
    "code: PPLC": "a capital",
    "code: PPLA": "the seat of its first-level unit",
    "fuller form": "the text has its name in full too",
    "near its fuller form": "in the area that the text names in full",
    "sort agrees elsewhere": "the text says elsewhere what kind of place it is",
    "as near as told": "near the place that the text says",
    **{
        f"outlet's {level}{how}": "where other texts of its outlet are"
        for level in ("place", "area", "unit")
        for how in ("", ", surely", ", for a lesser namesake", ", surely, for a lesser namesake")
    },
}
_SORTS: Final[Mapping[str, str]] = {
    "settlement": "a town",
    "unit": "an administrative unit",
    "water": "a water",
    "terrain": "a mountain, valley or island",
    "facility": "a facility",
}


@dataclass(frozen=True, slots=True)
class Case:
    """An option of a mention's name, with all that is told of it."""

    mention: Mention
    standing: Standing
    option: Option
    about: Surroundings | None
    features: Sequence[Feature]


def reasons_of(weights: Mapping[str, float], case: Case) -> tuple[str, ...]:
    """The reasons for an option, the weightiest first; those of its spelling always."""
    points: dict[str, float] = {}
    told = _Telling(case)
    for name, value in case.features:
        words = told.words(name)
        if words:
            points[words] = points.get(words, 0.0) + weights.get(name, 0.0) * value
    ranked = sorted((words for words in points if points[words] >= _LEAST), key=lambda words: -points[words])
    spelled = list(_spelling(case.mention, case.option))
    return (*ranked[: _MOST - len(spelled)], *spelled) or (_fallback(case.option),)


class _Telling:
    """The words for a feature of one option at one mention."""

    def __init__(self, case: Case) -> None:
        self._place = case.option.match.place
        self._mention, self._standing = case.mention, case.standing
        self._option, self._about = case.option, case.about
        self._told: dict[Callable[[_Telling, str], str | None], str | None] = {}

    def words(self, name: str) -> str | None:
        """The reason that a feature gives, or None where it makes no sense by itself."""
        if name in _PLAIN:
            return _PLAIN[name]
        head, _, rest = name.partition(": ")
        teller = _TELLERS.get(head)
        if teller is None:
            return None
        if teller not in self._told:  # many features of nearness have one reason
            self._told[teller] = teller(self, rest)
        return self._told[teller]

    def held(self, _: str) -> str | None:
        """The place that stands right after it."""
        return self._holder(self._standing.clues.holders, "stands right after it")

    def owned(self, _: str) -> str | None:
        """The place that stands right before it."""
        return self._holder(self._standing.clues.owners, "stands right before it")

    def held_elsewhere(self, _: str) -> str | None:
        """The place that stands beside the name elsewhere."""
        everywhere = self._standing.everywhere
        return self._holder((*everywhere.holders, *everywhere.owners), "stands beside it elsewhere")

    def sort(self, rest: str) -> str | None:
        """What the words beside it call it."""
        unit = unit_words(self._mention.text)
        sort = f"a {unit.word}" if unit is not None else _SORTS.get(rest)
        return f"{sort}, as the text says" if sort else None

    def country(self, _: str) -> str | None:
        """That the text names its country or others in it."""
        return f"in {self._place.country}, as other names of the text" if self._place.country else None

    def named_country(self, _: str) -> str:
        """That the text names its country."""
        return f"in {self._place.country}, which the text names"

    def unit(self, _: str) -> str | None:
        """That other names lie in its first-level unit."""
        return f"in {self._place.admin1}, as other names of the text" if self._place.admin1 else None

    def named_unit(self, _: str) -> str | None:
        """That the text names its first-level unit."""
        return f"in {self._place.admin1}, which the text names" if self._place.admin1 else None

    def inside(self, _: str) -> str:
        """That other names lie inside of it."""
        return "other names of the text lie in it"

    def near(self, _: str) -> str | None:
        """The nearest place that another name means."""
        if self._about is None or self._place.kind == "country":
            return None
        sure = (
            (distance, anchor.place)
            for distance, anchor in distances(self._about.anchors, self._option)
            if anchor.share > 0.5 and anchor.place.kind != "country" and not holds(anchor.place, self._place)
        )
        distance, nearest = min(sure, key=lambda found: found[0], default=(_NEAR_KM, None))
        return f"{distance:.0f} km from {nearest.name}" if nearest and distance < _NEAR_KM else None

    def size(self, _: str) -> str | None:
        """That it is the largest of its name."""
        return "largest place of the name" if self._place.population and not self._option.lag else None

    def _holder(self, holders: Sequence[Place], where: str) -> str | None:
        found = next((holder for holder in holders if holds(holder, self._place)), None)
        return f"{found.name} {where}" if found else None


_TELLERS: Final[Mapping[str, Callable[[_Telling, str], str | None]]] = {
    "held": _Telling.held,
    "owned": _Telling.owned,
    "held elsewhere": _Telling.held_elsewhere,
    "owned elsewhere": _Telling.held_elsewhere,
    "sort agrees": _Telling.sort,
    "unit asked for": _Telling.sort,
    "holds the one before": _Telling.inside,
    "home country": _Telling.country,
    "home country, surely": _Telling.country,
    "its country is named": _Telling.named_country,
    "share of countries named": _Telling.named_country,
    "home unit": _Telling.unit,
    "home unit, surely": _Telling.unit,
    "others that may lie in its unit": _Telling.unit,
    "its unit is named": _Telling.named_unit,
    "share of units named": _Telling.named_unit,
    "home area": _Telling.near,
    "home area, surely": _Telling.near,
    "others within 25 km": _Telling.near,
    "others within 80 km": _Telling.near,
    "others within 300 km": _Telling.near,
    "size": _Telling.size,
}


def _spelling(mention: Mention, option: Option) -> Iterator[str]:
    match = option.match
    if match.step == "romanisation":
        yield f"spelling differs: {mention.text}"
    elif match.quality < 1.0 or match.step == "demonym" or match.how.startswith("short for"):
        yield match.how
    elif any(name == "other name" for name, _ in option.features):
        yield f"also known as {mention.text}"


def _fallback(option: Option) -> str:
    place = option.match.place
    return "largest place of the name" if place.population and not option.lag else option.match.how
