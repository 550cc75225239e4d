"""Who did it, and to whom."""

from __future__ import annotations

import pytest
from coding_examples import code


def roles(text):
    (event,) = code(text)
    told = {"actor": [], "target": []}
    for actor in event.actors:
        told[actor.role].append(actor.name)
    return told["actor"], told["target"]


ISIS = "Islamic State (IS/ISIS/ISIL)"


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [
        ("Rebels attacked soldiers in Homs on Monday.", ["rebels"], ["soldiers"]),
        ("Soldiers were attacked by rebels in Homs on Monday.", ["rebels"], ["soldiers"]),
        ("Soldiers attacked in Homs were killed.", [], ["soldiers"]),
        ("Iranian fighter planes bombed militants in Diyala province.",
         ["Military Forces of Iran"], ["militants"]),
        ("Turkish police arrested five militants in Homs.", ["Police Forces of Turkey"], ["militants"]),
        ("Syrian rebels attacked soldiers in Homs.", ["Rebels (Syria)"], ["soldiers"]),
        ("Islamic State militants attacked soldiers in Mosul.", [ISIS], ["soldiers"]),
        ("IS fighters attacked soldiers in Mosul.", [ISIS], ["soldiers"]),
        ("Security forces backed by residents liberated the town of Samarra.",
         ["security forces", "residents"], []),
        ("Turkish and Syrian soldiers attacked militants in Homs.",
         ["Military Forces of Turkey", "Military Forces of Syria"], ["militants"]),
        # The side named first and the other of a clash, and no one twice.
        ("Soldiers clashed with rebels near Homs on Monday.", ["soldiers"], ["rebels"]),
        ("Islamic State and ISIS fighters attacked soldiers in Mosul.", [ISIS], ["soldiers"]),
        # Those for whom it is done, and those who only report, take no part.
        ("Iran and Iraq signed a security pact in Tehran on Monday to fight ISIL militants.",
         ["Government of Iran", "Government of Iraq"], []),
        ("Rebels attacked soldiers in Homs, police said.", ["rebels"], ["soldiers"]),
        # Before a noun stand those who did it, and before a verb of loss those whom it hit.
        ("An Islamic State suicide bombing shook Mosul on Monday.", [ISIS], []),
        ("Soldiers were killed in a suicide bombing in Mosul.", [], ["soldiers"]),
        ("At least 30 civilians were killed in an ISIS suicide bombing in Mosul.", [ISIS], ["civilians"]),
        # A passive has the subject right before it, and the list that this ends.
        ("The army took the town of Homs and five militants were killed.", [], ["militants"]),
        ("Three soldiers and at least two policemen were killed in Homs.", [], ["soldiers", "policemen"]),
        ("Soldiers, policemen and villagers were killed in Homs.",
         [], ["soldiers", "policemen", "villagers"]),
        # A relative clause is of the noun before it.
        ("Troops buried a soldier near rebels who were killed in Homs.", [], ["rebels"]),
    ],
)  # fmt: skip
def test_actors_stand_before_or_after_their_verb(text, doers, targets):
    assert roles(text) == (doers, targets)


def test_his_fighters_are_the_speaker_s_side():
    doers, targets = roles(
        "An official in the Badr Brigades said his fighters had pushed militants out of Tikrit."
    )
    assert (doers, targets) == (["Badr Brigades"], ["militants"])
    doers, _ = roles("An official in the Badr Brigades said militants had been pushed out of Tikrit.")
    assert doers == []


def test_a_country_that_acts_is_its_government():
    assert roles("Iran accused Turkey on Monday, naming its government.")[0] == ["Government of Iran"]


def test_a_small_is_in_capitals_at_a_sentence_s_start_is_a_verb():
    assert roles("Is it so that soldiers attacked rebels in Mosul on Monday?") == (["soldiers"], ["rebels"])


def test_who_took_the_ground_decides_between_the_two_types():
    (taken,) = code("Islamic State militants recaptured the town of Samarra from the army on Monday.")
    (regained,) = code("The army captured the town of Samarra from militants on Monday.")
    assert (taken.type, regained.type) == ("battle.territory_nonstate", "battle.territory_gov")
