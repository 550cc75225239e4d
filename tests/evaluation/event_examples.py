"""A short article of our own, its gold, and events as a coder might emit them."""

from __future__ import annotations

import hashlib
from datetime import date

from geomap.model import (
    Actor,
    Candidate,
    Casualties,
    Count,
    Document,
    Event,
    Evidence,
    Mention,
    Place,
    Reading,
    Relation,
    Resolution,
    Span,
    When,
    Where,
)

SENTENCES = {
    "S1": "The two governments signed a truce in Nairobi on Friday.",
    "S2": "Army jets bombed a camp in Gedo region in March.",
    "S3": "A colonel was killed in Kismayo before the talks.",
    "S4": "A militia leader said his men had taken villages north of Baidoa.",
    "S5": "Analysts expect that rebels may bomb Mogadishu.",
    "S6": "The president praised the truce.",
    "S7": "Soldiers took Luuq town and arrested five men.",
}
TEXT = " ".join(SENTENCES.values())
DOCUMENT = Document(id="truce.txt", text=TEXT)

PLACES = {
    "Nairobi": ("gn:184745", -1.28333, 36.81667, "KE", "settlement"),
    "Gedo": ("ne:SO-GE", 3.0, 42.0, "SO", "admin1"),
    "Kismayo": ("gn:55671", -0.35817, 42.54536, "SO", "settlement"),
    "Baidoa": ("gn:64814", 3.11383, 43.6498, "SO", "settlement"),
    "Mogadishu": ("gn:53654", 2.03711, 45.34375, "SO", "settlement"),
    "Luuq": ("gn:55338", 3.80072, 42.54417, "SO", "settlement"),
    "Somalia": ("gn:51537", 6.0, 48.0, "SO", "country"),
}


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def gold_event(event_id, type_id, sentences, **fields):
    return {
        "id": event_id,
        "type_id": type_id,
        "required": not event_id.startswith("O"),
        "status": "occurred",
        "date_accept": None,
        "date_precision": {"geomap": "unknown"},
        "place": {"name": None, "level": "unknown"},
        "casualties": {"fatalities": None},
        "actors": [],
        "source_sentences": sentences,
    } | fields


def gold_json():
    """The gold of the article, as its file holds it; a new one at each call."""
    sentences = [
        {"id": each, "start": TEXT.index(text), "end": TEXT.index(text) + len(text), "text": text}
        for each, text in SENTENCES.items()
    ]
    events = [
        gold_event(
            "E1",
            "strategic.agreement",
            ["S1"],
            date_accept=["2024-03-08", "2024-03-08"],
            date_precision={"geomap": "day"},
            place={
                "name": "Nairobi",
                "geonameid": 184745,
                "lat": -1.28333,
                "lon": 36.81667,
                "country": "KEN",
                "level": "city",
            },
            actors=[
                {"name": "Government of Kenya", "role": "actor"},
                {"name": None, "role": "recipient"},
            ],
        ),
        gold_event(
            "E2",
            "remote_violence.air_strike",
            ["S2"],
            date_accept=["2024-03-01", "2024-03-31"],
            date_precision={"geomap": "month"},
            place={"name": "Gedo region", "country": "SOM", "level": "adm1"},
        ),
        gold_event(
            "E3",
            "battle.combatant_killed",
            ["S3"],
            date_accept=[None, "2024-03-08"],
            date_precision={"geomap": "on_or_before"},
            place={"name": "Kismayo", "lat": -0.35817, "lon": 42.54536, "country": "SOM", "level": "city"},
            casualties={"fatalities": 1},
        ),
        gold_event(
            "E4",
            "battle.territory_nonstate",
            ["S4"],
            status="claimed",
            place={
                "name": "villages north of Baidoa",
                "anchor": "Baidoa",
                "offset": "north",
                "geonameid": 64814,
                "country": "SOM",
                "level": "vicinity",
            },
        ),
        gold_event("O1", "diplomacy.statement", ["S6"], date_accept=["2024-03-08", None]),
    ]
    return {
        "source": "seeds/truce.txt",
        "sha256": digest(TEXT),
        "sentences": sentences,
        "events": events,
        "non_events": [{"sentence": "S5", "why": "an expectation"}],
        "scoring": {"required": ["E1", "E2", "E3", "E4"], "optional_ignored": ["O1"]},
    }


def evidence(words, text=TEXT):
    start = text.index(words)
    return Evidence(span=Span(start=start, end=start + len(words)), text=words, reason="test")


def when(first, last, precision, words="on Friday"):
    days = [each and date.fromisoformat(each) for each in (first, last)]
    return When(first=days[0], last=days[1], precision=precision, evidence=evidence(words))


def where(name, precision, relation=None, **changes):
    place_id, latitude, longitude, country, kind = PLACES[name]
    fields = {
        "id": place_id,
        "name": name,
        "latitude": latitude,
        "longitude": longitude,
        "country": country,
        "admin1": None,
        "kind": kind,
        "feature_code": None,
        "population": None,
        "radius_km": 5.0,
        "source": "test",
    }
    word = evidence(name if name in TEXT else "camp")
    resolution = Resolution(
        mention=Mention(span=word.span, text=word.text),
        candidates=(Candidate(place=Place(**fields | changes), probability=0.9),),
        relation=relation and Relation(kind="bearing", evidence=evidence(relation)),
    )
    return Where(resolution=resolution, precision=precision, radius_km=5.0, evidence=word)


def event(type_id, sentences, trigger, **fields):
    quotes = tuple(evidence(SENTENCES[each]) for each in sentences)
    dead = fields.pop("dead", None)
    if dead is not None:
        count = Count(low=dead, best=dead, high=dead, evidence=evidence("killed"))
        fields["casualties"] = Casualties(fatalities=count)
    return Event(
        **{
            "id": f"{type_id}-{trigger}",
            "type": type_id,
            "status": "occurred",
            "trigger": evidence(trigger),
            "quotes": quotes,
            "document": DOCUMENT.id,
            "confidence": 0.8,
        }
        | fields
    )


def truce(**changes):
    kenya = Actor(name="Government of Kenya", role="actor", evidence=evidence("governments"))
    fields = {
        "when": when("2024-03-08", "2024-03-08", "day"),
        "where": where("Nairobi", "city"),
        "actors": (kenya,),
    }
    return event("strategic.agreement", ["S1"], "signed", **fields | changes)


def strike(**changes):
    fields = {"when": when("2024-03-01", "2024-03-31", "month"), "where": where("Gedo", "adm1")}
    return event("remote_violence.air_strike", ["S2"], "jets bombed", **fields | changes)


def killing(**changes):
    fields = {"when": when(None, "2024-03-08", "on_or_before"), "where": where("Kismayo", "city"), "dead": 1}
    return event("battle.combatant_killed", ["S3"], "killed", **fields | changes)


def capture(**changes):
    fields = {"status": "claimed", "where": where("Baidoa", "vicinity", "north of")}
    return event("battle.territory_nonstate", ["S4"], "taken", **fields | changes)


def praise(**changes):
    return event("diplomacy.statement", ["S6"], "praised", **changes)


def reading(*events, document=DOCUMENT):
    return Reading(document=document, resolutions=(), events=events)
