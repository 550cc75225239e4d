"""The learnt judgement: how likely each candidate of a document is a place, from the files in weights/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np

from geomap.forest import Forest, read_forest
from geomap.recognition.classes import CLASSES, LISTS
from geomap.recognition.features import MASKED, NUMBERS, PLACES, Rows, Weights, fallback, rows
from geomap.recognition.reading import ReadDocument

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
    *(f"{place}_is_{name}" for place in MASKED for name in _LISTS),
)
_BITS: Final = tuple(range(len(_LISTS)))


@dataclass(frozen=True, slots=True)
class Judge:
    """Learnt weights of words, the classes of words, and the forest that weighs all of it."""

    weights: Weights
    classes: Mapping[str, int]
    forest: Forest

    def __call__(self, document: ReadDocument) -> list[float]:
        """The log odds of all candidates of a document, in their order."""
        found = rows(document, self.weights, self.classes)
        return [float(score) for score in self.forest(matrix(found))] if found.numbers else []


def matrix(found: Rows) -> NDArray[np.int16]:
    """The rows as one matrix of `COLUMNS`."""
    if not found.numbers:
        return np.zeros((0, len(COLUMNS)), dtype=np.int16)
    masks = np.array(found.masks, dtype=np.int32)
    bits = (masks[:, :, None] >> np.array(_BITS, dtype=np.int32)) & 1
    parts = (np.array(found.numbers), np.array(found.contexts), bits.reshape(len(masks), -1))
    return np.concatenate([part.astype(np.int16) for part in parts], axis=1)


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
    return Judge(_weights(), classes, read_forest(_lines("forest.tsv"), COLUMNS))


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
