"""One label a row against one gold label: F1 by class, its means, and how far chance may move them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

Label = TypeVar("Label", bound=Hashable)
#: The gold label, and the one that was given; None where none was.
Answers = Sequence[tuple[Label, Label | None]]

_RESAMPLES: Final = 1000
_TAIL: Final = 0.025
_SEED: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassScore(Generic[Label]):
    """One class: how many rows have it as gold, how many were given it, how many both."""

    label: Label
    gold: int
    given: int
    right: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 where nothing is right."""
        both = self.gold + self.given
        return 2 * self.right / both if both else 0.0

    def as_json(self) -> dict[str, Any]:
        """The counts and F1."""
        return {
            "class": self.label,
            "gold": self.gold,
            "given": self.given,
            "right": self.right,
            "f1": round(self.f1, 6),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A figure and its 95 % interval by bootstrap (percentiles of 1,000 resamples of the rows)."""

    value: float
    low: float
    high: float

    def as_json(self) -> dict[str, float]:
        """All three to six decimals."""
        return {"value": round(self.value, 6), "low": round(self.low, 6), "high": round(self.high, 6)}


def class_scores(answers: Answers[Label]) -> tuple[ClassScore[Label], ...]:
    """A score for each class that is gold in any row, by its name."""
    gold = Counter(right for right, _ in answers)
    given = Counter(told for _, told in answers)
    both = Counter(right for right, told in answers if right == told)
    return tuple(
        ClassScore(label=label, gold=gold[label], given=given[label], right=both[label])
        for label in sorted(gold, key=str)
    )


def macro_f1(answers: Answers[Label]) -> float:
    """The mean of the F1 of the classes that are gold in any row; 0 of no row."""
    scores = class_scores(answers)
    return sum(each.f1 for each in scores) / max(1, len(scores))


def weighted_f1(answers: Answers[Label]) -> float:
    """The same, each class as often as it is gold."""
    return sum(each.f1 * each.gold for each in class_scores(answers)) / max(1, len(answers))


def with_interval(answers: Answers[Label], figure: Callable[[Answers[Label]], float]) -> Interval:
    """A figure with the interval that it has over resamples of the rows; the same on every run."""
    chance = random.Random(_SEED)  # noqa: S311 - chance for statistics, not for secrets
    told = (
        sorted(figure(chance.choices(answers, k=len(answers))) for _ in range(_RESAMPLES))
        if answers
        else [0.0]
    )
    cut = int(_TAIL * len(told))
    return Interval(value=figure(answers), low=told[cut], high=told[len(told) - 1 - cut])


def mapped(answers: Answers[Label], coarser: Mapping[Label, Label]) -> list[tuple[Label, Label | None]]:
    """The answers by coarser labels; a label that has none becomes None."""
    return [(coarser[gold], None if told is None else coarser.get(told)) for gold, told in answers]
