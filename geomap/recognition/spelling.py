"""What the letters of a name tell: "-stan" and "-abad" end places, "-vich" ends persons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

#: Weights are log odds in so many parts.
PARTS: Final = 1024
# Of longer words the beginning alone is looked at; no group of letters is longer than four.
_LONGEST_WORD: Final = 20
_LONGEST: Final = 4
_MOST: Final = 160
_REMEMBERED: Final = 65_536


def letters(word: str, role: str) -> Iterator[str]:
    """The groups of letters of a word in lower case: its beginnings, its ends, and each three in a row.

    `role` is "1" for the first word of a name and "2" for the last: they begin and end unlike each other.
    """
    whole = f"^{word[:_LONGEST_WORD]}$"
    for count in range(3, min(_LONGEST + 1, len(whole)) + 1):
        yield role + whole[:count]
        yield role + whole[-count:]
    for start in range(len(whole) - 2):
        yield whole[start : start + 3]


def spelling(weights: Mapping[str, int], base: int) -> Callable[[str, str], int]:
    """What the letters of a name's first and last word say for a place, in sixteenths of log odds."""

    @lru_cache(maxsize=_REMEMBERED)
    def told(word: str, role: str) -> int:
        return sum(weights.get(group, 0) for group in letters(word, role))

    def spelt(first: str, last: str) -> int:
        return max(-_MOST, min(_MOST, 16 * (base + told(first, "1") + told(last, "2")) // PARTS))

    return spelt
