"""How much speaks for a candidate being a place here: its standing in the world, and its neighbours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from geomap.model import Place
from geomap.names import fold
from geomap.recognition import words
from geomap.recognition.candidates import Candidate, is_announced, is_located
from geomap.recognition.sentence import Sentence

# What a candidate needs to be taken for a place. Set by hand so that a village needs a locative, and
# a city of 100,000 nothing but the absence of a contrary sign.
THRESHOLD: Final = 2.0
# Enough to speak for the other mentions of the same name in a document.
CERTAIN: Final = 3.0
_CAPITALS: Final = frozenset({"PPLC"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the gazetteer says of a name: how prominent its best place is, and whether it governs."""

    weight: float
    is_country: bool
    governs: bool


# A name that the gazetteer does not hold weighs as much as a village.
_UNKNOWN: Final = 0.5


def standing(name: str, places: tuple[Place, ...]) -> Standing:
    """The standing of a name by the most prominent place that bears it."""
    return Standing(
        weight=max((_weight(place) - _alias_cost(name, place) for place in places), default=_UNKNOWN),
        is_country=any(place.kind == "country" for place in places),
        governs=any(place.kind == "country" or place.feature_code in _CAPITALS for place in places),
    )


def _alias_cost(name: str, place: Place) -> float:
    """What a name loses that is not the place's main one: gazetteers list many an odd alias."""
    return 0.0 if place.kind == "country" or fold(place.name) == fold(name) else 0.75


def _weight(place: Place) -> float:
    if place.kind == "country":
        return 3.0
    floor = 2.4 if place.kind == "admin1" or place.feature_code in _CAPITALS else 0.5
    if not place.population:
        return max(floor, 0.5 if place.kind == "settlement" else 1.0)
    # 1,000 inhabitants: 0.5; 100,000: 2; a million: 2.75.
    return min(3.0, max(floor, 0.75 * (math.log10(place.population) - 3.0) + 0.5))


def evidence(sentence: Sentence, candidate: Candidate, weight: float, small_words: frozenset[str]) -> float:
    """The sum of what speaks for and against a name; `small_words` are seen in small letters in the text."""
    score = weight + _for(sentence, candidate)
    return score - _against(sentence, candidate, weight, small_words)


def _for(sentence: Sentence, candidate: Candidate) -> float:
    start, end = candidate.start, candidate.core_end
    before = sentence.word(start - 1)
    directed = before in words.DIRECTIONAL or (
        before == "the" and sentence.word(start - 2) in words.DIRECTIONAL
    )
    located = is_located(sentence, start) or before in words.COMPASS
    signs = (
        (2.5, _has_unit(sentence, candidate) or is_announced(sentence, start, end)),
        (1.5, located),
        (0.75, directed and not located),
        (1.0, end - start > 1),
        (2.0, _is_dateline(sentence, candidate)),
        (1.0, _is_in_a_pair(sentence, candidate)),
    )
    return sum(points for points, holds in signs if holds)


def _has_unit(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the name ends in a word for a unit or a feature: "Butler County", "Neches River"."""
    if candidate.end > candidate.core_end:
        return True
    last = sentence.word(candidate.end - 1)
    return candidate.end - candidate.start > 1 and (last in words.UNITS_AFTER or last in words.FEATURES)


def _against(sentence: Sentence, candidate: Candidate, weight: float, small_words: frozenset[str]) -> float:
    lower = candidate.name.lower()
    is_single = candidate.core_end - candidate.start == 1
    opens = sentence.is_first(candidate.start) and is_single and weight < 2.4
    signs = (
        (2.5, is_single and lower in words.ORDINARY),
        (2.0, is_single and lower in small_words and lower not in words.ORDINARY),
        (0.75, sentence.is_headline or opens),
        (0.6 if weight >= 2.4 else 1.75, _has_capital_neighbour(sentence, candidate)),
        (1.5, weight < 2.4 and sentence.word(candidate.end) in words.SPEECH),
    )
    return sum(points for points, holds in signs if holds)


def _is_dateline(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the name opens a report: "BAGHDAD (AP) — ", "Mosul, Iraq — "."""
    if not sentence.is_first(candidate.start):
        return False
    following = sentence.lowers[candidate.end : candidate.end + 8]
    return following[:1] == ("(",) or "—" in following or "–" in following or following[:2] == ("-", "-")


def _is_in_a_pair(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a comma joins it to another capitalised word, as in "Hilla, Iraq"."""
    after = sentence.word(candidate.end) == "," and sentence.is_capital(candidate.end + 1)
    before = sentence.word(candidate.start - 1) == "," and sentence.is_capital(candidate.start - 2)
    return after or before


def _has_capital_neighbour(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the name touches a capitalised word that no rule explains, and so may be part of another."""
    after = candidate.end
    if sentence.is_capital(after) and not _explains(sentence.word(after)):
        return True
    if sentence.word(after) == "-" and sentence.is_glued(after) and sentence.is_capital(after + 1):
        return True
    before = candidate.start - 1
    if (
        sentence.word(before) == "-"
        and sentence.is_glued(candidate.start)
        and sentence.is_capital(before - 1)
    ):
        return True
    return (
        sentence.is_capital(before) and not sentence.is_first(before) and not _explains(sentence.word(before))
    )


_EXPLAINED: Final = (
    words.WEEKDAYS
    | words.MONTHS
    | words.COMPASS
    | words.FUNCTION_WORDS
    | words.FACILITIES
    | words.UNITS_BEFORE
    | {"police", "city", "metropolitan", "international", "airport"}
)


def _explains(word: str) -> bool:
    return word in _EXPLAINED
