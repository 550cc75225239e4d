"""What is no event: intent, attempt, hypothesis, negation, habit, background and opinion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geomap.coding.clauses import WEEKDAYS
from geomap.coding.detection import VIOLENT, Hit
from geomap.coding.grammar import HABITUAL
from geomap.coding.lexicon import groups
from geomap.coding.location import SPEECH_TYPES
from geomap.coding.sentence import Sentence
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
#: The reason for a present tense that tells no news.
LASTING: Final = "a state or a habit"


def why_not(hit: Hit) -> str | None:
    """Why a trigger tells no event, or None if it may; dates are looked at afterwards, by `is_background`."""
    if hit.clause.kind == "if":
        return "a condition"
    if hit.verb.mood != "real" or hit.sentence.keys[0] in HABITUAL:
        return _MOODS.get(hit.verb.mood, "a habit")
    before = hit.sentence.keys[max(hit.clause.first, hit.first - _LOOK_BACK) : hit.first]
    if _ATTEMPTS.intersection(before) and "to" in before:
        return "an attempt"
    if hit.layer in {"diplomacy", "civic"} and _is_another_s(hit):
        return "said of somebody, or by somebody else"
    if hit.verb.tense == "present" and not _is_news_in_the_present(hit):
        return LASTING
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
    if hit.verb.tense == "none" and "since" in hit.sentence.keys[max(0, hit.first - 4) : hit.first]:
        return True
    if hit.verb.tense == "present_perfect":
        return hit.clause.kind not in {"main", "reported"} or "since" in _keys(hit)
    return bool(_SUPERLATIVES.intersection(_keys(hit))) and hit.clause.kind == "main"


def _keys(hit: Hit) -> Sequence[str]:
    """The words of the act's clause."""
    return hit.sentence.keys[hit.clause.first : hit.clause.stop]


def is_police_news(sentences: Sequence[Sentence]) -> bool:
    """Whether a document's words are more of ordinary crime and courts than of arms and politics.

    Burglaries, drug arrests and their trials are news of every town, and no conflict.
    """
    crime = groups()["crime"] | groups()["justice"]
    conflict = groups()["armed"] | groups()["conflict"]
    keys = [key for sentence in sentences for key in sentence.keys]
    ordinary = sum(key in crime for key in keys)
    return ordinary > max(1, sum(key in conflict for key in keys))


def is_ordinary_crime(hit: Hit) -> bool:
    """Whether a trigger, in news of the police and the courts, tells of what these deal with.

    Sexual violence counts whoever did it, as in ACLED's sub-types of the CASE 2021 shared task.
    """
    return hit.layer in _CRIMINAL and hit.type not in _NEVER_ORDINARY


_NEVER_ORDINARY: Final = frozenset({"strategic.agreement", "civilian_violence.sexual_violence"})
_CRIMINAL: Final = frozenset({"battle", "civilian_violence", "strategic"})


def _is_another_s(hit: Hit) -> bool:
    """Whether a public statement is only spoken of: in a quotation, or without the one who made it."""
    return hit.is_quoted or (hit.type in SPEECH_TYPES and _has_no_speaker(hit))


def _has_no_speaker(hit: Hit) -> bool:
    """Whether words are told in the passive without their speaker: "suspects, accused of plotting"."""
    after = hit.sentence.keys[hit.stop : hit.clause.stop]
    return (hit.verb.passive or after[:1] == ("of",)) and hit.verb.tense != "none" and "by" not in after


def _is_news_in_the_present(hit: Hit) -> bool:
    """Headlines tell the past in the present; so does "are shelling" of a battle that goes on."""
    if _is_headline(hit) or _is_caption(hit):
        return True
    helpers = {"is", "are"}.intersection(hit.sentence.keys[max(0, hit.first - 3) : hit.first])
    is_passive_past = hit.verb.passive and hit.type not in SPEECH_TYPES
    return bool(helpers) and hit.layer in VIOLENT and not is_passive_past


def _is_caption(hit: Hit) -> bool:
    """The line under a picture tells in the present what it shows, and on which day: "…, Saturday, Dec."."""
    later = hit.sentence.keys[hit.stop :]
    return hit.sentence.index == 0 and hit.clause.kind == "main" and bool(WEEKDAYS.intersection(later))


def _is_headline(hit: Hit) -> bool:
    """A first line without a full stop, as headlines are written."""
    return hit.sentence.index == 0 and hit.sentence.text[-1] not in '.!?:;"”'
