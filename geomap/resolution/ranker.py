"""The ranker: a conditional logit over a name's candidates and "none of these", with named weights."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from geomap.resolution.context import Context, Name, context_of
from geomap.resolution.features import Standing, clue_features, context_features
from geomap.resolution.own import Feature
from geomap.resolution.reading import DocumentNames, Known

#: How often the context is drawn anew from what the names probably mean.
ROUNDS: Final = 2

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of the first look, without context, and of the later ones, with it."""

    first: Weights
    later: Weights
    temperature: float

    def shares(self, names: DocumentNames) -> list[tuple[float, ...]]:
        """For each mention the share of belief of each of its name's options; the rest is none of these."""
        looks = self._look(names, None)
        for _ in range(ROUNDS):
            looks = self._look(names, context_from(names, looks))
        return looks

    def _look(self, names: DocumentNames, context: Context | None) -> list[tuple[float, ...]]:
        weights = self.first if context is None else self.later
        temperature = 1.0 if context is None else self.temperature
        seen: dict[Standing, tuple[float, ...]] = {}
        looks = []
        for standing in names.standings:
            if standing not in seen:
                scores = _scores(weights, standing, names.known[standing.name], context)
                seen[standing] = softmax(scores, temperature)[:-1]
            looks.append(seen[standing])
        return looks


def features_of(standing: Standing, known: Known, context: Context | None) -> list[list[Feature]]:
    """The features of each option of a name, and last those of "none of these"."""
    rows = []
    for option in known.options:
        features = [*option.features, *clue_features(standing, option)]
        if context is not None:
            features += context_features(standing.name, option, context)
        rows.append(features)
    return [*rows, list(known.none)]


def context_from(names: DocumentNames, looks: Sequence[Sequence[float]]) -> Context:
    """The context that the names make up, where their mentions' shares are as told."""
    mentions: dict[Name, list[Sequence[float]]] = {}
    for standing, look in zip(names.standings, looks, strict=True):
        mentions.setdefault(standing.name, []).append(look)
    return context_of(
        {
            name: [
                (option.match.place, option.areas, option.vector, sum(shares) / len(told))
                for option, shares in zip(names.known[name].options, zip(*told, strict=True), strict=True)
            ]
            for name, told in mentions.items()
        }
    )


def softmax(scores: Sequence[float], temperature: float) -> tuple[float, ...]:
    """Scores as shares that add up to 1."""
    top = max(scores)
    powers = [math.exp((score - top) / temperature) for score in scores]
    total = math.fsum(powers)
    return tuple(power / total for power in powers)


def _scores(weights: Weights, standing: Standing, known: Known, context: Context | None) -> list[float]:
    return [_score(weights, row) for row in features_of(standing, known, context)]


def _score(weights: Weights, row: Iterable[Feature]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in row)


@cache
def bundled_ranker() -> Ranker:
    """The ranker with the weights that are shipped; see training/SOURCES.md."""
    told = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return Ranker(first=told["first"], later=told["later"], temperature=told["temperature"])
