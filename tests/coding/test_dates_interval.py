from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.coding.dates import find, interval

ANCHOR = date(2014, 12, 31)  # a Wednesday

# Words, and the days and the precision that they come to in past tense, counted from the anchor.
PAST = [
    ("on Tuesday", "2014-12-30", "2014-12-30", "day"),
    ("on Wednesday", "2014-12-31", "2014-12-31", "day"),
    ("on Thursday", "2014-12-25", "2014-12-25", "day"),
    ("last Wednesday", "2014-12-24", "2014-12-24", "day"),
    ("Tuesday of last week", "2014-12-23", "2014-12-23", "day"),
    ("on Monday night", "2014-12-29", "2014-12-29", "day"),
    ("at dawn today", "2014-12-31", "2014-12-31", "day"),
    ("yesterday", "2014-12-30", "2014-12-30", "day"),
    ("overnight", "2014-12-30", "2014-12-31", "range"),
    ("overnight Monday", "2014-12-28", "2014-12-30", "range"),
    ("two days ago", "2014-12-29", "2014-12-29", "day"),
    ("two weeks ago", "2014-12-15", "2014-12-21", "week"),
    ("two months ago", "2014-10-01", "2014-10-31", "month"),
    ("two years ago", "2012-01-01", "2012-12-31", "year"),
    ("in the past 24 hours", "2014-12-30", "2014-12-31", "range"),
    ("over the past three days", "2014-12-28", "2014-12-31", "range"),
    ("In November", "2014-11-01", "2014-11-30", "month"),
    ("In December", "2014-12-01", "2014-12-31", "month"),
    ("last month", "2014-11-01", "2014-11-30", "month"),
    ("last December", "2013-12-01", "2013-12-31", "month"),
    ("in July last year", "2013-07-01", "2013-07-31", "month"),
    ("early December", "2014-12-01", "2014-12-10", "range"),
    ("mid-December", "2014-12-11", "2014-12-20", "range"),
    ("late last month", "2014-11-21", "2014-11-30", "range"),
    ("this week", "2014-12-29", "2015-01-04", "week"),
    ("last week", "2014-12-22", "2014-12-28", "week"),
    ("over the weekend", "2014-12-27", "2014-12-28", "range"),
    ("on December 29", "2014-12-29", "2014-12-29", "day"),
    ("on March 3", "2014-03-03", "2014-03-03", "day"),
    ("on February 29", "2012-02-29", "2012-02-29", "day"),
    ("on Friday, March 1", "2013-03-01", "2013-03-01", "day"),
    ("29 December 2013", "2013-12-29", "2013-12-29", "day"),
    ("December 2013", "2013-12-01", "2013-12-31", "month"),
    ("in 2013", "2013-01-01", "2013-12-31", "year"),
    ("in late 2013", "2013-09-01", "2013-12-31", "range"),
    ("in the 1980s", "1980-01-01", "1989-12-31", "range"),
    ("the summer of 2013", "2013-06-01", "2013-08-31", "range"),
    ("the first quarter of 2009", "2009-01-01", "2009-03-31", "range"),
    ("between 3 and 5 March", "2014-03-03", "2014-03-05", "range"),
    ("from Friday to Monday", "2014-12-26", "2014-12-29", "range"),
    ("June to August 2013", "2013-06-01", "2013-08-31", "range"),
    ("from 2003 to 2011", "2003-01-01", "2011-12-31", "range"),
    ("around 5 December", "2014-12-02", "2014-12-08", "range"),
    ("before Monday", None, "2014-12-28", "on_or_before"),
    ("until Friday", None, "2014-12-26", "on_or_before"),
    ("by Friday", None, "2014-12-26", "on_or_before"),
    ("after Monday", "2014-12-29", "2014-12-31", "range"),
]

UNKNOWN = [
    "since Monday",
    "every Friday",
    "on Fridays",
    "a few days ago",
    "three weeks earlier",
    "on March 3, 2015",
    "tomorrow",
]


def _day(text):
    return None if text is None else date.fromisoformat(text)


def _only(text):
    (found,) = find(text)
    return found


@pytest.mark.parametrize(("text", "first", "last", "precision"), PAST)
def test_days_in_past_tense(text, first, last, precision):
    assert interval(_only(text), anchor=ANCHOR) == (_day(first), _day(last), precision)


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_the_text_does_not_date_stays_unknown(text):
    assert interval(_only(text), anchor=ANCHOR) is None


FUTURE = [
    ("on Tuesday", "2015-01-06", "2015-01-06"),
    ("on Wednesday", "2014-12-31", "2014-12-31"),
    ("next Wednesday", "2015-01-07", "2015-01-07"),
    ("in March", "2015-03-01", "2015-03-31"),
    ("on March 3", "2015-03-03", "2015-03-03"),
    ("next month", "2015-01-01", "2015-01-31"),
    ("tomorrow", "2015-01-01", "2015-01-01"),
    ("by Friday", "2014-12-31", "2015-01-02"),
]


