"""Which days a date expression means, counted from an anchor and read by the tense of its verb."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from geomap.coding.dates.calendar import (
    DAY,
    Days,
    back_from,
    month_of,
    months_of,
    portion_of,
    quarter_of,
    season_of,
    unit_of,
    year_of,
)
from geomap.coding.dates.expression import DateExpression, DateKind, Interval, Tense
from geomap.coding.dates.telling import told

# 29 February comes again within eight years at the latest (1896 to 1904).
_YEARS_TO_TRY: Final = 9


def interval(
    expression: DateExpression,
    *,
    anchor: date | None,
    tense: Tense = "past",
    previous: Days | None = None,
) -> Interval | None:
    """The days that an expression means, or None where the text does not let one say.

    ``anchor`` is the day from which relative words count: the publication's, or a quotation's; without one
    only full dates resolve. In past tense a weekday, a month or a day of a month is the latest up to and
    including the anchor, in future tense the first from the anchor on; in unknown tense only what both agree
    on. ``previous`` are the days told before, from which "that day" and "three weeks earlier" count.
    "Before", "by" and "until" leave the start open; "since", habits and loose amounts give None. Weeks run
    Monday to Sunday, seasons are the northern half's. In past tense nothing reaches past the anchor but a
    calendar period that the text names whole ("in December", "this week").
    """
    if expression.recurrent or expression.modifier == "since":
        return None
    try:
        days = _days(expression, anchor, tense, previous)
        return None if days is None else told(expression, days, anchor, tense)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return None


def named_days(
    expression: DateExpression, *, anchor: date | None, tense: Tense = "past", previous: Days | None = None
) -> Days | None:
    """The whole days, week, month or year that an expression names, whatever its modifier says of them."""
    try:
        return _days(replace(expression, portion=None), anchor, tense, previous)
    except (OverflowError, ValueError):  # beyond the years 1 to 9999
        return None


def _days(
    expression: DateExpression, anchor: date | None, tense: Tense, previous: Days | None
) -> Days | None:
    if tense == "unknown":
        past, future = (_days(expression, anchor, each, previous) for each in ("past", "future"))
        return past if past == future else None
    if expression.also and previous is not None and _may_be(expression, previous):
        return previous
    days = _named_days(expression, anchor, tense, previous)
    if (
        days is None
        or expression.portion is None
        or expression.kind in {"relative_day", "weekday", "month_day", "date"}
    ):
        return days
    return _portioned(expression, days, anchor)


def _named_days(
    expression: DateExpression, anchor: date | None, tense: Tense, previous: Days | None
) -> Days | None:
    if expression.kind == "range":
        return _range(expression, anchor, tense)
    if expression.kind == "chained":
        return _chained(expression, previous)
    absolute = _absolute(expression)
    if absolute is not None or anchor is None:
        return absolute
    return _from_anchor(expression, anchor, tense)


def _absolute(expression: DateExpression) -> Days | None:
    """Days that the words name in full."""
    year, month, day, number = expression.year, expression.month, expression.day, expression.number
    if year is None:
        return None
    if expression.kind == "decade":
        return date(year, 1, 1), date(year + 9, 12, 31)
    if number is not None:
        return _part_of_year(expression.kind, year, number)
    if month is None:
        return year_of(year)
    return month_of(year, month) if day is None else (date(year, month, day),) * 2


def _part_of_year(kind: DateKind, year: int, number: int) -> Days:
    if kind == "season":
        return season_of(year, number)
    return quarter_of(year, number) if kind == "quarter" else months_of(year, 6 * number - 5, 6)


def _from_anchor(expression: DateExpression, anchor: date, tense: Tense) -> Days | None:
    if expression.kind == "weekday":
        return _weekday(expression, anchor, tense)
    if expression.kind in {"month_day", "month", "season", "quarter", "half"}:
        return _without_a_year(expression, anchor, tense)
    if expression.kind == "window":
        return _window(expression, anchor)
    if expression.unit is None or expression.offset is None:
        return None
    if expression.unit == "weekend":
        return _weekend(anchor, expression.offset, tense)
    return _widened(unit_of(anchor, expression.unit, expression.offset), expression)


def _widened(days: Days, expression: DateExpression) -> Days:
    # "Overnight" in a morning's paper: the evening before and the small hours.
    return (days[0] - DAY, days[1]) if expression.overnight else days


def _weekday(expression: DateExpression, anchor: date, tense: Tense) -> Days | None:
    if expression.weekday is None:
        return None
    if expression.unit == "week" and expression.offset is not None:
        day = unit_of(anchor, "week", expression.offset)[0] + expression.weekday * DAY
        return day, day
    forward = tense == "future" if expression.offset in {None, 0} else expression.offset == 1
    # "Last Tuesday" is never today, "on Tuesday" may be.
    start = anchor if expression.offset in {None, 0} else anchor + (DAY if forward else -DAY)
    distance = (
        (expression.weekday - start.weekday()) % 7
        if forward
        else -((start.weekday() - expression.weekday) % 7)
    )
    day = start + timedelta(days=distance)
    # The night of a day may be the one before or after it.
    return (day - DAY, day + DAY) if expression.overnight else (day, day)


def _weekend(anchor: date, offset: int, tense: Tense) -> Days:
    """The latest weekend that has begun, or the first that is not over; then ``offset`` from it."""
    own = unit_of(anchor, "weekend")
    if offset > 0 or (offset == 0 and tense == "future"):
        return unit_of(anchor, "weekend", 1 if offset > 0 else 0)
    begun = own[0] <= anchor and offset == 0
    return own if begun else unit_of(anchor, "weekend", -1)


def _without_a_year(expression: DateExpression, anchor: date, tense: Tense) -> Days | None:
    if expression.unit == "year" and expression.offset is not None:
        return _in_year(expression, anchor.year + expression.offset)
    forward = tense == "future" if expression.offset in {None, 0} else expression.offset == 1
    years = (
        range(anchor.year, anchor.year + _YEARS_TO_TRY)
        if forward
        else range(anchor.year, anchor.year - _YEARS_TO_TRY, -1)
    )
    if expression.kind == "season" and not forward:
        years = range(anchor.year, anchor.year - _YEARS_TO_TRY, -1)
    for year in years:
        days = _in_year(expression, year)
        if days is not None and _lies(days, anchor, forward=forward, apart=expression.offset in {-1, 1}):
            return days
    return None


def _in_year(expression: DateExpression, year: int) -> Days | None:
    month, day, number = expression.month, expression.day, expression.number
    if month is None:
        if number is None:
            return None
        return _part_of_year(expression.kind, year, number)
    if day is None:
        return month_of(year, month)
    try:
        found = date(year, month, day)
    except ValueError:  # 29 February in a common year
        return None
    # A weekday beside the date says which year it was.
    return (found, found) if expression.weekday in {None, found.weekday()} else None


def _lies(days: Days, anchor: date, *, forward: bool, apart: bool) -> bool:
    """Whether days have begun (are not over yet, where forward) at the anchor; wholly so where apart."""
    if forward:
        return days[0] > anchor if apart else days[1] >= anchor
    return days[1] < anchor if apart else days[0] <= anchor


def _window(expression: DateExpression, anchor: date) -> Days | None:
    if expression.unit is None or expression.number is None or expression.offset is None:
        return None
    edge = back_from(anchor, expression.unit, -expression.offset * expression.number)
    return min(edge, anchor), max(edge, anchor)


def _chained(expression: DateExpression, previous: Days | None) -> Days | None:
    if previous is None or expression.offset is None:
        return None
    start = previous[1] if expression.offset > 0 else previous[0]
    if expression.weekday is not None:
        return _weekday(expression, start, "future" if expression.offset > 0 else "past")
    if expression.unit is None:
        return None
    # "That day" after a month told is a day of the month, no more.
    within = unit_of(start, expression.unit)
    if previous[0] < within[0] or previous[1] > within[1]:
        return None
    return unit_of(start, expression.unit, expression.offset)


def _range(expression: DateExpression, anchor: date | None, tense: Tense) -> Days | None:
    if expression.ends is None:
        return None
    opening, closing = expression.ends
    last = _days(closing, anchor, tense, None)
    if last is None:
        return None
    # The opening end is the latest before the closing one: "from Friday to Monday" runs over a weekend.
    first = _days(opening, last[1], "past", None)
    return None if first is None or first[0] > last[1] else (first[0], last[1])


def _may_be(expression: DateExpression, previous: Days) -> bool:
    """Whether the days told before are what the expression could name: "also last month" after a month."""
    if expression.kind == "weekday":
        return previous[0] == previous[1] and previous[0].weekday() == expression.weekday
    unit = expression.unit
    return (
        expression.kind == "relative_period" and unit is not None and previous == unit_of(previous[0], unit)
    )


def _portioned(expression: DateExpression, days: Days, anchor: date | None) -> Days | None:
    portion = expression.portion
    if portion is None or portion in {"early", "middle", "late"}:
        return days if portion is None else portion_of(days, portion)
    if anchor is None or not days[0] <= anchor <= days[1]:
        return days
    return (days[0], anchor) if portion == "so_far" else (anchor, days[1])
