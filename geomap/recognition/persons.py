"""Names of persons, which hold many a toponym: "Paris Hilton", "Gen. Hamid Taqavi", "Jerry West"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from geomap.recognition import words
from geomap.recognition.given_names import GIVEN_NAMES
from geomap.recognition.organisations import HEADS
from geomap.recognition.sentence import Sentence

TITLES: Final = frozenset(
    """
    activist adm admiral amb ambassador archbishop attorney ayatollah bishop brig brigadier brother capt
    captain cardinal chairman chairwoman chancellor chief cmdr coach col colonel commander comrade
    congressman congresswoman constable corporal correspondent counterpart cpl dame deputy det detective
    director doctor dr emir father gen general gov governor hojatoleslam hon imam insp inspector journalist
    judge justice king lady lawyer leader lieutenant lord lt maj major marshal mayor minister miss mr mrs ms
    mullah officer pastor pfc pope premier pres president prince princess private prof professor pvt queen
    rabbi rep reporter representative rev reverend secretary sen senator sergeant sgt shaikh sheik sheikh
    sheriff sir sister spc spokesman spokesperson spokeswoman sultan supt warlord
    """.split()
)
_PARTICLES: Final = frozenset("bin ibn bint abu abd von van der den de da di du al el ul abdul".split())
# What may stand after a person's name as an apposition: "Rebecca Sears, 41,".
_LONGEST_NAME: Final = 5
_NO_SURNAME: Final = (
    HEADS
    | words.FACILITIES
    | words.STREETS
    | words.FEATURES
    | words.UNITS_AFTER
    | words.WEEKDAYS
    | words.MONTHS
    | words.FUNCTION_WORDS
    | words.COMPASS
    | {"city", "international", "national", "police", "state", "town", "village", "republic", "memorial"}
)


def persons(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The ranges of tokens that name persons, without their titles, in order and disjoint."""
    at = 0
    words_of = enumerate(zip(sentence.capitals, sentence.lowers, strict=True))
    for index in [index for index, (capital, lower) in words_of if capital or lower in TITLES]:
        if index >= at:
            at = _person_at(sentence, index)
            if at > index:
                yield _after_titles(sentence, index), at


def surnames(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """The words of a person's name by which the text may go on to call him or her, in lower case."""
    named = [sentence.lowers[at] for at in range(start, end) if sentence.capitals[at]]
    return frozenset(named[1:] if len(named) > 1 else named)


def _person_at(sentence: Sentence, index: int) -> int:
    """Where a person's name that starts here (with its titles) ends; `index` if none does."""
    start = _after_titles(sentence, index)
    if start > index:
        end = _name_end(sentence, start)
        return end if end > start else index
    if not sentence.capitals[index] or sentence.lowers[index] in _NO_SURNAME:
        return index
    end = _name_end(sentence, index)
    count = sum(sentence.capitals[index:end])
    if count < 2:
        return index
    return end if _looks_personal(sentence, index, end, count) else index


def _looks_personal(sentence: Sentence, start: int, end: int, count: int) -> bool:
    if sentence.lowers[start] in GIVEN_NAMES:
        return True
    has_initial = any(
        len(sentence.lowers[at]) == 1 for at in range(start + 1, end - 1) if sentence.capitals[at]
    )
    speaks = not sentence.is_headline and sentence.word(end) in words.SPEECH
    return count <= 3 and (has_initial or speaks or _has_age(sentence, end))


def _has_age(sentence: Sentence, end: int) -> bool:
    """Whether a comma, an age and another comma follow: "Rebecca Sears, 41, of Grovetown"."""
    following = sentence.lowers[end : end + 3]
    if len(following) < 3 or following[0] != "," or following[2] not in {",", "."}:
        return False
    return following[1].isascii() and following[1].isdigit() and 0 < int(following[1][:4]) < 120


def _after_titles(sentence: Sentence, index: int) -> int:
    """The first token after the titles that start here, full stops and hyphens included."""
    at = index
    while at < len(sentence) and sentence.lowers[at] in TITLES:
        at += 1
        while at < len(sentence) and sentence.lowers[at] in {".", "-"} and sentence.is_glued(at):
            at += 1
    return at


def _name_end(sentence: Sentence, start: int) -> int:
    """The end of the capitalised words from here that may be one person's name; `start` if none is."""
    end = at = start
    for _ in range(2 * _LONGEST_NAME):
        if at >= len(sentence):
            break
        lower = sentence.lowers[at]
        if sentence.capitals[at] and not _ends_name(sentence, at, start):
            end = at + 1
        elif not (lower in _PARTICLES and end > start) and not _joins(sentence, at):
            break
        at += 1
    return end


def _ends_name(sentence: Sentence, at: int, start: int) -> bool:
    lower = sentence.lowers[at]
    if lower in TITLES and at > start:
        return True
    return lower in _NO_SURNAME and lower not in _PARTICLES


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a mark holds two parts of a name together: the stop of an initial, a hyphen."""
    lower = sentence.lowers[at]
    if lower == ".":
        return (
            at > 0
            and len(sentence.lowers[at - 1]) <= 2
            and sentence.capitals[at - 1]
            and sentence.is_glued(at)
        )
    return lower == "-" and sentence.is_glued(at) and at + 1 < len(sentence) and sentence.is_glued(at + 1)
