"""From the days that a date names to the interval that its words allow."""

from __future__ import annotations

from datetime import date
from typing import Final

from geomap.coding.dates.calendar import DAY, Days, back_from, unit_of
from geomap.coding.dates.expression import DateExpression, Interval, Tense, Unit
from geomap.model import DatePrecision

# Calendar periods stay whole though they run past the anchor: "in December" says no more than the month.
_WHOLE: Final = frozenset({"month", "year", "season", "quarter", "half", "decade"})
_WHOLE_UNITS: Final = frozenset({"week", "month", "quarter", "year"})
# "Around 5 December": within the week that ACLED's time precision 2 allows, three days either way.
_AROUND_A_DAY: Final = 3
_PRECISIONS: Final[tuple[tuple[Unit, DatePrecision], ...]] = (
    ("week", "week"),
    ("month", "month"),
    ("year", "year"),
)


def told(expression: DateExpression, days: Days, anchor: date | None, tense: Tense) -> Interval | None:
    """The days as an interval: opened by a modifier, and cut at the anchor where the tense is past."""
    first, last = days
    if expression.modifier in {"before", "until", "by"}:
        end = first - DAY if expression.modifier == "before" else last
        return _up_to(end, anchor, tense)
    if expression.modifier == "after":
        return _after(first, anchor, tense)
    if expression.modifier == "around":
        first, last = _around(expression, days)
    if tense == "past" and anchor is not None and not _stays_whole(expression):
        last = min(last, anchor)
    return None if first > last else Interval(first, last, _precision(expression, first, last))


def _up_to(end: date, anchor: date | None, tense: Tense) -> Interval | None:
    if tense == "future" and anchor is not None:
        return None if end < anchor else _between(anchor, end)
    return Interval(None, end if anchor is None or tense != "past" else min(end, anchor), "on_or_before")


def _after(first: date, anchor: date | None, tense: Tense) -> Interval | None:
    if anchor is None or tense != "past":
        return Interval(first, None, "range")
    return None if first > anchor else _between(first, anchor)


def _between(first: date, last: date) -> Interval:
    return Interval(first, last, "day" if first == last else "range")


def _around(expression: DateExpression, days: Days) -> Days:
    unit = expression.unit or ("day" if days[0] == days[1] else "month")
    if unit == "day":
        return days[0] - _AROUND_A_DAY * DAY, days[1] + _AROUND_A_DAY * DAY
    return back_from(days[0], unit, 1), back_from(days[1], unit, -1)


def _stays_whole(expression: DateExpression) -> bool:
    if expression.portion is not None or expression.modifier is not None:
        return False
    if expression.kind in {"relative_period", "chained"}:
        return expression.unit in _WHOLE_UNITS
    return expression.kind in _WHOLE


def _precision(expression: DateExpression, first: date, last: date) -> DatePrecision:
    if first == last:
        return "day"
    for unit, precision in _PRECISIONS:
        if (first, last) == unit_of(first, unit) and expression.modifier is None:
            return precision
    return "range"
