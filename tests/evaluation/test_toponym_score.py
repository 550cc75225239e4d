from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toponym_examples import (
    ALEPPO,
    CORPUS,
    GAZETTEER,
    HAMA,
    RECOGNIZE,
    RESOLVE,
    TEXT,
    TURKEY,
    Gazetteer,
    mention,
    place,
    recognizer,
    resolver,
)

from geomap.evaluation import (
    GoldDocument,
    GoldToponym,
    ToponymCorpus,
    read_toponym_corpus,
    render_toponyms,
    score_toponyms,
    write_predictions,
)
from geomap.evaluation.toponym_groups import KINDS
from geomap.evaluation.toponym_outcomes import touched
from geomap.model import Document, Span

# One degree on a sphere of the Earth's mean radius.
DEGREE_KM = math.radians(1) * 6371.0088


@pytest.fixture(scope="module")
def score():
    return score_toponyms(CORPUS, RECOGNIZE, RESOLVE, GAZETTEER)


def counts(share):
    return share.count, share.of


def test_recognition_counts_exact_spans(score):
    found = score.recognition
    assert counts(found.precision) == (3, 5)
    assert counts(found.recall) == (3, 5)
    assert found.f1 == pytest.approx(0.6)


def test_resolution_with_gold_spans(score):
    placed = score.resolution
    assert counts(placed.near) == (2, 4)
    assert counts(placed.same_id) == (2, 4)
    assert counts(placed.same_but_far) == (1, 4)
    assert placed.unanswered == 1
    assert placed.errors_km == pytest.approx((0, DEGREE_KM, 3 * DEGREE_KM))


def test_the_curve_lies_over_the_logarithms_of_the_errors(score):
    heights = [math.log(error + 1) / math.log(20039) for error in (0, DEGREE_KM, 3 * DEGREE_KM)]
    # Trapezia of width 1/3 under (0, h1, h2, 1), where the toponym without an answer is as far as can be.
    assert score.resolution.auc == pytest.approx((heights[1] + heights[2] + 0.5) / 3)


def test_averages_take_what_has_no_answer_as_farthest(score):
    told = score.resolution.as_json()
    assert told["error_km_of_answered"]["mean"] == pytest.approx(4 * DEGREE_KM / 3, abs=0.001)
    assert told["error_km_of_answered"]["median"] == pytest.approx(DEGREE_KM, abs=0.001)
    assert told["error_km"]["mean"] == pytest.approx((4 * DEGREE_KM + 20038) / 4, abs=0.001)
    assert told["error_km"]["median"] == pytest.approx(2 * DEGREE_KM, abs=0.001)


def test_end_to_end_is_of_gold_and_of_what_was_emitted(score):
    whole = score.end_to_end
    assert counts(whole.same_id) == (2, 4)
    assert counts(whole.near) == (2, 4)
    # "Issa" was emitted without a place.
    assert counts(whole.precision_same_id) == (2, 4)
    assert counts(whole.precision_near) == (2, 4)


def test_what_is_emitted_for_an_unlinked_toponym_is_neither_right_nor_wrong():
    score = score_toponyms(CORPUS, recognizer("Aleppo", "Ain Issa"), RESOLVE, GAZETTEER)
    assert counts(score.recognition.precision) == (2, 2)
    assert counts(score.end_to_end.precision_same_id) == (1, 1)
    assert counts(score.end_to_end.precision_near) == (1, 1)


def test_calibration_is_the_weighted_gap_of_the_bins(score):
    errors = {name: found.error for name, found in score.calibration.items()}
    # Aleppo .9 right, Hama .6 near by another id, Iraq .6 far by the same id, "Fighting" .3 wrong.
    assert errors["gold_spans_within_161_km"] == pytest.approx((0.1 + 0.2) / 3)
    assert errors["gold_spans_same_id"] == pytest.approx((0.1 + 0.2) / 3)
    assert errors["emitted_within_161_km"] == pytest.approx((0.1 + 0.2 + 0.3) / 4)
    assert score.calibration["emitted_same_id"].count == 4


