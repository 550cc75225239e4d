from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.coding.dates import find

# A sentence of our own, and each date's words, kind and modifier.
FOUND = [
    ("They met on Tuesday in the town.", [("on Tuesday", "weekday", None)]),
    ("The raid came on Monday night.", [("on Monday night", "weekday", None)]),
    ("It fell last Tuesday.", [("last Tuesday", "weekday", None)]),
    ("On Tuesday of last week it rained.", [("On Tuesday of last week", "weekday", None)]),
    ("In November he resigned.", [("In November", "month", None)]),
    ("Also last month, shells fell.", [("last month", "relative_period", None)]),
    ("Troops managed at dawn today to enter.", [("at dawn today", "relative_day", None)]),
    ("It began before dawn on Tuesday.", [("before dawn on Tuesday", "weekday", None)]),
    ("It began in the early hours of Tuesday.", [("in the early hours of Tuesday", "weekday", None)]),
    ("It began at 18:00 GMT on Tuesday.", [("at 18:00 GMT on Tuesday", "weekday", None)]),
    ("On the morning of 5 June it began.", [("On the morning of 5 June", "month_day", None)]),
    ("He came on December 29, 2014 by air.", [("on December 29, 2014", "date", None)]),
    ("He came on 29 December 2014.", [("on 29 December 2014", "date", None)]),
    ("He came on Dec. 29, 2014.", [("on Dec. 29, 2014", "date", None)]),
    ("He came on the 29th of December.", [("on the 29th of December", "month_day", None)]),
    ("He came on Monday, December 29.", [("on Monday, December 29", "month_day", None)]),
    ("Dated 2014-12-29 and 29/12/2014.", [("2014-12-29", "date", None), ("29/12/2014", "date", None)]),
    ("between 3 and 5 March", [("between 3 and 5 March", "range", None)]),
    ("It ran March 3–5.", [("March 3–5", "range", None)]),
    ("from Monday to Wednesday", [("from Monday to Wednesday", "range", None)]),
    ("from 2003 to 2011", [("from 2003 to 2011", "range", None)]),
    ("from December 29 to January 2, 2015", [("from December 29 to January 2, 2015", "range", None)]),
    ("the war in the 1980s", [("in the 1980s", "decade", None)]),
    ("in the summer of 2013", [("in the summer of 2013", "season", None)]),
    ("the first quarter of 2009", [("the first quarter of 2009", "quarter", None)]),
    ("two days ago", [("two days ago", "relative_period", None)]),
    ("three weeks earlier", [("three weeks earlier", "chained", None)]),
    ("A day later, he left.", [("A day later", "chained", None)]),
    ("in the past 24 hours", [("in the past 24 hours", "window", None)]),
    ("at the end of last year", [("at the end of last year", "relative_period", None)]),
    ("earlier this month", [("earlier this month", "relative_period", None)]),
    ("since Monday", [("since Monday", "weekday", "since")]),
    ("until Friday", [("until Friday", "weekday", "until")]),
    ("before Monday", [("before Monday", "weekday", "before")]),
    ("after 5 March", [("after 5 March", "month_day", "after")]),
    ("by the end of March", [("by the end of March", "month", "by")]),
    ("In June 4 people died.", [("In June", "month", None)]),
    ("the 2003 invasion", [("2003", "year", None)]),
    ("in 2003-04", [("in 2003-04", "range", None)]),
]

NO_DATES = [
    "They may march on the second day, the Sun said.",
    "May said she would resign, and March on followed.",
    "A bill rejected by May.",
    "June Carter and April Ryan sang.",
    "The March 14 Alliance and the October War.",
    "The Sunday Times, USA Today and Good Friday.",
    "The score was 40 in three.",
    "See page 1999 of version 2013, or call 2014 5555.",
    "Profit in fiscal 2014 and in Q3 rose.",
    "In 2000 homes the power failed; 1,200 people left.",
    "The price is $2010.",
    "On 03/04/2014 or 04/03/2014, by country.",
    "The day before the attack he left.",
    "Two days later than planned.",
    "The 31st of February 2014-02-31.",
    "He sat down; the sun rose; they wed.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_dates_are_found_with_their_leading_words(text, expected):
    assert [(found.text, found.kind, found.modifier) for found in find(text)] == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text):
    assert find(text) == ()


@pytest.mark.parametrize("text", ["every Friday", "on Fridays", "each month", "every day"])
def test_habits_are_marked(text):
    assert [found.recurrent for found in find(text)] == [True]


@pytest.mark.parametrize(
    "text", ["in the 1980s", "a few days ago", "last summer", "the September 11 attacks"]
)
def test_loose_bounds_and_history_are_marked(text):
    assert [found.vague for found in find(text)] == [True]


def test_also_is_told_but_left_out_of_the_span():
    assert [(found.text, found.also) for found in find("Also last month")] == [("last month", True)]


def test_a_blank_line_ends_a_date():
    assert [found.text for found in find("in December\n\n2014 men")] == ["in December"]


def test_offsets_are_into_the_whole_text():
    text = "On Monday it rained. On Tuesday it did not. On Friday it snowed."
    assert [text[found.span.start : found.span.end] for found in find(text, 21, 43)] == ["On Tuesday"]


PIECES = st.sampled_from(
    "on in the since from to between and Monday Tuesday May March 3 5th December 2014 , - 1980s last next "
    "week year today two days ago earlier end of early at dawn 29/12/2014 2014-12-29 every Fridays past 24 "
    "hours .".split()
)


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
def test_spans_match_the_text_in_order_and_apart(text):
    end = 0
    for found in find(text):
        assert text[found.span.start : found.span.end] == found.text
        assert found.span.start >= end
        end = found.span.end


@pytest.mark.parametrize(
    "piece", ["1", "on ", "January ", "2014 ", "from 2003 to ", "March 3 to ", "early ", "the "]
)
def test_hostile_text_is_read_to_its_end(piece):
    text = piece * (20_000 // len(piece))
    for found in find(text):
        assert text[found.span.start : found.span.end] == found.text
