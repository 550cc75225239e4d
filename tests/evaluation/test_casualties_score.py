"""Casualties scored against lines of JSON, ours among them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import geomap
from geomap.errors import InputError
from geomap.evaluation import render_casualties, score_casualties
from geomap.model import Casualties

OURS = Path(__file__).parents[2] / "benchmarks" / "casualties"
LINES = (
    {"text": "Five people were killed.", "killed": [5, 5, 5]},
    {
        "text": "Dozens were killed or hurt.",
        "combined": {"kinds": ["wounded", "killed"], "count": [24, None, None]},
    },
    {"text": "Nothing is known.", "killed": None},
    {"text": "Two soldiers died.", "killed": [3, 3, 3], "combatants_killed": [2, 2, 2]},
)


@pytest.fixture
def write(tmp_path):
    def write(*lines):
        path = tmp_path / "lines.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return write


def test_a_sentence_is_exact_where_every_field_is(write):
    score = score_casualties(write(*LINES), geomap.casualties)
    assert (score.exact.count, score.exact.of) == (3, 4)
    assert (score.by_field["killed"].count, score.by_field["killed"].of) == (1, 2)
    assert score.by_field["combatants_killed"].value == 1.0
    (error,) = score.as_json(5)["wrong"]
    assert error["killed"] == {"gold": (3, 3, 3), "given": (2, 2, 2)}
    assert "killed: low 3 best 3 high 3 read as low 2 best 2 high 2" in render_casualties(score, 5)


def test_nothing_read_is_nothing_told(write):
    score = score_casualties(write(*LINES), lambda _: Casualties())
    assert score.exact.count == 1
    assert "killed or wounded low 24 read as untold" in render_casualties(score, 5)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "holds no sentence"),
        ([{"killed": [1, 1, 1]}], "text is missing"),
        ([{"text": "x", "killed": [1, 1]}], "killed must be three numbers"),
        ([{"text": "x", "killed": [-1, 1, 1]}], "killed must be three numbers"),
        ([{"text": "x", "combined": {"kinds": ["killed"]}}], "kinds must be two or more"),
        ([{"text": "x", "combined": {"kinds": ["killed", "sunk"]}}], "kinds must be two or more"),
    ],
)
def test_a_file_that_is_none_is_told_in_one_sentence(write, lines, said):
    with pytest.raises(InputError, match=said):
        score_casualties(write(*lines), geomap.casualties)


@pytest.mark.parametrize(("name", "least"), [("before", 0.97), ("after", 0.9)])
def test_our_own_sentences_are_read_as_well_as_is_told(name, least):
    score = score_casualties(OURS / f"{name}.jsonl", geomap.casualties)
    assert len(score.answers) >= 125
    assert score.exact.value >= least
