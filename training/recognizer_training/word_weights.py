"""Weights of the words about a candidate: smoothed log odds by place, of words the press writes small too."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from string import ascii_lowercase

from geomap.recognition.features import PLACES, fallback
from geomap.recognition.vocabulary import CLUSTERS

from .corpora import Example
from .trees import Floats

# A word counts as common when so many documents write it in small letters: no name of a place does.
_COMMON = 4
_LEAST_DOCUMENTS, _LEAST_CANDIDATES = 3, 6
_SMOOTHING, _MOST = 6.0, 64
_SHAPES = "^?|0"


def common_words(examples: Sequence[Example]) -> frozenset[str]:
    """Words that enough documents hold in small letters, and all single letters."""
    seen = Counter(word for example in examples for word in example.read.small)
    return frozenset(word for word, count in seen.items() if count >= _COMMON) | set(ascii_lowercase)


def word_weights(
    examples: Sequence[Example], labels: Sequence[Floats], common: Collection[str]
) -> dict[str, list[int | None]]:
    """The weight of each word at each of `PLACES`, in sixteenths of log odds; None where it has too few."""
    counts: list[dict[str, list[float]]] = [defaultdict(lambda: [0.0, 0.0, 0.0]) for _ in PLACES]
    for example, known in zip(examples, labels, strict=True):
        _count(example, known, common, counts)
    weighed = [_weighed(table) for table in counts]
    return {key: [table.get(key) for table in weighed] for key in sorted(set().union(*weighed))}


def _count(
    example: Example,
    labels: Floats,
    common: Collection[str],
    counts: list[dict[str, list[float]]],
) -> None:
    seen = set()
    for keys, label in zip(example.keys, labels, strict=True):
        if math.isnan(label):
            continue
        for place, key in enumerate(keys):
            if not key:
                continue
            told = key if _is_open(key, common) else fallback(key)
            count = counts[place][told]
            count[0] += float(label)
            count[1] += 1.0 - float(label)
            if (place, told) not in seen:
                seen.add((place, told))
                count[2] += 1.0


def _is_open(key: str, common: Collection[str]) -> bool:
    """Whether a word may have a weight of its own: no capitalised word that is not common."""
    if key[0] == "^":
        return key[1:] in common
    return not (key.isalpha() and key.islower()) or key in common


def _weighed(table: dict[str, list[float]]) -> dict[str, int]:
    places = sum(count[0] for count in table.values())
    others = sum(count[1] for count in table.values())
    if not places:
        return {}
    share = places / (places + others)
    prior = math.log(share / (1 - share))
    weights = {}
    for key, (place, other, documents) in table.items():
        if key in _SHAPES or (documents >= _LEAST_DOCUMENTS and place + other >= _LEAST_CANDIDATES):
            odds = math.log((place + _SMOOTHING * share) / (other + _SMOOTHING * (1 - share)))
            weights[key] = max(-_MOST, min(_MOST, round(16 * (odds - prior))))
    return weights


def cluster_weights(examples: Sequence[Example], labels: Sequence[Floats]) -> list[tuple[int, ...]]:
    """The weights of each cluster of words at each of `PLACES`, in sixteenths of log odds."""
    counts = [[[0.0, 0.0] for _ in range(CLUSTERS)] for _ in PLACES]
    for example, known in zip(examples, labels, strict=True):
        for clusters, label in zip(example.clusters, known, strict=True):
            if not math.isnan(label):
                for place, cluster in enumerate(clusters):
                    if cluster >= 0:
                        counts[place][cluster][0] += float(label)
                        counts[place][cluster][1] += 1.0 - float(label)
    return list(zip(*map(_clustered, counts), strict=True))


def _clustered(table: list[list[float]]) -> list[int]:
    places, others = (sum(each) for each in zip(*table, strict=True))
    if not places:
        return [0] * len(table)
    share = places / (places + others)
    odds = [
        math.log((place + _SMOOTHING * share) / (other + _SMOOTHING * (1 - share))) for place, other in table
    ]
    prior = math.log(share / (1 - share))
    return [max(-_MOST, min(_MOST, round(16 * (each - prior)))) for each in odds]
