"""Gradient boosting of oblivious trees on logistic loss: sums of whole numbers, the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geomap.forest import PARTS, Forest

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
# Gradients are rounded to so many parts: their sums are then exact, in whatever order they are made.
_FINE = 4096
_MOST_BINS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the forest is grown; chosen by cross-validation on the training halves."""

    trees: int = 200
    depth: int = 6
    rate: float = 0.1
    smoothing: float = 4.0
    columns: float = 0.25
    rows: int = 700  # of a thousand
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Trees:
    """What a forest is made of: where all rows start, and of each tree its questions and leaves."""

    base: int
    questions: list[list[tuple[int, int]]]
    leaves: list[list[int]]

    def forest(self) -> Forest:
        """The forest that the product runs."""
        return Forest(self.base, self.questions, self.leaves)


def grown(rows: NDArray[np.int16], labels: Floats, weights: Floats, settings: Settings) -> Trees:
    """Trees for labels between 0 and 1, one row and one weight each."""
    binned, thresholds = _binned(rows)
    numbers = _numbers(settings.seed)
    share = float(np.sum(np.round(weights * labels * _FINE)) / np.sum(np.round(weights * _FINE)))
    found = Trees(round(PARTS * float(np.log(share / (1 - share)))), [], [])
    scores = np.full(len(rows), found.base, dtype=np.int64)
    for _ in range(settings.trees):
        beliefs = np.round(_FINE / (1 + np.exp(-scores / PARTS))) / _FINE
        gradients = np.round((labels - beliefs) * weights * _FINE)
        curvatures = np.round(np.maximum(beliefs * (1 - beliefs), 1 / _FINE) * weights * _FINE)
        taken = _sampled(len(rows), next(numbers), settings.rows)
        columns = _chosen(thresholds, numbers, settings.columns)
        questions = _questions(
            binned[taken], columns, thresholds, (gradients[taken], curvatures[taken]), settings
        )
        leaf = _leaf(rows, questions)
        size = 1 << settings.depth
        gain = np.bincount(leaf[taken], gradients[taken], size)
        bend = np.bincount(leaf[taken], curvatures[taken], size)
        added = np.round(PARTS * settings.rate * gain / (bend + settings.smoothing * _FINE)).astype(np.int64)
        scores += added[leaf]
        found.questions.append(questions)
        found.leaves.append([int(each) for each in added])
    return found


def _binned(rows: NDArray[np.int16]) -> tuple[NDArray[np.uint8], list[Integers]]:
    binned = np.empty(rows.shape, dtype=np.uint8)
    thresholds = []
    for column in range(rows.shape[1]):
        values = rows[:, column]
        edges = np.unique(values)[:-1]
        if len(edges) >= _MOST_BINS:
            shares = np.linspace(0, 1, _MOST_BINS + 1)[1:-1]
            cuts = np.unique(np.quantile(values, shares, method="lower"))
            edges = cuts[cuts < values.max()]
        binned[:, column] = np.searchsorted(edges, values, side="left")
        thresholds.append(edges.astype(np.int64))
    return binned, thresholds


def _numbers(seed: int) -> Iterator[int]:
    """Pseudo-random numbers of Knuth's linear congruential generator (MMIX): the same everywhere."""
    state = seed
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 33


def _sampled(count: int, salt: int, share: int) -> Integers:
    mixed = np.arange(count, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(salt)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    return np.nonzero(mixed % np.uint64(1000) < np.uint64(share))[0]


def _chosen(thresholds: list[Integers], numbers: Iterator[int], share: float) -> list[int]:
    columns = [column for column, edges in enumerate(thresholds) if len(edges)]
    for last in range(len(columns) - 1, 0, -1):
        other = next(numbers) % (last + 1)
        columns[last], columns[other] = columns[other], columns[last]
    return sorted(columns[: max(1, int(share * len(columns)))])


def _questions(
    binned: NDArray[np.uint8],
    columns: list[int],
    thresholds: list[Integers],
    sums: tuple[Floats, Floats],
    settings: Settings,
) -> list[tuple[int, int]]:
    leaf = np.zeros(len(binned), dtype=np.int64)
    bins = {column: binned[:, column].astype(np.int64) for column in columns}
    questions = []
    for level in range(settings.depth):
        best, asked = -1.0, (columns[0], 0)
        for column in columns:
            gain, cut = _best_cut(
                (leaf, 1 << level), (bins[column], len(thresholds[column]) + 1), sums, settings.smoothing
            )
            if gain > best * (1 + 1e-12):
                best, asked = gain, (column, cut)
        column, cut = asked
        questions.append((column, int(thresholds[column][cut])))
        leaf = leaf * 2 + (bins[column] > cut)
    return questions


def _best_cut(
    leaves: tuple[Integers, int], bins: tuple[Integers, int], sums: tuple[Floats, Floats], smoothing: float
) -> tuple[float, int]:
    """The gain of the best cut between two bins, and the bin below it; leaves and bins with their numbers."""
    count = bins[1]
    keys = leaves[0] * count + bins[0]
    gradient, curvature = (
        np.bincount(keys, each, leaves[1] * count).reshape(leaves[1], count).cumsum(axis=1) for each in sums
    )
    least = smoothing * _FINE
    low, high = gradient[:, :-1], gradient[:, -1:] - gradient[:, :-1]
    low_bend, high_bend = curvature[:, :-1], curvature[:, -1:] - curvature[:, :-1]
    gains = (low * low / (low_bend + least) + high * high / (high_bend + least)).sum(axis=0)
    cut = int(gains.argmax())
    return float(gains[cut]), cut


def _leaf(rows: NDArray[np.int16], questions: list[tuple[int, int]]) -> Integers:
    leaf = np.zeros(len(rows), dtype=np.int64)
    for column, threshold in questions:
        leaf = leaf * 2 + (rows[:, column] > threshold)
    return leaf
