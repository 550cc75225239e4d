"""What every recogniser and every resolver has to keep, ours and those behind the plug-in doors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from geomap.assemble import pipeline_over
from geomap.gazetteer import open_gazetteer
from geomap.model import Document, Mention, Span
from geomap.plugins import name_recognizer, place_chooser, spacy_recognizer
from geomap.recognition import gazetteer_recognizer
from geomap.resolution import context_resolver

TEXT = "Iraqi forces left the Tikrit area. Tikrit's mayor fled to Paris, Texas, the United States said."
TEXTS = [TEXT, "Nothing happened.", "x", "\ud800 Mosul \x00", "MOSUL " * 50, "تكريت", "—" * 200, "St. Al-"]


@dataclass(frozen=True)
class Entity:
    start_char: int
    end_char: int
    label_: str


@dataclass(frozen=True)
class Annotated:
    ents: Sequence[Entity]


def nlp(text):
    """Stands for a spaCy pipeline: what its models return, articles and possessives included."""
    labels = {"Iraqi": "NORP", "Tikrit's": "GPE", "the United States": "GPE", "Texas": "GPE", "Shia": "NORP"}
    found = [
        Entity(text.index(name), text.index(name) + len(name), label)
        for name, label in labels.items()
        if name in text
    ]
    return Annotated(ents=found)


def names_of(_text):
    """Stands for a language model: of its names one is invented, one blank, one a part of another."""
    return ["Tikrit", "United States", "States", "Atlantis", "", "Iraqi"]


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


RECOGNIZERS = {
    "ours": gazetteer_recognizer,
    "spacy": lambda gazetteer: spacy_recognizer(nlp, gazetteer),
    "names": lambda gazetteer: name_recognizer(names_of, gazetteer),
}
RESOLVERS = {
    "ours": context_resolver,
    "chooser": lambda gazetteer: place_chooser(
        context_resolver(gazetteer), lambda _text, _mention, candidates: candidates[-1].place.id
    ),
}


@pytest.mark.parametrize("made", RECOGNIZERS.values(), ids=RECOGNIZERS)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_mentions_stand_in_the_text_in_order_and_none_twice(gazetteer, made, text):
    mentions = made(gazetteer)(Document(id="d", text=text))
    spans = [mention.span for mention in mentions]
    assert spans == sorted(set(spans))
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


@pytest.mark.parametrize("made", RECOGNIZERS.values(), ids=RECOGNIZERS)
def test_demonyms_are_marked(gazetteer, made):
    kinds = {mention.text: mention.kind for mention in made(gazetteer)(Document(id="d", text=TEXT))}
    assert kinds["Iraqi"] == "demonym"
    assert kinds["Tikrit"] == "name"


@pytest.mark.parametrize("made", RESOLVERS.values(), ids=RESOLVERS)
@pytest.mark.parametrize("names", [[], ["Tikrit"], ["Tikrit", "Paris", "Texas"], ["fled"]], ids=len)
def test_each_mention_has_one_resolution_of_known_places(gazetteer, made, names):
    document = Document(id="d", text=TEXT)
    starts = [TEXT.index(name) for name in names]
    mentions = [
        Mention(span=Span(start=start, end=start + len(name)), text=name)
        for start, name in zip(starts, names, strict=True)
    ]
    resolutions = made(gazetteer)(document, mentions)
    assert [one.mention for one in resolutions] == mentions
    for one in resolutions:
        assert sum(candidate.probability for candidate in one.candidates) <= 1.0 + 1e-5
        assert all(gazetteer.place(candidate.place.id) == candidate.place for candidate in one.candidates)


@pytest.mark.parametrize("recognizer", RECOGNIZERS.values(), ids=RECOGNIZERS)
@pytest.mark.parametrize("resolver", RESOLVERS.values(), ids=RESOLVERS)
def test_a_pipeline_takes_any_of_them(gazetteer, recognizer, resolver):
    stages = pipeline_over(gazetteer, recognize=recognizer(gazetteer), resolve=resolver(gazetteer))
    reading = stages.read(Document(id="d", text=TEXT))
    assert "Tikrit" in {one.mention.text for one in reading.resolutions}
