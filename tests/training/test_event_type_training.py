"""How the weights of event types are learnt: what we wrote, and the fitting on data made here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from event_type_training.examples import Example, business_sentences, corpus_sentences, our_snippets
from event_type_training.fitting import fitted
from event_type_training.writing import write

from geomap.codes.event_types import event_types


def test_every_snippet_has_a_type_of_the_table_or_none_and_stands_once():
    snippets = list(our_snippets())
    assert {kind for _, kind in snippets} == {*event_types(), "none"}
    assert len({text for text, _ in snippets}) == len(snippets)
    assert all(text == text.strip() and len(text) > 20 for text, _ in snippets)


def examples() -> list[Example]:
    rows = [({"word:bomb", "@armed"}, "a"), ({"word:march"}, "b"), ({"word:bomb", "word:march"}, "a")]
    return [Example(frozenset(names), kind, 1.0, is_ours=True) for names, kind in rows * 5]


def test_what_is_learnt_tells_the_types_apart_and_again_the_same(tmp_path):
    learnt = fitted(examples())
    assert learnt.types == ("a", "b")
    bomb = learnt.weights[learnt.features.index("word:bomb")]
    assert bomb[0] > 0 > bomb[1]
    for name in ("one", "two"):
        write(fitted(examples()), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert np.isfinite(learnt.weights).all()


def test_rare_features_that_we_did_not_write_are_left_out():
    corpus = [Example(frozenset({"word:rare", "word:march"}), "b", 0.5, is_ours=False)] * 3
    assert "word:rare" not in fitted(examples() + corpus).features
    assert "word:rare" in fitted(examples() + corpus + corpus[:1]).features


def test_only_sentences_that_we_have_typed_are_read(tmp_path):
    path = tmp_path / "sentences.jsonl"
    path.write_text(json.dumps({"text": "A sentence that nobody has typed."}) + "\n", encoding="utf-8")
    assert list(corpus_sentences(path)) == []


def test_business_news_is_read_by_sentence_from_the_training_half(tmp_path):
    words = [(0, "Shares"), (0, "fell"), (1, "Ok")]
    xml = "".join(f'<token sentence="{at}">{word}</token>' for at, word in words)
    for name in "abcdefgh":
        (tmp_path / f"{name}.xml").write_text(f"<D>{xml}</D>", encoding="utf-8")
    read = list(business_sentences(tmp_path))
    assert 0 < len(read) < 16
    assert set(read) == {"Shares fell", "Ok"}
