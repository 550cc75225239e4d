"""Days, weeks, months and the like as stretches of days; weeks run Monday to Sunday, as in ISO 8601."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from geomap.coding.dates.expression import Portion, Unit

Days = tuple[date, date]

DAY: Final = timedelta(days=1)
_WEEK: Final = 7
# Meteorological seasons of the northern half of the world; winter runs into the next year.
_SEASON_STARTS: Final = {1: 3, 2: 6, 3: 9, 4: 12}


def month_of(year: int, month: int) -> Days:
    """The days of a month; a month below 1 or above 12 counts on into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, month: int, count: int) -> Days:
    """The days of ``count`` months from the given one on."""
    return month_of(year, month)[0], month_of(year, month + count - 1)[1]


def year_of(year: int) -> Days:
    """The days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def season_of(year: int, season: int) -> Days:
    """The days of a season, 1 for spring to 4 for winter, that begins in the year."""
    return months_of(year, _SEASON_STARTS[season], 3)


def quarter_of(year: int, quarter: int) -> Days:
    """The days of a calendar quarter."""
    return months_of(year, 3 * quarter - 2, 3)


def weekend_of(day: date) -> Days:
    """The Saturday and Sunday of the week that holds the day."""
    saturday = day + timedelta(days=5 - day.weekday())
    return saturday, saturday + DAY


def unit_of(day: date, unit: Unit, offset: int = 0) -> Days:
    """The day, week, weekend, month, quarter or year that lies ``offset`` of them away from the day's own."""
    if unit == "day":
        return day + offset * DAY, day + offset * DAY
    if unit == "year":
        return year_of(day.year + offset)
    if unit == "month":
        return month_of(day.year, day.month + offset)
    if unit == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3 + offset)
    shifted = day + offset * _WEEK * DAY
    if unit == "weekend":
        return weekend_of(shifted)
    monday = shifted - shifted.weekday() * DAY
    return monday, monday + (_WEEK - 1) * DAY


def back_from(day: date, unit: Unit, count: int) -> date:
    """The day ``count`` units before (after, where negative), on the month's last day if need be."""
    if unit in {"day", "week"}:
        return day - count * (_WEEK if unit == "week" else 1) * DAY
    first, last = month_of(day.year, day.month - count * (12 if unit == "year" else 1))
    return min(last, first + (day.day - 1) * DAY)


def portion_of(days: Days, portion: Portion) -> Days:
    """The first, middle or last third of a stretch, by whole months where it is a year."""
    first, last = days
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return months_of(first.year, {"early": 1, "middle": 5, "late": 9}[portion], 4)
    third = ((last - first).days + 1) // 3 * DAY
    return {
        "early": (first, first + third - DAY),
        "middle": (first + third, first + 2 * third - DAY),
        "late": (first + 2 * third, last),
    }[portion]
