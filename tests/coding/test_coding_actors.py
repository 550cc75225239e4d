"""Who did it, and to whom."""

from __future__ import annotations

import time

import pytest
from coding_examples import code, document, resolutions

from geomap.codes.actors import read_actors
from geomap.coding.coder import code_events


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


IRAN, SYRIA, TURKEY, RUSSIA, IRAQ = (
    f"Military Forces of {name}" for name in ("Iran", "Syria", "Turkey", "Russia", "Iraq")
)


def first(text):
    """The names of the first event, by role."""
    event = code(text)[0]
    names = {
        role: [actor.name for actor in event.actors if actor.role == role] for role in ("actor", "target")
    }
    return names["actor"], names["target"]


# A rule's name -> sentences with who did it and to whom; of each rule some are near misses.
RULES = {
    "a force goes by its country, and a people or a place does not make one": [
        ("Syrian army helicopters attacked rebels in Homs.", [SYRIA], ["rebels"]),
        ("Turkey's army attacked rebels in Homs.", [TURKEY], ["rebels"]),
        ("The army of Iraq attacked militants in Tikrit.", [IRAQ], ["militants"]),
        ("Russian-trained fighters attacked soldiers in Homs.", ["Russian-trained fighters"], ["soldiers"]),
        ("Syrian Kurdish rebels attacked soldiers in Homs.", ["Syrian Kurdish rebels"], ["soldiers"]),
        ("In Mosul gunmen attacked soldiers.", ["gunmen"], ["soldiers"]),
    ],
    "police are told from soldiers by the noun before": [
        ("Iraqi police officers arrested five militants in Mosul.", ["Police Forces of Iraq"], ["militants"]),
        ("Rebels attacked an Iraqi police patrol in Mosul.", ["rebels"], ["Police Forces of Iraq"]),
        ("Rebels attacked an Iraqi army patrol in Mosul.", ["rebels"], [IRAQ]),
        ("Iraqi officers arrested five militants in Mosul.", [IRAQ], ["militants"]),
    ],
    "the table's names stand in many spellings, and capitals tell them from words": [
        ("Da'esh fighters attacked soldiers in Mosul.", [ISIS], ["soldiers"]),
        ("Fighters of the People's Protection Units attacked soldiers in Homs.",
         ["People's Protection Units"], ["soldiers"]),
        ("The soldiers attacked al-Shabab fighters in Homs.", ["soldiers"], ["Al-Shabaab"]),
        ("Rebels attacked soldiers in Homs, and that is all.", ["rebels"], ["soldiers"]),
        ("Islamic state officials attacked soldiers in Homs.", ["islamic state officials"], ["soldiers"]),
        ("The Free Syrian army attacked soldiers in Homs.", ["Free Syrian Army"], ["soldiers"]),
    ],
    "of joins a member to a group, and not a follower to a person": [
        ("Members of Hamas attacked soldiers in Homs.", ["Hamas"], ["soldiers"]),
        ("Dozens of armed men attacked soldiers in Homs.", ["armed men"], ["soldiers"]),
        ("Gunmen from the Mahdi Army attacked soldiers in Baghdad.", ["Mahdi Army"], ["soldiers"]),
        ("A group of rebels attacked soldiers in Homs.", ["rebels"], ["soldiers"]),
        ("Villagers from Tikrit attacked soldiers, killing two.", ["villagers"], ["soldiers"]),
        ("Rebels killed relatives of a soldier in Homs.", ["rebels"], ["relatives"]),
    ],
    "those without a name are called as the text calls them": [
        ("Suspected tribal gunmen killed two aid workers in Homs.",
         ["suspected tribal gunmen"], ["aid workers"]),
        ("Unidentified gunmen killed three Buddhist monks in Homs.",
         ["unidentified gunmen"], ["Buddhist monks"]),
        ("Police detained activists in Homs.", ["police"], ["activists"]),
        ("Rebels killed detained activists in Homs.", ["rebels"], ["detained activists"]),
        ("Rebels killed 12 civilians in Homs.", ["rebels"], ["civilians"]),
    ],
    "a person goes by the side that the role names, or by role and name": [
        ("Hamas commander Abu Salim was killed in Homs.", [], ["Hamas"]),
        ("Rebel commander Abu Omar was killed in Homs.", [], ["rebel commander Abu Omar"]),
        ("Brig. Gen. Hamid Taqavi attacked rebels in Samarra.", ["Brig. Gen. Hamid Taqavi"], ["rebels"]),
        ("Iranian Brig. Gen. Hamid Taqavi attacked rebels in Samarra.", [IRAN], ["rebels"]),
        ("Rebels killed a commander Monday in Homs.", ["rebels"], ["commander"]),
    ],
    "by names the doer of a passive, and backed by a helper": [
        ("The soldiers were killed in Homs by rebels.", ["rebels"], ["soldiers"]),
        ("Soldiers backed by militias attacked rebels in Homs.", ["soldiers", "militias"], ["rebels"]),
        ("Soldiers, backed by militias, attacked rebels in Homs.", ["soldiers", "militias"], ["rebels"]),
        ("Soldiers were attacked by rebels backed by militias in Homs.", ["rebels"], ["soldiers"]),
        ("Rebels near a base attacked soldiers in Homs by night.", ["rebels"], ["soldiers"]),
    ],
    "what fighters fire or plant is theirs": [
        ("A roadside bomb planted by rebels killed two soldiers in Homs.", ["rebels"], ["soldiers"]),
        ("Rockets fired by Hezbollah hit Homs.", ["Hezbollah"], []),
        ("A roadside bomb killed two soldiers in Homs.", [], ["soldiers"]),
        ("A roadside bomb near rebels killed two soldiers in Homs.", [], ["soldiers"]),
    ],
    "a noun for a deed has its doer before it, after by, or where the blame falls": [
        ("A Turkish air strike killed two rebels in Homs.", [TURKEY], ["rebels"]),
        ("Air strikes by the army on a market in Homs killed two farmers.", ["army"], ["farmers"]),
        ("An air strike blamed on Russia killed two farmers in Homs.", [RUSSIA], ["farmers"]),
        ("An air strike in Homs killed two farmers.", [], ["farmers"]),
        ("Four Syrian soldiers were wounded by Turkish shelling near Homs.", [TURKEY], [SYRIA]),
        ("An air strike near Turkey killed two farmers in Homs.", [], ["farmers"]),
    ],
    "whom a deed killed is its target where it has no other": [
        ("Soldiers shelled Homs, killing two farmers and a nurse.", ["soldiers"], ["farmers", "nurse"]),
        ("A bomb exploded in Homs, wounding six worshippers.", [], ["worshippers"]),
        ("Soldiers shelled Homs, residents said.", ["soldiers"], []),
        ("Soldiers shelled rebels in Homs, killing two farmers.", ["soldiers"], ["rebels"]),
    ],
    "a clash has two sides, the first and the other": [
        ("Clashes between soldiers and rebels broke out in Homs.", ["soldiers"], ["rebels"]),
        ("Soldiers and rebels exchanged fire in Homs.", ["soldiers"], ["rebels"]),
        ("Soldiers and rebels were killed in clashes in Homs.", [], ["soldiers", "rebels"]),
        ("Soldiers clashed with rebels and militants in Homs.", ["soldiers"], ["rebels", "militants"]),
    ],
    "a blow that someone comes under has its doer after from": [
        ("Soldiers came under attack from rebels in Homs.", ["rebels"], ["soldiers"]),
        ("Rebels launched an attack on soldiers in Homs.", ["rebels"], ["soldiers"]),
        ("Soldiers attacked rebels from a base in Homs.", ["soldiers"], ["rebels"]),
    ],
    "forces act on a crowd wherever the two stand": [
        ("Police dispersed protesters in Homs.", ["police"], ["protesters"]),
        ("Protesters were dispersed by riot police in Homs.", ["riot police"], ["protesters"]),
        ("Protesters marched in Homs against police on Monday.", ["protesters"], []),
        ("Teachers marched in Homs.", ["teachers"], []),
    ],
    "a country acts by its government in diplomacy, and its capital stands for it": [
        ("Russian Foreign Minister Sergei Lavrov accused Turkey in Geneva.",
         ["Government of Russia"], ["Government of Turkey"]),
        ("The Turkish president held talks with his Iranian counterpart in Geneva.",
         ["Government of Turkey"], ["Government of Iran"]),
        ("The Iraqi defence minister arrived in Iran on Monday.",
         ["Government of Iraq"], ["Government of Iran"]),
        ("The Iraqi defence minister accused militants in Iraq on Monday.",
         ["Government of Iraq"], ["militants"]),
    ],
    "a relative clause and a participle have the subject before them": [
        ("Soldiers found gunmen who had attacked villagers in Homs.", ["gunmen"], ["villagers"]),
        ("Rebels entered Homs on Monday, killing two soldiers.", ["rebels"], ["soldiers"]),
        ("Soldiers in Homs said rebels had killed two villagers.", ["rebels"], ["villagers"]),
    ],
    "verbs joined by and share their subject, and by or their patients": [
        ("Rebels stormed Homs and killed two soldiers.", ["rebels"], ["soldiers"]),
        ("The army left Homs and ten militants were wounded or killed.", [], ["militants"]),
        ("The army left Homs and rebels killed two farmers.", ["rebels"], ["farmers"]),
    ],
    "the word of a people describes a thing, and in the plural names people": [
        ("Rebels killed two Syrians in Homs.", ["rebels"], ["Syrians"]),
        ("Soldiers looted Christian homes in Homs.", ["soldiers"], []),
        ("Soldiers killed Christian farmers in Homs.", ["soldiers"], ["Christian farmers"]),
        ("Soldiers shot dead police officers' relatives in Homs.", ["soldiers"], ["relatives"]),
    ],
    "who killed whom in a fight is told before it": [
        ("Police killed seven militants in a gunfight in Homs.", ["police"], ["militants"]),
        ("Police and seven militants were killed in a gunfight in Homs.", [], ["police", "militants"]),
        ("Police and militants exchanged fire in Homs.", ["police"], ["militants"]),
    ],
    "those whose vehicle hits a mine are its victims": [
        ("Five Turkish soldiers died when their vehicle hit a landmine in Homs.", [], [TURKEY]),
        ("Five soldiers died when their truck hit a landmine laid by rebels in Homs.",
         ["rebels"], ["soldiers"]),
        ("Rebels detonated a landmine in Homs, killing five soldiers.", ["rebels"], ["soldiers"]),
    ],
    "a word for one person describes a thing, and a place is no victim where people are": [
        ("Soldiers shelled a migrant centre in Homs.", ["soldiers"], []),
        ("Soldiers shelled a police academy in Homs, killing eight cadets.", ["soldiers"], ["cadets"]),
        ("Soldiers killed a student in Homs.", ["soldiers"], ["student"]),
        ("Soldiers killed a student accused of theft in Homs.", ["soldiers"], ["student"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "doers", "targets"),
    [pytest.param(*example, id=f"{rule}: {example[0]}") for rule, told in RULES.items() for example in told],
)
def test_a_rule_holds_and_its_near_misses_do_not(text, doers, targets):
    assert first(text) == (doers, targets)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Rebels entered Homs on Monday. They killed two soldiers.", ["rebels"]),
        ("Hamas fighters entered Homs on Monday. The group killed two soldiers.", ["Hamas"]),
        ("The Syrian army said its warplanes had bombed rebels in Homs.", [SYRIA]),
        ("Rebels entered Homs on Monday. Gunmen killed two soldiers.", ["gunmen"]),
        ("Rebels entered Homs on Monday. Two soldiers were killed.", []),
        ("Rebels entered Homs on Monday. Their bodyguard killed two soldiers.", ["bodyguard"]),
    ],
)
def test_pronouns_and_possessives_stand_for_the_subject_before(text, doers):
    assert first(text)[0] == doers


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Turkish soldiers attacked rebels in Homs.", [1, 2]),
        ("Gunmen killed two farmers in Homs.", [3, 7]),
        ("Police dispersed protesters in Homs.", [1, 6]),
        ("Hamas attacked soldiers in Homs.", [2, 1]),
    ],
)
def test_actors_have_acled_s_inter_codes(text, codes):
    assert [actor.inter for actor in code(text)[0].actors] == codes


def test_evidence_is_what_the_text_has():
    for text, *_ in (example for told in RULES.values() for example in told):
        for actor in code(text)[0].actors:
            assert text[actor.evidence.span.start : actor.evidence.span.end] == actor.evidence.text


def test_another_table_names_its_own_actors(tmp_path):
    path = tmp_path / "actors.tsv"
    path.write_text("River Guard\tmilitia\tnonstate\t4\tSY\tRiver Guard\n", encoding="utf-8")
    text = "River Guard fighters attacked Hamas fighters in Homs."
    (event,) = code_events(document(text), resolutions(text), read_actors(path))
    assert event.actors[0].name == "River Guard"
    assert event.actors[0].inter == 4


@pytest.mark.parametrize(
    "piece", ["the rebels and ", "Syrian ", "of the army ", "members of ", "al-", "'s ", "by "]
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(times):
        text = "Rebels killed soldiers in Homs, " + piece * times
        before = time.process_time()
        code(text)
        return time.process_time() - before

    seconds(50)
    short, long = seconds(1_000), seconds(8_000)
    assert long < 8 * short * 3 + 0.2
