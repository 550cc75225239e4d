"""What the words beside a name say of it: locatives, unit words, the opening of a report."""

from __future__ import annotations

from typing import Final

from geomap.recognition import words
from geomap.recognition.sentence import Sentence

_DASHES: Final = frozenset("—–-")
_AHEAD: Final = 8
# How far a list of names is followed back to its "in".
_SIBLING_TOKENS: Final = 12
_JOINING: Final = words.ARTICLES | {"and", "or", ",", "-"}


def is_announced(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a unit word beside the name makes it a place: "town of X", "X district", "X village"."""
    before = sentence.word(start - 1)
    if before == "of" and sentence.word(start - 2) in words.UNITS_BEFORE:
        return True
    after = sentence.word(end)
    if sentence.is_glued(end) or sentence.is_capital(end):
        return False
    return after in words.UNITS_AFTER or after in words.SETTLED_AFTER


def is_located(sentence: Sentence, start: int) -> bool:
    """Whether a locative word stands before the name, with or without a point of the compass between."""
    at = start - 1
    # "north", "north-west", "the far north east": no more words than that, however long the text goes on.
    while start - at < 5 and (
        sentence.word(at) in words.COMPASS or (sentence.word(at) == "-" and at == start - 2)
    ):
        at -= 1
    if sentence.word(at) in {"and", "or", ","}:
        at = _before_siblings(sentence, at)
    if sentence.word(at) == "the":
        at -= 1
    return sentence.word(at) in words.LOCATIVE


def is_dateline(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name opens a report: "BAGHDAD (AP) — ", "Mosul, Iraq — "."""
    if not sentence.is_first(start):
        return False
    following = sentence.word(end)
    if following == "(":
        return True
    return following in {",", *_DASHES} and not _DASHES.isdisjoint(sentence.lowers[end + 1 : end + _AHEAD])


def _before_siblings(sentence: Sentence, at: int) -> int:
    """The token before the names that "and" joins to this one: "in Taboun, Demsare and Dikajam"."""
    for back in range(at, max(-1, at - _SIBLING_TOKENS), -1):
        if not (sentence.capitals[back] or sentence.lowers[back] in _JOINING):
            return back
    return -1
