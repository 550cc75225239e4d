from __future__ import annotations

from itertools import pairwise

import pytest

from geomap.model import Document
from geomap.recognition.sentence import read_parts, read_sentences

ARTICLE = "Gunmen killed five soldiers in Tikrit. He left for Mosul on Monday.\n" * 10
LONG_TEXTS = {
    "sentences": ARTICLE * 1_000,
    "one sentence": "Mosul and " * 60_000,
    "no blanks": "Mosul-" * 60_000,
    "one word": "A" * 300_000,
}


def document(text):
    return Document(id="d", text=text)


def test_an_article_is_one_part():
    assert list(read_parts(document(ARTICLE))) == [read_sentences(document(ARTICLE))]


@pytest.mark.parametrize("text", LONG_TEXTS.values(), ids=LONG_TEXTS)
def test_a_long_text_comes_in_parts_of_bounded_size_that_lose_no_token(text):
    parts = list(read_parts(document(text)))
    assert len(parts) > 1
    tokens = [token for part in parts for sentence in part for token in sentence.tokens]
    assert all(before.end <= after.start for before, after in pairwise(tokens))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())
    for part in parts:
        assert part[-1].tokens[-1].end - part[0].tokens[0].start <= 50_000
        assert all(each.tokens[-1].end - each.tokens[0].start <= 5_000 for each in part)


def test_a_cut_falls_between_words():
    text = "Mosul " * 3_000
    for part in read_parts(document(text)):
        assert {token.text for sentence in part for token in sentence.tokens} == {"Mosul"}
