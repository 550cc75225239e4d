from __future__ import annotations

from datetime import date

import pytest

from geomap.maps import wording

D = date


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        (None, None, None, "Date unknown"),
        (D(2014, 12, 29), D(2014, 12, 29), "day", "29 December 2014"),
        (None, D(2014, 12, 29), "on_or_before", "On or before 29 December 2014"),
        (D(2014, 5, 1), D(2014, 5, 9), "on_or_before", "On or before 9 May 2014, not before 1 May 2014"),
        (D(2014, 12, 29), None, "range", "On or after 29 December 2014"),
        (D(2014, 12, 1), D(2014, 12, 31), "month", "December 2014"),
        (D(2014, 12, 1), D(2014, 12, 31), "range", "1–31 December 2014"),
        (D(2014, 12, 1), D(2014, 12, 30), "month", "1–30 December 2014"),
        (D(2014, 1, 1), D(2014, 12, 31), "year", "2014"),
        (D(2014, 12, 22), D(2014, 12, 28), "week", "Week of 22–28 December 2014"),
        (D(2014, 11, 28), D(2014, 12, 4), "range", "28 November – 4 December 2014"),
        (D(2014, 12, 28), D(2015, 1, 4), "range", "28 December 2014 – 4 January 2015"),
    ],
)  # fmt: skip
def test_a_date_says_how_exact_it_is(first, last, precision, words):
    assert wording.date_words(first, last, precision) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((None, None, None), "not told"),
        ((0, 0, 0), "0"),
        ((5, 5, 5), "5"),
        ((5, None, None), "5"),
        ((12, 10, None), "12 (at least 10)"),
        ((12, None, 20), "12 (at most 20)"),
        ((None, 24, 99), "24 to 99"),
        ((None, 24, None), "at least 24"),
    ],
)
def test_a_number_says_its_range_and_never_zero_for_untold(numbers, words):
    assert wording.count_words(*numbers) == words


def test_only_certainty_is_a_hundred_per_cent():
    assert [wording.share_words(share) for share in (None, 0.0, 0.054, 0.999, 1.0)] == [
        "not told",
        "0 %",
        "5 %",
        "99 %",
        "100 %",
    ]
