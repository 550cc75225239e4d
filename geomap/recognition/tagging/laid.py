"""A document laid out in rows, a word a row, as the tagger's network reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from geomap.recognition.reading import Candidate, ReadDocument, ReadSentence
from geomap.recognition.tagging.inputs import NOWHERE, flag_numbers, place_numbers
from geomap.recognition.tagging.network import APART

_NO_WORDS = ("",) * APART


@dataclass(slots=True)
class Laid:
    """The rows of a document's words, rows of no word between sentences, and where the candidates are."""

    texts: list[str] = field(default_factory=lambda: [*_NO_WORDS])
    places: list[tuple[int, ...]] = field(default_factory=lambda: [NOWHERE] * APART)
    flags: list[int] = field(default_factory=lambda: [0] * APART)
    candidates: list[Candidate] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, read: ReadSentence, document: ReadDocument) -> None:
        """Add a sentence, and rows of no word behind it."""
        first = len(self.texts)
        self.starts.extend([first + each.start for each in read.candidates])
        self.ends.extend([first + each.end for each in read.candidates])
        self.candidates.extend(read.candidates)
        self.texts.extend([token[0] for token in read.sentence.tokens])
        self.texts.extend(_NO_WORDS)
        self.places.extend(place_numbers(read))
        self.places.extend([NOWHERE] * APART)
        self.flags.extend(flag_numbers(read, document))
        self.flags.extend([0] * APART)

    def names(self) -> Iterator[int]:
        """A number for each candidate's name: the same for the same name."""
        numbers: dict[str, int] = {}
        for candidate in self.candidates:
            yield numbers.setdefault(candidate.name, len(numbers))


def laid(document: ReadDocument) -> Laid:
    """The sentences that hold candidates, in rows."""
    found = Laid()
    for read in document.sentences:
        if read.candidates:
            found.add(read, document)
    return found
