"""What a large body of text tells of a word by itself: its company (a cluster), and how common it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

#: The file of words, and how a word's cluster and its rarity (tenths of -ln of its share) stand in it.
VOCABULARY: Final = "vocabulary.marisa"
RECORD: Final = "<HB"
#: The rarity of a word that the vocabulary lacks, and the most that one spelling is told to be commoner.
RAREST: Final = 200
_MOST: Final = 100
# No word that is held is longer; it keeps what is remembered small.
_LONGEST_WORD: Final = 40
_REMEMBERED: Final = 65_536
#: How many clusters there are, that of words without one included.
CLUSTERS: Final = 1000


class Usage(NamedTuple):
    """A word's cluster (0 for none), how rare it is, and how much commoner it is with a capital.

    Both in tenths of natural logarithms: 70 is as rare as "said", and -30 is a word that is written
    twenty times as often in small letters.
    """

    cluster: int = 0
    rarity: int = RAREST
    capital: int = 0


_UNKNOWN: Final = Usage()
_UNHELD: Final = re.compile("[\x00\ud800-\udfff]")


@cache
def usages() -> Callable[[str], Usage]:
    """The look-up of words as they are written; one in capitals not known so counts as capitalised."""
    import marisa_trie  # noqa: PLC0415 - only who reads texts pays for it

    trie = marisa_trie.RecordTrie(RECORD)
    with as_file(files("geomap.recognition") / "weights" / VOCABULARY) as path:
        trie.load(str(path))

    def told(word: str) -> tuple[int, int]:
        # Half a character cannot be looked for, and NUL is no key of a trie.
        found = None if _UNHELD.search(word) else trie.get(word)
        return found[0] if found else (0, RAREST)

    @lru_cache(maxsize=_REMEMBERED)
    def known(word: str) -> Usage:
        cluster, rarity = told(word)
        title = word.capitalize()
        if not cluster and title != word and word.isupper():
            cluster, _ = told(title)
        capital = told(word.lower())[1] - told(title)[1]
        return Usage(cluster, rarity, max(-_MOST, min(_MOST, capital)))

    return lambda word: known(word) if len(word) <= _LONGEST_WORD else _UNKNOWN
