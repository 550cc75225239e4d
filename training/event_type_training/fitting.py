"""Multinomial logistic regression with a ridge, by L-BFGS; the loss is convex, so that it has one minimum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from event_type_training.examples import Example

Array = NDArray[np.float64]

_RIDGE = 0.3
_STEPS = 150
_MEMORY = 8
_ENOUGH = 1e-5
# A feature that we never wrote is kept only if so many sentences of the corpus have it.
_FROM_CORPUS = 4
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Fitted:
    """Log odds by feature and type, and the types' starts."""

    types: tuple[str, ...]
    features: tuple[str, ...]
    weights: Array
    start: Array


def fitted(examples: Sequence[Example]) -> Fitted:
    """Learn from examples; the same examples in the same order give the same weights."""
    types = tuple(sorted({each.type for each in examples}))
    names = _vocabulary(examples)
    loss = _Loss(examples, names, types)
    best = _minimised(loss, np.zeros((len(names) + 1) * len(types)))
    table = best.reshape(len(names) + 1, len(types))
    return Fitted(types, names, table[:-1], table[-1])


def _vocabulary(examples: Sequence[Example]) -> tuple[str, ...]:
    counts = Counter(name for each in examples for name in each.features)
    ours = {name for each in examples if each.is_ours for name in each.features}
    kept = (name for name, count in counts.items() if count >= (_LEAST if name in ours else _FROM_CORPUS))
    return tuple(sorted(kept))


class _Loss:
    """The ridge loss of the examples and its gradient, over a table of features by types."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str], types: Sequence[str]) -> None:
        number = {name: at for at, name in enumerate(names)}
        rows = [sorted(number[name] for name in each.features if name in number) for each in examples]
        # The last row of the table is the types' start, which every example has.
        rows = [[*row, len(names)] for row in rows]
        self.columns = np.array([at for row in rows for at in row])
        self.starts = np.cumsum([0, *map(len, rows)])[:-1]
        owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        order = np.argsort(self.columns, kind="stable")
        self.owners = owners[order]
        self.groups = np.searchsorted(self.columns[order], np.arange(len(names) + 1))
        self.gold = np.array([types.index(each.type) for each in examples])
        self.counts = np.array([each.weight for each in examples])
        self.shape = (len(names) + 1, len(types))

    def __call__(self, flat: Array) -> tuple[float, Array]:
        table = flat.reshape(self.shape)
        scores = np.add.reduceat(table[self.columns], self.starts, axis=0)
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        every = np.arange(len(self.gold))
        ridge = table.copy()
        ridge[-1] = 0.0
        value = -(self.counts * np.log(shares[every, self.gold])).sum() + _RIDGE / 2 * (ridge**2).sum()
        shares[every, self.gold] -= 1.0
        shares *= self.counts[:, None]
        slope = np.add.reduceat(shares[self.owners], self.groups, axis=0) + _RIDGE * ridge
        return float(value), slope.ravel()


def _minimised(loss: _Loss, flat: Array) -> Array:
    value, slope = loss(flat)
    moves: list[tuple[Array, Array]] = []
    for _ in range(_STEPS):
        way = _direction(slope, moves)
        length = 1.0
        new_value, new_slope = loss(flat - way)
        while new_value > value - 1e-4 * length * float(slope @ way) and length > 1e-6:
            length /= 2
            new_value, new_slope = loss(flat - length * way)
        moves = [*moves[1 - _MEMORY :], (-length * way, new_slope - slope)]
        flat = flat - length * way
        is_done = value - new_value < _ENOUGH * value
        value, slope = new_value, new_slope
        if is_done:
            break
    return flat


def _direction(slope: Array, moves: Sequence[tuple[Array, Array]]) -> Array:
    """The two loops of L-BFGS."""
    if not moves:
        steepness: float = np.abs(slope).sum()
        return slope / steepness
    way = slope.copy()
    shares: list[float] = []
    for move, bend in reversed(moves):
        shares.append(float(move @ way) / float(move @ bend))
        way -= shares[-1] * bend
    move, bend = moves[-1]
    way *= float(move @ bend) / float(bend @ bend)
    for (move, bend), share in zip(moves, reversed(shares), strict=True):
        way += move * (share - float(bend @ way) / float(move @ bend))
    return way
