"""Texts that we write ourselves from the gazetteer: what news of the US does not teach."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from geomap.gazetteer import Gazetteer
from geomap.model import Document, Mention, Place, Span
from resolver_training.corpora import Gold, Text

_SEATS = 300
_ENTRIES = 600
_JOURNEYS = 200
#: A city that is known around the world needs nobody to say where it lies.
_WORLD_CITY = 1_000_000
# Entries and reports: {unit} and {country} hold the place, {near} is a larger town nearby.
_FRAMES = (
    "{name} is a {sort} in {unit}, {country}. Some of the houses of {name} are old.",
    "{name} is a {sort} in {country}. There is a school in {name}.",
    "{name} is a {sort} in the {unit} region of {country}.",
    "{NAME}, {country} — A fire broke out in {name} on Monday, officials said.",
    "A bomb went off in {name}, a {sort} in {unit}, on Monday. Troops of {country} came later.",
    "Floods reached {name}, {unit}, on Sunday. The water left {name} a week later.",
    "Rain fell on {name}, a {sort} near {near}, on Friday. It was the wettest day of the year in {country}.",
    "Three people fell ill in {name} and {near}, the health ministry of {country} said.",
)


_OF_CONTINENTS = (
    "He spoke about {name}.",
    "Demand across {name} rose last year.",
    "Officials in {name} met on Monday.",
)


def countries(gazetteer: Gazetteer) -> Iterator[Text]:
    """Each country named alone: it comes before a town of its name, unless the context says otherwise."""
    for place in sorted(gazetteer, key=lambda place: place.id):
        if place.kind == "country":
            yield _text(place, "countries", "He spoke about {name}.", {"name": place})


def continents(gazetteer: Gazetteer) -> Iterator[Text]:
    """Each continent named alone, and beside the countries of its namesakes: it comes before these."""
    places = sorted(gazetteer, key=lambda place: place.id)
    countries_by_code = {place.country: place for place in places if place.kind == "country"}
    for place in places:
        if place.feature_code == "CONT":
            for frame in _OF_CONTINENTS:
                yield _text(place, "continents", frame, {"name": place})
            codes = {match.place.country for match in gazetteer.matches(place.name, limit=5)} - {None}
            for code in sorted(codes & countries_by_code.keys(), key=str):
                named = {"name": place, "country": countries_by_code[code]}
                yield _text(
                    place, "continents", "Investors in {name} sold, and those in {country} bought.", named
                )


def seats(gazetteer: Gazetteer) -> Iterator[Text]:
    """First-level units' names without a unit word: the large town of the name in it is meant."""
    units = [place for place in gazetteer if place.kind == "admin1" and place.country != "US"]
    towns = ((unit, _seat(gazetteer, unit)) for unit in sorted(units, key=_shuffled))
    found = [(unit, town) for unit, town in towns if town is not None]
    for unit, town in found[:_SEATS]:
        yield _text(unit, "seats", "They drove to {name}.", {"name": replace(town, name=unit.name)})


def journeys(gazetteer: Gazetteer) -> Iterator[Text]:
    """Two great cities of two countries: each is the one known around the world, no namesake nearby."""
    cities = [
        place
        for place in gazetteer
        if place.kind == "settlement"
        and ((place.population or 0) >= _WORLD_CITY or place.feature_code == "PPLC")
        and len(gazetteer.matches(place.name, limit=2)) > 1
    ]
    cities.sort(key=_shuffled)
    abroad = [(start, end) for start, end in pairwise(cities) if start.country != end.country]
    for start, end in abroad[:_JOURNEYS]:
        frame = "{start} - The minister left for {end} on Friday."
        yield _text(start, "journeys", frame, {"start": start, "end": end})


def entries(gazetteer: Gazetteer) -> Iterator[Text]:
    """Towns and villages with namesakes, told of as an encyclopedia does, or in a report that says where."""
    towns = (place for place in gazetteer if place.kind == "settlement" and place.admin1 and place.country)
    written = 0
    for town in sorted(towns, key=_shuffled):
        held = _held(gazetteer, town)
        if held is not None:
            frame = _FRAMES[written % len(_FRAMES)]
            yield _text(town, "entries", frame.replace("{sort}", _sort(town)), held)
            written += 1
        if written == _ENTRIES:
            return


def _held(gazetteer: Gazetteer, town: Place) -> dict[str, Place] | None:
    """A town with its holders and a larger one nearby; None where it lacks these, or namesakes."""
    if len(gazetteer.matches(town.name, limit=3)) < 3:
        return None
    unit, country = gazetteer.admin1(town), gazetteer.country(town.country or "")
    near = [
        place
        for place, _ in gazetteer.nearby(town.latitude, town.longitude, 60.0, kind="settlement")
        if (place.population or 0) > 2 * (town.population or 1000) and place.name != town.name
    ]
    if unit is None or country is None or not near or town.name in {unit.name, country.name}:
        return None
    return {"name": town, "unit": unit, "country": country, "near": near[0]}


def _text(about: Place, corpus: str, frame: str, places: dict[str, Place]) -> Text:
    """A frame with the names of places put into its slots, each a mention."""
    text, mentions, golds = "", list[Mention](), list[Gold]()
    for number, piece in enumerate(re.split(r"\{(\w+)\}", frame)):
        if number % 2 == 0:
            text += piece
            continue
        place = places[piece.lower()]
        words = place.name.upper() if piece.isupper() else place.name
        mentions.append(Mention(span=Span(start=len(text), end=len(text) + len(words)), text=words))
        number_of = place.id.removeprefix("gn:")
        golds.append(Gold(id=number_of, latitude=place.latitude, longitude=place.longitude))
        text += words
    document = Document(id=about.id, text=text)
    return Text(document=document, corpus=corpus, mentions=tuple(mentions), golds=tuple(golds))


def _sort(town: Place) -> str:
    people = town.population or 0
    return "city" if people > 100_000 else "town" if people > 5000 else "village"


def _seat(gazetteer: Gazetteer, unit: Place) -> Place | None:
    """The town of 100,000 or more that has the unit's name and lies in it, or None."""
    for match in gazetteer.matches(unit.name, limit=10):
        place = match.place
        inside = (place.country, place.admin1) == (unit.country, unit.name)
        is_large = place.kind == "settlement" and (place.population or 0) >= 100_000
        if match.step == "name" and inside and is_large:
            return place
    return None


def _shuffled(place: Place) -> str:
    return hashlib.sha1(place.id.encode(), usedforsecurity=False).hexdigest()
