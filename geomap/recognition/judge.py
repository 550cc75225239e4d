"""The learnt judgement: how likely each candidate of a document is a place, from the files in weights/."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from geomap.forest import Forest, read_forest
from geomap.recognition.classes import CLASSES, LISTS
from geomap.recognition.features import MASKED, NUMBERS, PLACES, Knowledge, Rows, fallback, rows
from geomap.recognition.reading import ReadDocument
from geomap.recognition.spelling import spelling
from geomap.recognition.vocabulary import usages

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SURNAMES_OFTEN: Final = 1000
#: The word lists that are learnt or counted, after those that are written down.
COUNTED: Final = ("common", "surname", "rare_surname")
_LISTS: Final = (*LISTS, *COUNTED)
#: The columns of the matrix that the forest reads.
COLUMNS: Final = (
    *NUMBERS,
    *(f"word_{place}" for place in PLACES),
    *(f"cluster_{place}" for place in PLACES),
    *(f"{place}_is_{name}" for place in MASKED for name in _LISTS),
)
# So many rows at once keep the matrix small.
_AT_ONCE: Final = 4096
_BITS: Final = tuple(range(len(_LISTS)))
_LEAST, _MOST = np.iinfo(np.int16).min, np.iinfo(np.int16).max


@dataclass(frozen=True, slots=True)
class Judge:
    """What is known of words, and the forest that weighs it."""

    knowledge: Knowledge
    forest: Forest

    def __call__(self, document: ReadDocument) -> list[float]:
        """The log odds of all candidates of a document, in their order."""
        found = rows(document, self.knowledge)
        scores: list[float] = []
        for start in range(0, len(found.numbers), _AT_ONCE):
            some = Rows(*(column[start : start + _AT_ONCE] for column in found))
            scores += self.forest(matrix(some)).tolist()
        return scores


def matrix(found: Rows) -> NDArray[np.int16]:
    """The rows as one matrix of `COLUMNS`."""
    if not found.numbers:
        return np.zeros((0, len(COLUMNS)), dtype=np.int16)
    masks = _table(found.masks)
    bits = (masks[:, :, None] >> np.array(_BITS, dtype=np.int32)) & 1
    # No threshold lies beyond; a name may stand in a text more often than so small a number counts.
    counted = (np.clip(_table(each), _LEAST, _MOST) for each in (found.numbers, found.contexts))
    return np.concatenate(
        [part.astype(np.int16) for part in (*counted, bits.reshape(len(masks), -1))], axis=1
    )


def _table(rows_of: Sequence[Sequence[int]]) -> NDArray[np.int32]:
    """Rows of one length as an array; numpy takes them in twice as fast end to end as row by row."""
    count = len(rows_of) * len(rows_of[0])
    return np.fromiter(chain.from_iterable(rows_of), np.int32, count).reshape(len(rows_of), -1)


def with_counted(common: Iterable[str], surnames: Sequence[str]) -> dict[str, int]:
    """The classes of words with the counted lists: common words, and surnames by how many bear them."""
    classes = dict(CLASSES)
    lists = (common, surnames[:_SURNAMES_OFTEN], surnames[_SURNAMES_OFTEN:])
    for bit, members in enumerate(lists, start=len(LISTS)):
        for word in members:
            classes[word] = classes.get(word, 0) | 1 << bit
    return classes


@cache
def shipped_judge() -> Judge:
    """The judge of this package's weights, read once."""
    classes = with_counted(_lines("common_words.txt"), list(_lines("surnames.txt")))
    knowledge = Knowledge(_weights(), classes, _clusters(), usages(), _spelling())
    return Judge(knowledge, read_forest(_lines("forest.tsv"), COLUMNS))


def _lines(name: str) -> Iterator[str]:
    text = (files("geomap.recognition") / "weights" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("# "))


def filled(tables: Mapping[str, Sequence[int | None]]) -> dict[str, tuple[int, ...]]:
    """The weights of words, where a word has none those of the class of words that it falls back on."""
    nothing: Sequence[int | None] = (None,) * len(PLACES)
    found = {}
    for key in {"^", "?", *tables}:
        pairs = zip(tables.get(key, nothing), tables.get(fallback(key), nothing), strict=True)
        found[key] = tuple(own if own is not None else other or 0 for own, other in pairs)
    return found


def _weights() -> dict[str, tuple[int, ...]]:
    rows_of = (line.split("\t") for line in _lines("words.tsv"))
    return filled({key: [int(told) if told else None for told in weights] for key, *weights in rows_of})


def _clusters() -> list[tuple[int, ...]]:
    return [tuple(map(int, line.split("\t"))) for line in _lines("clusters.tsv")]


def _spelling() -> Callable[[str, str], int]:
    base, *groups = _lines("spelling.tsv")
    pairs = (line.split("\t") for line in groups)
    return spelling({group: int(weight) for group, weight in pairs}, int(base))
