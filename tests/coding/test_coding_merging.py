"""One event told in headline, lead and paragraph is one event; another place, day or bomb is another."""

from __future__ import annotations

from datetime import date

import pytest
from coding_examples import code, only

TOLD_THRICE = (
    "Bomb explodes in Baghdad\n\n"
    "A bomb exploded in Baghdad on Monday.\n\n"
    "The mayor spoke.\n\n"
    "The bomb that exploded in Baghdad killed five people."
)


def test_headline_lead_and_paragraph_are_one_event_with_the_best_of_each():
    event = only(TOLD_THRICE)
    assert event.type == "remote_violence.explosive"
    assert len(event.quotes) == 3
    assert event.when is not None and event.when.first == date(2016, 6, 13)
    assert event.casualties.fatalities is not None and event.casualties.fatalities.best == 5


def test_the_finer_place_and_date_win():
    event = only("A bomb exploded in Iraq in June.\nThe bomb exploded in Mosul on Monday.")
    assert event.where is not None and event.where.place.name == "Mosul"
    assert event.when is not None and event.when.precision == "day"


def test_another_day_is_another_event():
    assert len(code("A bomb exploded in Baghdad on Monday.\nA bomb exploded in Baghdad on Sunday.")) == 2


def test_another_place_is_another_event():
    assert len(code("A bomb exploded in Baghdad on Monday.\nA bomb exploded in Mosul on Monday.")) == 2
    inside = "A bomb exploded in Diyala province on Monday.\nThe bomb exploded in Baqubah."
    assert len(code(inside)) == 1


def test_another_bomb_is_another_event():
    assert len(code("A bomb exploded in Baghdad on Monday.\nAnother bomb exploded in Baghdad.")) == 2


def test_counts_that_cannot_agree_are_two_events():
    assert len(code("A bomb killed five people in Kabul.\nA bomb killed nine people in Kabul.")) == 2
    assert len(code("A bomb killed at least five people in Kabul.\nA bomb killed nine people in Kabul.")) == 1


def test_what_a_deed_did_belongs_to_it():
    event = only("A bomb exploded in Baghdad on Monday.\nFive people were killed.")
    assert event.casualties.fatalities is not None and event.casualties.fatalities.best == 5


def test_an_old_bound_is_no_reason_to_join_what_lies_months_apart():
    first = "Gunmen shot dead a judge in Kabul, police said on Monday."
    text = f"{first}\nGunmen shot dead a judge in Kabul in January."
    assert len(code(text)) == 2


def test_a_noun_with_the_only_refers_back():
    event = only("A bomb exploded in Baghdad on Monday.\nThe blast wounded six people.")
    assert event.casualties.wounded is not None and event.casualties.wounded.best == 6
    assert len(code("A bomb exploded in Baghdad on Monday.\nThe clashes wounded six soldiers.")) == 1
    assert (
        len(code("A bomb exploded in Baghdad on Monday.\nFresh clashes in Homs wounded six soldiers.")) == 2
    )


def test_ids_are_stable_and_say_where_the_trigger_stands():
    first, second = only(TOLD_THRICE), only(TOLD_THRICE)
    assert first == second
    assert first.id.endswith(f"-{first.trigger.span.start}-{first.trigger.span.end}")
    assert only(TOLD_THRICE + " It rained.").id != first.id


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Gunmen opened fire in Mosul on Monday. Gunmen opened fire on villagers in Mosul on Monday.",
            "villagers",
        ),
        ("Gunmen kidnapped in Mosul on Monday. The kidnapping of two men in Mosul was on Monday.", "men"),
    ],
)
def test_a_retelling_fills_the_role_that_the_first_left_open(text, target):
    assert [(actor.role, actor.name) for actor in only(text).actors] == [
        ("actor", "gunmen"),
        ("target", target),
    ]


def test_a_retelling_puts_nobody_beside_those_who_were_told_first():
    text = (
        "Gunmen attacked villagers in Mosul on Monday. In Mosul, villagers were attacked by rebels on Monday."
    )
    assert [actor.name for actor in only(text).actors if actor.role == "actor"] == ["gunmen"]
