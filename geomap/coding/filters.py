"""What is no event: intent, attempt, hypothesis, negation, habit, background and opinion."""

from __future__ import annotations

from typing import Final

from geomap.coding.detection import VIOLENT, Hit
from geomap.coding.location import SPEECH_TYPES
from geomap.model import When

# "sought to surround", "failed to capture": an attempt is told, not an act.
_ATTEMPTS: Final = frozenset(
    """
    sought seek seeks trying tried try tries attempted attempt attempts attempting failed fail fails failing
    wanted want wants hoped refused refuse refuses declined intends intended aimed aims about
    """.split()
)
_SUPERLATIVES: Final = frozenset("ever highestranking deadliest biggest largest bloodiest".split())
_LOOK_BACK: Final = 4


def why_not(hit: Hit) -> str | None:
    """Why a trigger tells no event, or None if it may; dates are looked at afterwards, by `is_background`."""
    if hit.verb.mood != "real" or hit.clause.kind == "if":
        return _MOODS.get(hit.verb.mood, "a condition")
    before = hit.sentence.keys[max(hit.clause.first, hit.first - _LOOK_BACK) : hit.first]
    if _ATTEMPTS.intersection(before) and "to" in before:
        return "an attempt"
    if hit.is_quoted and hit.layer in {"diplomacy", "civic"}:
        return "part of what somebody says"
    if hit.verb.tense == "present" and not _is_news_in_the_present(hit):
        return "a state or a habit"
    is_threat = hit.verb.tense == "future" and hit.layer in VIOLENT | {"riot"}
    return "a threat or a forecast" if is_threat else None


_MOODS: Final = {
    "negated": "it did not happen",
    "modal": "a possibility",
    "intent": "an intent, a purpose or a fear",
    "habit": "a habit",
}


def is_background(hit: Hit, when: When | None) -> bool:
    """Whether an undated act is told as a lasting state: "which has gained control over large swathes"."""
    if when is not None:
        return False
    if hit.verb.tense == "present_perfect":
        return hit.clause.kind != "main" or "since" in hit.sentence.keys
    return bool(_SUPERLATIVES.intersection(hit.sentence.keys)) and hit.clause.kind == "main"


def _is_news_in_the_present(hit: Hit) -> bool:
    """Headlines tell the past in the present; so does "are shelling" of a battle that goes on."""
    if _is_headline(hit):
        return True
    helpers = {"is", "are"}.intersection(hit.sentence.keys[max(0, hit.first - 3) : hit.first])
    is_passive_past = hit.verb.passive and hit.type not in SPEECH_TYPES
    return bool(helpers) and hit.layer in VIOLENT and not is_passive_past


def _is_headline(hit: Hit) -> bool:
    """A first line without a full stop, as headlines are written."""
    return hit.sentence.index == 0 and hit.sentence.text[-1] not in '.!?:;"”'
