"""From examples to a linker: weights of words, made without the fold that they serve, and the forest."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from recognizer_training.trees import Settings, Trees, grown

from geomap.coding.linking.features import WORDS
from geomap.coding.linking.linker import Linker, matrix

from .examples import Example

if TYPE_CHECKING:
    from numpy.typing import NDArray

Weights = Mapping[str, Mapping[str, int]]
#: Chosen by cross-validation on the training half.
SETTINGS = Settings(trees=400, depth=4, rate=0.08)
_FOLDS = 5
_LEAST, _SMOOTHING, _MOST = 3, 4.0, 48


@dataclass(frozen=True, slots=True)
class Learnt:
    """The weights of words, in sixteenths of log odds, and the trees."""

    weights: Weights
    trees: Trees

    def linker(self) -> Linker:
        """The linker that the product runs."""
        return Linker(self.weights, self.trees.forest())


def learnt(examples: Sequence[Example], settings: Settings = SETTINGS) -> Learnt:
    """Learn from examples; no sentence's labels stand in its own rows."""
    by_fold = [word_weights([each for each in examples if each.fold != fold]) for fold in range(_FOLDS)]
    table = np.concatenate([matrix(each.rows, by_fold[each.fold]) for each in examples])
    labels = np.array([label for each in examples for label in each.labels], dtype=np.float64)
    return Learnt(word_weights(examples), grown(table, labels, _ones(labels), settings))


def _ones(labels: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.ones(len(labels))


def word_weights(examples: Sequence[Example]) -> Weights:
    """What each word says of a place beside it, by where it stands; rare words say nothing."""
    counts: dict[str, dict[str, list[int]]] = {name: defaultdict(lambda: [0, 0]) for name in WORDS}
    told = [(row, label) for each in examples for row, label in zip(each.rows, each.labels, strict=True)]
    for row, label in told:
        for name, word in zip(WORDS, row.words, strict=True):
            counts[name][word][int(label)] += 1
    share = sum(label for _, label in told) / max(1, len(told))
    return {name: _weighed(table, share) for name, table in counts.items()}


def _weighed(table: Mapping[str, Sequence[int]], share: float) -> dict[str, int]:
    prior = math.log(share / (1 - share))
    return {
        word: max(-_MOST, min(_MOST, round(16 * (_odds(others, places, share) - prior))))
        for word, (others, places) in sorted(table.items())
        if others + places >= _LEAST
    }


def _odds(others: int, places: int, share: float) -> float:
    return math.log((places + _SMOOTHING * share) / (others + _SMOOTHING * (1 - share)))
