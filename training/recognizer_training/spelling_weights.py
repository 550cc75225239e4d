"""Weights of groups of letters: a logistic regression of places on how their words are spelt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np

from geomap.recognition.spelling import PARTS, letters

from .corpora import Example
from .trees import Floats, Integers

# Groups of letters of fewer documents would be the names of these documents.
_LEAST_DOCUMENTS = 3
# The weights' variance under the prior and the steps of descent; chosen by cross-validation.
_VARIANCE, _STEPS = 0.3, 60
_FINE = 4096


def spelling_weights(
    examples: Sequence[Example], labels: Sequence[Floats], importance: Sequence[Floats]
) -> tuple[dict[str, int], int]:
    """The weight of each group of letters in 1/1024 of log odds, and what all names start with."""
    numbers = _numbers(examples)
    names = [name for example in examples for name in _names(example)]
    found = [[numbers[group] for group in _groups(*name) if group in numbers] for name in names]
    row = np.repeat(np.arange(len(found)), [len(each) for each in found])
    group = np.fromiter((number for each in found for number in each), dtype=np.int64, count=len(row))
    known = np.concatenate(list(labels))
    weights = np.where(np.isnan(known), 0.0, np.concatenate(list(importance)))
    base, told = _regressed((row, group), np.nan_to_num(known), weights, len(numbers))
    return {name: round(PARTS * float(told[number])) for name, number in numbers.items()}, round(PARTS * base)


def _names(example: Example) -> Iterator[tuple[str, str]]:
    for read in example.read.sentences:
        for candidate in read.candidates:
            yield read.sentence.lowers[candidate.start], read.sentence.lowers[candidate.end - 1]


@lru_cache(maxsize=100_000)
def _groups(first: str, last: str) -> tuple[str, ...]:
    return tuple(sorted({*letters(first, "1")}) + sorted({*letters(last, "2")}))


def _numbers(examples: Sequence[Example]) -> Mapping[str, int]:
    counts = Counter(
        group
        for example in examples
        for group in {group for name in set(_names(example)) for group in _groups(*name)}
    )
    kept = sorted(group for group, count in counts.items() if count >= _LEAST_DOCUMENTS)
    return {group: number for number, group in enumerate(kept)}


def _regressed(
    pairs: tuple[Integers, Integers], labels: Floats, weights: Floats, count: int
) -> tuple[float, Floats]:
    """Nesterov's accelerated descent, each weight by its own curvature; beliefs are rounded as trees' are."""
    row, group = pairs
    share = float((weights * labels).sum() / weights.sum())
    base = float(np.log(share / (1 - share)))
    most = np.bincount(row, minlength=len(labels)).max(initial=1)
    curvature = np.bincount(group, weights[row] / 4, count) * most + 1 / _VARIANCE
    told, ahead, pace = np.zeros(count), np.zeros(count), 1.0
    for _ in range(_STEPS):
        scores = base + np.bincount(row, ahead[group], len(labels))
        beliefs = np.round(_FINE / (1 + np.exp(-scores))) / _FINE
        gradient = np.bincount(group, (weights * (labels - beliefs))[row], count) - ahead / _VARIANCE
        stepped = ahead + gradient / curvature
        quicker = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = stepped + (pace - 1) / quicker * (stepped - told)
        told, pace = stepped, quicker
    return base, told
