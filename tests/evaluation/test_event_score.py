import json

import pytest
from event_examples import (
    DOCUMENT,
    capture,
    event,
    gold_event,
    gold_json,
    killing,
    praise,
    reading,
    strike,
    truce,
    when,
    where,
)

from geomap import __version__
from geomap.evaluation import read_event_gold, render, score_events
from geomap.model import Document

ALL_RIGHT = (truce, strike, killing, capture, praise)


@pytest.fixture
def score(tmp_path):
    def scored(*events, content=None):
        path = tmp_path / "gold.json"
        path.write_text(json.dumps(content or gold_json()), encoding="utf-8")
        return score_events([reading(*events)], read_event_gold(path))

    return scored


def differences(found):
    return [(each.field, each.expected, each.found) for pair in found.matched for each in pair.differences]


def beside(found):
    return [(each.field, each.expected, each.found) for pair in found.matched for each in pair.beside]


def test_all_right(score):
    found = score(*(make() for make in ALL_RIGHT))
    assert found.summary == {
        "required": 4,
        "matched": 4,
        "fully_right": 4,
        "missed": 0,
        "optional": 1,
        "optional_matched": 1,
        "extras": 0,
        "emitted": 5,
    }
    assert differences(found) == beside(found) == []
    assert not any(found.wrong.values())


def test_a_reading_without_events_misses_all_that_is_required(score):
    found = score()
    assert [each.gold.id for each in found.missed] == ["E1", "E2", "E3", "E4"]
    assert found.summary["emitted"] == 0


WRONG = [
    (truce(where=where("Mogadishu", "city")), "place"),
    (truce(where=None), "place"),
    (truce(when=when("2024-03-07", "2024-03-07", "day")), "date"),
    (truce(when=None), "date"),
    (truce(status="claimed"), "status"),
    (truce(dead=2), "fatalities"),
    (strike(where=where("Luuq", "city")), "place"),
    (strike(where=where("Somalia", "country")), "place"),
    (strike(when=when("2024-02-29", "2024-03-31", "range")), "date"),
    (killing(dead=None), "fatalities"),
    (killing(dead=2), "fatalities"),
    (killing(when=when(None, "2024-03-09", "on_or_before")), "date"),
    (capture(where=where("Baidoa", "city", "north of")), "place"),
    (capture(where=where("Luuq", "vicinity", "north of")), "place"),
    (capture(when=when("2024-03-08", "2024-03-08", "day")), "date"),
]


@pytest.mark.parametrize(("emitted", "field"), WRONG)
def test_each_wrong_field_is_told_and_only_it(score, emitted, field):
    found = score(emitted)
    assert [each[0] for each in differences(found)] == [field]
    assert found.summary["fully_right"] == 0
    assert found.summary["matched"] == found.wrong[field] == 1


def test_differences_say_what_was_expected_and_what_was_found(score):
    found = score(truce(where=where("Mogadishu", "city"), when=None, status="denied", dead=0))
    assert differences(found) == [
        (
            "place",
            "Nairobi (city, KE, -1.283 36.817)",
            "Mogadishu (city, SO, 2.037 45.344), 1018 km off",
        ),
        ("date", "2024-03-08", None),
        ("status", "occurred", "denied"),
        ("fatalities", None, "0"),
    ]


def test_a_place_or_a_date_where_the_gold_has_none_is_wrong(score):
    emitted = praise(where=where("Nairobi", "city"), when=when(None, "2024-03-08", "on_or_before"))
    pair = score(emitted).optional_matched[0]
    assert [(each.field, each.expected) for each in pair.differences] == [
        ("place", None),
        ("date", "2024-03-08 to …"),
    ]


def test_precision_relation_and_actors_are_told_but_not_scored(score):
    found = score(
        truce(where=where("Nairobi", "adm1"), actors=()),
        killing(when=when("2024-03-08", "2024-03-08", "day")),
        capture(where=where("Baidoa", "vicinity")),
    )
    assert found.summary["fully_right"] == 3
    assert beside(found) == [
        ("geo_precision", "city", "adm1"),
        ("actors", "Government of Kenya", None),
        ("date_precision", "on_or_before", "day"),
        ("relation", "north", None),
    ]


def test_two_emitted_for_one_gold_leave_the_worse_as_an_extra(score):
    worse, better = truce(id="worse", where=None), truce(id="better")
    found = score(worse, better)
    assert [pair.event.id for pair in found.matched] == ["better"]
    assert [(extra.event.id, extra.notes) for extra in found.extras] == [("worse", ("one more for E1",))]


def test_an_event_emitted_twice_over_counts_twice(score):
    twice = (truce(), truce())
    assert twice[0] == twice[1]
    assert score(*twice).summary["extras"] == 1


def test_two_of_one_type_in_one_sentence_are_paired_so_that_most_fields_are_right(score):
    content = gold_json()
    kismayo = {"name": "Kismayo", "geonameid": 55671, "country": "SOM", "level": "city"}
    content["events"].insert(3, gold_event("E3b", "battle.combatant_killed", ["S3"], place=kismayo))
    content["scoring"]["required"].append("E3b")
    undated = killing(id="undated", when=None, dead=None)
    for emitted in ((killing(), undated), (undated, killing())):
        found = score(*emitted, content=content)
        assert found.summary["fully_right"] == 2
        assert [pair.event.id for pair in found.matched] == [killing().id, "undated"]


