"""Every known name in a running text, whatever its case: one walk over the text's folded words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from geomap.names import fold

if TYPE_CHECKING:
    import marisa_trie

#: No name that a text holds is longer, in characters of its folded form.
_LONGEST: Final = 80
# A word, initials with their points (U.S.), and what may stand inside a word; no possessive.
_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼʻʿʾ`‘](?!s\b)[^\W_]+)*")
# What may stand between two words of one name: a blank, one line's end, a hyphen, "St. Louis", "Ayn 'Isa".
_JOINING: Final = re.compile(
    r"['’ʼʻʿʾ`‘]?\.?(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)['’ʼʻʿʾ`‘]?|[^\S\n]?[-‐‑–][^\S\n]?"
)
#: Stands in the walked text where no name goes on; no key holds it.
_WALL: Final = "\n"

_fold_word = lru_cache(maxsize=65_536)(fold)


def scan(text: str, names: marisa_trie.Trie) -> Iterator[tuple[int, int]]:
    """Half-open ranges of all names in a text, by start, the longest first; they may overlap."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    walked, starts = _walk(text, words)
    for number, start in enumerate(starts):
        window = walked[start : start + _LONGEST]
        for key in reversed(names.prefixes(window)):
            end = start + len(key)
            if walked[end : end + 1] in {"", " ", _WALL}:
                last = bisect_left(starts, end, lo=number) - 1
                yield words[number][0], words[last][1]


def _walk(text: str, words: list[tuple[int, int]]) -> tuple[str, list[int]]:
    """The folded words in a row, divided by a blank or a wall, and where each starts."""
    pieces, starts, length = [], [], 0
    for (start, end), (following, _) in pairwise([*words, (len(text), len(text))]):
        folded = _fold_word(text[start:end])
        joined = _JOINING.fullmatch(text, end, following)
        piece = folded + (" " if joined else _WALL)
        pieces.append(piece)
        starts.append(length)
        length += len(piece)
    return "".join(pieces), starts
