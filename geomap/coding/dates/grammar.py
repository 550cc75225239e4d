"""The shapes of dates in English news, each without the preposition before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from geomap.coding.dates.expression import DateKind
from geomap.coding.dates.shapes import Shape
from geomap.coding.dates.words import (
    COMMA,
    COUNTS,
    DASH,
    DAY,
    DAY_ORDINAL,
    MONTH,
    MONTH_NAME,
    MONTHS,
    ORDINALS,
    SEASON,
    SEASONS,
    SMALL,
    WEEKDAY,
    WEEKDAY_NAME,
    WEEKDAY_SHORT,
    WEEKDAYS,
    YEAR,
    S,
)

_THE: Final = rf"(?:[Tt]he{S})?"
# "The day before" goes on from what was told; "the day before the attack" counts from the attack.
_COUNTS_FROM_NOTHING_ELSE: Final = r"(?=\s*(?:[.,;:)\"”’]|$)|\s{1,3}(?:in|at|and|when|near|by|while)\b)"
# On one line: a headline's last word is not the weekday of the dateline below it.
_WEEKDAY_BEFORE: Final = rf"(?:(?P<weekday>{WEEKDAY}|{WEEKDAY_SHORT})(?:[ ]?,)?[ ](?:the{S})?)?"
_OUTER_YEAR: Final = rf"(?:{S}(?:of{S})?(?P<outer_direction>last|this|next){S}(?P<outer_unit>year)\b)?"
_OUTER_WEEK: Final = rf"(?:{S}(?:of{S}|in{S})?(?P<outer_direction>last|this|next){S}(?P<outer_unit>week)\b)?"
_TO: Final = rf"(?:{DASH}|{S}(?:to|and|through|until){S})"
_UNIT: Final = r"(?P<unit>day|week|month|year)"
_PART: Final = rf"(?:{S}(?:morning|afternoon|evening|night|(?P<night>overnight))\b)?"
_VAGUE: Final = {"vague": True}


def _shape(kind: DateKind, pattern: str, common: Mapping[str, Any] | None = None) -> Shape:
    return Shape(kind, re.compile(pattern), common or {})


_ELAPSED: Final = (
    _shape("relative_period", rf"(?P<count>{SMALL})[ -]?{S}?{_UNIT}s?{S}(?P<direction>ago)\b"),
    _shape("window", rf"(?P<count>{SMALL}){S}(?P<unit>hour)s?{S}(?P<direction>ago)\b"),
    _shape("chained", rf"(?P<count>{SMALL}){S}{_UNIT}s?{S}(?P<direction>earlier|later)\b(?!{S}than\b)"),
    _shape(
        "chained",
        rf"(?P<count>{SMALL}){S}{_UNIT}s?{S}(?P<direction>before|previously|after)\b{_COUNTS_FROM_NOTHING_ELSE}",
    ),
    _shape(
        "relative_period",
        rf"(?i:a{S}few|a{S}couple{S}of|few|several|some|many){S}(?:hour|{_UNIT})s?{S}(?:ago|earlier|later)\b",
        _VAGUE,
    ),
)
_DATES_BY_MONTH: Final = (
    _shape("month_day", rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}){S}?(?P<day>{DAY_ORDINAL}){_OUTER_YEAR}"),
    _shape("date", rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}){S}?(?P<day>{DAY_ORDINAL}){COMMA}(?P<year>{YEAR})"),
    _shape(
        "range",
        rf"(?P<month>{MONTH}){S}?(?P<day>{DAY}(?:st|nd|rd|th)?){_TO}(?P<day_end>{DAY_ORDINAL})"
        rf"(?:{COMMA}(?P<year>{YEAR}))?",
    ),
    _shape("month", rf"(?P<month>{MONTH}){_OUTER_YEAR}"),
    _shape("month", rf"(?P<month>{MONTH})(?:,?{S}|{S}of{S})(?P<year>{YEAR})"),
)
_DATES_BY_DAY: Final = (
    _shape(
        "month_day", rf"{_WEEKDAY_BEFORE}(?P<day>{DAY_ORDINAL}){S}(?:of{S})?(?P<month>{MONTH}){_OUTER_YEAR}"
    ),
    _shape(
        "date",
        rf"{_WEEKDAY_BEFORE}(?P<day>{DAY_ORDINAL}){S}(?:of{S})?(?P<month>{MONTH})(?:{S}?,)?{S}(?P<year>{YEAR})",
    ),
    _shape(
        "range",
        rf"(?P<day>{DAY}(?:st|nd|rd|th)?){_TO}(?P<day_end>{DAY_ORDINAL}){S}(?:of{S})?(?P<month>{MONTH})"
        rf"(?:{COMMA}(?P<year>{YEAR}))?",
    ),
)
_FIGURES: Final = (
    _shape("date", r"(?P<year>[12]\d{3})-(?P<month_figure>\d\d)-(?P<day>\d\d)(?![-/\d])"),
    _shape(
        "date", rf"(?P<first_figure>\d\d?)(?P<mark>[/.])(?P<second_figure>\d\d?)(?P=mark)(?P<year>{YEAR})"
    ),
    _shape("year", rf"(?P<year>{YEAR})"),
    _shape("range", r"(?P<year>1[7-9]\d\d|20\d\d)[-–/](?P<year_end>\d\d)(?![-–/\w])"),
)
_DECADES: Final = (_shape("decade", rf"{_THE}(?P<year>1[7-9][1-9]0|20\d0)['’]?s\b", _VAGUE),)
_WEEKDAYS: Final = (
    _shape(
        "weekday",
        rf"(?:(?P<overnight>[Oo]vernight){S}(?:(?:on|into){S})?)?"
        rf"(?:(?P<direction>(?i:last|this(?:{S}(?:past|coming))?|next|past)){S})?"
        rf"(?P<weekday>{WEEKDAY}){_PART}{_OUTER_WEEK}",
    ),
    _shape(
        "chained",
        rf"{_THE}(?P<direction>(?i:same|previous|preceding|following|that)){S}(?P<weekday>{WEEKDAY}){_PART}",
    ),
    _shape("weekday", rf"(?P<weekday>{WEEKDAY_NAME})s\b", {"recurrent": True}),
)
_DAYS: Final = (
    _shape(
        "relative_day",
        r"(?:(?i:earlier|later|late|early)" + S + r")?"
        r"(?P<relative>(?i:today|tonight|yesterday|tomorrow|this" + S + r"(?:morning|afternoon|evening)"
        r"|last" + S + r"night|the" + S + r"day" + S + r"before" + S + r"yesterday"
        r"|the" + S + r"day" + S + r"after" + S + r"tomorrow))\b" + _PART,
    ),
    _shape("relative_day", r"(?P<relative>(?P<overnight>(?i:overnight)))\b"),
)
_PERIODS: Final = (
    _shape(
        "relative_period",
        rf"(?P<direction>(?i:last|this|next)){S}(?P<unit>week|weekend|month|quarter|year)\b",
    ),
    _shape("window", rf"(?P<direction>(?i:past)){S}(?P<unit>day|week|month|year)\b", {"count": 1}),
    _shape(
        "window",
        rf"[Tt]he{S}(?P<direction>last|past|coming){S}(?P<unit>week|month|year)\b(?!{S}of\b)",
        {"count": 1},
    ),
    _shape("relative_period", rf"[Tt]he{S}(?P<direction>current){S}(?P<unit>week|month|year)\b"),
    _shape("relative_period", rf"[Tt]he{S}(?P<unit>weekend)\b", {"offset": 0}),
    _shape("relative_period", rf"[Tt]he{S}(?P<unit>week|month|year)\b", {"offset": 0, "needs": "portion"}),
    _shape(
        "window",
        rf"{_THE}(?P<direction>(?i:last|past|next|coming)){S}(?P<count>{SMALL}){S}"
        r"(?P<unit>hour|day|week|month|year)s\b(?!\s{1,3}of\b)",
    ),
    _shape(
        "window",
        rf"{_THE}(?i:last|past|next|coming|recent){S}(?:(?:few|several|couple{S}of){S})?"
        r"(?:hours|days|weeks|months|years|decades)\b",
        _VAGUE,
    ),
)
_CHAINS: Final = (
    _shape(
        "chained",
        rf"{_THE}(?P<direction>(?i:same|that|previous|preceding|following)){S}"
        r"(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|year)\b",
    ),
    _shape("chained", rf"{_THE}(?P<direction>(?i:next)){S}(?P<unit>day|morning)\b"),
    _shape("chained", rf"[Tt]he{S}{_UNIT}{S}(?P<direction>before|after)\b{_COUNTS_FROM_NOTHING_ELSE}"),
    _shape("chained", rf"[Tt]he{S}{_UNIT}{S}(?P<direction>earlier|previous)\b(?!{S}than\b)"),
    _shape(
        "relative_period",
        rf"{_THE}(?i:same){S}(?:month|week|day|period|time|quarter){S}"
        rf"(?:of{S})?(?:last{S}year|a{S}year{S}(?:ago|earlier))\b",
        _VAGUE,
    ),
)
_DIRECTED_MONTHS: Final = (
    _shape("month", rf"(?P<direction>(?i:last|this|next|past)){S}(?P<month>{MONTH_NAME})\b(?!{S}\d)"),
)
_SEASONS: Final = (
    _shape("season", rf"(?P<direction>(?i:last|this|next|past)){S}(?P<season>{SEASON})\b(?!{S}of\b)", _VAGUE),
    _shape("season", rf"{_THE}(?P<season>{SEASON}){S}(?:of{S})?(?P<year>{YEAR})", _VAGUE),
)
_QUARTERS: Final = (
    _shape(
        "quarter",
        rf"[Tt]he{S}(?P<quarter>first|second|third|fourth|final){S}quarter{S}of{S}"
        rf"(?:(?P<year>{YEAR})|(?P<outer_direction>last|this){S}(?P<outer_unit>year)\b)",
    ),
)
_HABITS: Final = (
    _shape(
        "every",
        rf"(?i:every|each){S}(?:other{S})?"
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<month>{MONTH_NAME})\b|(?P<unit>day|week|month|year|morning|night)\b)",
        {"recurrent": True},
    ),
)

_AFTER_THE: Final = (*_DECADES, *_DAYS, *_PERIODS, *_CHAINS, *_WEEKDAYS, *_QUARTERS, *_SEASONS)
_AFTER_A_DIRECTION: Final = (*_DAYS, *_WEEKDAYS, *_PERIODS, *_CHAINS, *_DIRECTED_MONTHS, *_SEASONS)
_DIRECTED: Final = "last past this next coming recent same that previous preceding following"
_WEEKDAY_SHAPES: Final = (*_DATES_BY_MONTH, *_DATES_BY_DAY, *_WEEKDAYS)

# Shapes that start with a figure, and those that start with a word, by the word in small letters: a text is
# searched for first words only.
FIGURE_SHAPES: Final = (*_DATES_BY_DAY, *_FIGURES, *_DECADES, *_ELAPSED)
WORD_SHAPES: Final[Mapping[str, tuple[Shape, ...]]] = {
    **dict.fromkeys(COUNTS, _ELAPSED),
    **dict.fromkeys(("few", "several", "some", "many"), _ELAPSED),
    **dict.fromkeys(("every", "each"), _HABITS),
    **dict.fromkeys(MONTHS, _DATES_BY_MONTH),
    **dict.fromkeys(WEEKDAYS, _WEEKDAY_SHAPES),
    **dict.fromkeys((f"{weekday}s" for weekday in WEEKDAYS), _WEEKDAY_SHAPES),
    **dict.fromkeys(SEASONS, _SEASONS),
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow", "overnight"), (*_DAYS, *_WEEKDAYS)),
    **dict.fromkeys(("earlier", "later", "early", "late"), _DAYS),
    **dict.fromkeys(_DIRECTED.split(), _AFTER_A_DIRECTION),
    "the": _AFTER_THE,
}
# "The" starts a date before these alone: it is too common a word to try every shape on.
WORDS_AFTER_THE: Final = frozenset(
    {
        *"0123456789",
        *_DIRECTED.split(),
        *SEASONS,
        *ORDINALS,
        "day",
        "week",
        "weekend",
        "month",
        "year",
        "quarter",
    }
)
