"""Casualties of a text put together: sums, sides, combined counts, and what stays unknown."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.coding.casualties import find, tally


def told(text):
    losses = tally(find(text))
    counts = {each.name: getattr(losses, each.name) for each in fields(losses)}
    return {name: (count.low, count.best, count.high) for name, count in counts.items() if count}


# Written for these tests: a sentence, and its counts as low, best and high.
TOLD = [
    ("Five were killed on the spot and two died in hospital.", {"fatalities": (7, 7, 7)}),
    ("Twenty people lost their lives.", {"fatalities": (20, 20, 20)}),
    ("The accident cost two miners their lives.", {"fatalities": (2, 2, 2), "civilians": (2, 2, 2)}),
    ("The bodies of six women were found in a well.", {"fatalities": (6, 6, 6), "civilians": (6, 6, 6)}),
    ("Police found three decapitated bodies.", {"fatalities": (3, 3, 3)}),
    ("The rebels lost 40 fighters.", {"fatalities": (40, 40, 40), "combatants": (40, 40, 40)}),
    ("Two men were beaten to death.", {"fatalities": (2, 2, 2)}),
    ("Officials put the number of dead at 61.", {"fatalities": (61, 61, 61)}),
    ("He was killed along with four of his guards.", {"fatalities": (5, 5, 5)}),
    ("Karim Said, 45, was wounded.", {"wounded": (1, 1, 1)}),
    ("One soldier was killed and another was wounded.", {
        "fatalities": (1, 1, 1), "wounded": (1, 1, 1), "combatants": (1, 1, 1)}),
    ("Doctors received 34 injured people.", {"wounded": (34, 34, 34)}),
    ("Six people suffered burns.", {"wounded": (6, 6, 6)}),
    ("A guard shot a boy in the leg.", {"wounded": (1, 1, 1)}),
    ("Some 900 villagers fled their homes.", {"displaced": (None, 900, None)}),
    ("The shelling drove 4,000 people from their homes.", {"displaced": (4000, 4000, 4000)}),
    ("Pirates took 12 sailors hostage.", {"detained": (12, 12, 12)}),
    ("Two pilots were taken prisoner.", {"detained": (2, 2, 2)}),
    ("A further 16 people are unaccounted for.", {"missing": (16, 16, 16)}),
    ("Nine people are dead or missing.", {"combined": (9, 9, 9)}),
    ("Ten died, three of them policemen.", {"fatalities": (10, 10, 10), "combatants": (3, 3, 3)}),
    ("Seventeen people, most of them women, were killed.", {"fatalities": (17, 17, 17)}),
    ("Two soldiers and a farmer were killed.", {
        "fatalities": (3, 3, 3), "combatants": (2, 2, 2), "civilians": (1, 1, 1)}),
    ("There were no casualties.", {"fatalities": (0, 0, 0), "wounded": (0, 0, 0)}),
    ("Four Iraqi and two Iranian pilots died.", {"fatalities": (6, 6, 6)}),
    ("One civilian, a woman, was killed.", {"fatalities": (1, 1, 1), "civilians": (1, 1, 1)}),
    ("The toll, which stood at 20, has risen to 24.", {"fatalities": (24, 24, 24)}),
    ("A bomb killed 12 people, a day after a similar attack killed nine.", {"fatalities": (12, 12, 12)}),
    ("Police took 19 people into custody.", {"detained": (19, 19, 19)}),
    ("Three suspects are in custody.", {"detained": (3, 3, 3)}),
    ("Rebels seized two engineers.", {"detained": (2, 2, 2)}),
    ("The rebels took six prisoner.", {"detained": (6, 6, 6)}),
    ("Two captured pilots were executed.", {"fatalities": (2, 2, 2)}),
    ("Militants stoned a woman to death.", {"fatalities": (1, 1, 1), "civilians": (1, 1, 1)}),
    ("A body was found near the river.", {"fatalities": (1, 1, 1)}),
    ("One man was killed and another arrested.", {"fatalities": (1, 1, 1), "detained": (1, 1, 1)}),
    ("Two of the wounded died.", {"fatalities": (2, 2, 2)}),
    ("Not a single soldier was hurt.", {"wounded": (0, 0, 0)}),
    ("It was the deadliest attack this year, with 83 people killed.", {"fatalities": (83, 83, 83)}),
    # Unknown is no number.
    ("Ten of those killed were soldiers.", {}),
    ("More than 100 people have been killed this month alone.", {}),
    ("Rebels seized two towns.", {}),
    ("No casualties were reported.", {}),
    ("It was not clear how many people were killed.", {}),
    ("The army denied that 12 soldiers had been killed.", {}),
    ("The war has killed 90,000 people.", {}),
    ("Three gunmen fled the scene.", {}),
    ("The army lost two tanks.", {}),
    ("The minister took part in a hostage drill.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), TOLD)
def test_a_text_s_losses_are_put_together(text, counts):
    assert told(text) == counts


def test_a_later_sentence_tells_the_same_again():
    assert told("A bomb killed five people. The five people were killed near a bridge.") == {
        "fatalities": (5, 5, 5)
    }


def test_a_combined_count_keeps_its_kinds_and_its_words():
    both = tally(find("On Monday dozens of men were killed or wounded.")).combined
    assert both is not None
    assert (both.kinds, both.low) == (("killed", "wounded"), 24)
    assert both.evidence.text == "dozens of men were killed or wounded"


WORDS = """
a an the five 12 dozens about at least up to between and 30 people soldiers children bodies family of them was
were killed wounded missing or , . including lost their lives fled homes taken hostage number dead not no
another both couple another third who said to death shot in leg
""".split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_low_is_at_most_best_and_best_at_most_high(text):
    # A Count refuses any other order; the words of each stand in the text.
    losses = tally(find(text))
    for each in fields(losses):
        count = getattr(losses, each.name)
        if count is not None:
            span = count.evidence.span
            assert text[span.start : span.end] == count.evidence.text


@given(st.integers(min_value=2, max_value=999_999))
def test_a_deed_that_was_not_done_costs_nobody_anything(number):
    assert told(f"The bomb killed {number} people.")["fatalities"] == (number, number, number)
    assert told(f"The bomb did not kill {number} people.") == {}


@pytest.mark.parametrize(
    "piece",
    [
        "number of dead ",
        "lost their ",
        "bodies of ",
        "taken hostage ",
        "five and ",
        "shot in the ",
        "couple ",
    ],
)
def test_hostile_text_is_read_to_its_end(piece):
    tally(find(piece * 3_000))
