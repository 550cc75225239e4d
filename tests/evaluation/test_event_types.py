"""Types of events in snippets, scored over small tables of our own."""

from __future__ import annotations

import pytest

import geomap
from geomap.errors import InputError
from geomap.evaluation import render_event_types, score_event_types, type_reader
from geomap.evaluation.class_scores import class_scores, macro_f1, weighted_f1, with_interval
from geomap.evaluation.event_type_gold import event_types_of_acled, read_snippets, sub_event_types
from geomap.model import Document, Reading

ROWS = (
    ("1", "Jets bombed the town.", "AIR_STRIKE"),
    ("2", "Shells fell on the port.", "Shelling/artillery/missile attack"),
    ("3", "Crowds marched in the capital.", "protest.peaceful"),
    ("4", "A flood swept the valley.", "NATURAL_DISASTER"),
)


@pytest.fixture
def table(tmp_path):
    def write(*rows, head="id\ttext\tsub_type"):
        path = tmp_path / "snippets.tsv"
        path.write_text("\n".join([head, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")
        return path

    return write


def test_a_label_is_read_in_each_of_the_schemes(table):
    told = [each.acled for each in read_snippets(table(*ROWS))]
    assert told == ["Air/drone strike", "Shelling/artillery/missile attack", "Peaceful protest", None]


def test_the_crosswalk_names_25_sub_event_types_in_six_event_types():
    assert len(set(sub_event_types().values())) == 25
    assert len(set(event_types_of_acled().values())) == 6
    assert set(event_types_of_acled()) == set(sub_event_types().values())


@pytest.mark.parametrize(
    ("rows", "head", "said"),
    [
        (ROWS, "id\ttext", "line 1: there is no column 'sub_type'"),
        ([("1", "Jets bombed.", "")], "id\ttext\tsub_type", "line 2: sub_type is empty"),
        ([], "id\ttext\tsub_type", "holds no snippet"),
    ],
)
def test_a_table_that_is_none_is_told_in_one_sentence(table, rows, head, said):
    with pytest.raises(InputError, match=said):
        read_snippets(table(*rows, head=head))


def test_a_score_counts_what_is_given_against_the_gold(table):
    given = {
        "Jets bombed the town.": "remote_violence.air_strike",
        "Shells fell on the port.": "remote_violence.air_strike",
        "A flood swept the valley.": "strategic.property",
    }
    score = score_event_types(table(*ROWS), given.get)
    assert (score.exact.count, score.exact.of, score.unanswered.count) == (1, 3, 1)
    assert score.others.value == 1.0
    # Two thirds for air strikes, nothing for the other two; by event type 2 of 2 remote violence.
    assert score.figures["macro_f1_sub_event_types"].value == pytest.approx(2 / 9)
    assert score.figures["macro_f1_event_types"].value == pytest.approx(1 / 2)
    assert "Shelling/artillery/missile attack given Air/drone strike" in render_event_types(score, 5)
    assert [each["id"] for each in score.as_json(9)["wrong"]] == ["2", "3"]


def test_f1_is_the_harmonic_mean_and_its_means_are_by_class_and_by_row():
    answers = [("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"), ("c", None)]
    f1 = {each.label: each.f1 for each in class_scores(answers)}
    assert f1 == {"a": pytest.approx(0.8), "b": pytest.approx(2 / 3), "c": 0.0}
    assert macro_f1(answers) == pytest.approx((0.8 + 2 / 3) / 3)
    assert weighted_f1(answers) == pytest.approx((3 * 0.8 + 2 / 3) / 5)


def test_an_interval_holds_its_figure_and_is_the_same_again():
    answers = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")] * 10
    told = with_interval(answers, macro_f1)
    assert told == with_interval(answers, macro_f1)
    assert told.low < told.value < told.high


def test_the_surest_event_gives_the_type(reading_of_two):
    assert type_reader(lambda _: reading_of_two)("anything") == "remote_violence.shelling"
    assert type_reader(lambda document: Reading(document=document, resolutions=(), events=()))("x") is None


@pytest.fixture
def reading_of_two():
    text = "Rebels may have attacked. Artillery shelled the town of Samarra on 3 May 2016, killing four."
    reading = geomap.read(Document(id="two", text=text))
    assert any(event.type == "remote_violence.shelling" for event in reading.events)
    return reading
