"""The words of a date as they were understood, and the days that they come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from geomap.model import DatePrecision, Span

DateKind = Literal[
    "date",  # 29 December 2014
    "month_day",  # December 29
    "month",  # December, December 2014
    "year",  # 2014
    "decade",  # the 1980s
    "season",  # the summer of 2013, last winter
    "quarter",  # the first quarter of 2009
    "half",  # the second half of 2009
    "weekday",  # on Tuesday, last Tuesday, Tuesday of last week
    "relative_day",  # today, yesterday, two days ago
    "relative_period",  # last month, this week, two years ago
    "window",  # the past 24 hours
    "chained",  # that day, the same month, three weeks earlier
    "every",  # every day, each month, weekly
    "range",  # between 3 and 5 March
    "duration",  # three years, a two-day
    "clock",  # 6:40 p.m., noon, in the morning
    "reference",  # now, recently, in the future
]
Modifier = Literal["since", "until", "before", "after", "by", "around"]
Unit = Literal["day", "week", "weekend", "month", "season", "quarter", "year"]
# What a duration is counted in.
Length = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century",
]
Portion = Literal["early", "middle", "late", "so_far", "rest"]
Tense = Literal["past", "future", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """A date as the text has it, a leading preposition included.

    ``modifier`` says that the words do not date an event to the days they name ("since Monday"),
    ``recurrent`` that they name a habit ("every Friday"), ``vague`` that their bounds are loose or of history
    ("the 1980s"). ``offset`` counts ``unit``s from the anchor, or from the date told before where ``kind`` is
    "chained". ``number`` is the count of a window, or of a duration in ``length``s, or which season (1 is
    spring), quarter or half.
    ``overnight`` is a night that takes in two days; ``also`` that the text goes on from the date told before.
    A "reference" has the ``offset`` -1 for the past, 0 for the present and 1 for the future.
    """

    span: Span
    text: str
    kind: DateKind
    modifier: Modifier | None = None
    recurrent: bool = False
    vague: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None
    length: Length | None = None
    offset: int | None = None
    number: int | None = None
    portion: Portion | None = None
    overnight: bool = False
    also: bool = False
    ends: tuple[DateExpression, DateExpression] | None = None


class Interval(NamedTuple):
    """Days, both ends included; an end that the text leaves open is None."""

    first: date | None
    last: date | None
    precision: DatePrecision
