"""Every time that a text tells, by itself: its span, its days, its TIMEX3 value, and why it was read so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from geomap.coding.dates import (
    DateExpression,
    Interval,
    Tense,
    TimexType,
    find_times,
    interval,
    named_days,
    read_time,
    timex_span,
    timex_type,
    timex_value,
)
from geomap.coding.sentence import Outline, Sentence, outlines, read_sentences, sentence_of
from geomap.coding.speech import speeches
from geomap.coding.timing import Calendar, read_calendar
from geomap.model import DatePrecision, Document, Span

# A modal beside a date tells of what is still to come, from a report's own past too ("said it would open on
# 12 October"); so does the timetable's present ("the trial begins on Monday").
_AHEAD: Final = frozenset(
    "will shall 'll won't would could might must should scheduled slated due upcoming deadline begins starts "
    "opens ends expires closes launches".split()
)
# "Is set to begin on Wednesday", "was to meet": what follows lies ahead of the words before it.
_TO_COME: Final = frozenset(
    "set scheduled expected due slated planned planning plans plan hopes hope intends intend going ready "
    "is are aims wants want wanted vowed promised agreed hoping".split()
)
_MODALS: Final = frozenset("would could might must should".split())
# "Next Monday" lies ahead whatever its verb.
_BY_DIRECTION: Final = frozenset({"weekday", "relative_day", "relative_period", "month", "season", "window"})
_CLOSE_AHEAD: Final = 45
_LONG_AGO: Final = 300
_STAYS: Final = frozenset({"duration", "reference", "clock", "every"})
# These come to the same days in any tense.
_TENSELESS: Final = _STAYS | {"chained", "relative_day", "decade"}
_OPENING: Final = 2
_Days = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time as the text has it, and what it comes to.

    ``type`` and ``value`` are TIMEX3's (ISO 24617-1), and ``span`` marks what TIMEX3 marks: no preposition.
    ``first`` to ``last`` are the days that the words allow, both included, an open or unknown end None, and
    ``precision`` is theirs; lengths, habits and words for now and then have none. ``reason`` says what was
    counted from what.
    """

    span: Span
    text: str
    type: TimexType
    value: str | None
    first: date | None
    last: date | None
    precision: DatePrecision | None
    reason: str


def times_of(document: Document, extents: Sequence[Span] | None = None) -> tuple[TimeExpression, ...]:
    """The times of a document in order; those of ``extents`` alone where somebody else has found them."""
    text = _Text(document)
    published = document.published
    last = _Last(None, (published, published) if published is not None else None)
    told: list[TimeExpression] = []
    for placed in _expressions(document.text, extents):
        expression = placed.expression
        tense = _nearest(expression, published, _tense(text, placed))
        previous = last.of(expression)
        told.append(_told(text, placed, tense, previous))
        last = last.after(_days_to_go_on_from(expression, document.published, tense, previous))
    return tuple(told)


class _Text:
    """A document, whose sentences and speeches are read where a time asks for them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._last: Sentence | None = None

    def sentence(self, outline: Outline) -> Sentence:
        """The sentence of an outline, the last of them kept."""
        if self._last is None or self._last.index != outline.number:
            self._last = sentence_of(self.document.text, outline)
        return self._last

    @cached_property
    def calendar(self) -> Calendar:
        """The days on which quotations were spoken."""
        sentences = read_sentences(self.document)
        return read_calendar(self.document, sentences, speeches(sentences))


class _Last(NamedTuple):
    """What was told last: any days, and a single day, which is publication's before any other."""

    told: _Days | None
    day: _Days | None

    def of(self, expression: DateExpression) -> _Days | None:
        """What an expression goes on from: "the day" and an hour from a day, others from whatever it was."""
        is_of_a_day = (expression.unit, expression.offset) == ("day", 0)
        goes_on_from_a_day = expression.kind == "clock" or is_of_a_day
        return self.day if goes_on_from_a_day else self.told

    def after(self, days: _Days | None) -> _Last:
        """The same when an expression has told further days, or None."""
        if days is None:
            return self
        return _Last(days, days if days[0] == days[1] else self.day)


class _Placed(NamedTuple):
    outline: Outline
    span: Span
    expression: DateExpression


