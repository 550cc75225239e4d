"""`geomap events --explain`: each field of an event with the words that it was read from, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from geomap.model import Count, Event, Evidence, Reading, Where


class Field(NamedTuple):
    """A field, what was read, and the words that say so with the reason; None where no words do."""

    name: str
    value: str
    evidence: Evidence | None = None
    more: str = ""


def explained_lines(readings: list[Reading]) -> Iterator[str]:
    """A block of lines for each event: a head, then a line for each field and each sentence used."""
    for reading in readings:
        for event in reading.events:
            yield f"{event.type} ({event.status}), sure {event.confidence:.2f}, {event.document}"
            yield from map(_line, _fields(event))
            for quote in event.quotes:
                yield f'    {quote.reason}: "{_one_line(quote.text)}"'
            yield ""


def _line(field: Field) -> str:
    name, value, evidence, more = field
    words = f'  "{_one_line(evidence.text)}" at {evidence.span.start}: {evidence.reason}' if evidence else ""
    return f"  {name:<9} {value}{words}{f'; {more}' if more else ''}"


def _fields(event: Event) -> Iterator[Field]:
    yield Field("type", event.type, event.trigger)
    when = event.when
    if when is None:
        yield Field("date", "unknown: no words tell it")
    else:
        days = str(when.last) if when.first == when.last else f"{when.first or '..'} to {when.last or '..'}"
        yield Field("date", f"{days} ({when.precision})", when.evidence)
    if event.where is None:
        yield Field("place", "unknown: no words govern one")
    else:
        yield _place("place", event.where)
    for further in event.also_at:
        yield _place("also at", further)
    for actor in event.actors:
        yield Field(actor.role, actor.name, actor.evidence)
    yield from _losses(event)
    if event.claimed_by is not None:
        yield Field("said by", event.claimed_by.text, event.claimed_by)


def _place(name: str, where: Where) -> Field:
    place, resolution = where.place, where.resolution
    told = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    why = "; ".join(resolution.candidates[0].reasons)
    others = ", ".join(f"{each.place.name} {each.probability:.2f}" for each in resolution.alternatives)
    more = "; ".join(filter(None, (f"sure {resolution.confidence:.2f}", why, others and f"or {others}")))
    return Field(name, f"{told} ({where.precision}, {where.radius_km:.0f} km)", where.evidence, more)


def _losses(event: Event) -> Iterator[Field]:
    losses = event.casualties
    counts = {
        "killed": losses.fatalities,
        "civilians": losses.civilians,
        "fighters": losses.combatants,
        "wounded": losses.wounded,
        "missing": losses.missing,
        "detained": losses.detained,
        "displaced": losses.displaced,
    }
    for name, count in counts.items():
        if count is not None:
            yield Field(name, _numbers(count), count.evidence)
    if losses.combined is not None:
        yield Field("losses", "told together, so not divided", losses.combined.evidence)


def _numbers(count: Count) -> str:
    low, best, high = ("?" if each is None else str(each) for each in (count.low, count.best, count.high))
    return best if low == best == high or (low, high) == ("?", "?") else f"{best} ({low} to {high})"


def _one_line(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
