"""Gives the casualties of a sentence to the events that caused them."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.coding.casualties import Loss, find, tally
from geomap.coding.detection import VIOLENT, Hit
from geomap.coding.sentence import Sentence
from geomap.model import Casualties, Document

_ARREST = "strategic.arrest"
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
    return tally([loss for loss in losses if _nearest(loss, _causes(hits, loss)) is hit])


def _causes(hits: Sequence[Hit], loss: Loss) -> list[Hit]:
    """The triggers that may have caused a loss: violence and unrest, of detentions arrests as well."""
    of_arrests = loss.kinds == {"detained"}
    return [hit for hit in hits if hit.layer in _CAN_HARM or (of_arrests and hit.type == _ARREST)]


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
