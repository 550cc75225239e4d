"""The ranker: a conditional logit over a name's candidates and "none of these", with named weights."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from geomap.resolution.clues import Name
from geomap.resolution.context import context_of
from geomap.resolution.features import Standing, clue_features
from geomap.resolution.home import homes_of
from geomap.resolution.own import Feature, Option
from geomap.resolution.reading import DocumentNames, Known
from geomap.resolution.surroundings import Surroundings, context_features, surroundings_of

Weights = Mapping[str, float]
#: For each mention in turn the share of belief of each of its name's options; the rest is none of these.
Looks = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Ranker:
    """The weights of the first look, without context, and of the second, with it."""

    first: Weights
    second: Weights
    temperature: float

    def looks(self, names: DocumentNames) -> tuple[Looks, Mapping[Name, Surroundings]]:
        """The shares of belief of each mention's options, and the surroundings that they rest on."""
        looks = self.look(names, {})
        about = surroundings_from(names, looks)
        return self.look(names, about) if about else looks, about

    def look(self, names: DocumentNames, about: Mapping[Name, Surroundings]) -> Looks:
        """One look: the first where nothing is told of any surroundings."""
        weights, temperature = (self.second, self.temperature) if about else (self.first, 1.0)
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
    """The scores of a name's options and of none of them, before the words beside a mention are looked at."""
    own = [_score(weights, option.features) for option in known.options]
    if about is not None:
        pairs = zip(own, known.options, strict=True)
        own = [_score(weights, context_features(about, option), score) for score, option in pairs]
    return [*own, _score(weights, known.none)]


def features_of(standing: Standing, known: Known, about: Surroundings | None) -> list[list[Feature]]:
    """The features of each option of a name, and last those of "none of these"."""
    rows = _rows(known, about)
    for index, option in enumerate(known.options):
        rows[index] += clue_features(standing, option)
    return rows


def _rows(known: Known, about: Surroundings | None) -> list[list[Feature]]:
    rows = [[*option.features, *_context(option, about)] for option in known.options]
    return [*rows, list(known.none)]


def _context(option: Option, about: Surroundings | None) -> Iterator[Feature]:
    return iter(()) if about is None else context_features(about, option)


def surroundings_from(names: DocumentNames, looks: Looks) -> dict[Name, Surroundings]:
    """What the names tell one another, if their mentions' shares are as told."""
    shares = _by_name(names, looks)
    context, homes = context_of(shares), homes_of(shares)
    return {name: surroundings_of(name, context, homes) for name in names.known}


def _by_name(names: DocumentNames, looks: Looks) -> dict[Name, list[tuple[Option, float]]]:
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
    return Ranker(first=told["first"], second=told["second"], temperature=told["temperature"])
