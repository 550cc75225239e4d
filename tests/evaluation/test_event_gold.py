import json
from datetime import date

import pytest
from event_examples import DOCUMENT, SENTENCES, TEXT, gold_json, reading

from geomap.errors import InputError
from geomap.evaluation.countries import alpha2
from geomap.evaluation.gold import read_event_gold, reading_of
from geomap.matching import Interval
from geomap.model import Document


def read(folder, content):
    path = folder / "gold.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_event_gold(path)


def test_a_gold_file_is_read_field_by_field(tmp_path):
    gold = read(tmp_path, gold_json())
    assert (gold.name, gold.source) == ("gold.json", "seeds/truce.txt")
    assert [each.text for each in gold.sentences] == list(SENTENCES.values())
    truce, strike, killing, capture, praise = gold.events
    assert truce.accepted == Interval(first=date(2024, 3, 8), last=date(2024, 3, 8))
    assert (truce.location.id, truce.location.country) == ("gn:184745", "KE")
    assert truce.actors == (("actor", "Government of Kenya"),)
    assert (strike.location.names, strike.location.position) == (("Gedo region",), None)
    assert (killing.accepted.first, killing.fatalities) == (None, 1)
    assert (capture.location.names, capture.relation, capture.status) == (("Baidoa",), "north", "claimed")
    assert capture.accepted is None
    assert (praise.location, praise.required) == (None, False)
    assert gold.non_events[0].sentence.id == "S5"


def test_without_a_list_of_required_events_their_own_word_counts(tmp_path):
    content = gold_json()
    del content["scoring"]
    content["events"][0]["required"] = False
    assert [each.id for each in read(tmp_path, content).events if each.required] == ["E2", "E3", "E4"]


def test_without_accepted_days_the_coded_ones_are(tmp_path):
    content = gold_json()
    content["events"][0] |= {"date_accept": None, "date_start": "2024-03-07", "date_end": "2024-03-08"}
    assert str(read(tmp_path, content).events[0].accepted) == "2024-03-07 to 2024-03-08"


def test_a_district_or_town_may_be_coded_as_either(tmp_path):
    content = gold_json()
    content["events"][0]["place"]["level"] = "district/town"
    assert read(tmp_path, content).events[0].location.levels == {"city", "adm2"}


BROKEN = [
    ("events", "word", "events must be a list of objects"),
    ("sha256", None, "sha256 must be a text"),
    ("events.0.type_id", 3, r"events\[0\]\.type_id must be a text"),
    ("events.0.status", "perhaps", r"events\[0\]\.status must be one of occurred"),
    ("events.1.id", "E1", r"events\[1\]\.id must be an id that no row before it has"),
    ("events.0.date_accept", ["2024-03-08"], r"events\[0\]\.date_accept must be two days"),
    ("events.0.date_accept", ["8 March", None], r"events\[0\]\.date_accept must be two days"),
    ("events.0.date_accept", ["2024-03-08", 7], r"events\[0\]\.date_accept must be two days"),
    ("events.0.date_accept", ["2024-03-08", "2024-03-07"], r"events\[0\] is accepted from 2024-03-08"),
    ("events.0.date_precision", [], r"events\[0\]\.date_precision must be an object"),
    ("events.0.place", None, r"events\[0\]\.place\.level is missing"),
    ("events.0.place.level", "village", r"events\[0\]\.place\.level must be one of"),
    ("events.0.place.country", "XYZ", r"events\[0\]\.place\.country must be an ISO 3166-1 code"),
    ("events.0.place.lat", None, r"events\[0\]\.place\.lat must be given"),
    ("events.0.place.lat", "north", r"events\[0\]\.place\.lat must be a number"),
    ("events.0.place.lat", 10**400, r"events\[0\]\.place\.lat must be a number"),
    ("events.0.place.lat", float("nan"), r"events\[0\]\.place\.lat must be a number"),
    ("events.0.place.lat", 91, r"events\[0\]\.place: latitude 91"),
    ("events.1.place.country", None, r"events\[1\]\.place cannot be compared"),
    ("events.2.casualties.fatalities", True, r"fatalities must be a whole number"),
    ("events.2.casualties.fatalities", -1, r"fatalities must be a whole number"),
    ("events.0.source_sentences", ["S9"], r"events\[0\]\.source_sentences must be ids of sentences"),
    ("events.0.source_sentences", [], r"events\[0\]\.source_sentences must be ids of sentences"),
    ("events.0.source_sentences", "S1", r"events\[0\]\.source_sentences must be a list of texts"),
    ("sentences.1.end", 3, r"sentences\[1\]\.end must be start \+ 48"),
    ("sentences.1.id", "S1", r"sentences\[1\]\.id must be an id"),
    ("non_events.0.sentence", "S9", r"non_events\[0\]\.sentence must be the id of a sentence"),
    ("scoring.required", ["E9"], r"scoring\.required must be a list of ids"),
]


