"""The conditional logit: convex, so that Newton's method finds the one best set of weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geomap.resolution.clues import Name
from geomap.resolution.outlets import Outlet, homes_of_outlets, outlet_for
from geomap.resolution.ranker import Looks, Ranker, beliefs, features_of, look, surroundings_from
from geomap.resolution.surroundings import Surroundings
from resolver_training.corpora import Linked

Array = NDArray[np.float64]
Weights = dict[str, float]
About = Mapping[Name, Surroundings]
#: A precision of the weights' normal prior: what is seen a few times only says little.
RIDGE = 1.0
#: A mention without a link may be one that the annotators' gazetteer lacked, and ours has.
_UNLINKED = 0.4
#: TR-News is world news, and ten times smaller than LGL; the reports and the countries are all alike.
_CORPUS = {
    "LGL": 1.0,
    "TR": 2.0,
    "UCDP": 0.5,
    "written": 0.25,
    "countries": 0.2,
    "continents": 2.0,
    "seats": 0.2,
    "entries": 0.2,
    "journeys": 0.2,
}


@dataclass(frozen=True)
class _Problem:
    """Rows of features; where each mention's rows start, its right row, and its weight."""

    names: list[str]
    rows: Array
    starts: NDArray[np.intp]
    groups: NDArray[np.intp]
    right: NDArray[np.intp]
    weights: Array


def train(
    documents: Sequence[Linked], temperature: float, leave_out: Callable[[str], bool] | None = None
) -> Ranker:
    """A ranker that has learnt from documents; `leave_out` tells features to do without.

    What a look of the ranker learns from is what its looks before tell of the very documents.
    """
    first = _fit(_problem([(one, {}) for one in documents], leave_out))
    looks = [look(one.names, {}, first) for one in documents]
    second = _fit(_problem(_about(documents, looks), leave_out))
    ranker = Ranker(first=first, second=second, home={}, temperature=temperature)
    outlets = outlets_of(documents, [ranker.looks(one.names)[0] for one in documents])
    at_home = _about(documents, looks, outlets)
    home = _fit(_problem([pair for pair in at_home if _has_outlet(pair[1])], leave_out), second)
    return replace(ranker, home=home)


def outlets_of(documents: Sequence[Linked], looks: Sequence[Looks]) -> list[Outlet | None]:
    """The outlet of each document, as the others tell by their looks."""
    told = [(one.text.document, beliefs(one.names, each)) for one, each in zip(documents, looks, strict=True)]
    homes = homes_of_outlets(told)
    return [outlet_for(one.text.document, homes) for one in documents]


def _about(
    documents: Sequence[Linked], looks: Sequence[Looks], outlets: Sequence[Outlet | None] | None = None
) -> list[tuple[Linked, About]]:
    """Each document with its surroundings, if its mentions' shares are as told."""
    seen = zip(documents, looks, outlets or [None] * len(documents), strict=True)
    return [(one, surroundings_from(one.names, each, outlet)) for one, each, outlet in seen]


def _has_outlet(about: About) -> bool:
    return any(each.outlet is not None for each in about.values())


def _problem(documents: Sequence[tuple[Linked, About]], leave_out: Callable[[str], bool] | None) -> _Problem:
    columns: dict[str, int] = {}
    cells: list[tuple[int, int, float]] = []
    counts, right, weights = [0], [], []
    for one, around in documents:
        for standing, answer, gold in zip(one.names.standings, one.right, one.text.golds, strict=True):
            if one.text.corpus == "UCDP" and gold is None:
                continue
            rows = features_of(standing, one.names.known[standing.name], around.get(standing.name))
            for number, row in enumerate(rows, start=counts[-1]):
                for name, value in row:
                    if leave_out is None or not leave_out(name):
                        cells.append((number, columns.setdefault(name, len(columns)), value))
            right.append(counts[-1] + answer)
            counts.append(counts[-1] + len(rows))
            weights.append(_CORPUS[one.text.corpus] * (_UNLINKED if gold is None else 1.0))
    table = np.zeros((counts[-1], len(columns)))
    for number, column, value in cells:
        table[number, column] += value
    starts = np.array(counts[:-1], dtype=np.intp)
    groups = np.repeat(np.arange(len(counts) - 1), np.diff(counts))
    return _Problem(list(columns), table, starts, groups, np.array(right, dtype=np.intp), np.array(weights))


def _fit(problem: _Problem, prior: Mapping[str, float] | None = None, steps: int = 40) -> Weights:
    """The weights that maximise the penalised likelihood; what says nothing new stays as the prior has it."""
    known = prior or {}
    middle = np.array([known.get(name, 0.0) for name in problem.names])
    found = middle.copy()
    loss, shares = _loss(problem, found, middle)
    for _ in range(steps):
        step, size = _newton(problem, found, shares, middle), 1.0
        after, shares_after = _loss(problem, found - step, middle)
        while after > loss and size > 1e-6:
            size /= 2
            after, shares_after = _loss(problem, found - size * step, middle)
        found, shares = found - size * step, shares_after
        if loss - after < 1e-10 * abs(loss):
            break
        loss = after
    return {**known, **{name: float(weight) for name, weight in zip(problem.names, found, strict=True)}}


def _loss(problem: _Problem, weights: Array, middle: Array) -> tuple[float, Array]:
    scores = problem.rows @ weights
    tops = np.maximum.reduceat(scores, problem.starts)
    powers = np.exp(scores - tops[problem.groups])
    totals = np.add.reduceat(powers, problem.starts)
    losses = np.log(totals) + tops - scores[problem.right]
    penalty = 0.5 * RIDGE * float((weights - middle) @ (weights - middle))
    return float(problem.weights @ losses) + penalty, powers / totals[problem.groups]


def _newton(problem: _Problem, weights: Array, shares: Array, middle: Array) -> Array:
    weighted = shares * problem.weights[problem.groups]
    gradient = problem.rows.T @ weighted - problem.rows[problem.right].T @ problem.weights
    gradient += RIDGE * (weights - middle)
    spread = problem.rows * np.sqrt(weighted)[:, None]
    means = np.add.reduceat(problem.rows * shares[:, None], problem.starts)
    means *= np.sqrt(problem.weights)[:, None]
    curvature = spread.T @ spread - means.T @ means + RIDGE * np.eye(len(weights))
    return np.asarray(np.linalg.solve(curvature, gradient))
