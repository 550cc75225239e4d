"""Pairing two lists one to one so that the pairs' weights add up to the most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


def best_pairs(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The (row, column) pairs whose weights add up to the most, in the order of rows.

    ``weights[row][column]`` is 0 where the two may not be paired, else above 0. The same weights always give
    the same pairs. By the Hungarian method of Kuhn and Munkres, in time of rows² × (rows + columns).
    """
    if not weights:
        return []
    board = _Board.of(weights)
    for row in range(len(weights)):
        board.seat(row)
    pairs = sorted((row, column) for column, row in enumerate(board.seated[:-1]))
    return [(row, column) for row, column in pairs if row >= 0 and board.costs[row][column] < 0]


@dataclass(slots=True)
class _Board:
    """Rows seated on columns so far, at the least cost, and the potentials that prove it.

    The last column is where a row waits while it is being seated; -1 stands for no row.
    """

    costs: list[list[int]]
    row_potentials: list[int]
    column_potentials: list[int]
    seated: list[int]

    @classmethod
    def of(cls, weights: Sequence[Sequence[int]]) -> _Board:
        rows = len(weights)
        # As many columns of no worth as rows: whoever is better left alone sits there.
        costs = [[-weight for weight in row] + [0] * rows for row in weights]
        width = len(costs[0]) + 1
        return cls(costs, [0] * rows, [0] * width, [-1] * width)

    def seat(self, row: int) -> None:
        """Seat one more row, moving others along the cheapest path to a free column."""
        waiting = len(self.seated) - 1
        self.seated[waiting] = row
        before: dict[int, int] = {}
        slack: dict[int, int] = {}
        open_columns, reached = set(range(waiting)), [waiting]
        while self.seated[reached[-1]] >= 0:
            self._look(reached[-1], open_columns, slack, before)
            nearest = min(open_columns, key=lambda column: (slack[column], column))
            self._pay(slack[nearest], reached, open_columns, slack)
            open_columns.discard(nearest)
            reached.append(nearest)
        column = reached[-1]
        while column != waiting:
            self.seated[column] = self.seated[before[column]]
            column = before[column]
        self.seated[waiting] = -1

    def _look(self, reached: int, columns: set[int], slack: dict[int, int], before: dict[int, int]) -> None:
        """See what it would cost the row of the column reached to move to each open column."""
        row = self.seated[reached]
        for column in columns:
            cost = self.costs[row][column] - self.row_potentials[row] - self.column_potentials[column]
            if column not in slack or cost < slack[column]:
                slack[column], before[column] = cost, reached

    def _pay(self, price: int, reached: list[int], columns: set[int], slack: dict[int, int]) -> None:
        for column in reached:
            self.row_potentials[self.seated[column]] += price
            self.column_potentials[column] -= price
        for column in columns:
            slack[column] -= price
