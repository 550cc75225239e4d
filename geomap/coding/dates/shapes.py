"""A shape that dates are written in: a pattern with named parts, and the parts read into values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from geomap.coding.dates.expression import DateKind
from geomap.coding.dates.words import COUNTS, DIRECTIONS, MONTHS, ORDINALS, SEASONS, WEEKDAYS
from geomap.coding.numbers import value_of

Fields = dict[str, Any]

_RELATIVE_DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "overnight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night"})


class Shape(NamedTuple):
    """A kind of date, the pattern that it is written by, and what all dates of the shape have in common."""

    kind: DateKind
    pattern: re.Pattern[str]
    common: Mapping[str, Any] = {}

    def read(self, text: str, start: int, stop: int) -> tuple[int, Fields] | None:
        """Where the shape ends when it starts at ``start``, and its parts; None where it does not stand."""
        found = self.pattern.match(text, start, stop)
        if found is None:
            return None
        parts = {name: _READERS[name](words) for name, words in found.groupdict().items() if words}
        return found.end(), {"kind": self.kind, **parts, **self.common}


def _figure(words: str) -> int:
    return int(words.rstrip("stndrh"))


def _unit(words: str) -> str:
    return "day" if words.lower() in _PARTS_OF_DAY else words.lower()


_LENGTHS: Final = {"seconds": "second", "centur": "century"}


def _amount(words: str) -> int | None:
    return 1 if words.lower() in {"a", "an"} else value_of(words)


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "year": int,
    "year_end": int,
    "month": lambda words: MONTHS[words.rstrip(".").lower()],
    "month_figure": int,
    "day": _figure,
    "day_end": _figure,
    "first_figure": int,
    "second_figure": int,
    "weekday": lambda words: WEEKDAYS[words.rstrip(".").lower()],
    "season": lambda words: SEASONS[words.lower()],
    "quarter": lambda words: ORDINALS[words.lower()],
    "half": lambda words: min(2, ORDINALS[words.lower()]),
    "figure": int,
    "unit": _unit,
    "direction": lambda words: DIRECTIONS[words.split()[-1].lower()],
    "outer_direction": lambda words: DIRECTIONS[words.lower()],
    "outer_unit": str.lower,
    "count": lambda words: COUNTS.get(words.lower()) or int(words),
    "relative": lambda words: _RELATIVE_DAYS[" ".join(words.lower().split())],
    "overnight": bool,
    "night": bool,
    "mark": str,
    "length": lambda words: _LENGTHS.get(words.lower(), words.lower()),
    "amount": _amount,
    "short_decade": lambda words: 1900 + int(words),
    "clock": str,
    "zone": str,
}
