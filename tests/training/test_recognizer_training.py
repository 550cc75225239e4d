"""How the recogniser's weights are learnt, on data made here."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from recognizer_training.corpora import sentences, stripped, xml_documents
from recognizer_training.trees import Settings, grown


def test_trees_learn_a_rule_of_two_columns_and_do_so_again():
    rows = np.array([[a, b, c] for a in range(8) for b in range(8) for c in range(4)], dtype=np.int16)
    labels = ((rows[:, 0] > 3) & (rows[:, 1] > 5)).astype(np.float64)
    settings = Settings(trees=40, depth=3, columns=1.0)
    trees = grown(rows, labels, np.ones(len(rows)), settings)
    assert ((trees.forest()(rows) > 0) == (labels > 0)).all()
    again = grown(rows, labels, np.ones(len(rows)), settings)
    assert (again.base, again.questions, again.leaves) == (trees.base, trees.questions, trees.leaves)


@pytest.mark.parametrize(("span", "kept"), [((0, 9), "Hague"), ((14, 20), "Iraq"), ((14, 18), "Iraq")])
def test_spans_are_stripped_as_corpora_are_scored(span, kept):
    text = "The Hague and Iraq's"
    start, end = stripped(text, *span)
    assert text[start:end] == kept


def test_offsets_that_are_off_are_mended_by_the_phrase(tmp_path):
    path = tmp_path / "c.xml"
    path.write_text(
        '<articles><article docid="7"><text>Fire in Mosul today</text><toponyms>'
        "<toponym><start>6</start><end>11</end><phrase>Mosul</phrase></toponym>"
        "<toponym><start>0</start><end>5</end><phrase>Basra</phrase></toponym>"
        "</toponyms></article></articles>",
        encoding="utf-8",
    )
    assert list(xml_documents(path)) == [("7", "Fire in Mosul today", [(8, 13)])]


def test_sentences_are_their_own_ids(tmp_path):
    path = tmp_path / "s.jsonl"
    path.write_text('{"text": "In Mosul.", "locations": [[3, 8]]}\n', encoding="utf-8")
    assert list(sentences(path)) == [("In Mosul.", "In Mosul.", [(3, 8)])]
