"""What the classifier says of each sentence of a document, its neighbours heard."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.coding.classifier.features import of_word, paired, single
from geomap.coding.classifier.weights import PARTS, Weights, weights
from geomap.coding.sentence import Sentence

NONE: Final = "none"
# What the sentence before and the one after say counts a quarter: a bombing's toll is told beside it.
_NEIGHBOUR: Final = 4
_DIGITS: Final = 3
# In natural log odds.
_DULL: Final = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """The probability of each type that a sentence may tell before all others; "none" is one of them."""

    shares: Mapping[str, float]

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
    sums = [_sums(known, sentence.keys, each) for sentence, each in zip(sentences, told, strict=True)]
    empty = [0] * len(known.types)
    around = zip([empty, *sums[:-1]], sums, [*sums[1:], empty], strict=True)
    return tuple(_verdict(known, *each) for each in around)


def verdict_on_all(sentences: Sequence[Sentence], told: Sequence[Collection[str]]) -> Verdict:
    """A verdict on the sentences of a brief text taken together, which mostly tells one thing."""
    known = weights()
    sums = [_sums(known, sentence.keys, each) for sentence, each in zip(sentences, told, strict=True)]
    empty = [0] * len(known.types)
    return _verdict(known, empty, [sum(each) for each in zip(*sums, strict=True)], empty)


def _sums(known: Weights, keys: Sequence[str], told: Collection[str]) -> list[int]:
    """What a sentence adds to each type; pairs of words are left out where single words tell nothing."""
    sums = [0] * len(known.types)
    _add(known, sums, single(keys, told))
    if told or not _is_dull(known, sums):
        _add(known, sums, paired(keys))
    return sums


def _add(known: Weights, sums: list[int], found: Iterable[str]) -> None:
    for feature in found:
        for number, weight in known.features.get(feature, ()):
            sums[number] += weight


def _is_dull(known: Weights, sums: Sequence[int]) -> bool:
    """Whether "none" leads every type by so much that pairs of words will hardly change it."""
    totals = [start + each for start, each in zip(known.start, sums, strict=True)]
    none = totals.pop(known.types.index(NONE))
    return none - max(totals) >= _DULL * PARTS


def _verdict(known: Weights, before: list[int], here: list[int], after: list[int]) -> Verdict:
    totals = [
        _NEIGHBOUR * (start + own) + one + other
        for start, own, one, other in zip(known.start, here, before, after, strict=True)
    ]
    most = max(totals)
    odds = [math.exp((total - most) / (PARTS * _NEIGHBOUR)) for total in totals]
    whole = math.fsum(odds)
    shares = (round(each / whole, _DIGITS) for each in odds)
    return Verdict({kind: share for kind, share in zip(known.types, shares, strict=True) if share > 0.0})


def weight_of(key: str, kind: str) -> int:
    """How much a word that stands alone speaks for a type."""
    known = weights()
    number = known.types.index(kind)
    weighed = (known.features.get(feature, ()) for feature in of_word(key))
    return sum(weight for each in weighed for at, weight in each if at == number)
