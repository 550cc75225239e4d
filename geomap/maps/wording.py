"""What the page says about dates, places and losses, in words: the one table of English for the evidence."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Final

UNTOLD: Final = "not told"

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)

STATUS_WORDS: Final[Mapping[str, str]] = {
    "occurred": "Reported as having happened",
    "claimed": "Claimed, not confirmed",
    "denied": "Denied",
    "planned": "Planned or announced",
}

PRECISION_WORDS: Final[Mapping[str, str]] = {
    "city": "Exact place: the town or city itself",
    "vicinity": "Not exact: somewhere near the place named",
    "adm2": "Not exact: somewhere in the district",
    "adm1": "Not exact: somewhere in the province",
    "region": "Not exact: somewhere in the region",
    "country": "Not exact: somewhere in the country",
}


def day_words(day: date) -> str:
    """A day, as "29 December 2014"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """The month of a day, as "December 2014"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def span_words(first: date, last: date) -> str:
    """Two days, both included, without saying the same month or year twice."""
    if first == last:
        return day_words(last)
    if first.year != last.year:
        return f"{day_words(first)} – {day_words(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day_words(last)}"
    return f"{first.day}–{day_words(last)}"


def date_words(first: date | None, last: date | None, precision: str | None) -> str:
    """An interval of days as the text told it, as "on or before 29 December 2014" or "December 2014"."""
    if first is None:
        return "Date unknown" if last is None else f"On or before {day_words(last)}"
    if last is None:
        return f"On or after {day_words(first)}"
    return _closed_words(first, last, precision)


def _closed_words(first: date, last: date, precision: str | None) -> str:
    if _is_month(first, last) and precision == "month":
        return month_words(first)
    if _is_year(first, last) and precision == "year":
        return str(first.year)
    if precision == "on_or_before" and first != last:
        return f"On or before {day_words(last)}, not before {day_words(first)}"
    words = span_words(first, last)
    return f"Week of {words}" if precision == "week" else words


def share_words(share: float | None) -> str:
    """A probability, 0 to 1, in percent; never "100 %" for what is merely likely."""
    if share is None:
        return UNTOLD
    return f"{min(round(share * 100), 99) if share < 1 else 100} %"


def radius_words(radius_km: float | None) -> str | None:
    """The radius of the circle that the place stands for, in kilometres."""
    if radius_km is None:
        return None
    return f"radius about {radius_km:,.0f} km" if radius_km >= 1 else "radius below 1 km"


def count_words(best: int | None, low: int | None = None, high: int | None = None) -> str:
    """A number of persons with its range; "not told" where the text gives none."""
    if best is None:
        return UNTOLD if low is None and high is None else _limits(low, high)
    if (low, high) in ((None, None), (best, best)):
        return str(best)
    return f"{best} ({_limits(low, high)})"


def _limits(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    if high is None:
        return f"at least {low}"
    return f"at most {high}" if low is None else f"{low} to {high}"


def _is_month(first: date, last: date) -> bool:
    end = calendar.monthrange(first.year, first.month)[1]
    return first == first.replace(day=1) and last == first.replace(day=end)


def _is_year(first: date, last: date) -> bool:
    return first == date(first.year, 1, 1) and last == date(first.year, 12, 31)
