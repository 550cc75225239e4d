"""Sentences and words, with offsets that match the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.segmentation import cut_sentences, sentences, tokens


def cut(text):
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Who? Me! Yes.", ["Who?", "Me!", "Yes."]),
        ("Gen. Abbas spoke. He left.", ["Gen. Abbas spoke.", "He left."]),
        ("Brig. Gen. J. Abbas spoke.", ["Brig. Gen. J. Abbas spoke."]),
        ("The U.S. President spoke.", ["The U.S. President spoke."]),
        ("They left the U.S. The rest stayed.", ["They left the U.S.", "The rest stayed."]),
        ("On Dec. 31 they met. In Dec. They left.", ["On Dec. 31 they met.", "In Dec.", "They left."]),
        ("It cost 3.5 million. No one paid.", ["It cost 3.5 million.", "No one paid."]),
        ('"Go." He left.', ['"Go."', "He left."]),
        (
            'It was for help."The aim was clear," he said.',
            ["It was for help.", '"The aim was clear," he said.'],
        ),
        ("It stopped at 5 a.m. and went on.", ["It stopped at 5 a.m. and went on."]),
        ("Headline without a stop\nA line below.", ["Headline without a stop", "A line below."]),
        ("A line that\nis wrapped hard\nby its editor.", ["A line that\nis wrapped hard\nby its editor."]),
        ("One\n\ntwo", ["One", "two"]),
        ("  \n ", []),
        ("", []),
    ],
)
def test_text_is_cut_where_its_sentences_end(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraq's army", ["Iraq", "'s", "army"]),
        ("Qa'ani spoke", ["Qa'ani", "spoke"]),
        ("Tehran-Baghdad talks", ["Tehran", "-", "Baghdad", "talks"]),
        ("the U.S. at 5 a.m.", ["the", "U.S.", "at", "5", "a.m."]),
        ("1,200 men, 3.5 km, 7th", ["1,200", "men", ",", "3.5", "km", ",", "7th"]),
    ],
)
def test_words_are_kept_whole_and_names_are_kept_apart(text, expected):
    assert [token.text for token in tokens(text)] == expected


@given(st.text())
def test_offsets_match_and_nothing_but_blanks_stands_between_sentences(text):
    end = 0
    for span in sentences(text):
        piece = text[span.start : span.end]
        assert not text[end : span.start].strip()
        assert piece == piece.strip()
        end = span.end
    assert not text[end:].strip()


@given(st.text(), st.integers(min_value=0, max_value=20))
def test_tokens_stand_in_order_at_their_offsets(text, start):
    found = tokens(text, start)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(token.start >= start for token in found)


@pytest.mark.parametrize(
    "text", ["word " * 40, "x" * 95, "Short. " + "a b" * 30 + " ", "One. Two.", "ab " * 7 + "c"]
)
def test_long_sentences_are_cut_at_blanks_and_lose_no_word(text):
    spans = list(cut_sentences(text, 20))
    assert all(span.end - span.start <= 20 for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert kept.replace(" ", "") == text.replace(" ", "")
    whole_words = not any(len(word) > 20 for word in text.split())
    if whole_words:
        found = [word for span in spans for word in text[span.start : span.end].split()]
        assert found == text.split()
