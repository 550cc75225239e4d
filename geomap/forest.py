"""A forest of oblivious trees over whole numbers: the same sums on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Scores are log odds in this many parts.
PARTS: Final = 1024
# So many rows at once keep the memory small, however long a text is.
_ROWS: Final = 2048


class Forest:
    """Trees that ask the same questions at every branch of a level; a row's leaf is a number of bits.

    `questions` holds (column, threshold) pairs, a row a tree: a bit is set where the column is above the
    threshold. `leaves` holds what each leaf adds, in 1/1024 of log odds, and `base` what all rows start with.
    """

    def __init__(
        self, base: int, questions: Sequence[Sequence[tuple[int, int]]], leaves: Sequence[Sequence[int]]
    ) -> None:
        asked = np.array(questions, dtype=np.int64)
        self._base = base
        self._columns = asked[:, :, 0].T.ravel()
        self._thresholds = asked[:, :, 1].T.ravel().astype(np.int16)
        self._trees, self._depth = asked.shape[:2]
        self._leaves = np.array(leaves, dtype=np.int32).ravel()
        self._first = np.arange(self._trees, dtype=np.intp) << self._depth

    def __call__(self, rows: NDArray[np.int16]) -> NDArray[np.float64]:
        """The log odds of each row; a matrix of int16, rows by columns."""
        found = [self._scores(rows[start : start + _ROWS]) for start in range(0, len(rows), _ROWS)]
        return np.concatenate(found) if found else np.zeros(0)

    def _scores(self, rows: NDArray[np.int16]) -> NDArray[np.float64]:
        above = np.take(rows, self._columns, axis=1) > self._thresholds
        # The fewer bytes a leaf's number takes, the less time.
        leaf = np.zeros((len(rows), self._trees), dtype=np.min_scalar_type((1 << self._depth) - 1))
        for level in range(self._depth):
            leaf <<= 1
            leaf |= above[:, level * self._trees : (level + 1) * self._trees]
        scores: NDArray[np.float64] = (self._base + self._leaves[leaf + self._first].sum(axis=1)) / PARTS
        return scores


def read_forest(lines: Iterable[str], columns: Sequence[str]) -> Forest:
    """A forest from its text: where all rows start, then a tree a line: questions ("words>3") and leaves."""
    base, *trees = lines
    numbers = {name: number for number, name in enumerate(columns)}
    questions, leaves = [], []
    for tree in trees:
        *asked, added = tree.split("\t")
        pairs = (question.split(">") for question in asked)
        questions.append([(numbers[name], int(threshold)) for name, threshold in pairs])
        leaves.append([int(leaf) for leaf in added.split()])
    return Forest(int(base), questions, leaves)
