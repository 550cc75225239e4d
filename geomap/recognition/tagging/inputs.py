"""What the tagger is told of the words of a sentence where they stand, and of each candidate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geomap.recognition.reading import Candidate, Range, ReadDocument, ReadSentence
from geomap.recognition.standing import Standing

#: Numbers of a word where it stands, and how many values each takes: its place in the longest name that the
#: gazetteer holds, that name's weight and kind, those of the word alone, its place in a person and in a body.
PLACE_FIELDS: Final = {
    "name": 5,
    "name_weight": 26,
    "name_kind": 11,
    "own_weight": 26,
    "own_kind": 11,
    "person": 4,
    "body": 4,
}
#: The numbers of a row that holds no word.
NOWHERE: Final = (0,) * len(PLACE_FIELDS)
#: What is true of a word where it stands, a bit each.
FLAGS: Final = (
    *("headline", "first", "opens", "glued", "glued_after"),
    *("introduced", "in_small", "capital", "demonym", "all_capitals"),
)
#: Numbers of a candidate, and how many values each takes.
CANDIDATE_FIELDS: Final = {
    "step": 6,
    "weight": 25,
    "kind": 10,
    "places": 6,
    "is_main": 2,
    "demonym": 2,
    "governs": 2,
    "is_whole": 2,
    "tokens": 7,
    "population": 10,
    "capitals_before": 5,
    "capitals_after": 5,
}
_FIRST: Final = 1 << FLAGS.index("first")
_GLUED: Final = 1 << FLAGS.index("glued")
_GLUED_AFTER: Final = 1 << FLAGS.index("glued_after")
_INTRODUCED: Final = 1 << FLAGS.index("introduced")
_IN_SMALL: Final = 1 << FLAGS.index("in_small")
_CAPITAL: Final = 1 << FLAGS.index("capital")
_DEMONYM: Final = 1 << FLAGS.index("demonym")
_ALL_CAPITALS: Final = _CAPITAL | 1 << FLAGS.index("all_capitals")
_VERY_NAME: Final = 5
_MOST_WEIGHT: Final = 24
_OPENING: Final = 5


def place_numbers(read: ReadSentence) -> list[tuple[int, ...]]:
    """The numbers of a sentence's words at each of `PLACE_FIELDS`."""
    longest, own = _names(read)
    persons, bodies = read.persons, read.bodies
    told = [NOWHERE] * len(read.sentence)
    for at in {*longest, *persons, *bodies}:
        told[at] = (
            *_of_name(at, longest.get(at)),
            *own.get(at, (0, 0)),
            _place(at, persons.get(at)),
            _place(at, bodies.get(at)),
        )
    return told


def _names(read: ReadSentence) -> tuple[dict[int, Candidate], dict[int, tuple[int, int]]]:
    """By word the longest known name that it is part of, and the weight and kind of the word alone."""
    longest: dict[int, Candidate] = {}
    own: dict[int, tuple[int, int]] = {}
    for candidate in read.candidates:
        start, end, standing = candidate.start, candidate.end, candidate.standing
        if standing.step != _VERY_NAME and not standing.demonym:
            continue
        if end == start + 1:
            own[start] = _told(standing)
        for at in range(start, end):
            other = longest.get(at)
            if other is None or end - start > other.end - other.start:
                longest[at] = candidate
    return longest, own


def _of_name(at: int, name: Candidate | None) -> tuple[int, int, int]:
    if name is None:
        return 0, 0, 0
    return _place_of(at, name), *_told(name.standing)


def _place_of(at: int, name: Candidate) -> int:
    """1 the only word of a name, 2 its first, 4 its last, 3 one between."""
    if name.end == name.start + 1:
        return 1
    return 2 if at == name.start else 4 if at == name.end - 1 else 3


def _told(standing: Standing) -> tuple[int, int]:
    return 1 + min(_MOST_WEIGHT, standing.weight), 1 + standing.kind


def _place(at: int, named: Range | None) -> int:
    """1 the first word of a longer name, 3 its last one, 2 one between; 0 outside of any."""
    if named is None:
        return 0
    return 1 if at == named[0] else 3 if at == named[1] - 1 else 2


def flag_numbers(read: ReadSentence, document: ReadDocument) -> list[int]:
    """What is true of a sentence's words: a whole number each, with the bits of `FLAGS`."""
    sentence, introduced, small = read.sentence, document.introduced, document.small
    headline = int(sentence.is_headline)
    told: list[int] = []
    end = -1
    for lower, capital, token in zip(sentence.lowers, sentence.capitals, sentence.tokens, strict=True):
        flags = headline
        if token.start == end:
            flags |= _GLUED
            told[-1] |= _GLUED_AFTER
        if lower in small:
            flags |= _IN_SMALL
        if capital:
            flags |= _ALL_CAPITALS if len(lower) > 1 and token.text.isupper() else _CAPITAL
        if lower in introduced:
            flags |= _INTRODUCED
        told.append(flags)
        end = token.end
    told[0] |= _FIRST
    for at in range(min(_OPENING, len(told))):
        told[at] |= sentence.is_first(at) << FLAGS.index("opens")
    for at in _demonyms(read):
        told[at] |= _DEMONYM
    return told


def _demonyms(read: ReadSentence) -> frozenset[int]:
    found = (each for each in read.candidates if each.standing.demonym)
    return frozenset(at for each in found for at in range(each.start, each.end))


def candidate_numbers(candidates: Sequence[Candidate]) -> list[tuple[int, ...]]:
    """The numbers of candidates at each of `CANDIDATE_FIELDS`."""
    return [
        (
            standing.step,
            min(_MOST_WEIGHT, standing.weight),
            standing.kind,
            min(5, standing.places),
            standing.is_main,
            int(bool(standing.demonym)),
            standing.governs,
            int(is_whole),
            min(6, end - start),
            min(9, standing.population // 10),
            min(4, start - chunk.start),
            min(4, chunk.end - end),
        )
        for start, end, _, is_whole, chunk, standing in candidates
    ]
