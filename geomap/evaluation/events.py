"""Emitted events against those coded by hand: which were found, and what differs field by field.

A pair is fully right when place, date, status and fatalities agree; precision, relation and actors are
reported beside it, unscored. Optional events count neither when found nor when missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from geomap import __version__
from geomap.evaluation.event_pairs import SCORED, Pair, paired, share_a_sentence
from geomap.evaluation.gold import EventGold, GoldEvent, reading_of
from geomap.matching import Difference, value_difference
from geomap.model import Event, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A required event that no emitted one was paired with; ``near`` are extras on its sentences."""

    gold: GoldEvent
    near: tuple[Event, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The types that the events on its sentences were given instead."""
        told = (value_difference("type", self.gold.type, event.type) for event in self.near)
        return tuple(difference for difference in told if difference)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """An emitted event that was paired with no gold one, and what is known about why."""

    event: Event
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventScore:
    """How the events of one document compare with the gold; lists are in the order of gold or reading."""

    gold: EventGold
    matched: tuple[Pair, ...]
    optional_matched: tuple[Pair, ...]
    missed: tuple[Missed, ...]
    extras: tuple[Extra, ...]
    notes: tuple[str, ...]

    @property
    def summary(self) -> dict[str, int]:
        """The counts, each of events."""
        optional = sum(not event.required for event in self.gold.events)
        return {
            "required": len(self.gold.events) - optional,
            "matched": len(self.matched),
            "fully_right": sum(pair.fully_right for pair in self.matched),
            "missed": len(self.missed),
            "optional": optional,
            "optional_matched": len(self.optional_matched),
            "extras": len(self.extras),
            "emitted": len(self.matched) + len(self.optional_matched) + len(self.extras),
        }

    @property
    def wrong(self) -> dict[str, int]:
        """How many of the matched required events differ in each scored field."""
        found = Counter(difference.field for pair in self.matched for difference in pair.differences)
        return {field: found[field] for field in SCORED}

    def as_json(self) -> dict[str, Any]:
        """The score as values that JSON can hold; equal scores give equal values."""
        return {
            "geomap": __version__,
            "gold": self.gold.name,
            "source": self.gold.source,
            "summary": self.summary,
            "wrong": self.wrong,
            "matched": [_pair_json(pair) for pair in self.matched],
            "missed": [_missed_json(missed) for missed in self.missed],
            "extras": [{**_event_json(extra.event), "notes": list(extra.notes)} for extra in self.extras],
            "optional_matched": [_pair_json(pair) for pair in self.optional_matched],
            "notes": list(self.notes),
        }


def score_events(readings: Iterable[Reading], gold: EventGold) -> EventScore:
    """Compare the events of the gold's document with the gold.

    Raises InputError where none of the readings is of the text that the gold was coded from.
    """
    reading, notes = reading_of(tuple(readings), gold)
    pairs = paired(reading.events, gold.events)
    # By identity: two events that are equal in every field are two all the same.
    taken = {id(pair.event) for pair in pairs}
    left = [event for event in reading.events if id(event) not in taken]
    found = {pair.gold.id for pair in pairs}
    return EventScore(
        gold=gold,
        matched=tuple(pair for pair in pairs if pair.gold.required),
        optional_matched=tuple(pair for pair in pairs if not pair.gold.required),
        missed=tuple(
            Missed(gold=each, near=tuple(event for event in left if share_a_sentence(each, event)))
            for each in gold.events
            if each.required and each.id not in found
        ),
        extras=tuple(Extra(event=event, notes=_why_extra(event, gold)) for event in left),
        notes=notes,
    )


def _why_extra(event: Event, gold: EventGold) -> tuple[str, ...]:
    trigger = event.trigger.span
    nothing = [
        f"{non.sentence.id} is no event: {non.why}"
        for non in gold.non_events
        if non.sentence.span.overlaps(trigger)
    ]
    # Had one of these been free, the event would have been paired with it.
    again = [
        f"one more for {each.id}"
        for each in gold.events
        if each.type == event.type and share_a_sentence(each, event)
    ]
    return (*nothing, *again)


def _pair_json(pair: Pair) -> dict[str, Any]:
    return {
        "gold": pair.gold.id,
        **_event_json(pair.event),
        "fully_right": pair.fully_right,
        "differences": [asdict(difference) for difference in pair.differences],
        "beside": [asdict(difference) for difference in pair.beside],
    }


def _missed_json(missed: Missed) -> dict[str, Any]:
    return {
        "gold": missed.gold.id,
        "type": missed.gold.type,
        "sentences": [{"id": each.id, "text": each.text} for each in missed.gold.sentences],
        "differences": [asdict(difference) for difference in missed.differences],
        "near": [event.id for event in missed.near],
    }


def _event_json(event: Event) -> Mapping[str, Any]:
    return {
        "event": event.id,
        "type": event.type,
        "trigger": event.trigger.text,
        "start": event.trigger.span.start,
        "end": event.trigger.span.end,
        "quotes": [quote.text for quote in event.quotes],
    }
