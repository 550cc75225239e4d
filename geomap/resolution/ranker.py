"""The ranker: a conditional logit over a name's candidates and "none of these", with named weights."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from geomap.resolution.clues import Name
from geomap.resolution.context import context_of
from geomap.resolution.features import Standing, clue_features
from geomap.resolution.home import OF_NAMES, homes_of, masses_of
from geomap.resolution.outlets import Outlet
from geomap.resolution.own import Feature, Option
from geomap.resolution.reading import DocumentNames, Known
from geomap.resolution.surroundings import Surroundings, context_features, surroundings_of

Weights = Mapping[str, float]
_LOOKS: Final = 3
#: For each mention in turn the share of belief of each of its name's options; the rest is none of these.
Looks = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of each look: without context, with it, and with what the outlet's documents tell."""

    first: Weights
    second: Weights
    home: Weights
    temperature: float

    def looks(
        self, names: DocumentNames, outlet: Outlet | None = None
    ) -> tuple[Looks, Mapping[Name, Surroundings]]:
        """The shares of belief of each mention's options, and the surroundings that they rest on."""
        about = surroundings_from(names, look(names, {}, self.first), outlet)
        return look(names, about, self.last(outlet), self.temperature), about

    def last(self, outlet: Outlet | None) -> Weights:
        """The weights of the last look: those with what the outlet's documents tell, where they do."""
        return self.second if outlet is None else self.home


def look(
    names: DocumentNames, about: Mapping[Name, Surroundings], weights: Weights, temperature: float = 1.0
) -> Looks:
    """One look: the shares of belief of each mention's options, as the surroundings are."""
    bases = {name: _bases(weights, known, about.get(name)) for name, known in names.known.items()}
    seen: dict[Standing, Sequence[float]] = {}
    for standing in names.standings:
        if standing not in seen:
            scores = list(bases[standing.name])
            if not standing.is_bare:
                for index, option in enumerate(names.known[standing.name].options):
                    scores[index] += _score(weights, clue_features(standing, option))
            seen[standing] = softmax(scores, temperature)[:-1]
    return [seen[standing] for standing in names.standings]


def _bases(weights: Weights, known: Known, about: Surroundings | None) -> list[float]:
    """What each option of a name scores, and last "none of these", whatever stands beside its mentions."""
    scores = list(_own_scores(weights, known))
    if about is not None:
        for index, option in enumerate(known.options):
            scores[index] = _score(weights, context_features(about, option), scores[index])
    return scores


def _own_scores(weights: Weights, known: Known) -> list[float]:
    for held, scores in known.scored:
        if held is weights:
            return scores
    scores = [_score(weights, row) for row in (*(one.features for one in known.options), known.none)]
    known.scored[:] = [*known.scored[1 - _LOOKS :], (weights, scores)]
    return scores


def features_of(standing: Standing, known: Known, about: Surroundings | None) -> list[list[Feature]]:
    """The features of each option of a name, and last those of "none of these"."""
    rows = [[*option.features, *clue_features(standing, option)] for option in known.options]
    if about is not None:
        for option, row in zip(known.options, rows, strict=True):
            row.extend(context_features(about, option))
    return [*rows, list(known.none)]


def surroundings_from(
    names: DocumentNames, looks: Looks, outlet: Outlet | None = None
) -> dict[Name, Surroundings]:
    """What the names tell one another, if their mentions' shares are as told."""
    shares = beliefs(names, looks)
    context = context_of(shares)
    homes = homes_of({name: masses_of(told) for name, told in shares.items()}, OF_NAMES)
    return {name: surroundings_of(name, context, homes, outlet) for name in names.known}


def beliefs(names: DocumentNames, looks: Looks) -> dict[Name, list[tuple[Option, float]]]:
    """Each name's options with their mean share over its mentions."""
    mentions: dict[Name, list[Sequence[float]]] = {}
    for standing, look in zip(names.standings, looks, strict=True):
        mentions.setdefault(standing.name, []).append(look)
    shares = {}
    for name, told in mentions.items():
        means = [math.fsum(each) / len(told) for each in zip(*told, strict=True)]
        shares[name] = list(zip(names.known[name].options, means, strict=True))
    return shares


def softmax(scores: Sequence[float], temperature: float) -> list[float]:
    """Scores as shares that add up to 1."""
    top = max(scores)
    powers = [math.exp((score - top) / temperature) for score in scores]
    total = math.fsum(powers)
    return [power / total for power in powers]


def _score(weights: Weights, row: Iterable[Feature], score: float = 0.0) -> float:
    """The score with the features of a row added one by one, so that it is the same on every Python."""
    weight_of = weights.get
    for name, value in row:
        score += weight_of(name, 0.0) * value
    return score


@cache
def bundled_ranker() -> Ranker:
    """The ranker with the weights that are shipped; see training/SOURCES.md."""
    told = json.loads(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
    return Ranker(
        first=told["first"], second=told["second"], home=told["home"], temperature=told["temperature"]
    )
