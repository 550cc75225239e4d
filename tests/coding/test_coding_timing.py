"""When an event happened: the date that governs its verb, an upper bound, or unknown."""

from __future__ import annotations

from datetime import date

import pytest
from coding_examples import code, only


def days(text, published=date(2016, 6, 15)):
    when = only(text, published).when
    return when and (when.first, when.last, when.precision)


MONDAY, TUESDAY = date(2016, 6, 13), date(2016, 6, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in Kabul on Monday.", (MONDAY, MONDAY, "day")),
        ("On Monday, a bomb exploded in Kabul, killing five.", (MONDAY, MONDAY, "day")),
        ("Five people were killed in Kabul on Monday when a bomb exploded.", (MONDAY, MONDAY, "day")),
        ("A bomb exploded in Kabul in May.", (date(2016, 5, 1), date(2016, 5, 31), "month")),
        # The day of the speech bounds what is told of as past.
        (
            "A general said on Tuesday that rebels had attacked Homs and its army base.",
            (None, TUESDAY, "on_or_before"),
        ),
        # A quoted "today" counts from the day of the speech.
        ('"Rebels seized a town in Syria today," a general said on Tuesday.', (TUESDAY, TUESDAY, "day")),
        ("A bomb exploded in Kabul.", None),
    ],
)
def test_a_date_belongs_to_the_verb_that_it_governs(text, expected):
    assert days(text) == expected


def test_the_day_of_the_main_clause_only_bounds_a_relative_clause():
    funeral, killing = code("On Monday a funeral was held in Tehran for a general who was killed in Samarra.")
    assert funeral.when is not None and killing.when is not None
    assert (funeral.when.first, funeral.when.last) == (MONDAY, MONDAY)
    assert (killing.when.first, killing.when.last) == (None, MONDAY)


def test_without_a_day_of_publication_a_weekday_stays_unknown():
    assert only("A bomb exploded in Kabul on Monday.", None).when is None
    assert days("A bomb exploded in Kabul on 3 May 2016.", None) == (
        date(2016, 5, 3),
        date(2016, 5, 3),
        "day",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers clashed with rebels in Homs in 1982.",
        "Soldiers clashed with rebels in Homs in the 1980s.",
        "Soldiers have clashed with rebels in Homs since March.",
    ],
)
def test_history_and_what_goes_on_since_a_day_is_no_event(text):
    assert code(text) == ()


def test_what_goes_on_from_a_month_counts_from_it():
    first, second = code(
        "In May, a bomb exploded in Kabul.\nAlso last month, rebels seized a base near Homs."
    )
    assert first.when is not None and second.when is not None
    assert (second.when.first, second.when.last) == (first.when.first, first.when.last)


def test_a_deed_ahead_is_planned():
    event = only("The minister will visit Tehran on Friday.")
    assert event.status == "planned"
    assert event.when is not None and event.when.first == date(2016, 6, 17)
