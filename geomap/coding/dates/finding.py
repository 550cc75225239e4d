"""Dates found in running text: a first word, the longest shape that starts there, and the words before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from geomap.coding.dates.amounts import ALL_AFTER_THE, ALL_FIGURE_SHAPES, ALL_WORD_SHAPES
from geomap.coding.dates.context import is_supported, names_something_else
from geomap.coding.dates.expression import DateExpression
from geomap.coding.dates.grammar import FIGURE_SHAPES, WORD_SHAPES, WORDS_AFTER_THE
from geomap.coding.dates.leading import Lead, lead_of
from geomap.coding.dates.reading import expression_of
from geomap.coding.dates.shapes import Fields, Shape
from geomap.coding.dates.words import COUNTS, DASH, MONTH, S
from geomap.model import Span

_BETWEEN: Final = re.compile(rf"(?:{DASH}|{S}(?:to|until|till|through|and){S})")
_NEXT_WORD: Final = re.compile(r"\s{1,6}([A-Za-z]+|\d)")
_MONTH: Final = re.compile(MONTH)
# Not within a word, an amount of money, a decimal number or an address.
_MAY_START: Final = re.compile(r"(?<![\w$€£¥#@])(?<!\d[.,:/-])")
_WORD: Final = re.compile(r"[A-Za-z]+|\d+")
# What starts with a number in words counts a unit; tried before the shapes, as "a" is so common.
_COUNTING: Final = frozenset({*COUNTS, "several", "few", "some", "many"})
_UNIT_AHEAD: Final = re.compile(
    r"(?:[A-Za-z]{1,12}[-\s]{1,3}){1,5}?(?i:second|minute|hour|day|week|month|quarter|year|decade|centur)"
)
# Ends of a range are of one kind, but for a year that one alone tells ("29 December to 2 January 2015").
_DAYS: Final = frozenset({"date", "month_day", "weekday", "relative_day"})
# A word that is no time by itself ("decades", "dawn") may still stand within one.
_NEEDY: Final = frozenset({"duration", "clock", "season"})
_ALIKE: Final = {"date": "day", "month_day": "day"}


def find(text: str, start: int = 0, end: int | None = None) -> tuple[DateExpression, ...]:
    """The dates of ``text[start:end]`` in order, none overlapping another, with offsets into the whole text.

    Days, weeks, months, years, seasons and decades, told by name or counted from another day; modifiers
    ("since", "by") and habits ("every Friday") are marked. Words that only look like dates ("may", "the Sun",
    fiscal years, scores, versions) are left out. Linear in the length of the text.
    """
    return tuple(
        expression
        for expression, lead in _joined(text, _found(text, start, end, _DATES))
        if is_supported(text, expression, lead)
    )


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[DateExpression, ...]:
    """The dates of a text as `find` has them, and its lengths, habits, hours and words for now and then.

    The two ends of a range are told apart. Linear in the length of the text.
    """
    found = _found(text, start, end, _TIMES)
    told = [
        expression
        for index, (expression, lead) in enumerate(found)
        if is_supported(text, expression, lead) or _ends_a_range(text, found, index)
    ]
    return tuple(_with_hours(text, told))


def _ends_a_range(text: str, found: Sequence[tuple[DateExpression, Lead]], index: int) -> bool:
    """Whether a date goes on from the one before it: the second year of "from 2009 to 2011"."""
    if index == 0 or not is_supported(text, *found[index - 1]):
        return False
    return _makes_a_range(text, *found[index - 1], *found[index])


def read_time(text: str, start: int, end: int) -> DateExpression | None:
    """The longest time within ``text[start:end]``, which somebody else has found to be one."""
    found = [expression for expression, _ in _found(text, start, end, _TIMES, lenient=True)]
    found += [each for each in find(text, start, end) if each.kind == "range"]
    return max(_with_hours(text, found), key=lambda each: each.span.end - each.span.start, default=None)


def _with_hours(text: str, found: Sequence[DateExpression]) -> list[DateExpression]:
    """A day and the hour beside it put together: "12:00 UTC Monday", "Monday at noon"."""
    joined: list[DateExpression] = []
    for expression in found:
        last = joined[-1] if joined else None
        if last is None or not _is_hour_of_day(text, last, expression):
            joined.append(expression)
            continue
        span = Span(start=last.span.start, end=expression.span.end)
        day = expression if last.kind == "clock" else last
        joined[-1] = replace(day, span=span, text=text[span.start : span.end])
    return joined


def _is_hour_of_day(text: str, first: DateExpression, second: DateExpression) -> bool:
    kinds = {first.kind, second.kind}
    is_near = 0 < second.span.start - first.span.end < 3
    between = text[first.span.end : second.span.start].strip(" ,\n")
    return is_near and not between and "clock" in kinds and bool(kinds & _DAYS) and not second.recurrent


class _Shapes(NamedTuple):
    figures: tuple[Shape, ...]
    words: Mapping[str, tuple[Shape, ...]]
    after_the: frozenset[str]


_DATES: Final = _Shapes(FIGURE_SHAPES, WORD_SHAPES, WORDS_AFTER_THE)
_TIMES: Final = _Shapes(ALL_FIGURE_SHAPES, ALL_WORD_SHAPES, ALL_AFTER_THE)


def _found(
    text: str, start: int, end: int | None, shapes: _Shapes, *, lenient: bool = False
) -> list[tuple[DateExpression, Lead]]:
    stop = len(text) if end is None else min(end, len(text))
    # What somebody else has found is read by the words around it too.
    edge = len(text) if lenient else stop
    found: list[tuple[DateExpression, Lead]] = []
    floor = start
    words = shapes.words
    for first in _WORD.finditer(text, start, stop):
        word = first[0].lower()
        # Most words start no date: they cost one look-up.
        if word not in words and not word.isdigit():
            continue
        if first.start() < floor or _MAY_START.match(text, first.start()) is None:
            continue
        core = _longest(text, first, edge, shapes, stop)
        if core is None or (not lenient and names_something_else(text, first.start(), core[0], stop)):
            continue
        lead = lead_of(text, floor, first.start())
        core = _without_a_count(text, first.start(), core, lead)
        expression = expression_of(text, first.start(), *core, lead, lenient=lenient)
        if expression is not None:
            found.append((expression, lead))
        elif core[1]["kind"] in _NEEDY:
            continue
        # What no calendar has ("31 February 2014") is not read again for a part that one has.
        floor = core[0]
    return found


def _longest(
    text: str, first: re.Match[str], edge: int, shapes: _Shapes, stop: int
) -> tuple[int, Fields] | None:
    """The longest shape that starts with a word and ends by ``stop``, the text being read up to ``edge``."""
    start = first.start()
    cores = (shape.read(text, start, edge) for shape in _shapes(text, first, shapes))
    read = [core for core in cores if core is not None and core[0] <= stop]
    return max(read, key=lambda core: core[0], default=None)


def _shapes(text: str, first: re.Match[str], shapes: _Shapes) -> tuple[Shape, ...]:
    word = first[0].lower()
    if word.isdigit():
        return shapes.figures
    if word in _COUNTING and _UNIT_AHEAD.match(text, first.start()) is None:
        return ()
    if word == "the":
        following = _NEXT_WORD.match(text, first.end())
        if following is None or following[1].lower() not in shapes.after_the:
            return ()
    return shapes.words.get(word, ())


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
