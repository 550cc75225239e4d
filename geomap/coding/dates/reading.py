"""From the parts of a shape to a date expression; what cannot be a date is none."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from geomap.coding.dates.expression import DateExpression
from geomap.coding.dates.leading import COUNTING, Lead
from geomap.coding.dates.shapes import Fields
from geomap.model import Span

_FIELDS: Final = frozenset(DateExpression.__dataclass_fields__)
# A leap year: 29 February is a day of the month as long as no year is told.
_ANY_LEAP_YEAR: Final = 2000
# "To end the day at 7,114", "later in the day": a day that was told before.
_PART_OF_DAY: Final = re.compile(r"(?:\b(?:end|close|finish|start|open)(?:ed|ing|s)?|\b(?:in|of|during))\s\Z")
# "The week of 5 June" names no single day of it.
_WEEK_OF: Final = re.compile(r"\b(?:week|weekend|days)\s(?:of|around)\s(?:the\s)?\Z")
_WORD_BEFORE: Final = 12


def expression_of(  # noqa: PLR0913 - a place in a text, what stands there, and what before it
    text: str, start: int, end: int, parts: Fields, lead: Lead, *, lenient: bool = False
) -> DateExpression | None:
    """The date at ``(start, end)`` with its leading words; None where no calendar has such a date.

    What is a time only after certain words is none without these, unless ``lenient``.
    """
    fields = _counted(_figured(parts))
    if not _has_what_it_needs(text, start, fields, lead) and not lenient:
        return None
    if not _exists(fields):
        return None
    elapsed = fields["kind"] in {"relative_period", "chained"} and abs(fields.get("offset", 0)) > 0
    modifier = None if lead.preposition in COUNTING and not elapsed else lead.modifier
    if fields["kind"] in {"date", "month_day"} and _WEEK_OF.search(text, max(0, start - _WORD_BEFORE), start):
        modifier = "around"
    # What happened on 11 September of which year is told by nothing but the name.
    is_idiom = (fields.get("month"), fields.get("day")) == (9, 11) and fields["kind"] == "month_day"
    fields["vague"] = fields.get("vague", False) or is_idiom
    begin = min(lead.start, start)
    place: Fields = {"span": Span(start=begin, end=end), "text": text[begin:end]}
    if fields["kind"] == "range":
        return DateExpression(**place, kind="range", modifier=modifier, ends=_ends(place, fields))
    known = {name: value for name, value in fields.items() if name in _FIELDS}
    return DateExpression(**place, **known, modifier=modifier, portion=lead.portion, also=lead.also)


def _has_what_it_needs(text: str, start: int, fields: Fields, lead: Lead) -> bool:
    """Whether the words stand before a shape without which it is no time."""
    before = text[max(0, start - _WORD_BEFORE) : start]
    has_the = text[start] in "tT"
    return {
        None: True,
        "portion": lead.portion is not None,
        "preposition": lead.preposition is not None,
        "at": lead.preposition == "at",
        "the": lead.the or has_the or before.endswith(("the ", "0s and ")),
        "part of": not has_the or _PART_OF_DAY.search(before) is not None,
    }[fields.pop("needs", None)]


def _figured(parts: Fields) -> Fields:
    """Figures under the names of an expression; a date in figures only where one order alone is possible."""
    fields = dict(parts)
    for name in ("season", "quarter", "half", "figure"):
        if name in fields:
            fields["number"] = fields.pop(name)
    for name, known in (("amount", "number"), ("short_decade", "year")):
        if name in fields:
            fields[known] = fields.pop(name)
    if fields.pop("night", False):
        fields["overnight"] = True
    if "month_figure" in fields:
        fields["month"] = fields.pop("month_figure")
    if "first_figure" in fields:
        first, second = fields.pop("first_figure"), fields.pop("second_figure")
        fields["day"], fields["month"] = (second, first) if second > 12 else (first, second)
        if first <= 12 and second <= 12 and first != second:
            fields["month"] = 0  # 3/4/2014 is 3 April or 4 March, by country: no date
    return fields


def _counted(fields: Fields) -> Fields:
    """Directions and counts put together into an offset, and hours into the days that they touch."""
    fields = dict(fields)
    direction, count = fields.pop("direction", None), fields.pop("count", None)
    if "outer_direction" in fields:
        return {**fields, "offset": fields.pop("outer_direction"), "unit": fields.pop("outer_unit")}
    if "outer_unit" in fields:
        return {**fields, "offset": 0, "unit": fields.pop("outer_unit")}
    if "relative" in fields:
        return {**fields, "offset": fields.pop("relative"), "unit": "day"}
    if direction is None:
        return fields
    if fields["kind"] == "window":
        hours = fields["unit"] == "hour"
        fields["number"] = -(-(count or 1) // 24) if hours else count
        return {**fields, "offset": direction, "unit": "day" if hours else fields["unit"]}
    return {**fields, "offset": direction * (count or 1)}


def _exists(fields: Fields) -> bool:
    month, days = fields.get("month"), [fields[name] for name in ("day", "day_end") if name in fields]
    if month is None or not days:
        return month is None or 1 <= month <= 12
    try:
        for day in days:
            date(fields.get("year", _ANY_LEAP_YEAR), month, day)
    except ValueError:
        return False
    return days == sorted(days)


def _ends(place: Fields, fields: Fields) -> tuple[DateExpression, DateExpression]:
    if "year_end" in fields:
        year = fields["year"]
        last = year - year % 100 + fields["year_end"]
        return (
            DateExpression(**place, kind="year", year=year),
            DateExpression(**place, kind="year", year=last if last >= year else last + 100),
        )
    kind = "date" if "year" in fields else "month_day"
    shared = {"kind": kind, "year": fields.get("year"), "month": fields["month"]}
    return (
        DateExpression(**place, **shared, day=fields["day"]),
        DateExpression(**place, **shared, day=fields["day_end"]),
    )
