from __future__ import annotations

import pytest

from geomap.errors import InputError
from geomap.model import Document, Mention, Resolution, Span
from geomap.pipeline import Pipeline

DOCUMENT = Document(id="d", text="Shelling hit Donetsk.")
DONETSK = Mention(span=Span(start=13, end=20), text="Donetsk")


def resolve(document, mentions):
    return [Resolution(mention=mention) for mention in mentions]


def test_plain_functions_are_stages():
    seen = []
    stages = Pipeline(
        recognize=lambda _document: [DONETSK],
        resolve=resolve,
        code=lambda _document, resolutions: seen.append(resolutions) or [],
    )
    reading = stages.read(DOCUMENT)
    assert [each.mention for each in reading.resolutions] == [DONETSK]
    assert seen == [reading.resolutions]


def test_a_stage_with_wrong_offsets_is_refused():
    shifted = Mention(span=Span(start=12, end=19), text="Donetsk")
    stages = Pipeline(recognize=lambda _document: [shifted], resolve=resolve, code=lambda *_: [])
    with pytest.raises(InputError, match=r"\(12, 19\) holds ' Donets', not 'Donetsk'"):
        stages.read(DOCUMENT)


def test_a_plain_function_observes_nothing():
    stages = Pipeline(recognize=lambda _document: [DONETSK], resolve=resolve, code=lambda *_: [])
    assert stages.observing([DOCUMENT]) is stages


def test_a_resolver_of_corpora_observes_documents_first():
    class Observing:
        def __init__(self, seen=()):
            self.seen = seen

        def __call__(self, document, mentions):
            return resolve(document, mentions)

        def observing(self, documents, recognize):
            return Observing([(document.id, recognize(document)) for document in documents])

    stages = Pipeline(recognize=lambda _document: [DONETSK], resolve=Observing(), code=lambda *_: [])
    assert stages.observing([DOCUMENT]).resolve.seen == [("d", [DONETSK])]
    assert stages.resolve.seen == ()
