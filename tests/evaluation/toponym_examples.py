"""A tiny corpus of our own, a gazetteer of a few places, and stages that answer from a table."""

from __future__ import annotations

import json

from geomap.evaluation import GoldDocument, GoldToponym, ToponymCorpus
from geomap.model import Candidate, Document, Mention, Place, Resolution, Span

TEXT = "Fighting spread from Aleppo to the Hama suburbs and Iraq's border. Turkish shells hit Ain Issa."


def place(place_id, name, latitude, longitude, kind="settlement"):
    return Place(
        id=place_id,
        name=name,
        latitude=latitude,
        longitude=longitude,
        country="SY",
        admin1=None,
        kind=kind,
        feature_code=None,
        population=None,
        radius_km=2.0,
        source="test",
    )


ALEPPO = place("gn:1", "Aleppo", 36.0, 37.0)
HAMA = place("gn:2", "Hama", 35.0, 37.0)
NEAR_HAMA = place("gn:22", "Hama District", 36.0, 37.0, "admin2")
IRAQ = place("gn:3", "Iraq", 36.0, 44.0, "country")
TURKEY = place("gn:4", "Turkey", 39.0, 35.0, "country")


class Gazetteer:
    def __init__(self, *places, names=()):
        self.places = {each.id: each for each in places}
        self.names = set(names)

    def place(self, place_id):
        return self.places[place_id]

    def holds(self, name):
        return name in self.names

    def demonym(self, word):
        return (TURKEY,) if word == "Turkish" else ()


GAZETTEER = Gazetteer(ALEPPO, HAMA, NEAR_HAMA, IRAQ)


def span_of(text, words):
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def mention(text, words, **fields):
    return Mention(span=span_of(text, words), text=words, **fields)


def answer(found, chosen=None, confidence=0.0):
    candidates = () if chosen is None else (Candidate(place=chosen, probability=confidence),)
    return Resolution(mention=found, candidates=candidates)


def recognizer(*words):
    return lambda document: sorted(
        (mention(document.text, each) for each in words), key=lambda found: found.span
    )


def resolver(table):
    """Answers each text with its place and confidence."""
    return lambda _, mentions: [answer(each, *table.get(each.text, ())) for each in mentions]


def gold():
    """One document: four toponyms that are linked, and one that is not."""
    return GoldDocument(
        document=Document(id="a", text=TEXT),
        toponyms=(
            GoldToponym(span=span_of(TEXT, "Aleppo"), id="gn:1", position=(36.0, 37.0), feature_class="P"),
            GoldToponym(span=span_of(TEXT, "the Hama"), id="gn:2", position=(35.0, 37.0)),
            GoldToponym(
                span=span_of(TEXT, "Iraq's"),
                id="gn:3",
                position=(33.0, 44.0),
                feature_code="PCLI",
                name="Iraq",
            ),
            GoldToponym(
                span=span_of(TEXT, "Turkish"),
                id="gn:4",
                position=(39.0, 35.0),
                feature_class="A",
                name="Turkey",
            ),
            GoldToponym(span=span_of(TEXT, "Ain Issa")),
        ),
    )


CORPUS = ToponymCorpus(name="tiny", documents=(gold(),))
RECOGNIZE = recognizer("Fighting", "Aleppo", "Hama", "Iraq", "Issa")
RESOLVE = resolver(
    {
        "Fighting": (HAMA, 0.3),
        "Aleppo": (ALEPPO, 0.9),
        "Hama": (NEAR_HAMA, 0.6),
        "Iraq": (IRAQ, 0.6),
        "Ain Issa": (HAMA, 0.5),
    }
)


def row(**changes):
    """A line of the plain form."""
    mentions = [
        {"start": 21, "end": 27, "lat": 36.0, "lon": 37.0, "geonameid": 1},
        {"start": 86, "end": 94},
    ]
    return {"doc_id": "a", "text": TEXT, "mentions": mentions} | changes


def lines(*rows):
    return "".join(json.dumps(each) + "\n" for each in rows)


XML = """<?xml version="1.0" encoding="utf-8"?>
<articles>
  <article docid="a">
    <title> Fighting spreads
    </title>
    <domain>example.org</domain>
    <dltime>2016-12-19 12:24:52</dltime>
    <text><![CDATA[{text}]]></text>
    <toponyms>
      <toponym>
        <start>{start}</start><end>{end}</end><phrase>Aleppo</phrase>
        <gaztag geonameid="1">
          <name>Aleppo</name><fclass>P</fclass><fcode>PPLA</fcode><lat>36.0</lat><lon>37</lon>
        </gaztag>
      </toponym>
      <toponym><start>86</start><end>94</end><phrase>Ain Issa</phrase></toponym>
    </toponyms>
  </article>
  <article docid="b"><text></text></article>
</articles>
"""


def xml(start=21, end=27, text=TEXT):
    return XML.format(text=text, start=start, end=end)
