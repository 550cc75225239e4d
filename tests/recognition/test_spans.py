"""Candidate ranges: what may be a name, whatever comes of it."""

from __future__ import annotations

import pytest

from geomap.model import Document
from geomap.recognition.sentence import read_sentences
from geomap.recognition.spans import chunks, joined, ranges


def texts(text):
    """The names that the words alone allow."""
    return {
        joined(sentence, start, end)
        for sentence in read_sentences(Document(id="d", text=text))
        for chunk in chunks(sentence)
        for start, end, is_whole in ranges(sentence, chunk)
        if is_whole
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on Deir ez-Zor today.", "Deir ez-Zor"),
        ("They fled to Mazar-e-Sharif at night.", "Mazar-e-Sharif"),
        ("They hold al-Bab and Hama.", "al-Bab"),
        ("It began in ‘Ayn ‘Issa.", "‘Ayn ‘Issa"),
        ("He lives at 345 S. Main St. in town.", "S. Main St."),
        ("A street in St. Louis, Mo., was closed.", "St. Louis"),
        ("From Grant/Wilkin county line.", "Wilkin"),
        ("Tehran-Baghdad talks went on.", "Baghdad"),
        ("The Isle of Man voted.", "Isle of Man"),
        ("US ships left.", "US"),
    ],
)
def test_a_name_is_among_the_candidates(text, name):
    assert name in texts(text)


@pytest.mark.parametrize(
    "text", ["The end came. He left on Monday in March.", "I'll go. I’d stay.", "Hamas fired."]
)
def test_words_that_never_are_names_are_not(text):
    assert texts(text) == set()


def test_a_long_run_has_no_more_candidates_than_words_allow():
    (sentence,) = read_sentences(Document(id="d", text="Abc " * 40))
    (chunk,) = chunks(sentence)
    assert len(ranges(sentence, chunk)) <= 7 * 40


def test_a_run_longer_than_any_name_is_a_table_of_short_names():
    (sentence,) = read_sentences(Document(id="d", text="Abc " * 1_000))
    (chunk,) = chunks(sentence)
    found = ranges(sentence, chunk)
    assert {end - start for start, end, _ in found} == {1, 2, 3}
    assert len(found) <= 3 * 1_000
