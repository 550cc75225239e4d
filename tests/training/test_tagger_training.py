"""How the tagger's inputs are laid out to learn from, on data made here; nothing here needs torch."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from recognizer_training.corpora import WRITTEN, examples, marked_documents
from tagger_training.inputs import arrays

from geomap.gazetteer import open_gazetteer
from geomap.recognition.standing import standings
from geomap.recognition.tagging.word_inputs import FIRST_WORD

LINES = (
    '{"doc_id": "a", "text": "Fire in Mosul today.", "mentions": [{"start": 8, "end": 13}]}\n'
    '{"doc_id": "b", "text": "Rain in Basra, says Smith.", "mentions": [{"start": 8, "end": 13}]}\n'
)


def written(path):
    return list(examples(WRITTEN, marked_documents(path), standings(open_gazetteer()), "all"))


def test_what_we_wrote_is_read_whole_whatever_half_it_falls_in(tmp_path):
    path = tmp_path / "w.jsonl"
    path.write_text(LINES, encoding="utf-8")
    assert sorted(each.id for each in written(path)) == ["a", "b"]


def test_a_document_is_laid_out_as_the_tagger_reads_it(tmp_path):
    path = tmp_path / "w.jsonl"
    path.write_text(LINES, encoding="utf-8")
    known = sorted(written(path), key=lambda each: each.id)
    _, second = arrays(known, {"in": FIRST_WORD})
    assert second.words[:, 0].tolist().count(FIRST_WORD) == 1
    names = [each.name for one in second.example.read.sentences for each in one.candidates]
    assert {name for name, label in zip(names, second.told, strict=True) if label} == {"Basra"}
    assert not second.words[second.is_word == 0].any()
    assert np.array_equal(second.labels, second.told)