def _expressions(text: str, extents: Sequence[Span] | None) -> Iterator[_Placed]:
    """The times of a text, each with its sentence in outline."""
    for outline in outlines(text):
        found = find_times(text, outline.span.start, outline.span.end)
        if extents is None:
            placed = [(timex_span(expression), expression) for expression in found]
        else:
            own = (each for each in extents if outline.span.start <= each.start < outline.span.end)
            read = ((extent, _at(text, found, extent)) for extent in own)
            placed = [(extent, expression) for extent, expression in read if expression is not None]
        yield from (_Placed(outline, span, expression) for span, expression in placed)


def _at(text: str, found: Sequence[DateExpression], extent: Span) -> DateExpression | None:
    """The time found that starts an extent, by all the words around it, else the extent read alone."""
    around = (each for each in found if timex_span(each).start == extent.start)
    return next(around, None) or read_time(text, extent.start, extent.end)


def _told(text: _Text, placed: _Placed, tense: Tense, previous: _Days | None) -> TimeExpression:
    outline, span, expression = placed
    document = text.document
    anchor, reason, is_bound = _anchor(text, outline, expression)
    allowed = interval(expression, anchor=anchor, tense=tense, previous=previous)
    if allowed is not None and is_bound:
        allowed = Interval(None, allowed.last, "on_or_before") if allowed.last else None
    return TimeExpression(
        span=span,
        text=document.text[span.start : span.end],
        type=timex_type(expression),
        value=timex_value(expression, anchor=anchor or document.published, tense=tense, previous=previous),
        first=allowed and allowed.first,
        last=allowed and allowed.last,
        precision=allowed and allowed.precision,
        reason=reason,
    )


def _anchor(text: _Text, outline: Outline, expression: DateExpression) -> tuple[date | None, str, bool]:
    """The day from which a time counts, the reason told, and whether it only bounds the time from above."""
    published = text.document.published
    if expression.kind in _STAYS:
        return published, "a length, a habit, an hour or a word for now or then: no day", False
    if expression.year is not None:
        return published, "named in full", False
    if expression.kind == "chained":
        return published, "counted from the date told before", False
    offset = expression.span.start
    if not any(each.start <= offset < each.end for each in outline.quoted):
        return published, "counted from the day of publication", False
    said = text.calendar.said_on(outline.number)
    if said is None or said.last is None:
        return (
            published,
            "within a quotation of unknown day, which was spoken by the day of publication",
            True,
        )
    return said.last, "counted from the day on which the quotation was spoken", False


def _tense(text: _Text, placed: _Placed) -> Tense:
    """Future where the words of its clause tell of what is to come, else past; past where none counts."""
    expression = placed.expression
    if expression.kind in _BY_DIRECTION and (expression.offset or 0) > 0:
        return "future"
    if expression.modifier is None and (expression.kind in _TENSELESS or expression.year is not None):
        return "past"
    sentence = text.sentence(placed.outline)
    index = sentence.word_at(expression.span.start)
    if index is None:
        return "past"
    clause = sentence.clause_at(index)
    # What stands after a date is of it only where the date opens the clause.
    opens = index - clause.first <= _OPENING
    keys = sentence.keys[clause.first : clause.stop if opens else index]
    pairs = set(pairwise(keys))
    is_ahead = bool(_AHEAD.intersection(keys)) or any(
        one in _TO_COME and other == "to" for one, other in pairs
    )
    # "It would have opened": it did not, and the day is over.
    is_over = any(one in _MODALS and other == "have" for one, other in pairs)
    return "future" if is_ahead and not is_over else "past"


def _nearest(expression: DateExpression, published: date | None, tense: Tense) -> Tense:
    """Future for a day or month without a year that is close ahead, and was last nearly a year ago.

    "An event on 12 October", told on 4 October: of the one a year before, news would tell the year.
    """
    is_bare = expression.kind in {"month_day", "month"} and expression.year is expression.offset is None
    if tense == "future" or published is None or not is_bare:
        return tense
    past, ahead = (named_days(expression, anchor=published, tense=each) for each in ("past", "future"))
    if past is None or ahead is None:
        return tense
    is_close = (ahead[0] - published).days <= _CLOSE_AHEAD and (published - past[1]).days >= _LONG_AGO
    return "future" if is_close else tense


def _days_to_go_on_from(
    expression: DateExpression, anchor: date | None, tense: Tense, previous: _Days | None
) -> _Days | None:
    if expression.kind in _STAYS or expression.recurrent:
        return None
    return named_days(expression, anchor=anchor, tense=tense, previous=previous)
