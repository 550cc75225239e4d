"""The ranker: its weights are those of features that exist, and what it tells are shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.model import Document, Mention, Span
from geomap.resolution import context_resolver
from geomap.resolution.ranker import bundled_ranker, features_of, softmax
from geomap.resolution.reading import read_names
from geomap.resolution.resolver import knowing

TEXT = "Police in Springfield, Illinois, drove to Decatur and to Chicago. Macon County lies about Decatur."
NAMES = ("Springfield", "Illinois", "Decatur", "Chicago", "Macon County")


def mentions():
    found = ((name, TEXT.index(name)) for name in NAMES)
    return [Mention(span=Span(start=at, end=at + len(name)), text=name) for name, at in found]


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=20))
def test_softmax_gives_shares(scores):
    shares = softmax(scores, 1.0)
    assert sum(shares) == pytest.approx(1.0)
    assert max(range(len(scores)), key=scores.__getitem__) in {
        index for index, share in enumerate(shares) if share == max(shares)
    }


def test_every_feature_of_a_text_has_a_weight(gazetteer):
    ranker = bundled_ranker()
    names = read_names(TEXT, mentions(), knowing(gazetteer))
    _, about = ranker.looks(names)
    for standing in names.standings:
        rows = features_of(standing, names.known[standing.name], about[standing.name])
        assert {name for row in rows for name, _ in row} <= ranker.second.keys()


def test_places_are_decided_together(gazetteer):
    found = context_resolver(gazetteer)(Document(id="d", text=TEXT), mentions())
    assert {one.place.admin1 or one.place.name for one in found} == {"Illinois"}
    alone = context_resolver(gazetteer)(
        Document(id="d", text="A man from Decatur spoke."),
        [Mention(span=Span(start=11, end=18), text="Decatur")],
    )
    assert alone[0].confidence < found[2].confidence


def test_reasons_say_what_weighs_most(gazetteer):
    springfield, *_ = context_resolver(gazetteer)(Document(id="d", text=TEXT), mentions())
    assert "Illinois stands right after it" in springfield.candidates[0].reasons
    assert all(len(one.reasons) <= 4 for one in springfield.candidates)
