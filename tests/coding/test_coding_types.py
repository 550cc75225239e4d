"""The lexicon: a sentence of our own for each type that it covers, and the near misses of its words."""

from __future__ import annotations

import pytest
from coding_examples import types

from geomap.codes.event_types import event_types
from geomap.coding.lexicon import triggers

TOLD = [
    ("battle.armed_clash", "Soldiers clashed with rebels near Mosul on Monday."),
    ("battle.armed_clash", "Rebels ambushed an army patrol outside Kunduz."),
    ("battle.armed_clash", "A firefight broke out in Homs on Sunday."),
    ("battle.armed_clash", "The army launched a new offensive against militants in Aleppo."),
    ("battle.territory_gov", "Iraqi troops recaptured the town of Samarra on Friday."),
    ("battle.territory_gov", "The army drove militants out of Tikrit on Sunday."),
    ("battle.territory_nonstate", "Rebels seized a checkpoint near Homs on Tuesday."),
    ("battle.territory_nonstate", "Taliban fighters overran a base near Kunduz on Tuesday."),
    ("battle.combatant_killed", "Four soldiers were killed in Kabul on Monday."),
    ("battle.combatant_killed", "Two policemen were shot dead in Baqubah."),
    ("remote_violence.air_strike", "Russian warplanes bombed villages near Idlib and Homs on Monday."),
    ("remote_violence.air_strike", "An airstrike hit a hospital in Aleppo."),
    ("remote_violence.shelling", "The army shelled rebel positions in Homs overnight."),
    ("remote_violence.shelling", "Several mortar rounds landed in Baghdad on Monday."),
    ("remote_violence.shelling", "Militants fired three rockets at a base near Mosul."),
    ("remote_violence.explosive", "A roadside bomb exploded in Baqubah on Thursday."),
    ("remote_violence.explosive", "A car bomb killed four people in Baghdad."),
    ("remote_violence.explosive", "Insurgents detonated a bomb in Kabul on Sunday."),
    ("remote_violence.suicide_bomb", "A suicide bomber struck a market in Kabul."),
    ("remote_violence.suicide_bomb", "A woman blew herself up in Baghdad on Friday."),
    ("remote_violence.grenade", "Attackers threw a grenade at a shop in Homs."),
    ("remote_violence.grenade", "A grenade went off in Kabul on Monday."),
    ("remote_violence.chemical", "A chlorine attack in Aleppo sickened dozens on Monday."),
    ("civilian_violence.attack", "Gunmen killed six villagers near Kunduz."),
    ("civilian_violence.attack", "A journalist was shot dead in Mosul on Monday."),
    ("civilian_violence.attack", "Militants attacked a village near Samarra."),
    ("civilian_violence.abduction", "Gunmen kidnapped two engineers in Baghdad."),
    ("civilian_violence.sexual_violence", "Militiamen raped several women in Homs last week."),
    ("protest.peaceful", "Thousands of people marched through Baghdad on Friday."),
    ("protest.peaceful", "Teachers held a protest in Tehran on Sunday."),
    ("protest.intervention", "Police dispersed protesters in Baghdad on Friday."),
    ("protest.intervention", "Police fired tear gas in Baghdad on Friday."),
    ("protest.excessive_force", "Troops opened fire on protesters in Homs on Friday."),
    ("riot.violent_demonstration", "Protesters clashed with police in Baghdad."),
    ("riot.violent_demonstration", "Rioting broke out in Kabul on Monday."),
    ("riot.mob_violence", "A mob beat a man in Kabul on Monday."),
    ("strategic.agreement", "The government and the rebels signed a ceasefire in Geneva."),
    ("strategic.agreement", "The two sides agreed to a truce in Homs on Monday."),
    ("strategic.arrest", "Troops arrested 20 militants in Mosul on Monday."),
    ("strategic.force_movement", "Russia has deployed troops in Homs."),
    ("strategic.weapons_disrupted", "Soldiers seized a cache of rockets in Mosul."),
    ("strategic.weapons_disrupted", "Police defused a bomb in Kabul on Monday."),
    ("strategic.base", "The army set up a base near Tikrit on Monday."),
    ("strategic.property", "Militants looted shops in Mosul on Monday."),
    ("strategic.property", "Militants destroyed a shrine in Samarra."),
    ("strategic.withdrawal", "Rebels withdrew from Homs on Monday."),
    ("strategic.other", "Thousands of families fled the fighting in Mosul on Monday."),
    ("diplomacy.visit", "The foreign minister arrived in Tehran on Monday."),
    ("diplomacy.meeting", "The president met with envoys in Geneva on Monday."),
    ("diplomacy.statement_support", "The Iranian minister praised the army in Tehran on Monday."),
    ("diplomacy.aid_offer", "Iranian officials pledged humanitarian aid on Monday."),
    ("diplomacy.aid", "Trucks delivered food aid in Homs on Monday."),
    ("diplomacy.cooperation", "The two navies held a joint exercise near Tehran on Monday."),
    ("diplomacy.request", "The Turkish government urged rebels on Monday to halt their advance."),
    ("diplomacy.accuse", "Iran accused Turkey on Monday, naming its government."),
    ("diplomacy.reject", "The Syrian government rejected the proposal on Monday."),
    ("diplomacy.threaten", "A Turkish minister warned on Monday that it would retaliate with force."),
    ("diplomacy.sanction", "Turkey on Monday imposed sanctions."),
    ("diplomacy.claim_or_denial", "The Taliban claimed responsibility on Monday."),
    ("civic.funeral", "A funeral was held in Tehran on Monday."),
]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_a_sentence_of_each_type_is_told_by_it(kind, text):
    assert kind in types(text)


