from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.maps.periods import MOST, day_number, periods_of, touched

DAYS = st.integers(day_number(date(1, 1, 1)), day_number(date(9999, 12, 31)))


def test_days_are_counted_from_1970():
    assert [day_number(date(1970, 1, 1)), day_number(date(2014, 12, 31))] == [0, 16435]


@pytest.mark.parametrize(
    ("span", "labels"),
    [
        (0, ["1 November 2014"]),
        (2, ["1 November 2014", "2 November 2014", "3 November 2014"]),
        (20, ["1–2 November 2014", "3–9 November 2014", "10–16 November 2014", "17–21 November 2014"]),
        (91, ["November 2014", "December 2014", "January 2015"]),
        (800, ["2014", "2015", "2016", "2017"]),
    ],
)
def test_the_unit_grows_with_the_span(span, labels):
    first = date(2014, 11, 1)
    last = {800: date(2017, 1, 9)}.get(span, first + timedelta(days=span))
    assert [period.label for period in periods_of([(day_number(first), day_number(last))])] == labels


@given(st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), max_size=6))
def test_periods_cover_each_day_once_and_are_few(ends):
    intervals = [
        (first, last) if None in (first, last) or first <= last else (last, first) for first, last in ends
    ]
    periods = periods_of(intervals)
    dated = [period for period in periods if period.first is not None]
    known = [day for interval in intervals for day in interval if day is not None]
    assert len(dated) <= MOST
    assert all(one.last + 1 == other.first for one, other in pairwise(dated))
    assert [dated[0].first, dated[-1].last] == [min(known), max(known)] if known else dated == []
    assert (len(periods) > len(dated)) == ((None, None) in intervals)


@given(st.lists(st.tuples(st.none() | DAYS, st.none() | DAYS), min_size=1, max_size=6))
def test_an_event_touches_every_period_that_holds_one_of_its_days(ends):
    intervals = [
        (first, last) if None in (first, last) or first <= last else (last, first) for first, last in ends
    ]
    periods = periods_of(intervals)
    for interval in intervals:
        first, last = touched(interval, periods)
        if interval == (None, None):
            assert (first, last) == (len(periods) - 1,) * 2
            assert periods[first].label == "Date unknown"
        for period in periods[first : last + 1]:
            assert interval[0] is None or interval[0] <= period.last
            assert interval[1] is None or interval[1] >= period.first


def test_a_coarse_date_counts_in_each_week_and_an_open_one_in_all_before():
    month = (day_number(date(2014, 12, 1)), day_number(date(2014, 12, 31)))
    before = (None, day_number(date(2014, 12, 9)))
    periods = periods_of([month, before])
    assert len(periods) == 5
    assert touched(month, periods) == (0, 4)
    assert touched(before, periods) == (0, 1)


def test_undated_tables_have_one_period_and_empty_ones_none():
    assert [period.label for period in periods_of([(None, None)] * 2)] == ["Date unknown"]
    assert periods_of([]) == ()
