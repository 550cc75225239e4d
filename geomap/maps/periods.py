"""Periods: the layers by date. Days are counted from 1970-01-01, as in JavaScript and NumPy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from geomap.maps.wording import day_words, month_words, span_words

EPOCH: Final = date(1970, 1, 1).toordinal()

# As many switches as a reader takes in at a glance.
MOST: Final = 12

# What counts as a run of years, once single years are too many.
_YEARS: Final = (1, 2, 5, 10, 25, 50, 100, 250, 1000)

Interval = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days, both ends included, as days from 1970-01-01; None at both ends is "date unknown"."""

    label: str
    first: int | None
    last: int | None


def day_number(day: date) -> int:
    """Days from 1970-01-01."""
    return day.toordinal() - EPOCH


def periods_of(intervals: Sequence[Interval]) -> tuple[Period, ...]:
    """Cut the span of the intervals into days, weeks, months or years, at most 12, earliest first.

    The last period is "Date unknown" where an interval is open at both ends. An interval that is open at
    one end reaches as far as the table does.
    """
    known = [day for interval in intervals for day in interval if day is not None]
    dated = _cut(_day(min(known)), _day(max(known))) if known else []
    unknown = [Period("Date unknown", None, None)] if (None, None) in intervals else []
    return (*dated, *unknown)


def touched(interval: Interval, periods: Sequence[Period]) -> tuple[int, int]:
    """The first and the last of the periods, by index, that an interval of the same table touches."""
    first, last = interval
    if first is None and last is None:
        return len(periods) - 1, len(periods) - 1
    hits = [index for index, period in enumerate(periods) if _touches(period, first, last)]
    return hits[0], hits[-1]


def _touches(period: Period, first: int | None, last: int | None) -> bool:
    if period.first is None or period.last is None:
        return False
    return (first is None or first <= period.last) and (last is None or last >= period.first)


def _cut(first: date, last: date) -> list[Period]:
    starts, words = _starts(first, last)
    ends = [after - timedelta(days=1) for _, after in pairwise(starts)] + [last]
    return [
        Period(words(start, end), day_number(start), day_number(end))
        for start, end in zip([max(starts[0], first), *starts[1:]], ends, strict=True)
    ]


def _starts(first: date, last: date) -> tuple[list[date], Callable[[date, date], str]]:
    """The first days of the periods, in the finest unit that needs at most 12."""
    days = (last - first).days
    if days < MOST:
        return [first + timedelta(days=count) for count in range(days + 1)], _label_day
    monday = first - timedelta(days=first.weekday())
    if (last - monday).days // 7 < MOST:
        return list(_weeks(monday, last)), span_words
    months = list(range(_month(first), _month(last) + 1))
    if len(months) <= MOST:
        return [date(month // 12, month % 12 + 1, 1) for month in months], _label_month
    return _years(first.year, last.year), _label_years


def _weeks(monday: date, last: date) -> Iterator[date]:
    while monday <= last:
        yield monday
        monday += timedelta(days=7)


def _years(first: int, last: int) -> list[date]:
    step = next((step for step in _YEARS if last // step - first // step < MOST), _YEARS[-1])
    return [date(max(year, 1), 1, 1) for year in range(first // step * step, last + 1, step)]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _day(number: int) -> date:
    return date.fromordinal(number + EPOCH)


def _label_day(start: date, _: date) -> str:
    return day_words(start)


def _label_month(start: date, _: date) -> str:
    return month_words(start)


def _label_years(start: date, end: date) -> str:
    return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
