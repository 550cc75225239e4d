"""How the recogniser's weights are learnt, on data made here."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from recognizer_training.ablation import GROUPS, without
from recognizer_training.corpora import Example, examples, marked_documents, sentences
from recognizer_training.learning import importance
from recognizer_training.spelling_weights import spelling_weights
from recognizer_training.trees import Settings, grown

from geomap.model import Span
from geomap.recognition.judge import COLUMNS
from geomap.recognition.spelling import spelling
from geomap.recognition.standing import Standing


def test_trees_learn_a_rule_of_two_columns_and_do_so_again():
    rows = np.array([[a, b, c] for a in range(8) for b in range(8) for c in range(4)], dtype=np.int16)
    labels = ((rows[:, 0] > 3) & (rows[:, 1] > 5)).astype(np.float64)
    settings = Settings(trees=40, depth=3, columns=1.0)
    trees = grown(rows, labels, np.ones(len(rows)), settings)
    assert ((trees.forest()(rows) > 0) == (labels > 0)).all()
    again = grown(rows, labels, np.ones(len(rows)), settings)
    assert (again.base, again.questions, again.leaves) == (trees.base, trees.questions, trees.leaves)


def test_marked_documents_are_read_as_they_are_scored(tmp_path):
    path = tmp_path / "c.xml"
    path.write_text(
        '<articles><article docid="7"><text>Fire in Mosul today</text><toponyms>'
        "<toponym><start>6</start><end>11</end><phrase>Mosul</phrase></toponym>"
        "<toponym><start>0</start><end>5</end><phrase>Basra</phrase></toponym>"
        "</toponyms></article></articles>",
        encoding="utf-8",
    )
    assert list(marked_documents(path)) == [("7", "Fire in Mosul today", [Span(start=8, end=13)])]


def test_sentences_are_their_own_ids(tmp_path):
    path = tmp_path / "s.jsonl"
    path.write_text('{"text": "In Mosul.", "locations": [[3, 8]]}\n', encoding="utf-8")
    assert list(sentences(path)) == [("In Mosul.", "In Mosul.", [Span(start=3, end=8)])]


@pytest.fixture(scope="module")
def made() -> list[Example]:
    """Documents of towns in "-abad" and persons in "-vich", of which no gazetteer knows."""
    texts = [
        (str(number), f"They met in {stem}abad. Then {stem}vich spoke.", [Span(start=12, end=16 + len(stem))])
        for number, stem in enumerate(
            f"{first}{rest}o" for first in "BDFGKLMNPRSTVZ" for rest in "elim orun unt".split()
        )
    ]
    return list(examples("made", texts, lambda _name, _is_whole: Standing(), "train"))


def test_letters_tell_towns_from_persons(made):
    weights, base = spelling_weights(made, [each.labels for each in made], importance(made))
    spelt = spelling(weights, base)
    assert spelt("xulabad", "xulabad") > 0 > spelt("xulvich", "xulvich")
    assert all(len(group) <= 6 for group in weights)


def test_letters_of_few_documents_have_no_weight(made):
    few = [each for each in made if each.id in {made[0].id, made[1].id}]
    weights, _ = spelling_weights(few, [each.labels for each in few], importance(few))
    assert weights == {}


def test_a_table_without_a_group_has_nothing_in_its_columns(made):
    whole = [np.full((2, len(COLUMNS)), 3, dtype=np.int16)]
    (table,) = without(whole, GROUPS["spelling"])
    assert sorted(set(np.nonzero(table == 0)[1])) == [COLUMNS.index("spelling")]
    assert all(any(map(belongs, COLUMNS)) for name, belongs in GROUPS.items() if name != "nothing")