@pytest.mark.parametrize(("text", "first", "last"), FUTURE)
def test_days_in_future_tense(text, first, last):
    told = interval(_only(text), anchor=ANCHOR, tense="future")
    assert told is not None
    assert (told.first, told.last) == (_day(first), _day(last))


def test_unknown_tense_gives_only_what_both_tenses_agree_on():
    assert interval(_only("on Tuesday"), anchor=ANCHOR, tense="unknown") is None
    assert interval(_only("yesterday"), anchor=ANCHOR, tense="unknown") == (date(2014, 12, 30),) * 2 + (
        "day",
    )


@pytest.mark.parametrize(
    "text", ["on Tuesday", "today", "last month", "In December", "on March 3", "this week"]
)
def test_without_an_anchor_relative_words_stay_unknown(text):
    assert interval(_only(text), anchor=None) is None


def test_without_an_anchor_full_dates_resolve():
    assert interval(_only("on 29 December 2014"), anchor=None) == (date(2014, 12, 29),) * 2 + ("day",)


CHAINS = [
    ("that day", "2014-11-05", "2014-11-05", "2014-11-05", "2014-11-05"),
    ("the next day", "2014-11-05", "2014-11-05", "2014-11-06", "2014-11-06"),
    ("a day earlier", "2014-11-05", "2014-11-05", "2014-11-04", "2014-11-04"),
    ("three weeks later", "2014-11-05", "2014-11-05", "2014-11-24", "2014-11-30"),
    ("the same month", "2014-11-05", "2014-11-05", "2014-11-01", "2014-11-30"),
    ("the following Monday", "2014-11-05", "2014-11-05", "2014-11-10", "2014-11-10"),
    ("the same month", "2014-11-01", "2014-11-30", "2014-11-01", "2014-11-30"),
    ("Also last month", "2014-10-01", "2014-10-31", "2014-10-01", "2014-10-31"),
    ("last month", "2014-10-01", "2014-10-31", "2014-11-01", "2014-11-30"),
]


@pytest.mark.parametrize(("text", "first", "last", "told_first", "told_last"), CHAINS)
def test_chains_go_on_from_the_date_told_before(text, first, last, told_first, told_last):
    told = interval(
        _only(text), anchor=ANCHOR, previous=(date.fromisoformat(first), date.fromisoformat(last))
    )
    assert told is not None
    assert (told.first, told.last) == (date.fromisoformat(told_first), date.fromisoformat(told_last))


def test_that_day_after_a_month_is_no_day():
    assert (
        interval(_only("that day"), anchor=ANCHOR, previous=(date(2014, 11, 1), date(2014, 11, 30))) is None
    )


ALL = sorted({row[0] for row in (*PAST, *FUTURE)} | set(UNKNOWN))
ANCHORS = st.dates()


@given(st.sampled_from(ALL), ANCHORS, st.sampled_from(["past", "future", "unknown"]))
def test_an_interval_does_not_end_before_it_starts_at_any_edge_of_the_calendar(text, anchor, tense):
    told = interval(_only(text), anchor=anchor, tense=tense, previous=(anchor, anchor))
    if told is None:
        return
    assert told.first is not None or told.last is not None
    assert (told.precision == "day") == (told.first == told.last)
    if told.first is not None and told.last is not None:
        assert told.first <= told.last


WEEKDAYS = st.sampled_from(["on Tuesday", "last Friday", "on Monday night", "overnight Sunday", "by Friday"])
MIDDLE = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(WEEKDAYS, MIDDLE, st.integers(-500, 500), st.sampled_from(["past", "future"]))
def test_an_anchor_moved_by_weeks_moves_weekdays_as_much(text, anchor, weeks, tense):
    shift = timedelta(weeks=weeks)
    told = interval(_only(text), anchor=anchor, tense=tense)
    moved = interval(_only(text), anchor=anchor + shift, tense=tense)
    assert (told is None) == (moved is None)
    if told is not None and moved is not None:
        assert [day and day + shift for day in told[:2]] == list(moved[:2])


WHOLE = {"month", "week", "year"}


@given(st.sampled_from([row[0] for row in PAST]), MIDDLE)
def test_past_tense_does_not_reach_past_the_anchor_but_in_a_whole_period(text, anchor):
    told = interval(_only(text), anchor=anchor)
    if told is not None and told.last is not None and told.last > anchor:
        assert told.precision in WHOLE or _only(text).year is not None or _only(text).kind == "season"


@pytest.mark.parametrize("anchor", [date.min, date.max])
@pytest.mark.parametrize("text", ALL)
def test_the_ends_of_the_calendar_break_nothing(text, anchor):
    for tense in ("past", "future", "unknown"):
        told = interval(_only(text), anchor=anchor, tense=tense)
        assert told is None or told.precision
