"""Scores of a linker: words of places chosen for verbs, by cross-validation or on the other half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.coding.linking import Linker
from geomap.coding.linking.linker import matrix
from geomap.evaluation.event_links import EventLinkScore, Link
from geomap.evaluation.toponym_gold import core

from .examples import Example
from .learning import learnt

_FOLDS = 5
_LEVELS = (-0.8, -0.6, -0.4, -0.2, 0.0)


def cross_validated(examples: Sequence[Example]) -> Iterator[str]:
    """A line for each threshold: five folds of sentences, each chosen by a linker of the four others."""
    linkers = [learnt([each for each in examples if each.fold != fold]).linker() for fold in range(_FOLDS)]
    scored = [(each, _scores(each, linkers[each.fold])) for each in examples]
    for level in _LEVELS:
        yield f"5 folds, from {level:+.1f}: {_line(scored, level)}"


def tested(examples: Sequence[Example], linker: Linker, level: float) -> str:
    """The line of a linker that has seen none of the examples."""
    return f"test half: {_line([(each, _scores(each, linker)) for each in examples], level)}"


def _scores(example: Example, linker: Linker) -> list[float]:
    if not example.rows:
        return []
    return [float(score) for score in linker.forest(matrix(example.rows, linker.weights))]


def _line(scored: Sequence[tuple[Example, list[float]]], level: float) -> str:
    links = tuple(_link(example, scores, level) for example, scores in scored)
    score = EventLinkScore(file="event-places", half="all", links=links)
    return (
        f"precision {score.precision.value or 0:.3f}, recall {score.recall.value or 0:.3f}, "
        f"F1 {score.f1 or 0:.3f}, exact {score.exact.value or 0:.3f} of {len(links)}"
    )


def _link(example: Example, scores: Sequence[float], level: float) -> Link:
    best = max(scores, default=0.0)
    spans = [
        core(example.gold.text, spot.resolution.mention.span)
        for spot, score in zip(example.spots, scores, strict=True)
        if score >= max(level, 0.0) or (score == best and score >= level)
    ]
    return Link(gold=example.gold, chosen=tuple(spans))
