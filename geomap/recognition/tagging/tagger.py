"""The tagger: from a document that is read to the log odds of each of its candidates, in sixteenths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np

from geomap.recognition.reading import ReadDocument
from geomap.recognition.tagging.inputs import (
    CANDIDATE_FIELDS,
    FLAGS,
    NOWHERE,
    PLACE_FIELDS,
    candidate_numbers,
)
from geomap.recognition.tagging.laid import Laid, laid
from geomap.recognition.tagging.network import PARTS, REACHES, Network
from geomap.recognition.tagging.word_inputs import WORD_FIELDS, word_numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geomap.recognition.vocabulary import Usage

    Floats = NDArray[np.float32]
    Table = NDArray[np.int32]

#: The tables of inputs are in whole numbers of this.
TABLE_PARTS: Final = 1024
# So many words at once keep the memory small, however long a text is; it changes no score.
_WINDOW: Final = 2048
# No candidate has more tokens. As far beyond the window, and as far as the layers reach, words are read too.
_MOST_TOKENS: Final = 10
_HALO: Final = sum(REACHES) + 1
_REMEMBERED: Final = 16_384


def firsts(fields: Mapping[str, int]) -> list[int]:
    """Where each field's values begin, if all fields stand in one table one after another."""
    return [0, *accumulate(fields.values())][:-1]


_WORD_FIRSTS: Final = np.array(firsts(WORD_FIELDS))
_PLACE_FIRSTS: Final = np.array(firsts(PLACE_FIELDS))
_CANDIDATE_FIRSTS: Final = np.array(firsts(CANDIDATE_FIELDS))
# All sets of flags, a row a set and a column a flag.
_FLAG_SETS: Final = np.arange(1 << len(FLAGS))[:, None] >> np.arange(len(FLAGS)) & 1


@dataclass(frozen=True, slots=True)
class Tables:
    """What each value of each input adds, in whole numbers of 1/1024, a row a value; `lists` a row a list."""

    words: Table
    lists: Table
    places: Table
    flags: Table
    candidates: Table


class Tagger:
    """Scores candidates by the words in and about them and by the same name elsewhere in the document.

    `words` numbers the words that it knows one by one; `lists` has the word lists that hold a word as bits.
    """

    def __init__(
        self,
        network: Network,
        tables: Tables,
        words: Mapping[str, int],
        lists: Mapping[str, int],
        usage: Callable[[str], Usage],
    ) -> None:
        self._network, self._tables = network, tables
        self._flags = (_FLAG_SETS @ tables.flags).astype(np.float32)
        nowhere: Floats = tables.places[_PLACE_FIRSTS].sum(axis=0).astype(np.float32)
        self._nowhere = nowhere

        @lru_cache(maxsize=_REMEMBERED)
        def word(text: str) -> Floats:
            """What a word adds by itself, and that it stands in no name; the latter for no word too."""
            if not text:
                return nowhere
            rows = tables.words[_WORD_FIRSTS + word_numbers(text, words, usage)]
            bits = lists.get(text.lower(), 0)
            held = [number for number in range(len(tables.lists)) if bits >> number & 1]
            found: Floats = (rows.sum(axis=0) + tables.lists[held].sum(axis=0) + nowhere).astype(np.float32)
            return found

        self._word = word

    def __call__(self, document: ReadDocument) -> list[int]:
        """The log odds of all candidates of a document in 1/16, in their order."""
        read = laid(document)
        if not read.candidates:
            return []
        starts, ends = np.array(read.starts), np.array(read.ends)
        spans = []
        for first in range(0, len(read.texts), _WINDOW):
            low, high = np.searchsorted(starts, (first, first + _WINDOW))
            if low < high:
                spans.append(self._spans(read, first, starts[low:high], ends[low:high], slice(low, high)))
        names = np.fromiter(read.names(), dtype=np.int64)
        return [int(score) for score in self._network.answers(np.concatenate(spans), names)]

    def _spans(
        self, read: Laid, first: int, starts: NDArray[np.int64], ends: NDArray[np.int64], which: slice
    ) -> Floats:
        """What the network says of the candidates that start in a window of rows."""
        low = max(0, first - _HALO)
        high = first + _WINDOW + _MOST_TOKENS + _HALO
        texts = read.texts[low:high]
        inputs = self._inputs(texts, read.places[low:high], read.flags[low:high])
        is_word = np.array([bool(text) for text in texts], dtype=np.float32)[:, None]
        words = self._network.words(inputs, is_word)
        numbers = np.array(candidate_numbers(read.candidates[which])) + _CANDIDATE_FIRSTS
        known = _summed(self._tables.candidates, numbers)
        return self._network.spans(words, starts - low, ends - low, known)

    def _inputs(
        self, texts: Sequence[str], places: Sequence[tuple[int, ...]], flags: Sequence[int]
    ) -> Floats:
        # All sums are whole numbers below 2^24, which these floats hold exactly.
        sums: Floats = np.concatenate([self._word(text) for text in texts]).reshape(len(texts), -1)
        sums += self._flags[flags]
        named = [at for at, place in enumerate(places) if place is not NOWHERE]
        if named:
            numbers = np.array([places[at] for at in named]) + _PLACE_FIRSTS
            sums[named] += _summed(self._tables.places, numbers) - self._nowhere
        sums *= np.float32(PARTS / TABLE_PARTS)
        return np.rint(sums, out=sums)


def _summed(table: Table, rows: NDArray[np.int64]) -> Floats:
    """The sums of the rows of a table, exact as long as they are below 2^24."""
    found: Floats = table[rows].sum(axis=1).astype(np.float32)
    return found
