"""What became of each gold toponym, and what was emitted beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geomap.evaluation.toponym_gold import GoldDocument, GoldToponym, core
from geomap.evaluation.toponym_groups import Group, groups_of
from geomap.gazetteer import Gazetteer
from geomap.geodesy import great_circle_km
from geomap.model import Mention, Resolution, Span
from geomap.stages import Recognizer, Resolver

#: The field's own bound of a right answer: 100 miles.
NEAR_KM: Final = 161.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A gold toponym: what was emitted for its very span, and what its mention given was taken to mean.

    ``text`` is its core; ``touched`` says whether something was emitted that overlaps it.
    """

    document: str
    text: str
    gold: GoldToponym
    groups: frozenset[Group]
    found: Resolution | None
    touched: bool
    given: Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A mention that was emitted where no gold toponym has its span; ``touched`` if one overlaps it."""

    document: str
    text: str
    found: Resolution
    touched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOutcome:
    """One document: its gold toponyms in order, what else was emitted, and all that was."""

    gold: GoldDocument
    outcomes: tuple[Outcome, ...]
    extras: tuple[Extra, ...]
    resolutions: tuple[Resolution, ...]


def outcome_of(
    gold: GoldDocument, recognize: Recognizer, resolve: Resolver, gazetteer: Gazetteer
) -> DocumentOutcome:
    """Read a document twice: as it is, and with its gold mentions in the place of recognised ones."""
    document = gold.document
    resolutions = tuple(resolve(document, tuple(recognize(document))))
    emitted = _by_core(document.text, resolutions)
    return DocumentOutcome(
        gold=gold,
        outcomes=tuple(_outcomes(gold, emitted, resolve, gazetteer)),
        extras=tuple(_extras(gold, emitted)),
        resolutions=resolutions,
    )


def _outcomes(
    gold: GoldDocument, emitted: Mapping[Span, Resolution], resolve: Resolver, gazetteer: Gazetteer
) -> Iterator[Outcome]:
    text, spans = gold.document.text, _cores(gold)
    # That a gold span names a place is given, not believed.
    mentions = [
        replace(emitted[span].mention, probability=1.0)
        if span in emitted
        else _given(text, toponym, span, gazetteer)
        for toponym, span in zip(gold.toponyms, spans, strict=True)
    ]
    answers = resolve(gold.document, mentions) if mentions else ()
    overlapped = touched(spans, list(emitted))
    for toponym, span, answer, touches in zip(gold.toponyms, spans, answers, overlapped, strict=True):
        yield Outcome(
            document=gold.document.id,
            text=text[span.start : span.end],
            gold=toponym,
            groups=groups_of(text, span, toponym, gazetteer),
            found=emitted.get(span),
            touched=touches,
            given=answer,
        )


def _extras(gold: GoldDocument, emitted: Mapping[Span, Resolution]) -> Iterator[Extra]:
    document, spans = gold.document, _cores(gold)
    marked = set(spans)
    left = [span for span in emitted if span not in marked]
    for span, touches in zip(left, touched(left, spans), strict=True):
        words = document.text[span.start : span.end]
        yield Extra(document=document.id, text=words, found=emitted[span], touched=touches)


def _cores(gold: GoldDocument) -> list[Span]:
    return [core(gold.document.text, toponym.span) for toponym in gold.toponyms]


def distance_km(gold: GoldToponym, answer: Resolution | None) -> float | None:
    """Great-circle distance of an answer from the gold position; None if either is missing."""
    place = answer.place if answer is not None else None
    if place is None or gold.position is None:
        return None
    return great_circle_km(*gold.position, place.latitude, place.longitude)


def is_near(gold: GoldToponym, answer: Resolution | None) -> bool:
    """Whether an answer lies within 161 km of the gold position; no answer does not."""
    distance = distance_km(gold, answer)
    return distance is not None and distance <= NEAR_KM


def is_same(gold: GoldToponym, answer: Resolution | None) -> bool:
    """Whether an answer is the very place, by its id; no answer is not."""
    place = answer.place if answer is not None else None
    return place is not None and place.id == gold.id


def touched(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[bool]:
    """Whether each span overlaps one of the others, itself included."""
    ordered = sorted(others)
    reach = [0]
    for other in ordered:
        reach.append(max(reach[-1], other.end))
    starts = [other.start for other in ordered]
    # Of those that start before a span ends, one overlaps it if the farthest end lies behind its start.
    return (reach[bisect_left(starts, span.end)] > span.start for span in spans)


def _by_core(text: str, resolutions: Sequence[Resolution]) -> Mapping[Span, Resolution]:
    """What was emitted by its core span, the first of two alike."""
    found: dict[Span, Resolution] = {}
    for resolution in resolutions:
        found.setdefault(core(text, resolution.mention.span), resolution)
    return found


def _given(text: str, toponym: GoldToponym, span: Span, gazetteer: Gazetteer) -> Mention:
    """A gold toponym that was not found, as the mention that a recogniser would have made of it."""
    # An article is part of some names: "The Hague".
    whole = Span(start=toponym.span.start, end=span.end)
    if whole != span and gazetteer.holds(text[whole.start : whole.end]):
        span = whole
    name = text[span.start : span.end]
    return Mention(span=span, text=name, kind="demonym" if gazetteer.demonym(name) else "name")
