"""The figures of recognition, resolution and both end to end, each with what it is counted of.

Distances are great-circle distances in km on the sphere of the Earth's mean radius.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Any, Final

from geomap.evaluation.shares import Calibration, Share, calibration, share
from geomap.evaluation.toponym_gold import GoldToponym
from geomap.evaluation.toponym_outcomes import Extra, Outcome, distance_km, is_near, is_same
from geomap.model import Resolution

#: Half of the Earth's circumference in km, the most that an error can be (Gritta et al., 2018).
FARTHEST_KM: Final = 20039


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """Exact spans: of those emitted the right ones, of the gold ones those found."""

    precision: Share
    recall: Share

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing is emitted and nothing is gold."""
        both = self.precision.of + self.recall.of
        return 2 * self.recall.count / both if both else None

    def as_json(self) -> dict[str, Any]:
        """All three figures."""
        return {
            "precision": self.precision.as_json(),
            "recall": self.recall.as_json(),
            "f1": _rounded(self.f1),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Resolution with gold spans given.

    ``errors_km`` are of the answered toponyms that have a position. An unanswered one counts as wrong in the
    shares, and as farthest in the mean, the median and the area under the curve. ``same_but_far`` are right
    by their id and beyond 161 km: the gazetteer and the corpus put large places at different points.
    """

    near: Share
    same_id: Share
    same_but_far: Share
    errors_km: tuple[float, ...]

    @property
    def unanswered(self) -> int:
        """The number of toponyms with a position that got no place."""
        return self.near.of - len(self.errors_km)

    @property
    def all_km(self) -> tuple[float, ...]:
        """The errors of all toponyms that have a position."""
        # One less, so that its ln(error + 1) is the very ln(20039).
        return (*self.errors_km, *([FARTHEST_KM - 1.0] * self.unanswered))

    @property
    def auc(self) -> float | None:
        """Area under the curve of ln(error + 1) / ln(20039) over the sorted errors: 0 is best, 1 is worst."""
        heights = sorted(math.log(error + 1) / math.log(FARTHEST_KM) for error in self.all_km)
        if len(heights) < 2:
            return heights[0] if heights else None
        steps = sum(heights) - (heights[0] + heights[-1]) / 2
        return steps / (len(heights) - 1)

    def as_json(self) -> dict[str, Any]:
        """All figures; kilometres to three decimals."""
        return {
            "within_161_km": self.near.as_json(),
            "same_id": self.same_id.as_json(),
            "same_id_but_farther": self.same_but_far.as_json(),
            "answered": len(self.errors_km),
            "unanswered": self.unanswered,
            "error_km": _averages(self.all_km),
            "error_km_of_answered": _averages(self.errors_km),
            "auc": _rounded(self.auc),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class EndToEnd:
    """Found with the exact span and resolved: of the gold toponyms, and of what was emitted with a place.

    What was emitted for a gold toponym that lacks the id (or the position) can be neither right nor wrong,
    and is not counted.
    """

    same_id: Share
    near: Share
    precision_same_id: Share
    precision_near: Share

    def as_json(self) -> dict[str, Any]:
        """All four shares."""
        return {
            "same_id": self.same_id.as_json(),
            "within_161_km": self.near.as_json(),
            "precision_same_id": self.precision_same_id.as_json(),
            "precision_within_161_km": self.precision_near.as_json(),
        }


def recognition(outcomes: Sequence[Outcome], extras: Sequence[Extra]) -> Recognition:
    """Precision and recall over exact spans."""
    recall = share(each.found is not None for each in outcomes)
    return Recognition(precision=Share(count=recall.count, of=recall.count + len(extras)), recall=recall)


def placing(outcomes: Sequence[Outcome]) -> Placing:
    """How near the places of gold spans come."""
    errors = [distance_km(each.gold, each.given) for each in outcomes]
    return Placing(
        near=share(is_near(each.gold, each.given) for each in located(outcomes)),
        same_id=share(is_same(each.gold, each.given) for each in linked(outcomes)),
        same_but_far=share(
            is_same(each.gold, each.given) and not is_near(each.gold, each.given)
            for each in linked(located(outcomes))
        ),
        errors_km=tuple(error for error in errors if error is not None),
    )


def end_to_end(outcomes: Sequence[Outcome], extras: Sequence[Extra]) -> EndToEnd:
    """Recognition and resolution together."""
    wrong = sum(each.found.place is not None for each in extras)
    by_id, by_position = linked(outcomes), located(outcomes)
    same = share(is_same(each.gold, each.found) for each in by_id)
    near = share(is_near(each.gold, each.found) for each in by_position)
    return EndToEnd(
        same_id=same,
        near=near,
        precision_same_id=Share(count=same.count, of=_placed(by_id) + wrong),
        precision_near=Share(count=near.count, of=_placed(by_position) + wrong),
    )


def calibrations(outcomes: Sequence[Outcome], extras: Sequence[Extra]) -> dict[str, Calibration]:
    """How far to trust the confidence of the places given to gold spans, and of those emitted.

    A place is right within 161 km, or by its id; one that was emitted where no gold toponym is, is wrong.
    """
    false = [(each.found.confidence, False) for each in extras if each.found.place is not None]
    near, same = located(outcomes), linked(outcomes)
    return {
        "gold_spans_within_161_km": calibration(_judged([(each.gold, each.given) for each in near], is_near)),
        "gold_spans_same_id": calibration(_judged([(each.gold, each.given) for each in same], is_same)),
        "emitted_within_161_km": calibration(
            _judged([(each.gold, each.found) for each in near], is_near) + false
        ),
        "emitted_same_id": calibration(_judged([(each.gold, each.found) for each in same], is_same) + false),
    }


def _judged(
    answers: Sequence[tuple[GoldToponym, Resolution | None]],
    is_right: Callable[[GoldToponym, Resolution | None], bool],
) -> list[tuple[float, bool]]:
    """The confidence of each place, and whether it is right."""
    return [
        (answer.confidence, is_right(gold, answer))
        for gold, answer in answers
        if answer is not None and answer.place is not None
    ]


def linked(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The gold toponyms with an id."""
    return [each for each in outcomes if each.gold.id is not None]


def located(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The gold toponyms with a position."""
    return [each for each in outcomes if each.gold.position is not None]


def _placed(outcomes: Sequence[Outcome]) -> int:
    return sum(each.found is not None and each.found.place is not None for each in outcomes)


def _averages(errors: Sequence[float]) -> dict[str, float] | None:
    if not errors:
        return None
    return {"mean": round(fmean(errors), 3), "median": round(median(errors), 3)}


def _rounded(value: float | None, digits: int = 6) -> float | None:
    return None if value is None else round(value, digits)
