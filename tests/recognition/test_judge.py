"""The forest's sums, and that the shipped weights fit the columns."""

from __future__ import annotations

import numpy as np

from geomap.forest import Forest
from geomap.recognition.features import PLACES
from geomap.recognition.judge import COLUMNS, filled, shipped_judge
from geomap.recognition.vocabulary import CLUSTERS


def test_a_forest_adds_the_leaf_that_the_answers_name():
    forest = Forest(1024, [[(0, 5), (1, 0)], [(1, 2), (1, 3)]], [[0, 1024, 2048, 4096], [0, 0, -1024, -2048]])
    rows = np.array([[5, 0], [5, 1], [6, 3], [6, 9]], dtype=np.int16)
    assert list(forest(rows)) == [1.0, 2.0, 4.0, 3.0]
    assert list(forest(np.zeros((0, 2), dtype=np.int16))) == []


def test_more_rows_than_one_batch_are_scored_alike():
    forest = Forest(0, [[(0, 5)]], [[-1024, 1024]])
    rows = np.arange(5_000, dtype=np.int16)[:, None]
    assert list(forest(rows)) == [1.0 if row > 5 else -1.0 for row in range(5_000)]


def test_a_word_without_weights_has_those_of_its_class():
    nothing = [None] * len(PLACES)
    table = filled({"^": [3, *nothing[1:]], "^county": [None, 7, *nothing[2:]]})
    assert table["^county"][:3] == (3, 7, 0)
    assert table["?"] == (0,) * len(PLACES)


def test_the_shipped_weights_are_read_once_and_whole():
    judge = shipped_judge()
    assert judge is shipped_judge()
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert {"^", "?"} <= judge.knowledge.weights.keys()
    assert judge.knowledge.classes["smith"] != judge.knowledge.classes["the"]
    assert len(judge.knowledge.clusters) == CLUSTERS
    assert {len(weights) for weights in judge.knowledge.clusters} == {len(PLACES)}
