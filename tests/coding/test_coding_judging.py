"""The lexicon and the classifier together: who names the type, who gives way, and what stays no event."""

from __future__ import annotations

import pytest
from coding_examples import code, types

# No line of the lexicon tells these; the words around the trigger do.
NAMED = [
    (
        "protest.peaceful",
        "Pensioners chanted slogans in front of the ministry in Baghdad on Monday and waved banners.",
    ),
    ("strategic.arrest", "Agents jailed two opposition leaders in Baghdad on Monday for plotting a coup."),
    ("strategic.property", "Fighters pillaged the hospital in Homs on Monday, taking beds and medicines."),
]


@pytest.mark.parametrize(("kind", "text"), NAMED)
def test_the_classifier_names_an_act_that_no_trigger_tells(kind, text):
    (event,) = [event for event in code(text) if event.type == kind]
    assert event.trigger.text in text
    assert "words around it" in event.trigger.reason or event.trigger.reason.startswith("tells")


# What is denied, feared, planned or attempted is no event under another name either.
UNREAL = [
    "No shells fell on the barracks in Homs on Monday.",
    "Officials fear that gunners may shell the barracks in Homs.",
    "Fighters failed to seize the hospital in Homs on Monday.",
    "The army plans to bombard the rebels in Homs.",
    "If jets bomb Homs again, the talks will end.",
]


@pytest.mark.parametrize("text", UNREAL)
def test_what_did_not_come_to_pass_gets_no_name(text):
    assert types(text) == []


# The words of war in news of sport, business and accidents.
OTHER_NEWS = [
    "The champions launched a late attack and fired two shots past the keeper in Tehran on Monday.",
    "The bank said on Monday it had seized control of a rival in Tehran after a long takeover battle.",
    "A chemical plant near Homs exploded on Monday and killed six workers, the fire brigade said.",
    "Firemen said on Monday that a gas cylinder blew up in a kitchen in Baghdad and hurt a cook.",
    "Police in Tehran seized two tonnes of heroin from a lorry on Monday.",
    "The airline agreed a deal with the maker in Tehran on Monday to buy 20 aircraft.",
]


@pytest.mark.parametrize("text", OTHER_NEWS)
def test_other_news_in_the_words_of_war_tells_no_event(text):
    assert types(text) == []


RETYPED = [
    ("riot.mob_violence", "An angry mob killed a man in Kabul on Monday whom it accused of theft."),
    (
        "protest.excessive_force",
        "Troops fired live rounds at a march in Homs on Monday and killed five people.",
    ),
    (
        "remote_violence.air_strike",
        "Jets roared over Homs on Monday and their bombs killed eleven villagers.",
    ),
]


@pytest.mark.parametrize(("kind", "text"), RETYPED)
def test_a_general_word_takes_the_type_that_its_sentence_tells(kind, text):
    assert kind in types(text)
    assert "civilian_violence.attack" not in types(text)


def test_the_reason_says_what_made_the_type():
    reasons = [event.trigger.reason for event in code("A bomb exploded in Kabul on Monday, killing ten.")]
    assert reasons == ["tells remote_violence.explosive"]


@pytest.mark.parametrize(
    "text",
    [
        "Afghan officials say Taliban fighters have attacked a checkpoint near Kunduz.",
        "Riot police chase protesters through Baghdad, Friday, June 10.",
        "Several explosions hit Homs in a rebel attack on soldiers on Monday.",
    ],
)
def test_news_in_the_perfect_in_captions_and_by_nouns_is_news(text):
    assert types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The town of Samarra, which militants have attacked, lies in Iraq.",
        "Protesters chase a dream in Baghdad.",
        "The army repels any rebel attack in Homs.",
    ],
)
def test_lasting_states_beside_them_are_none(text):
    assert types(text) == []


# No sentence alone says enough; a brief text as a whole does.
BRIEF = [
    (
        "riot.violent_demonstration",
        (
            "Youths fought the officers behind a wall of overturned buses in Dakar. The police answered with "
            "gas. Thirty people were hurt by stones and bottles."
        ),
    ),
]


@pytest.mark.parametrize(("kind", "text"), BRIEF)
def test_the_sentences_of_a_brief_text_are_heard_together(kind, text):
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The team left its camp in Sirte on Monday. Another took its place in the tournament.",
        "What began as a carnival in Bogota on Monday ended with a fire in a shed. A grill was left on.",
        "Heavy rain fell on Homs on Monday, and the market was flooded. Two men drowned.",
    ],
)
def test_a_brief_text_of_other_news_tells_no_event(text):
    assert types(text) == []


def test_a_name_in_capitals_is_no_act():
    (event,) = code("The chief of the United Armed Forces of Syria sent two brigades to Homs on Monday.")
    assert event.trigger.text.startswith("sent")


@pytest.mark.parametrize(
    "text",
    [
        "A Turkish drone strike in Kobani on Monday killed a woman.",
        "A heavy American drone strike near Mosul on Monday destroyed a house.",
        "An unusual night drone attack in Homs on Monday hit a house.",
    ],
)
def test_the_noun_of_an_act_is_not_taken_for_a_verb_in_the_present(text):
    assert "remote_violence.air_strike" in types(text)


# Lines that follow the definitions of the types that news tells in many words, and near misses.
TOLD = [
    (
        "strategic.force_movement",
        "Eleven fighters pledged allegiance to the group's new leader in Mosul on Monday.",
    ),
    ("strategic.force_movement", "A colonel and his men switched sides in Misrata on Monday."),
    ("strategic.force_movement", "The army called up 5,000 reservists in Kyiv on Monday."),
    ("strategic.other", "The authorities imposed a curfew in Kirkuk on Monday."),
    ("strategic.other", "Workers discovered a mass grave near Mosul on Monday."),
    ("strategic.other", "Hundreds of families fled their homes near Idlib on Monday."),
    ("strategic.property", "Masked men set fire to a school in Kirkuk on Monday."),
    ("strategic.property", "Settlers uprooted olive trees near Nablus on Monday."),
    ("strategic.property", "Militiamen plundered shops in Tripoli on Monday."),
    ("strategic.withdrawal", "Rebels vacated the base near Goma on Monday."),
    (
        "strategic.withdrawal",
        "Soldiers took over Busra peacefully on Monday after the fighters had agreed to leave the town.",
    ),
    ("strategic.withdrawal", "Peacekeepers handed their camp in Kidal to the army on Monday."),
    ("civilian_violence.abduction", "Rebels captured four soldiers near Goma on Monday."),
    ("civilian_violence.abduction", "Bandits seized forty worshippers in Kaduna on Monday."),
    ("civilian_violence.abduction", "Pirates held eleven sailors for ransom off Lagos on Monday."),
]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_the_many_words_of_a_type_tell_it(kind, text):
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The immigrants pledged allegiance to the flag in Boston on Monday.",
        "Teams switched ends in Kabul on Monday.",
        "The company called up old invoices in Kyiv on Monday.",
        "Hundreds of families fled their homes near Miami on Monday because of the hurricane.",
        "Archaeologists discovered a mass grave of the plague near London on Monday.",
        "A farmer uprooted olive trees near Bari on Monday.",
        "Students vacated their rooms in Boston on Monday.",
        "The photographer captured four sunsets near Goma on Monday.",
    ],
)
def test_their_near_misses_do_not(text):
    assert types(text) == []
