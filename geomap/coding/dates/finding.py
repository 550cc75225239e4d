"""Dates found in running text: a first word, the longest shape that starts there, and the words before it."""

from __future__ import annotations

import re
from typing import Final

from geomap.coding.dates.context import is_supported, names_something_else
from geomap.coding.dates.expression import DateExpression
from geomap.coding.dates.grammar import FIGURE_SHAPES, WORD_SHAPES, WORDS_AFTER_THE
from geomap.coding.dates.leading import Lead, lead_of
from geomap.coding.dates.reading import expression_of
from geomap.coding.dates.shapes import Fields, Shape
from geomap.coding.dates.words import DASH, MONTH, S
from geomap.model import Span

_BETWEEN: Final = re.compile(rf"(?:{DASH}|{S}(?:to|until|till|through|and){S})")
_NEXT_WORD: Final = re.compile(r"\s{1,6}([A-Za-z]+|\d)")
_MONTH: Final = re.compile(MONTH)
# Not within a word, an amount of money, a decimal number or an address.
_FIRST_WORD: Final = re.compile(r"(?<![\w$€£¥#@])(?<!\d[.,:/-])(?:[A-Za-z]+|\d)")
# Ends of a range are of one kind, but for a year that one alone tells ("29 December to 2 January 2015").
_ALIKE: Final = {"date": "day", "month_day": "day"}


def find(text: str, start: int = 0, end: int | None = None) -> tuple[DateExpression, ...]:
    """The dates of ``text[start:end]`` in order, none overlapping another, with offsets into the whole text.

    Days, weeks, months, years, seasons and decades, told by name or counted from another day; modifiers
    ("since", "by") and habits ("every Friday") are marked. Words that only look like dates ("may", "the Sun",
    fiscal years, scores, versions) are left out. Linear in the length of the text.
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[tuple[DateExpression, Lead]] = []
    floor = start
    for first in _FIRST_WORD.finditer(text, start, stop):
        core = None if first.start() < floor else _longest(text, first, stop)
        if core is None or names_something_else(text, first.start(), core[0], stop):
            continue
        lead = lead_of(text, floor, first.start())
        core = _without_a_count(text, first.start(), core, lead)
        expression = expression_of(text, first.start(), *core, lead)
        if expression is not None:
            found.append((expression, lead))
        # What no calendar has ("31 February 2014") is not read again for a part that one has.
        floor = core[0]
    return tuple(
        expression for expression, lead in _joined(text, found) if is_supported(text, expression, lead)
    )


def _longest(text: str, first: re.Match[str], stop: int) -> tuple[int, Fields] | None:
    shapes = _shapes(text, first)
    if not shapes:
        return None
    start = first.start()
    read = [core for shape in shapes if (core := shape.read(text, start, stop)) is not None]
    return max(read, key=lambda core: core[0], default=None)


def _shapes(text: str, first: re.Match[str]) -> tuple[Shape, ...]:
    word = first[0].lower()
    if word.isdigit():
        return FIGURE_SHAPES
    if word == "the":
        following = _NEXT_WORD.match(text, first.end())
        if following is None or following[1].lower() not in WORDS_AFTER_THE:
            return ()
    return WORD_SHAPES.get(word, ())


def _without_a_count(text: str, start: int, core: tuple[int, Fields], lead: Lead) -> tuple[int, Fields]:
    """Only the month of "In June 4 people died": nobody writes "in June 4" for a day."""
    month = _MONTH.match(text, start)
    if month is None or core[1]["kind"] != "month_day" or lead.preposition != "in":
        return core
    return month.end(), {"kind": "month", "month": core[1]["month"]}


def _joined(text: str, found: list[tuple[DateExpression, Lead]]) -> list[tuple[DateExpression, Lead]]:
    """Neighbours that make a range ("from Monday to Wednesday") put together."""
    joined: list[tuple[DateExpression, Lead]] = []
    for expression, lead in found:
        if joined and _makes_a_range(text, *joined[-1], expression, lead):
            first, opening = joined.pop()
            joined.append((_range(text, first, expression), opening))
        else:
            joined.append((expression, lead))
    return joined


def _makes_a_range(
    text: str, first: DateExpression, opening: Lead, second: DateExpression, lead: Lead
) -> bool:
    if _ALIKE.get(first.kind, first.kind) != _ALIKE.get(second.kind, second.kind) or first.kind == "range":
        return False
    if (
        first.kind not in {"date", "month_day", "month", "year", "weekday"}
        or first.recurrent
        or second.recurrent
    ):
        return False
    between = text[first.span.end : lead.core]
    if len(between) > 12 or not _BETWEEN.fullmatch(between):
        return False
    # "On Monday and Tuesday" tells of two days, "between Monday and Tuesday" of one stretch.
    return "and" not in between or opening.preposition == "between"


def _range(text: str, first: DateExpression, second: DateExpression) -> DateExpression:
    span = Span(start=first.span.start, end=second.span.end)
    modifier = first.modifier if first.modifier not in {"since", None} else None
    return DateExpression(
        span=span, text=text[span.start : span.end], kind="range", modifier=modifier, ends=(first, second)
    )
