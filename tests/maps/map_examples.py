"""Rows of an events table for the map's tests: one story, told in nine events."""

from __future__ import annotations

from datetime import date

from shapely import MultiPolygon, box
from shapely.geometry import MultiLineString, Point

TEHRAN = (35.694, 51.4215)
DAY = date(2014, 12, 29)


def row(number, kind, place=None, at=None, *, days=(None, None, None), words="It happened.", **more):
    trigger = more.pop("trigger", words.split()[0])
    start = 100 + words.index(trigger)
    return {
        "id": f"event-{number}",
        "type": kind,
        "layer": kind.partition(".")[0],
        "label": kind.partition(".")[2].replace("_", " ").capitalize(),
        "status": "occurred",
        "date_first": days[0],
        "date_last": days[1],
        "date_precision": days[2],
        "place": place,
        "geometry": Point(at[1], at[0]) if at else None,
        "geo_precision": "city" if at else None,
        "radius_km": 5.0 if at else None,
        "place_confidence": 0.97 if at else None,
        "confidence": 0.9,
        "trigger": trigger,
        "trigger_start": start,
        "trigger_end": start + len(trigger),
        "quote": words,
        "quotes": [{"text": words, "start": 100, "end": 100 + len(words), "reason": "sentence"}],
        "document": "article",
        "title": "An article",
        "source": "An agency",
        "url": "https://news.example.org/article",
        "published": date(2014, 12, 31),
        **more,
    }


def story():
    monday, tuesday = (DAY, DAY, "day"), (date(2014, 12, 30), date(2014, 12, 30), "day")
    november = (date(2014, 11, 1), date(2014, 11, 30), "month")
    december = (date(2014, 12, 1), date(2014, 12, 31), "month")
    tehran = {"place": "Tehran", "at": TEHRAN, "country": "IR", "admin1": "Tehran"}
    return [
        row(
            1,
            "strategic.agreement",
            **tehran,
            days=tuesday,
            words="Ministers signed a deal.",
            trigger="signed",
        ),
        row(2, "diplomacy.visit", **tehran, days=monday, words="The minister arrived.", trigger="arrived"),
        row(3, "civic.funeral", **tehran, days=monday, words="A funeral was held.", trigger="funeral"),
        row(4, "diplomacy.statement", **tehran, days=november, words="He told reporters.", trigger="told"),
        row(
            5,
            "battle.combatant_killed",
            "Samarra",
            (34.1959, 43.8857),
            days=(None, DAY, "on_or_before"),
            words="An officer was killed.",
            trigger="killed",
            country="IQ",
            admin1="Salah ad Din",
            fatalities=1,
            fatalities_low=1,
            fatalities_high=1,
        ),
        row(
            6,
            "remote_violence.air_strike",
            "Diyala",
            (34.0, 45.0),
            days=december,
            words="Planes bombed positions.",
            trigger="bombed",
            country="IQ",
            geo_precision="adm1",
            radius_km=80.0,
            place_id="gn:96309",
        ),
        row(
            7,
            "battle.territory_gov",
            "Tikrit",
            (34.616, 43.679),
            days=tuesday,
            words="They pushed them out.",
            trigger="pushed",
            country="IQ",
            geo_precision="vicinity",
            radius_km=15.0,
            relation="south of",
            status="claimed",
            claimed_by="Karim Nouri",
            alternatives=[{"name": "Tikrit", "country": "SY", "admin1": "Aleppo", "probability": 0.05}],
        ),
        row(
            8,
            "battle.territory_gov",
            "Dhuluiya",
            (34.07, 44.2),
            days=tuesday,
            words="Forces managed to liberate it.",
            trigger="liberate",
            country="IQ",
            status="claimed",
        ),
        row(9, "diplomacy.aid_offer", words="The country was ready to send aid.", trigger="ready"),
    ]


def small_world():
    """Three countries, one of which crosses the antimeridian, as the gazetteer gives them."""
    far_east = MultiPolygon([box(170, 60, 180, 70), box(-180, 60, -175, 70)])
    return (
        ("FE", "Far East", far_east),
        ("IQ", "Iraq", box(39, 29, 48, 37)),
        ("IR", "Iran", box(48, 25, 63, 39)),
    )


def small_borders(codes=None):
    lines = {"IQ": MultiLineString([[(43, 29), (43, 37)]]), "IR": MultiLineString([[(55, 25), (55, 39)]])}
    return {code: line for code, line in lines.items() if codes is None or code in codes}


class SmallGazetteer:
    """Knows one country, Iran, with a corner more than the basemap has."""

    def country(self, code):
        return code if code == "IR" else None

    def boundary(self, _):
        return box(48, 25, 63, 39).union(box(63, 30, 64, 31))