def test_groups_divide_the_toponyms_by_kind(score):
    groups = {each.group: each for each in score.groups}
    assert {name: counts(group.found) for name, group in groups.items()} == {
        "settlement": (2, 2),
        "admin unit": (0, 1),
        "country": (1, 1),
        "other or unknown": (0, 0),
        "not linked": (0, 1),
        "demonym": (0, 1),
        "nested in a name": (0, 0),
        "absent from the gazetteer": (0, 1),
    }
    assert sum(groups[kind].found.of for kind in KINDS) == len(score.outcomes)
    assert counts(groups["settlement"].whole.same_id) == (1, 2)
    assert counts(groups["country"].given.near) == (0, 1)


NESTED = {
    "The Baghdad Operations Command spoke.": True,
    "He read at the University of Baghdad on Friday.": True,
    "In Baghdad President Masum spoke.": False,
    "In Baghdad Monday he spoke.": False,
    "the Governor of Baghdad spoke.": False,
    "It hit Baghdad. Residents fled.": False,
}


@pytest.mark.parametrize("text", NESTED)
def test_a_toponym_within_a_longer_name_is_nested(text):
    marked = GoldToponym(span=mention(text, "Baghdad").span)
    document = GoldDocument(document=Document(id="a", text=text), toponyms=(marked,))
    corpus = ToponymCorpus(name="tiny", documents=(document,))
    (outcome,) = score_toponyms(corpus, recognizer(), RESOLVE, GAZETTEER).outcomes
    assert ("nested in a name" in outcome.groups) == NESTED[text]


def test_errors_are_listed_with_what_was_wanted(score):
    errors = score.errors
    assert [(each.text, each.touched) for each in errors.missed] == [("Ain Issa", 1), ("Turkish", 0)]
    assert [(each.text, each.touched) for each in errors.false_alarms] == [("Fighting", 0), ("Issa", 1)]
    far, unanswered = errors.wrong
    assert far.gold == far.found == "Iraq, SY (country, gn:3)"
    assert far.km == pytest.approx(3 * DEGREE_KM)
    assert (unanswered.gold, unanswered.found) == ("Turkey (gn:4, 39.0000, 35.0000)", None)
    (other,) = errors.other_id
    assert (other.text, other.found) == ("Hama", "Hama District, SY (admin2, gn:22)")


def test_precision_by_kind_and_use(score):
    assert {name: counts(each) for name, each in score.emitted.items()} == {"name, literal": (3, 5)}


def test_the_resolver_gets_gold_mentions_as_the_recogniser_would_make_them():
    text = "The Hague court cited Iraq's law and Turkish law; Aleppo University too."
    marked = ("The Hague", "Iraq's", "Turkish", "Aleppo")
    document = GoldDocument(
        document=Document(id="a", text=text),
        toponyms=tuple(GoldToponym(span=mention(text, each).span) for each in marked),
    )
    nested = mention(text, "Aleppo", use="nested", parent=mention(text, "Aleppo University").span)
    asked = []

    def resolve(_, mentions):
        asked.append(list(mentions))
        return RESOLVE(_, mentions)

    corpus = ToponymCorpus(name="tiny", documents=(document,))
    score_toponyms(corpus, lambda _: [nested], resolve, Gazetteer(names=("The Hague",)))
    assert asked[0] == [nested]
    assert [(each.text, each.kind, each.use) for each in asked[1]] == [
        ("The Hague", "name", "literal"),
        ("Iraq", "name", "literal"),
        ("Turkish", "demonym", "literal"),
        ("Aleppo", "name", "nested"),
    ]