def test_every_type_of_the_lexicon_has_a_sentence_here():
    told = {trigger.type for each in triggers().values() for trigger in each}
    assert told == {kind for kind, _ in TOLD}
    assert told < set(event_types())


# The words of the lexicon in other senses, and what only looks like the act.
NOT_TOLD = [
    "Mosul FC clashed with Homs United in the cup match on Monday.",
    "The two colours clash in Kabul's new station.",
    "The minister came under attack from critics in Baghdad on Monday.",
    "Investors took over a company in Baghdad on Monday.",
    "The film captured life in Homs on Monday.",
    "The government killed the bill in Baghdad on Monday.",
    "Five people were killed in a car crash in Baghdad on Monday.",
    "A woman was killed in Baghdad on Monday when a motorist accidentally hit her.",
    "Floods killed 12 villagers near Kunduz on Monday.",
    "The jet's left wing struck the side of a hangar in Tehran on Monday.",
    "He shelled out thousands for a flat in Baghdad on Monday.",
    "A gas explosion killed three people in Tehran on Monday.",
    "The population exploded in Kabul last year.",
    "A satellite was launched from Tehran on Monday by rocket.",
    "The photographer shot the family in Homs on Monday for a film.",
    "The team held its first training in March in Kabul.",
    "The company signed an agreement with a supplier in Tehran on Monday.",
    "A man was arrested in Baghdad on Monday on a robbery warrant.",
    "The bank deployed new software in Tehran on Monday.",
    "The bidder withdrew its offer in Tehran on Monday.",
    "Engineers set up a data base in Tehran on Monday.",
    "Tourists visited Tehran on Monday.",
    "Students met with teachers in Tehran on Monday.",
    "The coach praised the team's effort in Tehran on Monday.",
    "The funeral home in Tehran opened on Monday.",
    "A storm destroyed 40 homes near Kunduz on Monday.",
    "The runners marched on in Tehran on Monday.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_senses_tell_no_event(text):
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb exploded in Kabul on Monday, killing five soldiers.", "remote_violence.explosive"),
        ("Five civilians were killed when jets bombed Aleppo on Monday.", "remote_violence.air_strike"),
        ("Protesters clashed with soldiers in Baghdad on Monday.", "riot.violent_demonstration"),
        ("Police said on Monday that three villagers were killed in Kunduz.", "civilian_violence.attack"),
        ("Gunmen shot dead three policemen in Kunduz.", "battle.combatant_killed"),
        ("Soldiers shot dead three farmers in Kunduz.", "civilian_violence.attack"),
        ("Five soldiers killed in blast in Kunduz", "remote_violence.explosive"),
        ("Two farmers shot dead in Kunduz", "civilian_violence.attack"),
        ("Gunmen shot a farmer and his wife to death in Kunduz.", "civilian_violence.attack"),
        ("Soldiers shot to death a farmer in Kunduz.", "civilian_violence.attack"),
        ("Soldiers killed over 80 supporters of the mayor in Kunduz.", "civilian_violence.attack"),
        ("A suicide truck bombing in Kabul killed 60 people.", "remote_violence.suicide_bomb"),
    ],
)
def test_the_act_is_told_once_and_by_its_most_telling_words(text, kind):
    assert types(text) == [kind]
