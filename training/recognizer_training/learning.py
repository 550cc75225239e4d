"""From examples to a judge: weights of words, clusters and letters, soft labels, and the forest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geomap.recognition.features import Knowledge, rows
from geomap.recognition.judge import Judge, filled, matrix, with_counted
from geomap.recognition.spelling import spelling

from .corpora import USAGE, Example
from .spelling_weights import spelling_weights
from .trees import Floats, Settings, Trees, grown
from .word_weights import cluster_weights, common_words, word_weights

# How much a candidate counts that its corpus leaves open.
_OPEN = 0.12
_FOLDS = 5
_FIRST = 120

Table = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that is learnt: weights of words, clusters and letters, the common words, and the trees."""

    words: dict[str, list[int | None]]
    clusters: list[tuple[int, ...]]
    letters: tuple[dict[str, int], int]
    common: frozenset[str]
    surnames: Sequence[str]
    trees: Trees

    def judge(self) -> Judge:
        """The judge that the product runs."""
        classes = with_counted(sorted(self.common), self.surnames)
        letters = spelling(*self.letters)
        knowledge = Knowledge(filled(self.words), classes, self.clusters, USAGE, letters)
        return Judge(knowledge, self.trees.forest())


class Labelled(NamedTuple):
    """Examples and a label for each of their candidates, between 0 and 1; NaN where nothing is known."""

    examples: Sequence[Example]
    labels: Sequence[Floats]

    def kept(self, numbers: Sequence[int]) -> Labelled:
        """Some of the examples."""
        return Labelled([self.examples[each] for each in numbers], [self.labels[each] for each in numbers])


def learnt(examples: Sequence[Example], surnames: Sequence[str], settings: Settings) -> Learnt:
    """Learn from all examples."""
    told = softened(examples, surnames, settings)
    return fitted(told, tables(told, surnames), surnames, settings)


def softened(examples: Sequence[Example], surnames: Sequence[str], settings: Settings) -> Labelled:
    """The examples' labels; what partial corpora leave open gets the belief of a judge of the others."""
    labels = [example.labels for example in examples]
    everything = Labelled(examples, labels)
    whole = everything.kept([at for at, example in enumerate(examples) if not example.is_partial])
    if len(whole.examples) in {0, len(examples)}:
        return everything
    judge = fitted(whole, tables(whole, surnames), surnames, replace(settings, trees=_FIRST)).judge()
    return Labelled(examples, [_softened(example, judge) for example in examples])


def _softened(example: Example, judge: Judge) -> Floats:
    """The labels of an example, with a belief (in 64ths) where its corpus does not tell."""
    if not np.isnan(example.labels).any():
        return example.labels
    beliefs = np.round(64 / (1 + np.exp(-np.array(judge(example.read))))) / 64
    return np.where(np.isnan(example.labels), beliefs, example.labels)


def fitted(told: Labelled, of_each: Sequence[Table], surnames: Sequence[str], settings: Settings) -> Learnt:
    """Learn from labels, and from the table of each example."""
    common = common_words(told.examples)
    return Learnt(
        word_weights(*told, common),
        cluster_weights(*told),
        spelling_weights(*told, importance(told.examples)),
        common,
        surnames,
        _grown(told, of_each, settings),
    )


def _grown(told: Labelled, of_each: Sequence[Table], settings: Settings) -> Trees:
    known = np.concatenate(told.labels)
    kept = ~np.isnan(known)
    weights = np.concatenate(importance(told.examples))
    return grown(np.concatenate(list(of_each))[kept], known[kept], weights[kept], settings)


def tables(told: Labelled, surnames: Sequence[str]) -> list[Table]:
    """The rows of all examples, each with the weights that the other folds teach.

    So no document's labels stand in its own rows.
    """
    common = common_words(told.examples)
    classes = with_counted(sorted(common), surnames)
    by_fold = []
    for fold in range(_FOLDS):
        others = told.kept([at for at, example in enumerate(told.examples) if example.fold != fold])
        by_fold.append(_knowledge(others, common, classes))
    return [matrix(rows(example.read, by_fold[example.fold])) for example in told.examples]


def _knowledge(told: Labelled, common: frozenset[str], classes: Mapping[str, int]) -> Knowledge:
    letters = spelling(*spelling_weights(*told, importance(told.examples)))
    return Knowledge(filled(word_weights(*told, common)), classes, cluster_weights(*told), USAGE, letters)


def importance(examples: Sequence[Example]) -> list[Floats]:
    """How much each candidate counts."""
    return [np.where(np.isnan(example.labels), _OPEN, 1.0) for example in examples]
