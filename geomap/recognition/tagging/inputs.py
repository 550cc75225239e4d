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
_VERY_NAME: Final = 5
_MOST_WEIGHT: Final = 24
_OPENING: Final = 5


def place_numbers(read: ReadSentence) -> list[tuple[int, ...]]:
    """The numbers of a sentence's words at each of `PLACE_FIELDS`."""
    longest, own = _names(read)
    told = []
    for at, (name, alone) in enumerate(zip(longest, own, strict=True)):
        told.append(
            (
                *_of_name(at, name),
                *(_told(alone) if alone is not None else (0, 0)),
                _place(at, read.persons.get(at)),
                _place(at, read.bodies.get(at)),
            )
        )
    return told


def _names(read: ReadSentence) -> tuple[list[Candidate | None], list[Standing | None]]:
    """For each word the longest known name that it is part of, and what is known of it alone."""
    length = len(read.sentence)
    longest: list[Candidate | None] = [None] * length
    own: list[Standing | None] = [None] * length
    for candidate in read.candidates:
        start, end, standing = candidate.start, candidate.end, candidate.standing
        if standing.step != _VERY_NAME and not standing.demonym:
            continue
        if end == start + 1:
            own[start] = standing
        for at in range(start, end):
            other = longest[at]
            if other is None or end - start > other.end - other.start:
                longest[at] = candidate
    return longest, own


def _of_name(at: int, name: Candidate | None) -> tuple[int, int, int]:
    if name is None:
        return 0, 0, 0
    if name.end == name.start + 1:
        place = 1
    else:
        place = 2 if at == name.start else 4 if at == name.end - 1 else 3
    return place, *_told(name.standing)


def _told(standing: Standing) -> tuple[int, int]:
    return 1 + min(_MOST_WEIGHT, standing.weight), 1 + standing.kind


def _place(at: int, range_: Range | None) -> int:
    if range_ is None:
        return 0
    return 1 if at == range_[0] else 3 if at == range_[1] - 1 else 2


def flag_numbers(read: ReadSentence, document: ReadDocument) -> list[int]:
    """What is true of a sentence's words: a whole number each, with the bits of `FLAGS`."""
    sentence = read.sentence
    demonyms = _demonyms(read)
    ends = [token.end for token in sentence.tokens]
    glued = [False, *(token.start == end for token, end in zip(sentence.tokens[1:], ends, strict=False)), False]
    headline = int(sentence.is_headline)
    return [
        headline
        | (at == 0) << 1
        | (at < _OPENING and sentence.is_first(at)) << 2
        | glued[at] << 3
        | glued[at + 1] << 4
        | (lower in document.introduced) << 5
        | (lower in document.small) << 6
        | capital << 7
        | (at in demonyms) << 8
        | (capital and len(lower) > 1 and sentence.tokens[at][0].isupper()) << 9
        for at, (lower, capital) in enumerate(zip(sentence.lowers, sentence.capitals, strict=True))
    ]


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
