"""From examples to a judge: word weights, soft labels for what a corpus leaves open, and the forest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from geomap.recognition.features import Knowledge, rows
from geomap.recognition.judge import Judge, filled, matrix, with_counted

from .corpora import USAGE, Example
from .trees import Floats, Settings, Trees, grown
from .word_weights import cluster_weights, common_words, word_weights

# How much a candidate counts that its corpus leaves open, and one of a partly annotated corpus.
_OPEN, _PARTIAL = 0.12, 1.0
_FOLDS = 5
_FIRST = 120


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that is learnt: the weights of words, the common words, and the trees."""

    weights: dict[str, list[int | None]]
    clusters: list[tuple[int, ...]]
    common: frozenset[str]
    surnames: Sequence[str]
    trees: Trees

    def judge(self) -> Judge:
        """The judge that the product runs."""
        classes = with_counted(sorted(self.common), self.surnames)
        return Judge(Knowledge(filled(self.weights), classes, self.clusters, USAGE), self.trees.forest())


def learnt(examples: Sequence[Example], surnames: Sequence[str], settings: Settings) -> Learnt:
    """Learn from all examples; what partial corpora leave open gets the belief of a model of the others."""
    labels = [example.labels for example in examples]
    whole = [example for example in examples if not example.is_partial]
    if not whole or len(whole) == len(examples):
        return _fitted(examples, labels, surnames, settings)
    first = _fitted(
        whole, [example.labels for example in whole], surnames, replace(settings, trees=_FIRST)
    ).judge()
    softened = [_softened(example, first) for example in examples]
    return _fitted(examples, softened, surnames, settings)


def _softened(example: Example, judge: Judge) -> Floats:
    """The labels of an example, with a belief (in 64ths) where its corpus does not tell."""
    if not np.isnan(example.labels).any():
        return example.labels
    beliefs = np.round(64 / (1 + np.exp(-np.array(judge(example.read))))) / 64
    return np.where(np.isnan(example.labels), beliefs, example.labels)


def _fitted(
    examples: Sequence[Example], labels: Sequence[Floats], surnames: Sequence[str], settings: Settings
) -> Learnt:
    common = common_words(examples)
    classes = with_counted(sorted(common), surnames)
    by_fold = _knowledge_by_fold(examples, labels, common, classes)
    matrices = [matrix(rows(example.read, by_fold[example.fold])) for example in examples]
    joined = np.concatenate(matrices)
    known = np.concatenate(list(labels))
    told = ~np.isnan(known)
    trees = grown(joined[told], known[told], np.concatenate(_importance(examples))[told], settings)
    return Learnt(
        word_weights(examples, labels, common), cluster_weights(examples, labels), common, surnames, trees
    )


def _knowledge_by_fold(
    examples: Sequence[Example],
    labels: Sequence[Floats],
    common: frozenset[str],
    classes: Mapping[str, int],
) -> list[Knowledge]:
    """For each fold the word weights of the others, so that no document's labels stand in its own rows."""
    found = []
    for fold in range(_FOLDS):
        kept = [number for number, example in enumerate(examples) if example.fold != fold]
        parts = [examples[number] for number in kept], [labels[number] for number in kept]
        weights = filled(word_weights(*parts, common))
        found.append(Knowledge(weights, classes, cluster_weights(*parts), USAGE))
    return found


def _importance(examples: Sequence[Example]) -> list[Floats]:
    return [
        np.where(np.isnan(example.labels), _OPEN, 1.0) * (_PARTIAL if example.is_partial else 1.0)
        for example in examples
    ]
