"""From examples to a judge: word weights, soft labels for what a corpus leaves open, and the forest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geomap.recognition.features import rows
from geomap.recognition.judge import Judge, filled, matrix, with_counted

from .corpora import Example
from .trees import Floats, Settings, Trees, grown
from .word_weights import common_words, word_weights

# How much a candidate counts that its corpus leaves open, and one of a partly annotated corpus.
_OPEN, _PARTIAL = 0.12, 1.0
_FOLDS = 5
_FIRST = 120


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that is learnt: the weights of words, the common words, and the trees."""

    weights: dict[str, list[int | None]]
    common: frozenset[str]
    surnames: Sequence[str]
    trees: Trees

    def judge(self) -> Judge:
        """The judge that the product runs."""
        return Judge(
            filled(self.weights), with_counted(sorted(self.common), self.surnames), self.trees.forest()
        )


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
    by_fold = _weights_by_fold(examples, labels, common)
    matrices = [matrix(rows(example.read, by_fold[example.fold], classes)) for example in examples]
    joined = np.concatenate(matrices)
    known = np.concatenate(list(labels))
    told = ~np.isnan(known)
    trees = grown(joined[told], known[told], np.concatenate(_importance(examples))[told], settings)
    return Learnt(word_weights(examples, labels, common), common, surnames, trees)


def _weights_by_fold(
    examples: Sequence[Example], labels: Sequence[Floats], common: frozenset[str]
) -> list[dict[str, tuple[int, ...]]]:
    """For each fold the word weights of the others, so that no document's labels stand in its own rows."""
    found = []
    for fold in range(_FOLDS):
        kept = [number for number, example in enumerate(examples) if example.fold != fold]
        found.append(
            filled(
                word_weights(
                    [examples[number] for number in kept], [labels[number] for number in kept], common
                )
            )
        )
    return found


def _importance(examples: Sequence[Example]) -> list[Floats]:
    return [
        np.where(np.isnan(example.labels), _OPEN, 1.0) * (_PARTIAL if example.is_partial else 1.0)
        for example in examples
    ]
