from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import replace

import pytest

from geomap.maps import mentions_page
from geomap.model import Candidate, Mention, Place, Resolution, Span

TIKRIT = Place(
    id="x:1",
    name="Tikrit",
    latitude=34.6,
    longitude=43.7,
    country="IQ",
    admin1="Saladin",
    kind="settlement",
    feature_code="PPLA",
    population=42_000,
    radius_km=2.0,
    source="test",
)
OTHER = replace(TIKRIT, id="x:2", name="Other Tikrit", latitude=30.0, country="US", admin1=None)


def resolution(start, text, *candidates, **fields):
    span = Span(start=start, end=start + len(text))
    return Resolution(mention=Mention(span=span, text=text, **fields), candidates=candidates)


def candidate(place, probability, *reasons):
    return Candidate(place=place, probability=probability, reasons=reasons)


def data_of(page):
    html = page.get_root().render()
    block = re.search(r'id="geomap-candidates-data">([^<]*)<', html)[1]
    return json.loads(gzip.decompress(base64.b64decode(block))), html


def test_each_place_stands_once_with_its_mentions_and_its_surest_reading():
    found = [
        resolution(0, "Tikrit", candidate(TIKRIT, 0.6, "largest"), candidate(OTHER, 0.3)),
        resolution(10, "Tikrit", candidate(TIKRIT, 0.9, "near Samarra")),
        resolution(20, "Tikriti", candidate(TIKRIT, 0.5), kind="demonym"),
        resolution(30, "Nowhere"),
    ]
    data, _ = data_of(mentions_page(found))
    (place,) = data["places"]
    assert place["name"] == "Tikrit"
    assert place["lines"][:2] == ["“Tikrit” × 2, “Tikriti” (demonym)", "Sure 0.90"]
    assert dict(place["facts"])["Because"] == "near Samarra"
    assert dict(place["facts"])["Or"] == "no other place"
    assert data["unplaced"] == ["Nowhere"]


def test_alternatives_are_told():
    found = [resolution(0, "Tikrit", candidate(TIKRIT, 0.6), candidate(OTHER, 0.3))]
    data, _ = data_of(mentions_page(found))
    assert dict(data["places"][0]["facts"])["Or"] == "Other Tikrit, US (0.30)"


def test_no_mention_makes_an_empty_page():
    data, html = data_of(mentions_page([]))
    assert data["places"] == []
    assert "Content-Security-Policy" in html


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "{{ 7*191 }}", "{% raw %}", "`${1337}`"]
)
def test_hostile_words_stay_data(text):
    data, html = data_of(mentions_page([resolution(0, text, candidate(replace(TIKRIT, name=text), 0.9))]))
    assert data["places"][0]["name"] == text
    assert "1337" not in re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert html.count("<script") == data_of(mentions_page([]))[1].count("<script")
