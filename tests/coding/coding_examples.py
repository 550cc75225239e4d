"""A gazetteer of a few names and a coder over it, so that these tests need no other room."""

from __future__ import annotations

import re
from datetime import date

from geomap.coding.coder import code_events
from geomap.coding.sentence import read_sentences
from geomap.model import Candidate, Document, Event, Evidence, Mention, Place, Relation, Resolution, Span

PUBLISHED = date(2016, 6, 15)  # a Wednesday

# name -> kind, latitude, longitude, country, admin1
PLACES = {
    "Mosul": ("settlement", 36.34, 43.13, "IQ", "Ninawa"),
    "Samarra": ("settlement", 34.2, 43.87, "IQ", "Salah ad Din"),
    "Tikrit": ("settlement", 34.61, 43.68, "IQ", "Salah ad Din"),
    "Baghdad": ("settlement", 33.34, 44.4, "IQ", "Baghdad"),
    "Diyala province": ("admin1", 33.75, 45.15, "IQ", "Diyala province"),
    "Baqubah": ("settlement", 33.75, 44.64, "IQ", "Diyala province"),
    "Aleppo": ("settlement", 36.2, 37.16, "SY", "Aleppo"),
    "Homs": ("settlement", 34.73, 36.71, "SY", "Homs"),
    "Kabul": ("settlement", 34.53, 69.17, "AF", "Kabul"),
    "Kunduz": ("settlement", 36.73, 68.86, "AF", "Kunduz"),
    "Geneva": ("settlement", 46.2, 6.15, "CH", "Geneva"),
    "Tehran": ("settlement", 35.69, 51.42, "IR", "Tehran"),
    "Iraq": ("country", 33.0, 44.0, "IQ", None),
    "Syria": ("country", 35.0, 38.0, "SY", None),
    "Iran": ("country", 32.0, 53.0, "IR", None),
    "Russia": ("country", 60.0, 100.0, "RU", None),
    "Turkey": ("country", 39.0, 35.0, "TR", None),
}
DEMONYMS = {"Iraqi": "Iraq", "Syrian": "Syria", "Iranian": "Iran", "Russian": "Russia", "Turkish": "Turkey"}
_NAMES = re.compile(r"\b(?:" + "|".join(sorted((*PLACES, *DEMONYMS), key=len, reverse=True)) + r")\b")
_BESIDE = re.compile(r"(?:(?:north|south|east|west) of|near|outside) $")


def place(name: str) -> Place:
    kind, latitude, longitude, country, admin1 = PLACES[name]
    return Place(
        id=f"test:{name}",
        name=name,
        latitude=latitude,
        longitude=longitude,
        country=country,
        admin1=admin1,
        kind=kind,
        feature_code=None,
        population=None,
        radius_km=5.0,
        source="test",
    )


def resolutions(text: str) -> tuple[Resolution, ...]:
    return tuple(_resolution(text, found) for found in _NAMES.finditer(text))


def _resolution(text: str, found: re.Match[str]) -> Resolution:
    name = found[0]
    is_demonym = name in DEMONYMS
    known = place(DEMONYMS.get(name, name))
    # A country that stands first and acts is its government, as the recogniser says too.
    acts = (
        known.kind == "country"
        and not is_demonym
        and re.match(r" (?:and|has|accused|signed)", text[found.end() :])
    )
    mention = Mention(
        span=Span(start=found.start(), end=found.end()),
        text=name,
        kind="demonym" if is_demonym else "name",
        use="metonym" if acts else "literal",
    )
    return Resolution(
        mention=mention,
        candidates=(Candidate(place=known, probability=0.9),),
        relation=_relation(text, found.start()),
    )


def _relation(text: str, start: int) -> Relation | None:
    found = _BESIDE.search(text, max(0, start - 12), start)
    if found is None:
        return None
    words = found[0].rstrip()
    evidence = Evidence(
        span=Span(start=found.start(), end=found.start() + len(words)), text=words, reason="beside"
    )
    bearing = words.endswith("of")
    return Relation(
        kind="bearing" if bearing else "near", evidence=evidence, bearing=0.0 if bearing else None
    )


def document(text: str, published: date | None = PUBLISHED) -> Document:
    return Document(id="d", text=text, published=published)


def code(text: str, published: date | None = PUBLISHED) -> tuple[Event, ...]:
    return code_events(document(text, published), resolutions(text))


def only(text: str, published: date | None = PUBLISHED) -> Event:
    """The one event of a text."""
    (event,) = code(text, published)
    return event


def types(text: str) -> list[str]:
    return [event.type for event in code(text)]


def sentence(text: str):
    """The one sentence of a text, as the coder sees it."""
    (read,) = read_sentences(document(text))
    return read
