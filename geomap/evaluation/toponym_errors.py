"""The errors that occur most often: spans missed, spans made up, and names put in the wrong place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, TypeVar

from geomap.evaluation.toponym_gold import GoldToponym
from geomap.evaluation.toponym_outcomes import Extra, Outcome, distance_km, is_near, is_same
from geomap.gazetteer import Gazetteer
from geomap.model import Place

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanError:
    """A text that was missed or made up: how often, and how often another span overlapped it."""

    text: str
    count: int
    touched: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceError:
    """A name and the place that it was wrongly given; ``km`` is the median distance, None for no place."""

    text: str
    count: int
    gold: str
    found: str | None
    km: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """Each list with the most frequent first.

    ``missed`` and ``false_alarms`` are the recogniser's. ``wrong`` and ``other_id`` are the resolver's with
    gold spans given: beyond 161 km or unanswered, and within 161 km but another place by its id.
    """

    missed: tuple[SpanError, ...]
    false_alarms: tuple[SpanError, ...]
    wrong: tuple[PlaceError, ...]
    other_id: tuple[PlaceError, ...]

    def as_json(self, most: int) -> dict[str, Any]:
        """So many of each list."""
        return {
            "missed": [asdict(each) for each in self.missed[:most]],
            "false_alarms": [asdict(each) for each in self.false_alarms[:most]],
            "wrong_places": [_place_json(each) for each in self.wrong[:most]],
            "near_but_other_id": [_place_json(each) for each in self.other_id[:most]],
        }


def errors_of(outcomes: Sequence[Outcome], extras: Sequence[Extra], gazetteer: Gazetteer) -> Errors:
    """All errors, counted by their text."""
    wrong = [each for each in outcomes if each.gold.position and not is_near(each.gold, each.given)]
    other = [
        each
        for each in outcomes
        if each.gold.id is not None and is_near(each.gold, each.given) and not is_same(each.gold, each.given)
    ]
    return Errors(
        missed=counted((each.text, each.touched) for each in outcomes if each.found is None),
        false_alarms=counted((each.text, each.touched) for each in extras),
        wrong=_place_errors(wrong, gazetteer),
        other_id=_place_errors(other, gazetteer),
    )


def counted(errors: Iterable[tuple[str, bool]]) -> tuple[SpanError, ...]:
    """Texts and whether another span overlapped each, counted by the text, the most frequent first."""
    texts, overlapped = Counter[str](), Counter[str]()
    for text, touched in errors:
        texts[text] += 1
        overlapped[text] += touched
    return tuple(
        SpanError(text=text, count=texts[text], touched=overlapped[text]) for text in _most_first(texts)
    )


def _place_errors(outcomes: Sequence[Outcome], gazetteer: Gazetteer) -> tuple[PlaceError, ...]:
    by_answer: dict[tuple[str, str, str], list[float]] = {}
    counts = Counter[tuple[str, str, str]]()
    for each in outcomes:
        place = each.given.place
        key = (each.text, _gold(each.gold, gazetteer), told(place) if place else "")
        counts[key] += 1
        distance = distance_km(each.gold, each.given)
        by_answer.setdefault(key, []).extend([] if distance is None else [distance])
    return tuple(
        PlaceError(
            text=key[0],
            count=counts[key],
            gold=key[1],
            found=key[2] or None,
            km=median(by_answer[key]) if by_answer[key] else None,
        )
        for key in _most_first(counts)
    )


def told(place: Place) -> str:
    """A place by its name, unit, country, kind and id."""
    where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    return f"{where} ({place.kind}, {place.id})"


def _gold(toponym: GoldToponym, gazetteer: Gazetteer) -> str:
    """The gold place as the gazetteer tells it, else as the corpus does."""
    if toponym.id is not None:
        try:
            return told(gazetteer.place(toponym.id))
        except KeyError:
            pass
    where = toponym.position and "{:.4f}, {:.4f}".format(*toponym.position)
    parts = (toponym.feature_code, toponym.id, where)
    return f"{toponym.name or 'a place'} ({', '.join(part for part in parts if part)})"


def _most_first(counts: Counter[Key]) -> list[Key]:
    return [key for key, _ in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))]


def _place_json(error: PlaceError) -> dict[str, Any]:
    return {**asdict(error), "km": None if error.km is None else round(error.km, 1)}
