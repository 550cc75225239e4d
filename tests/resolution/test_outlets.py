"""Where an outlet is at home, as its documents tell: which are read, what follows, and what does not."""

from __future__ import annotations

import random

import pytest

from geomap.model import Document, Mention, Span
from geomap.resolution import context_resolver
from geomap.resolution.outlets import MOST_DOCUMENTS, outlet_of, sample

LOCAL = (
    "Police from Athens, Texas, met in Malakoff.",
    "A barn burned down in Malakoff. Crews from Eustace and Mabank came.",
    "Henderson County will mend its roads, said the mayor of Tyler.",
    "The fair moves from Palestine, Texas, to Jacksonville.",
)
WORLD = (
    "Protesters marched in Berlin. Germany watched.",
    "An earthquake shook Lima, the capital of Peru.",
    "Floods reached Jakarta in Indonesia.",
    "A strike closed the port of Marseille in France.",
)
NAMES = (
    "Athens|Texas|Malakoff|Eustace|Mabank|Henderson County|Tyler|Palestine|Jacksonville|Berlin|Germany|Lima|"
    "Peru|Jakarta|Indonesia|Marseille|France"
).split("|")


def documents(texts, source="The Herald"):
    return [Document(id=str(number), text=text, source=source) for number, text in enumerate(texts)]


def recognize(document):
    found = sorted((document.text.find(name), name) for name in NAMES if name in document.text)
    return [Mention(span=Span(start=at, end=at + len(name)), text=name) for at, name in found]


def athens(gazetteer, texts, source="The Herald"):
    resolver = context_resolver(gazetteer).observing(documents(texts), recognize)
    document = Document(id="new", text="The council of Athens will vote on Monday.", source=source)
    (resolution,) = resolver(document, recognize(document))
    return resolution


@pytest.mark.parametrize(
    ("source", "url", "outlet"),
    [
        ("The Herald ", "https://example.org/a", "the herald"),
        (None, "https://www.herald.example:80/a?b", "herald.example"),
        ("www.herald.example", None, "herald.example"),
        (" ", "no address", None),
        (None, None, None),
    ],
)
def test_an_outlet_is_the_source_or_the_host(source, url, outlet):
    assert outlet_of(Document(id="d", text="Fire.", source=source, url=url)) == outlet


def test_a_sample_is_the_same_in_whatever_order():
    many = documents([f"Fire number {number}." for number in range(60)])
    shuffled = random.Random(1).sample(many, k=60)  # noqa: S311 - any order will do
    taken = sample(many)
    assert [one.text for one in taken] == [one.text for one in sample(shuffled)]
    assert len(taken) == MOST_DOCUMENTS


def test_what_has_no_outlet_or_no_fellow_is_not_read():
    lonely = [*documents(["Fire."], "A"), *documents(["Flood."], "B"), *documents(["Storm."], None)]
    assert sample(lonely) == []
    assert sample(documents(["Fire.", "Fire."])) == []


def test_a_local_outlet_means_the_place_at_home(gazetteer):
    local = athens(gazetteer, LOCAL)
    assert (local.place.country, local.place.admin1) == ("US", "Texas")
    assert "where other texts of its outlet are" in local.candidates[0].reasons


def test_an_outlet_of_the_world_has_no_home(gazetteer):
    assert athens(gazetteer, WORLD).place.country == "GR"


def test_other_outlets_tell_nothing(gazetteer):
    assert athens(gazetteer, LOCAL, source="The Times").place.country == "GR"
    assert athens(gazetteer, LOCAL, source=None).place.country == "GR"


def test_the_order_of_documents_makes_no_difference(gazetteer):
    assert athens(gazetteer, LOCAL) == athens(gazetteer, LOCAL[::-1])
