"""Gives the casualties of a sentence to the events that caused them."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.coding.casualties import Loss, find
from geomap.coding.detection import VIOLENT, Hit
from geomap.coding.sentence import Sentence
from geomap.model import Casualties, Count, Document, Evidence

_CAN_HARM = VIOLENT | {"protest", "riot"}


def losses_of(document: Document, sentence: Sentence) -> tuple[Loss, ...]:
    """The losses that a sentence tells of."""
    return find(document.text, sentence.span.start, sentence.span.end)


def sums_up(hit: Hit, losses: Sequence[Loss]) -> bool:
    """Whether a trigger only sums up a war or a year: "the war has killed 160,000 people"."""
    verbs = (loss.verb_span.start for loss in losses if loss.total)
    return any(hit.start <= verb < hit.end for verb in verbs)


def casualties(hit: Hit, hits: Sequence[Hit], losses: Sequence[Loss]) -> Casualties:
    """What an event cost: of the losses in its sentence, those that no other trigger stands nearer to.

    The sum of a war or a year is no single event's.
    """
    if hit.layer not in _CAN_HARM:
        return Casualties()
    rivals = [other for other in hits if other.layer in _CAN_HARM]
    own = [loss for loss in losses if not loss.total and _nearest(loss, rivals) is hit]
    divided = [loss for loss in own if len(loss.kinds) == 1]
    combined = next((loss for loss in own if len(loss.kinds) > 1), None)
    return Casualties(
        fatalities=_count(divided, "killed"),
        wounded=_count(divided, "wounded"),
        combined=_evidence(combined) if combined else None,
    )


def _nearest(loss: Loss, hits: Sequence[Hit]) -> Hit | None:
    """The trigger that a loss belongs to: its own verb, else the same clause, else the fewest characters."""
    if not hits:
        return None
    return min(hits, key=lambda hit: _distance(loss, hit))


def _distance(loss: Loss, hit: Hit) -> tuple[bool, bool, int]:
    verb = loss.verb_span.start
    word = hit.sentence.word_at(verb)
    same_clause = word is not None and hit.clause.first <= word < hit.clause.stop
    return not hit.start <= verb < hit.end, not same_clause, abs(verb - hit.start)


def _count(losses: Sequence[Loss], kind: str) -> Count | None:
    told = [loss for loss in losses if kind in loss.kinds and loss.told]
    if not told:
        return None
    loss = told[0]
    return Count(low=loss.low, best=loss.best, high=loss.high, evidence=_evidence(loss))


def _evidence(loss: Loss) -> Evidence:
    return Evidence(span=loss.span, text=loss.text, reason=loss.reason)
