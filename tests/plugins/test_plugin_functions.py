from __future__ import annotations

import pytest

from geomap.gazetteer import open_gazetteer
from geomap.model import Document, Mention, Span
from geomap.plugins import name_recognizer, place_chooser
from geomap.plugins.spans import in_order
from geomap.resolution import context_resolver

TEXT = "He left Paris for New York; New York was cold."
PARIS = Mention(span=Span(start=8, end=13), text="Paris")


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


def test_every_mention_of_a_name_is_found_and_an_invented_one_is_not(gazetteer):
    recognize = name_recognizer(lambda _: ["New York", "York", "Atlantis", "Par", " Paris "], gazetteer)
    mentions = recognize(Document(id="d", text=TEXT))
    assert [mention.text for mention in mentions] == ["Paris", "New York", "New York"]


def test_a_choice_refuses_what_was_held_likelier_and_gains_no_certainty(gazetteer):
    document = Document(id="d", text=TEXT)
    (ours,) = context_resolver(gazetteer)(document, [PARIS])
    assert len(ours.candidates) > 1
    second = ours.candidates[1]
    resolve = place_chooser(context_resolver(gazetteer), lambda *_: second.place.id)
    (chosen,) = resolve(document, [PARIS])
    assert chosen.candidates == ours.candidates[1:]
    assert chosen.confidence == second.probability


@pytest.mark.parametrize("answer", [None, "gn:no such place", ""])
def test_no_choice_is_no_answer(gazetteer, answer):
    resolve = place_chooser(context_resolver(gazetteer), lambda *_: answer)
    (chosen,) = resolve(Document(id="d", text=TEXT), [PARIS])
    assert chosen.place is None
    assert chosen.relation is None


def test_of_two_that_overlap_the_longer_stays():
    def at(start, end):
        return Mention(span=Span(start=start, end=end), text=TEXT[start:end])

    assert in_order([at(18, 26), at(22, 26), at(8, 13)]) == (at(8, 13), at(18, 26))
    assert in_order([at(8, 10), at(9, 13)]) == (at(9, 13),)
