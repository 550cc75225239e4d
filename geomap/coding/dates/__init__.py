"""Dates in English news: where they stand in a text, and which days they mean."""

from geomap.coding.dates.expression import DateExpression, DateKind, Interval, Modifier, Tense
from geomap.coding.dates.finding import find, find_times, read_time
from geomap.coding.dates.resolving import interval, named_days
from geomap.coding.dates.timex import TimexType, timex_span, timex_type, timex_value

__all__ = [
    "DateExpression",
    "DateKind",
    "Interval",
    "Modifier",
    "Tense",
    "TimexType",
    "find",
    "find_times",
    "interval",
    "named_days",
    "read_time",
    "timex_span",
    "timex_type",
    "timex_value",
]
