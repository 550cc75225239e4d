"""Texts that nobody writes end, with offsets that hold; how long they take tells benchmarks/hostile.py."""

from __future__ import annotations

import sys

import pytest
from support.running import ROOT

import geomap
from geomap.assemble import pipeline
from geomap.coding.sentence import read_sentences
from geomap.model import Document

sys.path.insert(0, str(ROOT / "benchmarks"))

from hostile import KINDS

TAIL = "\n\nGunmen killed five soldiers in Tikrit, Iraq."


@pytest.mark.parametrize("kind", KINDS)
def test_is_read_to_its_end_and_what_follows_is_understood(kind):
    text = KINDS[kind](200) + TAIL
    reading = geomap.read(text)
    for each in reading.resolutions:
        assert text[each.mention.start : each.mention.end] == each.mention.text
    for event in reading.events:
        assert all(text[quote.span.start : quote.span.end] == quote.text for quote in event.quotes)
    named = [each.mention.text for each in reading.resolutions if each.mention.start > len(text) - len(TAIL)]
    assert named == ["Tikrit", "Iraq"]


@pytest.mark.parametrize(
    "character", ["a", "A", " ", ".", "\n", '"', "-", "é", "ا", "\u0301", "\u200f", "\0"]
)
def test_a_long_run_of_one_character_is_read(character):
    text = character * 20_000 + "x"
    for each in geomap.read(text).resolutions:
        assert text[each.mention.start : each.mention.end] == each.mention.text


def test_a_name_repeated_without_end_stands_beside_no_more_than_its_places():
    text = "Iraq, Mosul, " * 1_000
    document = Document(id="d", text=text)
    stages = pipeline()
    mentions = stages.recognize(document)
    assert len(mentions) == 2_000
    resolutions = stages.resolve(document, mentions)
    assert {each.place.name for each in resolutions if each.place} == {"Iraq", "Mosul"}


def test_a_long_list_of_places_is_resolved():
    names = KINDS["names of places"](1_000)
    resolutions = geomap.places(names)
    assert len(resolutions) > 500
    assert sum(each.place is not None for each in resolutions) > 400


@pytest.mark.parametrize("mark", [".", '"', "-", "\u0301", "\0"])
def test_the_coder_keeps_no_words_of_marks_alone(mark):
    document = Document(id="d", text=f"{mark * 10_000}\n\nGunmen killed five soldiers in Tikrit.")
    counts = [len(sentence.words) for sentence in read_sentences(document)]
    assert counts[-1] == 7
    assert not any(counts[:-1])