@pytest.mark.parametrize(("way", "value", "message"), BROKEN)
def test_a_malformed_field_is_named_with_its_file(tmp_path, way, value, message):
    content = target = gold_json()
    *steps, last = [int(step) if step.isdigit() else step for step in way.split(".")]
    for step in steps:
        target = target[step]
    target[last] = value
    with pytest.raises(InputError, match=message) as caught:
        read(tmp_path, content)
    assert "gold.json" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("flag", [None, "yes"])
def test_an_event_that_nobody_calls_required_or_not_is_malformed(tmp_path, flag):
    content = gold_json()
    del content["scoring"]
    content["events"][0]["required"] = flag
    with pytest.raises(InputError, match=r"events\[0\]\.required must be true or false"):
        read(tmp_path, content)


@pytest.mark.parametrize("content", ["", "{", "[1]", "[" * 100_000, "9" * 5_000])
def test_a_file_that_is_no_json_object_is_named(tmp_path, content):
    with pytest.raises(InputError, match=r"gold\.json"):
        read(tmp_path, content)


def test_a_file_that_is_not_utf8_or_not_there_is_named(tmp_path):
    (tmp_path / "latin.json").write_bytes('{"source": "Málaga"}'.encode("latin-1"))
    with pytest.raises(InputError, match=r"latin\.json is not JSON in UTF-8"):
        read_event_gold(tmp_path / "latin.json")
    with pytest.raises(InputError, match=r"Cannot read .*none\.json"):
        read_event_gold(str(tmp_path / "none.json"))


def test_the_gold_finds_its_own_text_among_others(tmp_path):
    other = reading(document=Document(id="other.txt", text="Nothing happened."))
    mine = reading()
    found, notes = reading_of([other, mine], read(tmp_path, gold_json()))
    assert found is mine
    assert notes == ("Only truce.txt was scored: the gold covers 1 of 2 documents.",)


def test_the_very_text_needs_no_word(tmp_path):
    assert reading_of([reading()], read(tmp_path, gold_json()))[1] == ()


def test_a_text_that_differs_beside_the_sentences_is_scored_and_said(tmp_path):
    longer = reading(document=Document(id="longer.txt", text=f"{TEXT}\n"))
    found, notes = reading_of([longer], read(tmp_path, gold_json()))
    assert found is longer
    assert len(notes) == 1
    assert "differs from the gold's" in notes[0]


def test_another_text_is_refused_with_the_first_sentence_that_is_not_there(tmp_path):
    gold = read(tmp_path, gold_json())
    changed = reading(document=Document(id="changed.txt", text=TEXT.replace("March", "April")))
    with pytest.raises(InputError, match=r"changed\.txt holds another text; sentence S2"):
        reading_of([changed], gold)
    with pytest.raises(InputError, match="none of the 2 documents"):
        reading_of([changed, changed], gold)
    with pytest.raises(InputError, match="none of the 0 documents"):
        reading_of([], gold)


def test_offsets_that_do_not_fit_their_own_text_are_the_gold_files_fault(tmp_path):
    content = gold_json()
    for sentence in content["sentences"]:
        sentence["start"] += 1
        sentence["end"] += 1
    with pytest.raises(
        InputError, match=r"gold\.json: sentence S1 does not stand at \(1, 57\) of truce\.txt"
    ):
        reading_of([reading(document=DOCUMENT)], read(tmp_path, content))


@pytest.mark.parametrize(("code", "found"), [("IRQ", "IQ"), ("IQ", "IQ"), ("XKX", "XK"), ("irq", None)])
def test_country_codes(code, found):
    assert alpha2(code) == found
