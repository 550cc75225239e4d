"""What an event cost: the losses that its own trigger stands nearest to."""

from __future__ import annotations

from coding_examples import code, only


def count(text):
    told = only(text).casualties.fatalities
    return told and (told.low, told.best, told.high)


def test_the_losses_of_a_sentence_go_to_the_deed_that_caused_them():
    assert count("A bomb exploded in Kabul on Monday, killing five people.") == (5, 5, 5)
    assert count("Five people were killed in Kabul when a bomb exploded.") == (5, 5, 5)
    assert count("A bomb exploded in Kabul on Monday, wounding five people.") is None
    wounded = only("A bomb exploded in Kabul, wounding five people.").casualties.wounded
    assert wounded is not None and wounded.best == 5


def test_of_two_deeds_each_keeps_its_own():
    text = "Gunmen killed three villagers in Kunduz.\nA bomb exploded in Kabul and killed six people."
    best = {event.type: event.casualties.fatalities for event in code(text)}
    assert {kind: told and told.best for kind, told in best.items()} == {
        "civilian_violence.attack": 3,
        "remote_violence.explosive": 6,
    }


def test_a_count_that_the_text_does_not_divide_stays_combined():
    losses = only("Dozens of fighters were killed or wounded in clashes with the army in Homs.").casualties
    assert losses.combined is not None
    assert losses.fatalities is None and losses.wounded is None


def test_the_sum_of_a_war_is_no_event_s():
    assert count("A bomb exploded in Kabul on Monday in a war that has killed 5,000 people.") is None
    assert code("The war has killed 160,000 people in Syria since March 2011.") == ()


def test_a_funeral_costs_nothing():
    funeral = only("A funeral was held in Tehran on Monday for five soldiers.")
    assert funeral.casualties.fatalities is None


def test_zero_stands_only_where_the_text_says_so():
    assert count("A bomb exploded in Kabul, but no one was killed.") == (0, 0, 0)
    assert count("A bomb exploded in Kabul on Monday.") is None


def test_who_was_arrested_is_the_arrest_s_and_who_was_killed_is_not():
    text = "Troops killed five militants in Mosul on Monday and arrested three suspects."
    told = {event.type: event.casualties for event in code(text)}
    arrest = told["strategic.arrest"]
    assert arrest.detained is not None and arrest.detained.best == 3
    assert arrest.fatalities is None
    (killing,) = (losses for kind, losses in told.items() if kind != "strategic.arrest")
    assert killing.fatalities is not None and killing.fatalities.best == 5
    assert killing.detained is None
    assert killing.combatants is not None and killing.combatants.best == 5


def test_an_abduction_keeps_its_captives_and_its_dead_apart():
    losses = only("Rebels abducted two journalists in Homs on Monday and killed their driver.").casualties
    assert losses.detained is not None and losses.detained.best == 2
    assert losses.civilians is not None and losses.civilians.best == 1
