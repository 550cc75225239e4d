"""Who did it and to whom, scored over sentences of our own."""

from __future__ import annotations

import json

import pytest

from geomap.errors import InputError
from geomap.evaluation import render_actors, score_actors
from geomap.evaluation.actor_gold import read_actor_sentences
from geomap.evaluation.actors import same_names
from geomap.model import Actor, Event, Evidence, Span

GOLD = {
    "id": "1",
    "half": "before",
    "type": "battle.armed_clash",
    "text": "Rebels fought soldiers.",
    "initiator": ["rebels"],
    "target": ["soldiers|army"],
}


@pytest.fixture
def gold(tmp_path):
    def write(*rows):
        path = tmp_path / "gold.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        return path

    return write


def event(text, kind, confidence=0.5, **names):
    told = Evidence(span=Span(start=0, end=len(text)), text=text, reason="told")
    return Event(
        id=kind,
        type=kind,
        status="occurred",
        trigger=told,
        quotes=(told,),
        document="d",
        confidence=confidence,
        actors=tuple(
            Actor(name=name, role=role, evidence=told) for role, listed in names.items() for name in listed
        ),
    )


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        (["Rebels"], ["rebels"], True),
        (["a", "b"], ["b", "a"], True),
        (["a|b"], ["b"], True),
        ([], [], True),
        (["a", "b"], ["a"], False),
        (["a"], ["a", "b"], False),
        ([], ["a"], False),
        (["a"], [], False),
    ],
)
def test_names_are_the_same_when_all_are_there_and_no_others(expected, found, same):
    assert same_names(expected, found) is same


def test_the_event_of_the_gold_s_type_is_scored_before_a_surer_one(gold):
    def events_of(text):
        return (
            event(text, "battle.territory_gov", 0.9, actor=["army"]),
            event(text, "battle.armed_clash", 0.2, actor=["rebels"], target=["army"]),
        )

    (answer,) = score_actors(gold(GOLD), events_of).answers
    assert answer.type == "battle.armed_clash"
    assert answer.both_right


def test_no_event_is_wrong_in_both_roles_even_where_none_is_expected(gold):
    score = score_actors(gold({**GOLD, "target": []}), lambda _: ())
    told = score.as_json(5)["halves"]["before"]
    assert (told["target"]["count"], told["both"]["of"], told["both, event found"]["of"]) == (0, 1, 0)


def test_halves_are_told_apart_and_errors_are_listed(gold):
    path = gold(GOLD, {**GOLD, "id": "2", "half": "after"})
    score = score_actors(path, lambda text: (event(text, "battle.armed_clash", actor=["rebels"]),))
    assert list(score.halves) == ["before", "after"]
    page = render_actors(score, 1)
    assert "target: soldiers|army; found none" in page
    assert page.count("read as") == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"type": "battle"}, "type must be an id of the table of event types"),
        ({"half": None}, "half must be a text"),
        ({"target": "soldiers"}, "target must be a list of names"),
        ({"target": [""]}, "target must be a list of names"),
    ],
)
def test_a_line_that_is_none_is_told_with_the_mend(gold, change, said):
    with pytest.raises(InputError, match=said):
        read_actor_sentences(gold({**GOLD, **change}))


def test_a_file_without_sentences_is_refused(gold):
    with pytest.raises(InputError, match="holds no sentence"):
        read_actor_sentences(gold())
