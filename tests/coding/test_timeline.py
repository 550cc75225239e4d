"""Times of a text as TIMEX3 values and as days: what they come to, and laws that hold for any of them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.coding.timeline import times_of
from geomap.model import Document, Span

# A Wednesday.
PUBLISHED = date(2010, 3, 3)
NONE = Path(__file__).parents[2] / "benchmarks" / "dates" / "no_dates.txt"


def times(text, published=PUBLISHED):
    return times_of(Document(id="d", text=text, published=published))


def values(text):
    return [(each.text, each.type, each.value) for each in times(text)]


# Written for these tests: a sentence, and each time's words, TIMEX3 type and value.
TOLD = [
    ("Rebels struck on 3 May 2009.", [("3 May 2009", "DATE", "2009-05-03")]),
    ("He left on Dec. 31.", [("Dec. 31", "DATE", "2009-12-31")]),
    ("It began in January 2008.", [("January 2008", "DATE", "2008-01")]),
    ("It fell in the 1980s and 90s.", [("the 1980s", "DATE", "198"), ("90s", "DATE", "199")]),
    ("The town fell on Tuesday.", [("Tuesday", "DATE", "2010-03-02")]),
    ("He spoke Monday evening.", [("Monday evening", "TIME", "2010-03-01TEV")]),
    ("Talks will open on Friday.", [("Friday", "DATE", "2010-03-05")]),
    ("The trial begins on 12 March.", [("12 March", "DATE", "2010-03-12")]),
    ("He said it would open on 12 March.", [("12 March", "DATE", "2010-03-12")]),
    ("Guests were invited to a ceremony on 12 March.", [("12 March", "DATE", "2010-03-12")]),
    ("He was jailed several years ago.", [("several years ago", "DATE", "PAST_REF")]),
    ("Profits rose from a year earlier.", [("a year earlier", "DATE", "2009")]),
    ("A weeklong strike ended.", [("weeklong", "DURATION", "P1W")]),
    ("It ran from 2007 to 2009.", [("2007", "DATE", "2007"), ("2009", "DATE", "2009")]),
    ("It would have opened on 12 February.", [("12 February", "DATE", "2010-02-12")]),
    ("Sales fell last week.", [("last week", "DATE", "2010-W08")]),
    ("They met at the weekend.", [("the weekend", "DATE", "2010-W08-WE")]),
    ("It rose in the third quarter of 2009.", [("the third quarter of 2009", "DATE", "2009-Q3")]),
    ("It rose in the first half of 2009.", [("the first half of 2009", "DATE", "2009-H1")]),
    ("Profits fell in Q3 2009.", [("Q3 2009", "DATE", "2009-Q3")]),
    ("The fighting lasted three days.", [("three days", "DURATION", "P3D")]),
    ("A 24-hour curfew began.", [("24-hour", "DURATION", "PT24H")]),
    ("It took half an hour.", [("half an hour", "DURATION", "PT30M")]),
    ("They fought for decades.", [("decades", "DURATION", "PXDE")]),
    ("He waited several weeks.", [("several weeks", "DURATION", "PXW")]),
    ("It grew over the past 12 months.", [("the past 12 months", "DURATION", "P12M")]),
    ("They meet every Friday.", [("every Friday", "SET", "XXXX-WXX-5")]),
    ("They meet every two years.", [("every two years", "SET", "P2Y")]),
    ("A weekly march was held.", [("weekly", "SET", "P1W")]),
    ("He was jailed two years ago.", [("two years ago", "DATE", "2008")]),
    ("It went off at 6:40 p.m. on Monday.", [("6:40 p.m. on Monday", "TIME", "2010-03-01T18:40")]),
    ("It went off at 16:08 UTC.", [("16:08 UTC", "TIME", "2010-03-03T16:08Z")]),
    ("They now hold the town.", [("now", "DATE", "PRESENT_REF")]),
    ("He was recently freed.", [("recently", "DATE", "PAST_REF")]),
    ("It may come in the near future.", [("the near future", "DATE", "FUTURE_REF")]),
    (
        "Sales fell in February from the same month a year ago.",
        [("February", "DATE", "2010-02"), ("the same month a year ago", "DATE", "2009-02")],
    ),
    ("On Monday stocks fell and ended the day lower.", [("Monday", "DATE", "2010-03-01"),
                                                        ("the day", "DATE", "2010-03-01")]),
    # Fiscal and religious calendars stay unknown.
    ("Spending rose in fiscal 2009.", []),
    ("Ramadan began.", []),
    ("A second explosion followed.", []),
    ("A day labourer was shot.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_time_has_the_words_and_the_value_that_timex3_gives_it(text, told):
    assert values(text) == told


def test_sentences_without_a_date_give_none():
    lines = NONE.read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 200
    dated = [line for line in lines if any(each.type in {"DATE", "TIME"} for each in times(line))]
    # "Man Friday" and "girl Friday" read like "shot a man Friday".
    assert len(dated) <= 2, dated


def test_a_quotation_counts_from_the_day_on_which_it_was_spoken():
    (said, today) = times('On Monday the general said: "Today we took the town."')
    assert (said.first, today.first) == (date(2010, 3, 1), date(2010, 3, 1))
    assert today.reason == "counted from the day on which the quotation was spoken"


def test_a_quotation_of_unknown_day_bounds_what_it_tells():
    (today,) = times('"Today we took the town," he said.')
    assert (today.first, today.last, today.precision) == (None, PUBLISHED, "on_or_before")


def test_the_week_of_a_day_is_no_day():
    (told,) = times("They met in the week of 5 June.")
    assert (told.first, told.last, told.precision) == (date(2009, 6, 2), date(2009, 6, 8), "range")


def test_next_monday_lies_ahead_whatever_its_verb():
    (told,) = times("They agreed on talks next Monday.")
    assert told.first == told.last == date(2010, 3, 8)


def test_without_a_day_of_publication_relative_words_stay_unknown():
    (monday,) = times("It fell on Monday.", published=None)
    assert (monday.value, monday.first, monday.precision) == (None, None, None)
    (full,) = times("It fell on 3 May 2009.", published=None)
    assert full.first == date(2009, 5, 3)


def test_given_extents_are_read_where_they_would_not_be_found():
    text = "The Developers Conference 2009 opened."
    assert times(text) == ()
    document = Document(id="d", text=text, published=PUBLISHED)
    (told,) = times_of(document, [Span(start=26, end=30)])
    assert (told.text, told.value) == ("2009", "2009")
    # What stands around an extent is read with it.
    text = "It is open until October of next year."
    (told,) = times_of(Document(id="d", text=text, published=PUBLISHED), [Span(start=17, end=24)])
    assert told.value == "2011-10"


def test_a_range_given_as_one_extent_is_a_length():
    text = "It ran from 2009 to 2011."
    (told,) = times_of(Document(id="d", text=text, published=PUBLISHED), [Span(start=7, end=24)])
    assert (told.type, told.value) == ("DURATION", "P2Y")


PIECES = """
on Monday Tuesday's in March May 2009 the last three weeks days ago next year early 1990s every Friday noon at
6 p.m. between and 5 12 the day before two a half of quarter first since until by 31 February now recently
fiscal years old morning overnight said will " would . , - /
""".split()
sentences = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join)


@given(sentences, st.dates(min_value=date(1, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_an_interval_never_ends_before_it_starts_and_spans_hold_their_words(text, published):
    told = times(text, published)
    for each in told:
        assert text[each.span.start : each.span.end] == each.text
        assert each.first is None or each.last is None or each.first <= each.last
        assert (each.precision is None) == (each.first is None and each.last is None)
    spans = [each.span for each in told]
    assert spans == sorted(spans)


weekdays = st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(weekdays, days, st.integers(min_value=-800, max_value=800))
def test_a_shifted_publication_shifts_a_weekday_by_whole_weeks(weekday, published, shift):
    (one,) = times(f"It fell on {weekday}.", published)
    (other,) = times(f"It fell on {weekday}.", published + timedelta(days=shift))
    assert (other.first - one.first).days % 7 == 0
    assert abs((other.first - one.first).days - shift) < 7
    # The latest such day up to and including the publication's.
    assert 0 <= (published - one.first).days < 7


@given(days, st.integers(min_value=0, max_value=299))
def test_the_year_or_a_not_makes_no_date_falser(published, ago):
    day = published - timedelta(days=ago)
    name = f"{day.day} {day:%B}"
    (bare,) = times(f"Rebels struck on {name}.", published)
    (full,) = times(f"Rebels struck on {name} {day.year}.", published)
    (negated,) = times(f"Rebels did not strike on {name}.", published)
    assert full.first == full.last == day
    assert bare.first == negated.first == day


@pytest.mark.parametrize(
    "piece", ["the last ", "three ", "half a ", "May 5 ", "6:40 ", "the same ", "once a ", '"now ', "twenty-"]
)
def test_hostile_text_is_read_to_its_end(piece):
    times(piece * 3_000)
