"""A table as lines of text: as wide as it needs, or fitted into the width of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

# A word of more letters than this is broken where the table is too wide.
_LONGEST_WORD: Final = 18

Cells = Sequence[Sequence[str]]


def lines_of(cells: Cells, width: int | None = None) -> Iterator[str]:
    """The lines of a table, its header first; where they exceed `width`, text wraps within its column.

    A table whose words alone are wider comes as narrow as its words allow.
    """
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    if width is None or _total(widths, gap=2) <= width:
        gap = 2
    else:
        gap = 1
        _squeeze(widths, _narrowest(cells), width)
    return (line for row in cells for line in _row_lines(row, widths, " " * gap))


def fitting(cells: Cells, width: int, spare: Sequence[str]) -> tuple[Cells, tuple[str, ...]]:
    """The cells without as many `spare` columns, the first first, as must go for the rest to fit.

    The second value names the columns that went.
    """
    narrowest = dict(zip(cells[0], _narrowest(cells), strict=True))
    left_out: list[str] = []
    while len(left_out) < len(spare) and _total(list(narrowest.values()), gap=1) > width:
        left_out.append(spare[len(left_out)])
        del narrowest[left_out[-1]]
    kept = [at for at, name in enumerate(cells[0]) if name in narrowest]
    return [[row[at] for at in kept] for row in cells], tuple(left_out)


def _total(widths: Sequence[int], gap: int) -> int:
    return sum(widths) + gap * (len(widths) - 1)


def _narrowest(cells: Cells) -> list[int]:
    """How narrow each column may become: its longest word, as far as that is no monster."""
    columns = zip(*cells, strict=True)
    words = [[word for text in column for word in text.split()] for column in columns]
    return [min(max(map(len, column), default=0), _LONGEST_WORD) for column in words]


def _squeeze(widths: list[int], narrowest: Sequence[int], width: int) -> None:
    """Take from the widest of the columns that can give, until the line fits or none can."""
    while _total(widths, gap=1) > width:
        giving = [at for at, least in enumerate(narrowest) if widths[at] > least]
        if not giving:
            return
        widths[max(giving, key=lambda at: widths[at])] -= 1


def _row_lines(row: Sequence[str], widths: Sequence[int], gap: str) -> Iterator[str]:
    # A column of empty cells has no width, and wrap() wants one.
    wrapped = [
        wrap(text, max(size, 1), break_on_hyphens=False) or [""]
        for text, size in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*wrapped, fillvalue=""):
        yield gap.join(text.ljust(size) for text, size in zip(line, widths, strict=True)).rstrip()
