"""What each group of the judgement's columns gives: scores of judges that were grown without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from geomap.recognition.judge import COLUMNS

from .corpora import Example
from .learning import Table, fitted, softened, tables
from .scoring import Found, f1, taken
from .trees import Settings

# One of the five folds and fewer trees tell what a group gives, in a few minutes.
_FOLDS = (0,)
_TREES = 100
_GAZETTEER = frozenset(
    """
    step weight population kind places is_main demonym governs cover_weight cover_tokens prefix_weight
    suffix_weight next_weight next_kind previous_weight previous_kind
    """.split()
)
_PERSONS = frozenset(
    "person person_tokens body body_tokens_after body_tokens_before introduced same_person".split()
)
_CONTEXTS = frozenset("context run_context same_context".split())
_COMPANY = frozenset("company run_company".split())

#: A group's name -> which columns belong to it.
GROUPS: Mapping[str, Callable[[str], bool]] = {
    "nothing": lambda _: False,
    "what the gazetteer says": lambda column: column in _GAZETTEER,
    "weights of words": lambda column: column.startswith("word_") or column in _CONTEXTS,
    "lists of words": lambda column: "_is_" in column,
    "persons and bodies": lambda column: column in _PERSONS,
    "the rest of the document": lambda column: column.startswith("same_") or column == "in_small",
    "clusters of words": lambda column: column.startswith("cluster_") or column in _COMPANY,
    "rarity and capitals": lambda column: column.endswith(("_rarity", "_capital")),
    "spelling": lambda column: column == "spelling",
}


class _Split(NamedTuple):
    """One way to part the examples: what is learnt from, and what is scored, under a name."""

    name: str
    learnt: Sequence[Example]
    scored: Sequence[Example]


def ablated(examples: Sequence[Example], surnames: Sequence[str], settings: Settings) -> Iterator[str]:
    """A row of a table for each group: F1 by cross-validation and leaving one corpus out."""
    fewer = replace(settings, trees=_TREES)
    found: dict[str, dict[str, Found]] = {group: {} for group in GROUPS}
    for split in (*_folds(examples), *_left_out(examples)):
        told = softened(split.learnt, surnames, fewer)
        whole = tables(told, surnames)
        for group, belongs in GROUPS.items():
            judge = fitted(told, without(whole, belongs), surnames, fewer).judge()
            for each in split.scored:
                column = found[group].setdefault(f"{split.name}, {each.corpus}", [])
                column.append((each, taken(each, judge)))
    yield from _table({group: {name: f1(each) for name, each in row.items()} for group, row in found.items()})


def _table(scores: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    names = list(scores["nothing"])
    yield "| without | " + " | ".join(names) + " |"
    yield "|---" * (1 + len(names)) + "|"
    for group, row in scores.items():
        yield f"| {group} | " + " | ".join(f"{row[name]:.3f}" for name in names) + " |"


def _folds(examples: Sequence[Example]) -> Iterator[_Split]:
    for fold in _FOLDS:
        scored = [each for each in examples if each.fold == fold and not each.is_partial]
        yield _Split("folds", [each for each in examples if each.fold != fold], scored)


def _left_out(examples: Sequence[Example]) -> Iterator[_Split]:
    for corpus in sorted({each.corpus for each in examples if not each.is_partial}):
        scored = [each for each in examples if each.corpus == corpus]
        yield _Split("left out", [each for each in examples if each.corpus != corpus], scored)


def without(whole: Sequence[Table], belongs: Callable[[str], bool]) -> list[Table]:
    """The tables with nothing in the columns of a group, so that no tree asks for them."""
    kept = np.array([0 if belongs(column) else 1 for column in COLUMNS], dtype=np.int16)
    return [table * kept for table in whole]
