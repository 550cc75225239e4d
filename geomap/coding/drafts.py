"""A draft of an event, and when two drafts of one document tell of the same event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Final

from geomap.coding.detection import VIOLENT, Hit
from geomap.coding.location import SPEECH_TYPES
from geomap.model import Actor, Casualties, Count, Evidence, Status, When, Where

# An event is retold within a few sentences, or was told first in the headline or the lead.
_NEAR: Final = 2
_RECENT: Final = 8
_ANOTHER: Final = frozenset("another second third separate separately elsewhere meanwhile also other".split())
_OPEN_START: Final = timedelta(days=31)
_DETERMINERS: Final = frozenset("the this that these those".split())
_NEWLY_TOLD: Final = frozenset("latest new fresh first another".split())
_DETERMINER_REACH: Final = 3
_FINENESS: Final = ("city", "vicinity", "adm2", "adm1", "region", "country")
_DATE_FINENESS: Final = ("day", "week", "range", "month", "year", "on_or_before")
_KILLING: Final = frozenset({"battle.combatant_killed", "civilian_violence.attack"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event in the making; ``hits`` are the triggers that told it, the first of them first."""

    type: str
    status: Status
    hits: tuple[Hit, ...]
    when: When | None
    where: Where | None
    also_at: tuple[Where, ...]
    actors: tuple[Actor, ...]
    casualties: Casualties
    quotes: tuple[Evidence, ...]
    claimed_by: Evidence | None


SameSpeaker = Callable[[Hit, Hit], bool]


def merged(drafts: Sequence[Draft], same_speaker: SameSpeaker) -> tuple[Draft, ...]:
    """One draft for each event, in the order in which the document first tells them."""
    kept: list[Draft] = []
    within_reach: list[int] = []
    for draft in drafts:
        within_reach = [at for at in within_reach if _is_near(kept[at], draft.hits[0])]
        # The latest telling is the likeliest antecedent.
        same = next((at for at in reversed(within_reach) if _same(kept[at], draft, same_speaker)), None)
        if same is None:
            if not _refers_back(draft):
                within_reach.append(len(kept))
                kept.append(draft)
        else:
            kept[same] = _merge(kept[same], draft)
    return tuple(kept)


def _same(one: Draft, other: Draft, same_speaker: SameSpeaker) -> bool:
    hit = other.hits[0]
    if not (one.type == other.type or _is_consequence(one, other)):
        return False
    in_one_sentence = hit.sentence is one.hits[-1].sentence
    if one.type in SPEECH_TYPES and not in_one_sentence and not same_speaker(one.hits[0], hit):
        return False
    is_another = _ANOTHER.intersection(hit.sentence.keys[max(0, hit.first - 4) : hit.first])
    return not is_another and _agree(one, other)


def _refers_back(draft: Draft) -> bool:
    """Whether a noun with "the" tells of a deed as known, and neither where nor when: "the attack"."""
    hit = draft.hits[0]
    before = hit.sentence.keys[max(hit.clause.first, hit.first - _DETERMINER_REACH) : hit.first]
    is_known = bool(_DETERMINERS.intersection(before)) and not _NEWLY_TOLD.intersection(before)
    return hit.verb.tense == "none" and is_known and draft.where is None and draft.when is None


def _is_near(one: Draft, hit: Hit) -> bool:
    told = one.hits[-1].sentence.index
    return hit.sentence.index - told <= _NEAR or one.hits[0].sentence.index == 0


def _is_consequence(one: Draft, other: Draft) -> bool:
    """Whether it tells what the deed before it did: "Five people were killed." after a bombing."""
    hit = other.hits[0]
    is_general = hit.trigger.weight == 1 and other.type in _KILLING and other.where is None
    return is_general and one.hits[0].layer in VIOLENT


def _agree(one: Draft, other: Draft) -> bool:
    return (
        _places_agree(one.where, other.where)
        and _dates_agree(one.when, other.when)
        and _counts_agree(one.casualties.fatalities, other.casualties.fatalities)
    )


def _places_agree(one: Where | None, other: Where | None) -> bool:
    if one is None or other is None or one.place.id == other.place.id:
        return True
    fine, coarse = sorted((one, other), key=lambda each: _FINENESS.index(each.precision))
    if fine.place.country != coarse.place.country:
        return False
    within_unit = coarse.precision == "adm1" and fine.place.admin1 == coarse.place.name
    return coarse.precision == "country" or within_unit


def _dates_agree(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    starts, ends = zip(_days(one), _days(other), strict=True)
    return max(starts) <= min(ends)


def _days(when: When) -> tuple[date, date]:
    """The days that a retelling may fall on; "by Monday" reaches back no more than a month."""
    last = when.last or date.max
    first = when.first or max(date.min + _OPEN_START, last) - _OPEN_START
    return first, last


def _counts_agree(one: Count | None, other: Count | None) -> bool:
    if one is None or other is None:
        return True
    return _within(one.best, other) or _within(other.best, one)


def _within(number: int | None, count: Count) -> bool:
    if number is None:
        return True
    # "At least five" is open above, "up to five" below; a bare "about five" is open on neither side.
    is_bare = count.low is None and count.high is None
    low, high = (count.best, count.best) if is_bare else (count.low, count.high)
    return (low is None or low <= number) and (high is None or number <= high)


def _merge(one: Draft, other: Draft) -> Draft:
    """The first telling with what the other adds: the finer place and date, the counts, the quotes."""
    # A quote is doubled only by a telling close to it; a set of all would take squared time.
    spans = {quote.span for quote in one.quotes[-_RECENT:]}
    # A retelling's own words tell who it was only in a role that the first left open.
    filled = {actor.role for actor in one.actors}
    added = tuple(actor for actor in other.actors if actor.role not in filled)
    return replace(
        one,
        hits=(*one.hits, *other.hits),
        when=_finer_date(one.when, other.when),
        where=(where := _finer_place(one.where, other.where)),
        also_at=_further(where, one.also_at, other.also_at),
        actors=(*one.actors, *added),
        casualties=_merge_casualties(one.casualties, other.casualties),
        quotes=(*one.quotes, *(quote for quote in other.quotes if quote.span not in spans)),
        claimed_by=one.claimed_by or other.claimed_by,
    )


def _finer_place(one: Where | None, other: Where | None) -> Where | None:
    told = [each for each in (one, other) if each is not None]
    return min(told, key=lambda each: _FINENESS.index(each.precision), default=None)


def _further(where: Where | None, *told: tuple[Where, ...]) -> tuple[Where, ...]:
    """The further places of both tellings, each once, and not the one that leads."""
    leading = where.place.id if where is not None else None
    found = {each.place.id: each for places in told for each in places}
    return tuple(each for name, each in found.items() if name != leading)


def _finer_date(one: When | None, other: When | None) -> When | None:
    told = [each for each in (one, other) if each is not None]
    return min(told, key=lambda each: _DATE_FINENESS.index(each.precision), default=None)


def _merge_casualties(one: Casualties, other: Casualties) -> Casualties:
    """The first telling's counts, and the other's where the first has none."""
    names = [each.name for each in fields(Casualties)]
    return Casualties(**{name: getattr(one, name) or getattr(other, name) for name in names})
