"""The place chosen for a verb, scored word by word over sentences of our own."""

from __future__ import annotations

import json

import pytest

from geomap.errors import InputError
from geomap.evaluation import render_event_links, score_event_links
from geomap.model import Span

FIRST = "Rebels shelled Deir Ezzor on Monday, officials in Damascus said."
SECOND = "The film was shot well."


def line(text, verb, *places):
    at = text.index(verb)
    spans = [[text.index(place), text.index(place) + len(place)] for place in places]
    return json.dumps({"text": text, "verb": [[at, at + len(verb)]], "locations": spans})


@pytest.fixture
def sentences(tmp_path):
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join([line(FIRST, "shelled", "Deir Ezzor"), line(SECOND, "shot")]), encoding="utf-8")
    return path


def spans_of(*places):
    def choose(document, verb):
        found = [place for place in places if place in document.text]
        return [
            Span(start=document.text.index(each), end=document.text.index(each) + len(each)) for each in found
        ]

    return choose


def test_words_are_counted_and_none_is_a_right_answer(sentences):
    score = score_event_links(sentences, spans_of("Deir Ezzor"))
    assert (score.precision.value, score.recall.value, score.f1) == (1.0, 1.0, 1.0)
    assert (score.exact.count, score.exact.of) == (2, 2)
    assert score.wrong == []


def test_a_place_made_up_costs_precision_and_part_of_one_costs_recall(sentences):
    score = score_event_links(sentences, spans_of("Ezzor", "Damascus", "film"))
    assert (score.precision.count, score.precision.of) == (1, 3)
    assert (score.recall.count, score.recall.of) == (1, 2)
    assert score.f1 == pytest.approx(2 / 5)
    # What was made up where there is none comes first.
    assert [link.gold.text for link in score.wrong] == [SECOND, FIRST]
    report = render_event_links(score, 5)
    assert "shelled: gold Deir Ezzor, chosen Ezzor, Damascus" in report
    assert "shot: gold none, chosen film" in report
    assert [each["text"] for each in score.as_json(1)["wrong"]] == [SECOND]


def test_nothing_chosen_anywhere_has_no_precision(sentences):
    score = score_event_links(sentences, spans_of())
    assert score.precision.value is None
    assert score.recall.value == 0.0
    assert score.as_json(0)["f1"] == 0.0


def test_a_verb_outside_of_its_sentence_is_told(tmp_path):
    path = tmp_path / "broken.jsonl"
    path.write_text(json.dumps({"text": "Short.", "verb": [[2, 99]], "locations": []}), encoding="utf-8")
    with pytest.raises(InputError, match="line 1: verb must be a list of"):
        score_event_links(path, spans_of())
