"""Times as TIMEX3 of ISO-TimeML (ISO 24617-1:2012) writes them: a type, a value, and the words it marks."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

from geomap.coding.dates.calendar import Days
from geomap.coding.dates.expression import DateExpression, Length, Tense
from geomap.coding.dates.leading import PREPOSITIONS
from geomap.coding.dates.resolving import named_days
from geomap.coding.dates.words import S
from geomap.coding.numbers import value_of
from geomap.model import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

# A TIMEX3 begins after its preposition.
_PREPOSITION: Final = re.compile(rf"(?:(?i:{PREPOSITIONS}){S})+")
_REFERENCES: Final = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_DESIGNATORS: Final[dict[Length, str]] = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "weekend": "{}WE", "week": "{}W",
    "month": "{}M", "quarter": "{}Q", "season": "{}SE", "year": "{}Y", "decade": "{}DE", "century": "{}CE",
}  # fmt: skip
_IN_YEARS: Final[dict[Length, int]] = {"decade": 10, "century": 100}
_SEASONS: Final = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
_SEASON_OF_MONTH: Final = {3: 1, 6: 2, 9: 3, 12: 4}
_PARTS: Final = {"morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF",
                 "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI",
                 "tonight": "NI", "overnight": "NI"}  # fmt: skip
_PART: Final = re.compile(rf"\b(?:{'|'.join(_PARTS)})\b", re.IGNORECASE)
_NAMED_HOURS: Final = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_HOUR: Final = re.compile(
    r"\b(?:(?P<named>noon|midday|midnight)|(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?!\d)\s?(?P<half>[ap])?"
    r"|(?P<bare>\d{1,2})\s?(?P<bare_half>[ap])\.?m|(?P<clock>\d{1,2})\so['’]clock"
    r"|(?P<four>\d{4})(?=\s(?:GMT|UTC|hours)))",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(r"(\d+|[a-z]+(?:-[a-z]+)?)\shours?\b", re.IGNORECASE)
_UNIVERSAL: Final = re.compile(r"\b(?:GMT|UTC)\b(?!\s?[+-])")


def timex_span(expression: DateExpression) -> Span:
    """The characters that TIMEX3 marks: the expression without the prepositions before it."""
    before = _PREPOSITION.match(expression.text)
    start = expression.span.start + (before.end() if before and before.end() < len(expression.text) else 0)
    return Span(start=start, end=expression.span.end)


def timex_type(expression: DateExpression) -> TimexType:
    """DATE, TIME, DURATION or SET."""
    if expression.recurrent:
        return "SET"
    if expression.kind in {"duration", "window", "range"}:
        return "DURATION"
    return "TIME" if _hour(expression) is not None else "DATE"


def timex_value(
    expression: DateExpression, *, anchor: date | None, tense: Tense = "past", previous: Days | None = None
) -> str | None:
    """The value of a time, None where the text does not let one say; the arguments are `interval`'s.

    Weeks are those of ISO 8601. A winter is named by the year in which it begins.
    """
    if expression.recurrent:
        return _of_set(expression)
    if expression.kind in {"duration", "window"}:
        return _of_duration(expression)
    if expression.kind == "reference":
        return _REFERENCES[expression.offset or 0]
    if expression.kind == "relative_period" and expression.vague and expression.offset is None:
        return "PAST_REF"  # "several years ago"
    if expression.kind == "clock":
        days: Days | None = previous if previous and previous[0] == previous[1] else None
        if days is None and anchor is not None:
            days = anchor, anchor
    else:
        days = named_days(expression, anchor=anchor, tense=tense, previous=previous)
    if days is None and expression.kind == "chained" and anchor is not None:
        # Where nothing was told before, "a year earlier" counts from the day of publication.
        days = named_days(expression, anchor=anchor, previous=(anchor, anchor))
    return None if days is None else _of_days(expression, days)


def _of_days(expression: DateExpression, days: Days) -> str | None:
    first, last = days
    if expression.overnight and first != last:
        # The night that ends in the morning of the day named, or that begins in its evening.
        return f"{_iso(first)}TNI"
    if expression.kind == "range":
        return _of_range(expression, days)
    hour = _hour(expression)
    if first == last:
        return _iso(first) + (hour or "")
    return _of_stretch(expression, first, last)


def _of_range(expression: DateExpression, days: Days) -> str:
    """How long it is from the one end to the other, in the unit of the ends."""
    (first, last), kind = days, expression.ends[0].kind if expression.ends else "day"
    if kind == "year":
        return f"P{last.year - first.year}Y"
    if kind == "month":
        return f"P{12 * (last.year - first.year) + last.month - first.month}M"
    return f"P{(last - first).days}D"


def _of_stretch(expression: DateExpression, first: date, last: date) -> str | None:
    year, unit = f"{first.year:04}", expression.unit
    if expression.kind == "decade":
        return year[:3]
    if expression.kind == "season":
        return f"{year}-{_SEASONS[_SEASON_OF_MONTH[first.month]]}"
    if expression.kind == "half":
        return f"{year}-H{1 if first.month == 1 else 2}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months in {1, 3, 12} and first.day == 1 and (last - first).days > 26:
        return {1: f"{year}-{first.month:02}", 3: f"{year}-Q{(first.month + 2) // 3}", 12: year}[months]
    if unit in {"week", "weekend"}:
        calendar = first.isocalendar()
        week = f"{calendar.year:04}-W{calendar.week:02}"
        return f"{week}-WE" if unit == "weekend" else week
    return None


def _iso(day: date) -> str:
    return day.isoformat()


def _of_duration(expression: DateExpression) -> str | None:
    unit, number = expression.length or expression.unit, expression.number
    hours = _HOURS.search(expression.text) if expression.kind == "window" else None
    if hours is not None:
        # A window of hours is kept as the days that it touches.
        unit, number = "hour", value_of(hours[1])
    if unit is None:
        return None
    if number is not None and unit in _IN_YEARS:
        unit, number = "year", number * _IN_YEARS[unit]
    return "P" + _DESIGNATORS[unit].format("X" if number is None else number)


def _of_set(expression: DateExpression) -> str | None:
    if expression.weekday is not None:
        return f"XXXX-WXX-{expression.weekday + 1}"
    if expression.month is not None:
        return f"XXXX-{expression.month:02}"
    unit = expression.length or expression.unit
    return None if unit is None else "P" + _DESIGNATORS[unit].format(expression.number or 1)


def _hour(expression: DateExpression) -> str | None:
    """The time of day that the words name, as the end of a value: "T06:40", "TMO"."""
    found = _HOUR.search(expression.text)
    if found is not None and (clock := _clock(found)) is not None:
        return f"T{clock}{'Z' if _UNIVERSAL.search(expression.text) else ''}"
    part = _PART.search(expression.text)
    return f"T{_PARTS[part[0].lower()]}" if part else None


def _clock(found: re.Match[str]) -> str | None:
    if found["named"]:
        return _NAMED_HOURS[found["named"].lower()]
    if found["four"]:
        return f"{found['four'][:2]}:{found['four'][2:]}"
    hour, minute = int(found["hour"] or found["bare"] or found["clock"]), found["minute"] or "00"
    half = (found["half"] or found["bare_half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute}" if hour < 24 and int(minute) < 60 else None
