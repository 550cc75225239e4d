from __future__ import annotations

import pytest
from toponym_examples import lines, recognizer

from geomap.errors import InputError
from geomap.evaluation import render_event_places, score_event_places

SENTENCE = "Shelling hit the Hama countryside and Ain Issa after talks in Geneva."
ROWS = (
    {"text": SENTENCE, "locations": [[13, 21]]},
    {"text": SENTENCE, "locations": [[38, 46], [17, 21]]},
    {"text": "Talks went on in Geneva.", "locations": []},
)


def written(tmp_path, content):
    path = tmp_path / "sentences.jsonl"
    path.write_text(content, encoding="utf-8")
    return path


def test_recall_is_by_line_and_precision_by_sentence(tmp_path):
    score = score_event_places(written(tmp_path, lines(*ROWS)), recognizer("Hama", "Issa", "Geneva"))
    assert (score.sentences, score.with_places) == (3, 2)
    assert (score.recall.count, score.recall.of) == (2, 3)
    assert (score.touched.count, score.touched.of) == (3, 3)
    assert (score.precision.count, score.precision.of) == (1, 3)
    assert [(each.text, each.count, each.touched) for each in score.missed] == [("Ain Issa", 1, 1)]
    told = render_event_places(score, 20)
    assert "66.7 %  2 of 3 place spans" in told
    assert "33.3 %  1 of 3 spans emitted" in told
    assert score.as_json(0)["missed"] == []
    assert score.as_json(1)["recall"] == {"count": 2, "of": 3, "share": 0.666667}


def test_halves_are_by_the_text(tmp_path):
    path = written(tmp_path, lines({"text": "a", "locations": []}, {"text": "abc", "locations": []}))
    assert score_event_places(path, recognizer(), half="train").sentences == 1
    assert score_event_places(path, recognizer(), half="all").sentences == 2
    assert score_event_places(path, recognizer()).precision.value is None


BAD = {
    "": "holds no sentence",
    "x": "line 1: not JSON",
    '{"text": " ", "locations": []}': "text must be a text that is not blank",
    '{"text": "Homs"}': "locations is missing",
    '{"text": "Homs", "locations": [3]}': r"a list of \[start, end\] within 0 and 4",
    '{"text": "Homs", "locations": [[true, 4]]}': r"a list of \[start, end\]",
    '{"text": "Homs", "locations": [[0, 5]]}': r"a list of \[start, end\]",
}


@pytest.mark.parametrize("content", BAD)
def test_a_bad_file_is_told_in_one_sentence(tmp_path, content):
    path = written(tmp_path, content)
    with pytest.raises(InputError, match=BAD[content]) as caught:
        score_event_places(path, recognizer())
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
