"""What is no event: each rule with a sentence that it stops and one beside it that it lets through."""

from __future__ import annotations

import pytest
from coding_examples import code, only, types

STOPPED = {
    "negation": [
        "Rebels did not attack the army base in Homs on Monday.",
        "The bomb did not explode in Kabul on Monday.",
        "No clashes with rebels were reported in Homs on Monday.",
        "Troops never recaptured the town of Samarra.",
    ],
    "modal": [
        "Rebels could attack the army base in Homs.",
        "Militants may have seized the town of Samarra on Monday.",
        "Troops would recapture the town of Samarra.",
    ],
    "attempt": [
        "Militants tried to seize the town of Samarra on Monday.",
        "Rebels failed to capture a base near Homs on Monday.",
        "Soldiers foiled a suicide bombing in Kabul on Monday.",
    ],
    "intent": [
        "Rebels plan to attack the army base in Homs.",
        "Troops moved on Monday to retake the town of Samarra.",
        "Talks were held on plans for air strikes in Syria.",
        "Soldiers patrolled Homs on Monday to deter looting.",
    ],
    "condition": [
        "If rebels attack the army base in Homs, talks end.",
        "Unless troops withdraw from Homs, talks end.",
    ],
    "habit": [
        "Rebels often attack the army base in Homs.",
        "Groups regularly clash with soldiers in Kabul.",
        "Militants have repeatedly killed civilians in Mosul.",
        "Usually, rebels begin with attacks on soldiers in Homs.",
    ],
    "state": [
        "Rebels control a town that militants attack.",
        "The army fights a group which has seized towns in Syria.",
        "Since the Kabul bombing soldiers patrol the streets.",
    ],
    "fear": [
        "Fears of air strikes in Aleppo grew on Monday.",
        "Officials warned of suicide bombings in Kabul on Monday.",
        "The threat of shelling in Homs is real.",
    ],
    "threat": [
        "Rebels will attack the army base in Homs.",
        "The army will shell rebel positions in Homs tomorrow.",
    ],
    "history": [
        "Soldiers clashed with rebels in Homs in 1982.",
        "It was the deadliest bombing since the war in which 40 soldiers were killed.",
        "The war has killed more than 160,000 people in Syria.",
    ],
    "quotation": [
        'A resident of Homs said on Monday: "The minister praised the army for its help."',
        '"Officials rejected the proposal," a driver in Homs said.',
    ],
    "said of somebody": [
        "The minister, accused of an attack, left Homs on Monday.",
        "Two officials were accused of plotting in Homs on Monday.",
    ],
    "reference": [
        "The attack on soldiers shook the city.",
        "The bombing was the talk of the town.",
    ],
}


@pytest.mark.parametrize("text", [text for each in STOPPED.values() for text in each])
def test_what_did_not_happen_is_no_event(text):
    assert types(text) == []


PASSED = [
    "Rebels attacked the army base in Homs on Monday.",
    "Militants managed on Monday to seize the town of Samarra.",
    "The army has begun to shell rebel positions in Homs.",
    "Troops did recapture the town of Samarra on Monday.",
    "Soldiers are shelling rebel positions in Homs.",
    "Rebels attack army base in Homs",
    "The army has seized the town of Samarra.",
    "Shelling led families to flee the fighting in Homs on Monday.",
]


@pytest.mark.parametrize("text", PASSED)
def test_what_came_to_pass_is_an_event(text):
    assert types(text)


def test_the_present_tense_tells_news_in_a_headline_alone():
    assert types("Rebels attack army base in Homs\n\nThe governor spoke.") == ["battle.armed_clash"]
    assert types("The governor spoke.\n\nRebels attack army bases in Homs.") == []


def test_an_attributive_participle_tells_no_act():
    assert types("The president and his visiting Iraqi counterpart are in Tehran.") == []
    assert types("The president was visiting Tehran on Monday.") == ["diplomacy.visit"]


def test_a_deed_of_which_neither_place_nor_date_nor_actor_nor_loss_is_told_is_left_out():
    assert code("A firefight broke out.") == ()
    assert types("A firefight broke out in Homs.") == ["battle.armed_clash"]
    assert types("A firefight broke out on Monday.") == ["battle.armed_clash"]


POLICE_NEWS = (
    "A detective told the court on Monday about the burglary. The defendant was charged with robbery. "
    "A man was stabbed in Tehran on Sunday."
)


def test_ordinary_crime_in_news_of_police_and_courts_is_left_out():
    assert types(POLICE_NEWS) == []
    assert types("A man was stabbed in Tehran on Sunday.") == ["civilian_violence.attack"]
    war = (
        POLICE_NEWS
        + " Militants, rebels and soldiers fought on. The militia and the army went on with the war."
    )
    assert "civilian_violence.attack" in types(war)


def test_a_claim_of_a_side_is_a_claim_and_a_denial_a_denial():
    assert only("The Taliban said its men killed five soldiers in Kunduz on Monday.").status == "claimed"
    assert only("Residents said gunmen killed five soldiers in Kunduz on Monday.").status == "occurred"
    assert only("Officials denied that gunmen killed five soldiers in Kunduz.").status == "denied"
