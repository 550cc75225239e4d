"""What the tagger is told of a word by itself: no name of a place, only what it is like."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Final

from geomap.recognition.vocabulary import CLUSTERS, Usage

#: Numbers of a word by which it is looked up in the tagger's tables, and how many values each takes.
#: Clusters with numbers close by are akin, so that an eighth, a 32nd and a 128th of them are wider clusters.
WORD_FIELDS: Final[Mapping[str, int]] = {
    "word": 4096,
    "cluster": CLUSTERS,
    "cluster_8": CLUSTERS // 8 + 1,
    "cluster_32": CLUSTERS // 32 + 1,
    "cluster_128": CLUSTERS // 128 + 1,
    "small_cluster": CLUSTERS,
    "small_cluster_8": CLUSTERS // 8 + 1,
    "small_cluster_32": CLUSTERS // 32 + 1,
    "rarity": 21,
    "capital": 21,
    "shape": 48,
    "length": 12,
    "suffix_3": 1024,
    "suffix_2": 512,
    "prefix_3": 1024,
}
#: Numbers of words that the tagger does not know one by one: marks, numbers, and all others.
MARK, NUMBER, OTHER = 1, 2, 3
#: The number of the first word that it knows.
FIRST_WORD: Final = 4
_MARKS: Final = {mark: number for number, mark in enumerate(".,;:!?-–—\"'“”‘’()[]/&$%", start=20)}
_LONGEST: Final = 11
_SHORT: Final = 5


def word_numbers(text: str, words: Mapping[str, int], usage: Callable[[str], Usage]) -> tuple[int, ...]:
    """The numbers of a word at each of `WORD_FIELDS`; `words` are those that the tagger knows one by one."""
    lower = text.lower()
    told = usage(text)
    small = told.cluster if lower == text else usage(lower).cluster
    return (
        words.get(lower) or _unknown(text),
        *(told.cluster, told.cluster // 8, told.cluster // 32, told.cluster // 128),
        *(small, small // 8, small // 32),
        told.rarity // 10,
        told.capital // 10 + 10,
        _MARKS.get(text) or _shape(text),
        min(len(text), _LONGEST),
        *_affixes(lower),
    )


def _unknown(text: str) -> int:
    return NUMBER if text[0].isdigit() else OTHER if text[0].isalnum() else MARK


def _affixes(lower: str) -> tuple[int, int, int]:
    if not lower.isalpha() or len(lower) < 3:
        return 0, 0, 0
    return _hashed(lower[-3:], 1024), _hashed(lower[-2:], 512), _hashed(lower[:3], 1024)


def _hashed(affix: str, size: int) -> int:
    return zlib.crc32(affix.encode("utf-8", "replace")) % (size - 1) + 1


def _shape(text: str) -> int:
    """How a word is written: 1 to 7 letters, 8 to 14 digits, 15 to 17 mixed."""
    if text.isalpha():
        return _letters(text)
    if text[0].isdigit():
        return 8 + min(len(text), 6)
    if any(character.isalpha() for character in text):
        return 15 if text[0].isupper() else 16
    return 17


def _letters(text: str) -> int:
    if text.islower():
        return 1
    if len(text) == 1:
        return 2
    if text.isupper():
        return 3 if len(text) < _SHORT else 4
    if text[0].isupper():
        return 5 if text[1:].islower() else 6
    return 7
