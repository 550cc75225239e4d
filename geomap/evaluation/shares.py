"""Counts that are told with what they are counted of, and how far stated confidence can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

_BINS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.count / self.of if self.of else None

    def as_json(self) -> dict[str, Any]:
        """Both numbers, and the share to six decimals."""
        value = self.value
        return {"count": self.count, "of": self.of, "share": None if value is None else round(value, 6)}


def share(truths: Iterable[bool]) -> Share:
    """How many of the values are true."""
    counted = list(truths)
    return Share(count=sum(counted), of=len(counted))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Answers of a confidence from `low` up to `high`: their mean confidence, and the right ones."""

    low: float
    high: float
    confidence: float
    right: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How stated confidence compares with the share that is right, in ten bins of equal width."""

    bins: tuple[Bin, ...]

    @property
    def count(self) -> int:
        """The number of answers."""
        return sum(each.right.of for each in self.bins)

    @property
    def error(self) -> float | None:
        """Expected calibration error (Naeini et al., 2015): the bins' mean gap, weighted by their answers."""
        if not self.count:
            return None
        gaps = (abs(each.right.count - each.confidence * each.right.of) for each in self.bins)
        return sum(gaps) / self.count

    def as_json(self) -> dict[str, Any]:
        """The error, the number of answers, and each bin that holds any."""
        error = self.error
        return {
            "expected_calibration_error": None if error is None else round(error, 6),
            "of": self.count,
            "bins": [
                {
                    "low": each.low,
                    "high": each.high,
                    "confidence": round(each.confidence, 6),
                    "right": each.right.as_json(),
                }
                for each in self.bins
            ],
        }


def calibration(answers: Sequence[tuple[float, bool]]) -> Calibration:
    """The calibration of answers, each a confidence of 0 to 1 and whether it was right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for confidence, right in answers:
        bins[min(_BINS - 1, int(confidence * _BINS))].append((confidence, right))
    return Calibration(
        bins=tuple(
            Bin(
                low=number / _BINS,
                high=(number + 1) / _BINS,
                confidence=sum(confidence for confidence, _ in held) / len(held),
                right=share(right for _, right in held),
            )
            for number, held in enumerate(bins)
            if held
        )
    )
