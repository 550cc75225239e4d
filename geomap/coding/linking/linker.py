"""The learnt judgement: how likely each place of a sentence is the place of a deed told in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np

from geomap.coding.linking.features import NUMBERS, WORDS, Row, Weights, rows
from geomap.coding.linking.spots import Spot, listed_with
from geomap.coding.sentence import Sentence
from geomap.forest import Forest, read_forest

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The columns of the matrix that the forest reads.
COLUMNS: Final = (*NUMBERS, *(f"word_{name}" for name in WORDS))
# Log odds from which the likeliest place is taken, and from which others beside it; chosen by
# cross-validation on the training half, where the token F1 is flat.
THRESHOLD: Final = -0.4
BESIDE: Final = 0.0


@dataclass(frozen=True, slots=True)
class Linker:
    """Learnt weights of words by where they stand, and the forest that weighs them with the rest."""

    weights: Mapping[str, Weights]
    forest: Forest

    def scores(self, sentence: Sentence, verb: int, places: Sequence[Spot]) -> list[float]:
        """The log odds that a deed told by the word `verb` happened at each of the places."""
        if not places:
            return []
        found = self.forest(matrix(rows(sentence, verb, places), self.weights))
        return [float(score) for score in found]

    def chosen(self, sentence: Sentence, verb: int, places: Sequence[Spot]) -> tuple[Spot, ...]:
        """The likeliest place first, and those that are likely beside it; none where none is likely."""
        scored = zip(self.scores(sentence, verb, places), range(len(places)), strict=True)
        ranked = sorted(scored, key=lambda each: (-each[0], each[1]))
        if not ranked or ranked[0][0] < THRESHOLD:
            return ()
        best = places[ranked[0][1]]
        beside = listed_with(sentence, places, ranked[0][1])
        return best, *(
            places[number] for score, number in ranked[1:] if score >= BESIDE or places[number] in beside
        )


def matrix(found: Sequence[Row], weights: Mapping[str, Weights]) -> NDArray[np.int16]:
    """The rows as one matrix of `COLUMNS`; a word that was not learnt weighs nothing."""
    learnt = [weights[name] for name in WORDS]
    numbers = [
        [*row.numbers, *(table.get(word, 0) for table, word in zip(learnt, row.words, strict=True))]
        for row in found
    ]
    return np.array(numbers, dtype=np.int16).reshape(len(found), len(COLUMNS))


@cache
def shipped_linker() -> Linker:
    """The linker of this package's weights, read once; see training/SOURCES.md."""
    weights: dict[str, dict[str, int]] = {name: {} for name in WORDS}
    for line in _lines("words.tsv"):
        name, word, weight = line.split("\t")
        weights[name][word] = int(weight)
    return Linker(weights, read_forest(_lines("forest.tsv"), COLUMNS))


def _lines(name: str) -> Iterator[str]:
    text = (files("geomap.coding.linking") / "weights" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("# "))
