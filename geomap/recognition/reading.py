"""A document read for candidates: each span that may be a place, with what the document knows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from geomap.recognition import words
from geomap.recognition.organisations import organisations
from geomap.recognition.persons import persons, surnames
from geomap.recognition.sentence import Sentence
from geomap.recognition.spans import Chunk, chunks, joined, ranges
from geomap.recognition.standing import Standing

Range = tuple[int, int]
Known = Callable[[str, bool], Standing]
_VERY_NAME: Final = 5


class Candidate(NamedTuple):
    """A range of tokens of a sentence that may name a place, its text, and what the gazetteer says of it.

    `is_whole` tells whether the words about it allow a name to begin and to end there.
    """

    start: int
    end: int
    name: str
    is_whole: bool
    chunk: Chunk
    standing: Standing


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with its candidates by start and end, and by token the persons and bodies named in it."""

    sentence: Sentence
    candidates: tuple[Candidate, ...]
    persons: Mapping[int, Range]
    bodies: Mapping[int, Range]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The sentences read, with the surnames introduced in them and the words in small letters."""

    sentences: tuple[ReadSentence, ...]
    introduced: frozenset[str]
    small: frozenset[str]


def read_document(sentences: Sequence[Sentence], known: Known) -> ReadDocument:
    """Read all sentences of a document for candidates."""
    read = tuple(_read(sentence, known) for sentence in sentences)
    introduced = frozenset(
        name
        for one in read
        for person in set(one.persons.values())
        for name in surnames(one.sentence, *person)
    )
    return ReadDocument(read, introduced, _small_words(sentences))


def _read(sentence: Sentence, known: Known) -> ReadSentence:
    found: list[Candidate] = []
    for chunk in chunks(sentence):
        found.extend(_candidates(sentence, chunk, known))
    if not found:
        return ReadSentence(sentence, (), {}, {})
    return ReadSentence(
        sentence, tuple(found), by_token(persons(sentence)), by_token(organisations(sentence))
    )


def _candidates(sentence: Sentence, chunk: Chunk, known: Known) -> Iterator[Candidate]:
    for start, end, is_whole in ranges(sentence, chunk):
        name = joined(sentence, start, end)
        standing = known(name, is_whole)
        unit = sentence.word(end)
        if is_whole and unit in words.UNITS_AFTER and not sentence.is_glued(end):
            standing = max(standing, known(f"{name} {unit}", True), key=_as_unit)  # noqa: FBT003
        if is_whole or standing.step == _VERY_NAME or standing.demonym:
            yield Candidate(start, end, name, is_whole, chunk, standing)


def _as_unit(standing: Standing) -> tuple[bool, int]:
    return standing.is_unit, standing.weight


def by_token(ranges: Iterable[Range]) -> dict[int, Range]:
    """Each token's range, so that finding it takes the same time in a text of any length."""
    found: dict[int, Range] = {}
    for start, end in ranges:
        for at in range(start, end):
            found.setdefault(at, (start, end))
    return found


def _small_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    small: set[str] = set()
    for sentence in sentences:
        pairs = zip(sentence.lowers, sentence.tokens, strict=True)
        small.update([lower for lower, token in pairs if lower == token[0]])
    return frozenset([word for word in small if len(word) > 2 and word[0].isalpha()])
