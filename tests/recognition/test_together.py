"""Forest and tagger together: a mean within bounds, and both for a word whose capital is explained."""

from __future__ import annotations

import pytest

from geomap.model import Document
from geomap.recognition.reading import read_document
from geomap.recognition.recognizer import together
from geomap.recognition.sentence import read_sentences
from geomap.recognition.standing import standings


@pytest.mark.parametrize(
    ("text", "judged", "tagged", "score"),
    [
        ("He left Mosul.", -1.0, 48, 1.0),
        ("He left Mosul.", -50.0, 320, 0.0),
        ("Nice idea.", -1.0, 48, -1.0),
        ("Nice idea.", 3.0, 16, 1.0),
        ("The town is Nice.", -1.0, 48, 1.0),
    ],
)
def test_forest_and_tagger_are_weighed_together(gazetteer, text, judged, tagged, score):
    document = read_document(read_sentences(Document(id="1", text=text)), standings(gazetteer))
    assert [each.name for one in document.sentences for each in one.candidates] in (["Mosul"], ["Nice"])
    assert together(document, [judged], [tagged]) == [score]