def test_perfect_answers_score_one():
    table = {"Aleppo": ALEPPO, "Hama": HAMA, "Iraq": place("gn:3", "Iraq", 33.0, 44.0), "Turkish": TURKEY}
    resolve = resolver({name: (each, 1.0) for name, each in table.items()})
    score = score_toponyms(CORPUS, recognizer(*table, "Ain Issa"), resolve, GAZETTEER)
    whole = score.end_to_end
    shares = (whole.same_id, whole.near, whole.precision_same_id, whole.precision_near, score.resolution.near)
    assert [each.value for each in shares] == [1.0] * 5
    assert (score.recognition.f1, score.resolution.auc) == (1.0, 0.0)
    assert {found.error for found in score.calibration.values()} == {0.0}
    assert score.errors.as_json(9) == {
        "missed": [],
        "false_alarms": [],
        "wrong_places": [],
        "near_but_other_id": [],
    }


def test_no_answers_score_nothing_and_every_figure_is_there():
    score = score_toponyms(CORPUS, recognizer(), resolver({}), GAZETTEER)
    assert score.recognition.precision.value is None
    assert score.recognition.f1 == 0.0
    assert score.resolution.auc == 1.0
    assert score.end_to_end.same_id.value == 0.0
    assert "–  0 of 0 spans emitted" in render_toponyms(score, 20)


def test_a_half_without_documents_is_a_report_of_nothing():
    score = score_toponyms(CORPUS, RECOGNIZE, RESOLVE, GAZETTEER, half="test")
    assert score.summary["documents"] == 0
    assert score.recognition.f1 is None
    assert score.resolution.as_json()["auc"] is None
    assert "test half: 0 documents" in render_toponyms(score, 20)


@given(st.sets(st.sampled_from([each for each in TEXT.replace(".", "").split() if TEXT.count(each) == 1])))
def test_what_was_found_is_perfect_against_itself(tmp_path_factory, words):
    path = tmp_path_factory.mktemp("found") / "found.jsonl"
    recognize = recognizer(*words)
    first = score_toponyms(CORPUS, recognize, RESOLVE, GAZETTEER)
    write_predictions(path, first.found)
    again = score_toponyms(read_toponym_corpus(path), recognize, RESOLVE, GAZETTEER)
    assert counts(again.recognition.precision) == counts(again.recognition.recall)
    assert again.recognition.precision.count == again.recognition.precision.of
    whole = again.end_to_end
    for share in (whole.same_id, whole.near, whole.precision_same_id, again.resolution.near):
        assert share.count == share.of


spans = st.builds(
    lambda start, length: Span(start=start, end=start + length), st.integers(0, 30), st.integers(1, 9)
)


@given(st.lists(spans), st.lists(spans))
def test_touched_is_overlapping_any(ones, others):
    expected = [any(one.overlaps(other) for other in others) for one in ones]
    assert list(touched(ones, others)) == expected


def test_the_report_tells_every_denominator(score):
    text = render_toponyms(score, 20)
    for told in (
        "tiny, all of it: 1 document, 5 toponyms (4 with an id, 4 with a position)",
        "precision             60.0 %  3 of 5 spans emitted",
        "within 161 km         50.0 %  2 of 4 toponyms with a position",
        "precision, same id    50.0 %  2 of 4 spans emitted with a place",
        "Iraq: Iraq, SY (country, gn:3), placed 334 km away",
        "Turkish: Turkey (gn:4, 39.0000, 35.0000), got no place",
        "Hama: Hama, SY (settlement, gn:2), got Hama District, SY (admin2, gn:22), 111 km away",
    ):
        assert told in text
    assert "Turkish" not in render_toponyms(score, 0)


def test_json_tells_the_same(score):
    told = score.as_json(1)
    assert told["recognition"]["precision"] == {"count": 3, "of": 5, "share": 0.6}
    assert told["end_to_end"]["same_id"] == {"count": 2, "of": 4, "share": 0.5}
    assert told["groups"]["settlement"]["found"] == {"count": 2, "of": 2, "share": 1.0}
    assert [len(each) for each in told["errors"].values()] == [1, 1, 1, 1]
