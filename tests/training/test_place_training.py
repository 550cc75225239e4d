"""How the linker is learnt, on sentences made here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from forests import tree_lines
from place_training import scoring
from place_training.examples import examples
from place_training.learning import learnt, word_weights
from recognizer_training.trees import Settings

from geomap.assemble import pipeline
from geomap.coding.linking.linker import COLUMNS
from geomap.evaluation.toponym_gold import in_half
from geomap.forest import read_forest

SMALL = Settings(trees=20, depth=2, columns=1.0)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Sentences in which the deed is always in the town after "in", never in the capital that speaks."""
    rows = []
    for number in range(120):
        text = f"Gunmen killed {number} people in Mosul on Monday, officials in Baghdad said."
        rows.append(
            {"text": text, "verb": [[7, 13]], "locations": [[text.index("Mosul"), text.index(" on")]]}
        )
    path = tmp_path_factory.mktemp("places") / "sentences.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return [examples(path, pipeline(), half) for half in ("train", "test")]


def test_an_example_has_a_row_and_a_label_for_each_place(read):
    training, test = read
    assert all(in_half(each.gold.text, "train") for each in training)
    assert all(in_half(each.gold.text, "test") for each in test)
    assert all(each.labels == [True, False] and len(each.rows) == 2 for each in training)


def test_what_is_learnt_chooses_the_place_of_the_deed(read):
    training, test = read
    found = learnt(training, SMALL)
    assert "F1 1.000" in scoring.tested(test, found.linker(), -0.4)
    again = read_forest(list(tree_lines(found.trees, COLUMNS))[1:], COLUMNS)
    assert scoring.tested(test, type(found.linker())(found.weights, again), -0.4) == scoring.tested(
        test, found.linker(), -0.4
    )


def test_a_word_met_less_than_three_times_says_nothing(read):
    training, _ = read
    assert word_weights(training)["noun"]
    assert not word_weights(training[:1])["noun"]
