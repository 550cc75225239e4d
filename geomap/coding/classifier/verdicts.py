"""What the classifier says of each sentence of a document, its neighbours heard."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from geomap.coding.classifier.features import of_word, paired
from geomap.coding.classifier.weights import PARTS, Weights, weights
from geomap.coding.sentence import Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Sums = NDArray[np.int32]

NONE: Final = "none"
# What the sentence before and the one after say counts a quarter: a bombing's toll is told beside it.
_NEIGHBOUR: Final = 4
_DIGITS: Final = 3
# In natural log odds.
_DULL: Final = 1
_REMEMBERED: Final = 16_384


@dataclass(frozen=True)
class Verdict:
    """What is said of a sentence: log odds of the types in whole numbers of 1/64, "none" one of them.

    `is_plain`: "none" leads all others by so much that no rounding of probabilities hides it.
    """

    totals: Sequence[int]
    is_plain: bool

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The probability of each type that the sentence may tell before all others."""
        most = max(self.totals)
        odds = [math.exp((total - most) / (PARTS * _NEIGHBOUR)) for total in self.totals]
        whole = math.fsum(odds)
        shares = (round(each / whole, _DIGITS) for each in odds)
        return {kind: share for kind, share in zip(weights().types, shares, strict=True) if share > 0.0}

    @property
    def best(self) -> str:
        """The likeliest type, or "none"."""
        return max(self.shares, key=self.shares.__getitem__)

    def share(self, kind: str) -> float:
        """The probability of a type, 0 where it is not worth telling or not known."""
        return self.shares.get(kind, 0.0)


def verdicts(sentences: Sequence[Sentence], told: Sequence[Collection[str]]) -> tuple[Verdict, ...]:
    """A verdict on each sentence; `told` are the types that the lexicon finds in each."""
    known = weights()
    if not sentences:
        return ()
    each_sums = (_sums(known, one.keys, types) for one, types in zip(sentences, told, strict=True))
    sums: Sums = np.empty((len(sentences), len(known.types)), dtype=np.int32)
    for row, each in zip(sums, each_sums, strict=True):
        row[:] = each
    totals = _NEIGHBOUR * sums
    totals[1:] += sums[:-1] - known.start
    totals[:-1] += sums[1:] - known.start
    plain = _leads(known, totals) >= PARTS * _NEIGHBOUR
    return tuple(Verdict(*both) for both in zip(totals.tolist(), plain.tolist(), strict=True))


def verdict_on_all(sentences: Sequence[Sentence], told: Sequence[Collection[str]]) -> Verdict:
    """A verdict on the sentences of a brief text taken together, which mostly tells one thing."""
    known = weights()
    sums = np.array([_sums(known, each.keys, types) for each, types in zip(sentences, told, strict=True)])
    # Each of the sums has the start in it, which counts once.
    again: Sums = (len(sums) - 1) * np.array(known.start)
    totals: Sums = _NEIGHBOUR * (sums.sum(axis=0) - again)
    return Verdict(totals.tolist(), bool(_leads(known, totals) >= PARTS * _NEIGHBOUR))


def _sums(known: Weights, keys: Sequence[str], told: Collection[str]) -> Sums:
    """The start and what a sentence adds to each type; pairs are left out where single words tell nothing."""
    found = {row for kind in told for row in _rows([f"trigger:{kind}"])}
    found.update(*map(_word_rows, keys))
    sums: Sums = known.start + known.table[list(found)].sum(axis=0)
    if told or _leads(known, sums) < _DULL * PARTS:
        # A pair may be what stands alone too, and then is counted twice.
        sums += known.table[_rows(paired(keys))].sum(axis=0)
    return sums


@lru_cache(maxsize=_REMEMBERED)
def _word_rows(key: str) -> tuple[int, ...]:
    return tuple(_rows(of_word(key))) if key[0].isalnum() else ()


def _rows(features: Iterable[str]) -> list[int]:
    rows = weights().rows
    return [rows[feature] for feature in features if feature in rows]


def _leads(known: Weights, sums: Sums) -> Sums:
    """By how much "none" leads every type: so much, and pairs of words will hardly change it."""
    number = known.types.index(NONE)
    others = sums.copy()
    others[..., number] = np.iinfo(sums.dtype).min
    found: Sums = sums[..., number] - others.max(axis=-1)
    return found


def weight_of(key: str, kind: str) -> int:
    """How much a word that stands alone speaks for a type."""
    known = weights()
    number = known.types.index(kind)
    weighed = (known.features.get(feature, ()) for feature in of_word(key))
    return sum(weight for each in weighed for at, weight in each if at == number)