def test_of_two_alike_the_required_event_is_paired(score):
    content = gold_json()
    content["events"].insert(0, content["events"][0] | {"id": "O0"})
    found = score(truce(), content=content)
    assert [pair.gold.id for pair in found.matched] == ["E1"]
    assert found.optional_matched == ()


def test_a_shared_type_without_a_shared_sentence_is_no_pair(score):
    elsewhere = event("strategic.agreement", ["S7"], "took Luuq")
    found = score(elsewhere)
    assert found.matched == ()
    assert [(extra.event, extra.notes) for extra in found.extras] == [(elsewhere, ())]


def test_another_type_on_the_sentence_of_a_missed_event_is_told_with_it(score):
    found = score(event("battle.armed_clash", ["S3"], "killed"))
    missed = next(each for each in found.missed if each.gold.id == "E3")
    assert [(each.field, each.expected, each.found) for each in missed.differences] == [
        ("type", "battle.combatant_killed", "battle.armed_clash")
    ]


def test_an_event_on_a_sentence_that_tells_none_is_an_extra_with_the_reason(score):
    found = score(event("remote_violence.air_strike", ["S5"], "may bomb"))
    assert found.extras[0].notes == ("S5 is no event: an expectation",)


def test_a_quote_of_such_a_sentence_alone_is_no_reproach(score):
    found = score(event("strategic.arrest", ["S5", "S7"], "arrested"))
    assert found.extras[0].notes == ()


def test_the_score_as_json(score):
    found = score(truce(when=None), event("remote_violence.air_strike", ["S5"], "may bomb"), praise())
    told = json.loads(json.dumps(found.as_json()))
    assert (told["geomap"], told["gold"], told["source"]) == (__version__, "gold.json", "seeds/truce.txt")
    assert told["summary"] == found.summary
    assert told["wrong"] == {"place": 0, "date": 1, "status": 0, "fatalities": 0}
    matched = told["matched"][0]
    assert (matched["gold"], matched["trigger"], matched["fully_right"]) == ("E1", "signed", False)
    assert matched["differences"] == [{"field": "date", "expected": "2024-03-08", "found": None}]
    assert DOCUMENT.text[matched["start"] : matched["end"]] == "signed"
    assert [each["gold"] for each in told["missed"]] == ["E2", "E3", "E4"]
    assert told["missed"][0]["sentences"][0]["id"] == "S2"
    assert [each["type"] for each in told["extras"]] == ["remote_violence.air_strike"]
    assert [each["gold"] for each in told["optional_matched"]] == ["O1"]


def test_the_report_tells_each_difference_the_worst_first(score):
    found = score(
        strike(where=where("Luuq", "city")),
        killing(dead=3, when=None),
        truce(actors=()),
        event("strategic.arrest", ["S7"], "arrested"),
        event("remote_violence.air_strike", ["S5"], "may bomb"),
        praise(),
    )
    assert render(found) == REPORT


REPORT = """\
gold.json: 1 of 4 required events fully right, 3 matched, 1 missed; 2 extras; 1 of 1 optional found
Wrong among the matched: place 1, date 1, fatalities 1

Missed
  E4 battle.territory_nonstate
      "A militia leader said his men had taken villages north of Baidoa."

Not fully right
  E3 battle.combatant_killed "killed" at 120
      date: expected … to 2024-03-08, found unknown
      fatalities: expected 1, found 3
      date_precision: expected on_or_before, found unknown (not scored)
  E2 remote_violence.air_strike "jets bombed" at 62
      place: expected Gedo region (adm1, SO), found Luuq (city, SO, 3.801 42.544)
      geo_precision: expected adm1, found city (not scored)

Extras
  remote_violence.air_strike "may bomb" at 250
      S5 is no event: an expectation
      "Analysts expect that rebels may bomb Mogadishu."
  strategic.arrest "arrested" at 331
      "Soldiers took Luuq town and arrested five men."

Fully right
  E1 strategic.agreement "signed" at 20
      actors: expected Government of Kenya, found unknown (not scored)

Optional, not scored
  O1 diplomacy.statement "praised" at 284
      date: expected 2024-03-08 to …, found unknown
"""


def test_a_report_without_errors_has_no_empty_parts(score):
    text = render(score(*(make() for make in ALL_RIGHT)))
    assert "Missed" not in text
    assert "Extras" not in text
    assert "Wrong" not in text
    assert text.endswith("\n")


def test_a_report_holds_no_control_characters_of_the_article(tmp_path):
    content = gold_json()
    words = "S\x1b[2J1\nand\u202e more. " + "long " * 40
    content["sentences"] = [{"id": "S1", "start": 0, "end": len(words), "text": words}]
    content["events"] = [gold_event("E1", "strategic.agreement", ["S1"])]
    content |= {"non_events": [], "scoring": {"required": ["E1"]}}
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    document = Document(id="odd\x07.txt", text=words)
    text = render(score_events([reading(document=document)], read_event_gold(path)))
    assert all(line.isprintable() for line in text.splitlines())
    assert max(map(len, text.splitlines()[1:])) < 120
