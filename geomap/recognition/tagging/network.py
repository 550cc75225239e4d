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
        sums: Floats = inputs @ self.weights
        return self.scaled(sums)

    def scaled(self, products: Floats) -> Floats:
        """Sums of products as activations, in their place; `parts` is a power of two: nothing else rounds."""
        products += self.added
        products *= np.float32(1 / self.parts)
        return np.rint(products, out=products)


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
        rows, width = inputs.shape
        # Rows of nothing before and after, so that those beside all rows are a part of one array.
        padded = np.zeros((rows + 2 * APART, width), dtype=np.float32)
        found = padded[APART : APART + rows]
        np.multiply(bounded(inputs), is_word, out=found)
        read = np.empty((rows, 3, width), dtype=np.float32)
        for reach, layer in zip(REACHES, self.convolutions, strict=True):
            for place, first in enumerate((APART - reach, APART, APART + reach)):
                read[:, place] = padded[first : first + rows]
            found += bounded(layer(read.reshape(rows, -1)))
            np.minimum(found, np.float32(MOST), out=found)
            found *= is_word
        return found

    def spans(self, words: Floats, starts: Integers, ends: Integers, known: Floats) -> Floats:
        """What the words in and about each candidate say, with what is `known` of it by its name."""
        firsts = words[starts]
        about = (words[starts - 1], firsts, _means(words, firsts, starts, ends), words[ends - 1], words[ends])
        products = np.concatenate(about, axis=1) @ self.span.weights
        products += known
        return bounded(self.span.scaled(products))

    def answers(self, spans: Floats, names: Integers) -> Integers:
        """The log odds of each candidate in 1/16; those with the same number in `names` share a name."""
        told = bounded(self.company(spans))
        best = np.zeros((int(names.max()) + 1, told.shape[1]), dtype=np.float32)
        np.maximum.at(best, names, told)
        hidden = bounded(self.hidden(np.concatenate((spans, best[names]), axis=1)))
        found: Integers = np.rint(self.answer(hidden)[:, 0] / np.float32(_SIXTEENTHS)).astype(np.int64)
        return found


def _means(words: Floats, firsts: Floats, starts: Integers, ends: Integers) -> Floats:
    """The mean of each candidate's words; of most the first is the only one."""
    means = firsts.copy()
    longer = np.flatnonzero(ends - starts > 1)
    if len(longer):
        starts, ends = starts[longer], ends[longer]
        # Every second sum is of what stands between two candidates.
        sums = np.add.reduceat(words, np.stack((starts, ends), axis=1).ravel(), axis=0)[::2]
        means[longer] = np.rint(sums / (ends - starts)[:, None])
    return means


def bounded(values: Floats) -> Floats:
    """Activations: nothing below 0, and no more than `MOST`."""
    found = np.maximum(values, np.float32(0))
    return np.minimum(found, np.float32(MOST), out=found)
