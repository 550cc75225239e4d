"""The tagger's network in whole numbers: every sum is exact, so that it is the same on every machine.

Activations are whole numbers of 1/128 from 0 to 1023. Weights are whole numbers of a power of two, small
enough that no sum of products reaches 2^24: up to there 32-bit floats, in which matrices are multiplied
fast, hold every whole number, in whatever order they are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

#: The most that an activation may be, and how many parts of one it counts.
MOST: Final = 1023
PARTS: Final = 128
# Activations in a sixteenth, in which log odds are told.
_SIXTEENTHS: Final = PARTS // 16
#: How far the words are that each layer looks at on either side.
REACHES: Final = (1, 1, 2, 2)
#: So many rows of nothing between two sentences keep them apart.
APART: Final = max(REACHES)


@dataclass(frozen=True, slots=True)
class Layer:
    """A matrix and what is added, in whole numbers of 1/`parts`; the sum is in parts of `PARTS` again."""

    weights: Floats
    added: Floats
    parts: int

    def __call__(self, inputs: Floats) -> Floats:
        """The outputs before any bound."""
        return self.scaled(inputs @ self.weights + self.added)

    def scaled(self, sums: Floats) -> Floats:
        """Sums of products as activations; `parts` is a power of two, so that only the rounding rounds."""
        found: Floats = np.rint(sums / np.float32(self.parts))
        return found


@dataclass(frozen=True, slots=True)
class Network:
    """The layers: words in their order, a candidate by its words, all candidates of a name, the answer."""

    convolutions: Sequence[Layer]
    span: Layer
    company: Layer
    hidden: Layer
    answer: Layer

    def words(self, inputs: Floats, is_word: Floats) -> Floats:
        """What each word says where it stands; rows that are no word (0 in `is_word`) stay nothing."""
        found = bounded(inputs) * is_word
        for reach, layer in zip(REACHES, self.convolutions, strict=True):
            nothing = np.zeros((reach, found.shape[1]), dtype=np.float32)
            before = np.concatenate((nothing, found[:-reach]))
            after = np.concatenate((found[reach:], nothing))
            told = bounded(layer(np.concatenate((before, found, after), axis=1)))
            found = np.minimum(found + told, np.float32(MOST)) * is_word
        return found

    def spans(self, words: Floats, starts: Integers, ends: Integers, known: Floats) -> Floats:
        """What the words in and about each candidate say, with what is `known` of it by its name."""
        sums = np.zeros((len(words) + 1, words.shape[1]), dtype=np.float64)
        np.cumsum(words, axis=0, out=sums[1:])
        within = np.rint((sums[ends] - sums[starts]) / (ends - starts)[:, None]).astype(np.float32)
        about = (words[starts - 1], words[starts], within, words[ends - 1], words[ends])
        sums_of = np.concatenate(about, axis=1) @ self.span.weights + self.span.added
        return bounded(self.span.scaled(sums_of + known))

    def answers(self, spans: Floats, names: Integers) -> Integers:
        """The log odds of each candidate in 1/16; those with the same number in `names` share a name."""
        told = bounded(self.company(spans))
        best = np.zeros((int(names.max()) + 1, told.shape[1]), dtype=np.float32)
        np.maximum.at(best, names, told)
        hidden = bounded(self.hidden(np.concatenate((spans, best[names]), axis=1)))
        found: Integers = np.rint(self.answer(hidden)[:, 0] / np.float32(_SIXTEENTHS)).astype(np.int64)
        return found


def bounded(values: Floats) -> Floats:
    """Activations: nothing below 0, and no more than `MOST`."""
    return np.minimum(np.maximum(values, np.float32(0)), np.float32(MOST))
