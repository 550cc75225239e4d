"""Which emitted event stands for which gold one, and what differs between the two.

An emitted and a gold event may be paired when they have the same type and a sentence in common. Of all ways
to pair them one to one, that with the most fields right counts; of two alike, the one with more required
events.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geomap.evaluation.assignment import best_pairs
from geomap.evaluation.gold import GoldEvent
from geomap.matching import (
    Difference,
    date_difference,
    interval_of,
    location_of,
    place_difference,
    value_difference,
)
from geomap.model import Event, Role
from geomap.names import fold

# The gold files' own rule: a place is right within 10 km.
TOLERANCE_KM: Final = 10.0
SCORED: Final = ("place", "date", "status", "fatalities")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An emitted event and the gold event that it was taken for.

    ``differences`` are of the scored fields; ``beside`` is what else differs: precision, relation and actors.
    """

    gold: GoldEvent
    event: Event
    differences: tuple[Difference, ...]
    beside: tuple[Difference, ...]

    @property
    def fully_right(self) -> bool:
        """Whether every scored field agrees."""
        return not self.differences


def compared(gold: GoldEvent, event: Event) -> Pair:
    """A gold and an emitted event as a pair, with all that differs."""
    deaths = event.casualties.fatalities
    found = location_of(event.where)
    scored = (
        place_difference(gold.location, found, tolerance_km=TOLERANCE_KM),
        date_difference(gold.accepted, interval_of(event.when)),
        value_difference("status", gold.status, event.status),
        value_difference("fatalities", gold.fatalities, deaths and deaths.best),
    )
    beside = (
        _geo_precision(gold, event),
        value_difference("date_precision", gold.date_precision, event.when and event.when.precision),
        _relation(gold, event),
        _actors(gold, event, "actor"),
        _actors(gold, event, "target"),
    )
    return Pair(
        gold=gold,
        event=event,
        differences=tuple(difference for difference in scored if difference),
        beside=tuple(difference for difference in beside if difference),
    )


def paired(events: Sequence[Event], golds: Sequence[GoldEvent]) -> list[Pair]:
    """The best one-to-one pairing, in the order of the gold."""
    # Only events of one type can be paired, so that each type is a small problem of its own.
    types = dict.fromkeys(gold.type for gold in golds)
    pairs = [
        pair
        for each in types
        for pair in _paired_of_type(
            [event for event in events if event.type == each], [gold for gold in golds if gold.type == each]
        )
    ]
    order = {gold.id: number for number, gold in enumerate(golds)}
    return sorted(pairs, key=lambda pair: order[pair.gold.id])


def _paired_of_type(events: Sequence[Event], golds: Sequence[GoldEvent]) -> list[Pair]:
    rows = [[compared(gold, event) for event in events] for gold in golds]
    weights = [[_weight(pair, len(golds)) for pair in row] for row in rows]
    return [rows[row][column] for row, column in best_pairs(weights)]


def _weight(pair: Pair, golds: int) -> int:
    """Fields right, the type among them, then whether it is required; 0 for what cannot be paired."""
    if not share_a_sentence(pair.gold, pair.event):
        return 0
    right = 1 + len(SCORED) - len(pair.differences)
    return right * (golds + 1) + pair.gold.required


def share_a_sentence(gold: GoldEvent, event: Event) -> bool:
    """Whether a quote of the event overlaps a source sentence of the gold's."""
    return any(quote.span.overlaps(each.span) for quote in event.quotes for each in gold.sentences)


def _geo_precision(gold: GoldEvent, event: Event) -> Difference | None:
    found = event.where and event.where.precision
    expected = gold.location and gold.location.levels
    if expected and found in expected:
        return None
    return value_difference("geo_precision", expected and "/".join(sorted(expected)), found)


def _relation(gold: GoldEvent, event: Event) -> Difference | None:
    relation = event.where and event.where.resolution.relation
    words = relation.evidence.text if relation else None
    if gold.relation and words and fold(gold.relation) in fold(words):
        return None
    return value_difference("relation", gold.relation, words)


def _actors(gold: GoldEvent, event: Event, role: Role) -> Difference | None:
    expected = dict.fromkeys(name for each, name in gold.actors if each == role)
    found = dict.fromkeys(actor.name for actor in event.actors if actor.role == role)
    if {fold(name) for name in expected} == {fold(name) for name in found}:
        return None
    return value_difference(f"{role}s", "; ".join(expected) or None, "; ".join(found) or None)
