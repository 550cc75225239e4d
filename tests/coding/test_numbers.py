from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.coding.numbers import find, value_of

TOLD = [
    ("two people", "two", 2, 2, 2),
    ("twenty-five people", "twenty-five", 25, 25, 25),
    ("one hundred and five people", "one hundred and five", 105, 105, 105),
    ("1,200 people", "1,200", 1200, 1200, 1200),
    ("2.5 million people", "2.5 million", 2_500_000, 2_500_000, 2_500_000),
    ("a dozen people", "a dozen", 12, 12, 12),
    ("half a dozen people", "half a dozen", 6, 6, 6),
    ("two dozen people", "two dozen", 24, 24, 24),
    ("dozens of people", "dozens", 24, None, None),
    ("scores of people", "scores", 40, None, None),
    ("hundreds of people", "hundreds", 200, None, None),
    ("tens of thousands of people", "tens of thousands", 20_000, None, None),
    ("more than 30 people", "more than 30", 30, 30, None),
    ("at least five people", "at least five", 5, 5, None),
    ("no fewer than 7 people", "no fewer than 7", 7, 7, None),
    ("20 or more people", "20 or more", 20, 20, None),
    ("100+ people", "100+", 100, 100, None),
    ("up to 40 people", "up to 40", None, None, 40),
    ("fewer than 40 people", "fewer than 40", None, None, 40),
    ("nearly 100 people", "nearly 100", None, 100, 100),
    ("some 20 people", "some 20", None, 20, None),
    ("about twenty people", "about twenty", None, 20, None),
    ("between 10 and 15 people", "between 10 and 15", 10, None, 15),
    ("10-15 people", "10-15", 10, None, 15),
    ("three to five people", "three to five", 3, None, 5),
    ("several people", "several", 2, None, None),
    ("a couple of people", "a couple of", 2, 2, 2),
    ("a soldier", "a", 1, 1, 1),
    ("no soldier", "no", 0, 0, 0),
    ("no one", "no one", 0, 0, 0),
]


@pytest.mark.parametrize(("text", "words", "low", "best", "high"), TOLD)
def test_a_number_is_read_with_what_bounds_it(text, words, low, best, high):
    (quantity,) = find(text)
    assert (quantity.text, quantity.low, quantity.best, quantity.high) == (words, low, best, high)


@pytest.mark.parametrize("text", ["3.5 degrees", "12% more", "30 percent", "$40", "second", "T55", "1,2,3,4"])
def test_what_counts_nothing_is_no_number(text):
    assert find(text) == ()


def test_a_number_beside_a_year_old_counts_nobody():
    assert [quantity.text for quantity in find("a 12-year-old boy")] == ["a"]


@given(st.integers(min_value=0, max_value=999_999_999))
def test_figures_are_read_with_and_without_commas(number):
    assert value_of(str(number)) == value_of(f"{number:,}") == number
    assert [quantity.best for quantity in find(f"{number:,} people")] == [number]


NUMBER_WORDS = st.sampled_from(
    "at least up to between and 10 15 1,200 two twenty - five dozen dozens hundred of people no a some "
    "nearly".split()
)


@given(st.lists(NUMBER_WORDS, max_size=14).map(" ".join) | st.text(max_size=80))
def test_low_best_and_high_are_in_order_and_spans_match(text):
    end = 0
    for quantity in find(text):
        told = [number for number in (quantity.low, quantity.best, quantity.high) if number is not None]
        assert told
        assert told == sorted(told)
        assert text[quantity.span.start : quantity.span.end] == quantity.text
        assert quantity.span.start >= end
        end = quantity.span.end
