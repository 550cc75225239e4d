from __future__ import annotations

import base64
import gzip
import json
from datetime import date

import map_examples
import numpy
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon, box
from shapely.geometry import Point

from geomap.codes.event_types import LAYERS
from geomap.maps.content import content_of
from geomap.maps.evidence import evidence_of
from geomap.maps.payload import escaped, packed
from geomap.maps.rows import rows_of
from geomap.maps.symbols import OTHER, SYMBOLS
from geomap.tables import COLUMNS, table_from_rows

BARE = {"trigger_start": 0, "trigger_end": 1}


def rows(*values):
    return list(rows_of(table_from_rows([{**BARE, **value} for value in values])))


JSON = st.recursive(st.none() | st.integers() | st.text(), lambda children: st.lists(children, max_size=4))


@given(JSON)
def test_a_payload_reads_back_and_its_alphabet_is_harmless(value):
    text = packed(value)
    assert json.loads(gzip.decompress(base64.b64decode(text))) == value
    assert text.replace("=", "").replace("+", "").replace("/", "").isalnum()


def test_a_payload_names_no_time_and_no_machine():
    assert base64.b64decode(packed([]))[3:10] == b"\0" * 5 + b"\x02\xff"


@given(st.text())
def test_escaped_text_holds_nothing_that_html_or_jinja_reads(text):
    assert not set(escaped(text)) & set("<>{}\"'\x00\ud800")


def test_every_layer_has_a_colour_and_a_shape_of_its_own():
    assert list(SYMBOLS) == list(LAYERS)
    assert len({symbol.color for symbol in (*SYMBOLS.values(), OTHER)}) == len(LAYERS) + 1
    assert len({symbol.shape for symbol in (*SYMBOLS.values(), OTHER)}) == len(LAYERS) + 1


@pytest.mark.parametrize("nothing", [None, pandas.NA, numpy.nan, pandas.NaT])
def test_any_kind_of_missing_value_is_unknown(nothing):
    table = table_from_rows([BARE])
    for name in COLUMNS:
        table[name] = pandas.Series([nothing], dtype="object")
    [row] = rows_of(table)
    assert {name: value for name, value in row.items() if value is not None} == {
        "alternatives": [],
        "also_at": [],
        "quotes": [],
    }
    content = content_of([row], {}, None)
    assert content.events["when"] == ["Date unknown"]
    assert content.events["longitude"] == [None]


@pytest.mark.parametrize(
    ("geometry", "point"),
    [
        (None, None),
        (Point(), None),
        (Point(float("nan"), 3), None),
        (Point(float("inf"), 3), None),
        (Point(190, 95), (-170, 90)),
        (Point(-180, -90), (-180, -90)),
        (box(10, 20, 12, 22), (11, 21)),
    ],
)
def test_a_point_is_on_the_globe_or_unknown(geometry, point):
    [row] = rows({"geometry": geometry})
    assert row["point"] == point


def test_swapped_days_are_put_in_order():
    [row] = rows({"date_first": date(2014, 12, 31), "date_last": date(2014, 12, 1)})
    assert (row["date_first"], row["date_last"]) == (date(2014, 12, 1), date(2014, 12, 31))


def test_the_story_as_columns():
    content = content_of(rows(*map_examples.story()), {"IQ": "Iraq"}, None)
    events = content.events
    assert len(content.kinds) == 8
    assert content.periods[-1].label == "Date unknown"
    assert events["area"] == [None] * 5 + [0, 1, None, None]
    assert events["areas"] == [
        {"center": [45.0, 34.0], "radius_km": 80.0},
        {"center": [43.679, 34.616], "radius_km": 15.0},
    ]
    assert events["when"][4:6] == ["On or before 29 December 2014", "December 2014"]
    assert events["where"][4] == "Samarra, Salah ad Din, Iraq"
    assert events["status"] == [None] * 6 + ["claimed", "claimed", None]
    assert (events["first_period"][4], events["last_period"][4]) == (0, events["last_period"][0])
    assert sum(count for *_, count in events["kinds"]) == 9


def test_a_known_boundary_takes_the_place_of_the_circle_once():
    asked = []
    square = Polygon([(44.1234567, 33), (46, 33), (46, 35), (44, 35)], [[(45, 34), (45.1, 34), (45.1, 34.1)]])

    def boundaries(place_id):
        asked.append(place_id)
        return square

    province = map_examples.story()[5]
    events = content_of(rows(province, {**province, "id": "again"}), {}, boundaries).events
    assert events["area"] == [0, 0]
    assert asked == ["gn:96309"]
    [area] = events["areas"]
    assert [len(ring) for ring in area["rings"]] == [10, 8]
    assert 44.12346 in area["rings"][0]


def test_a_vicinity_and_a_town_ask_for_no_boundary():
    story = map_examples.story()

    def boundaries(place_id):
        raise AssertionError(place_id)

    near = {**story[6], "place_id": "gn:1"}
    town = {**story[7], "place_id": "gn:2"}
    assert content_of(rows(near, town), {}, boundaries).events["area"] == [0, None]


def test_an_unknown_boundary_and_an_unknown_radius_leave_a_circle():
    province = {**map_examples.story()[5], "radius_km": None}
    [area] = content_of(rows(province), {}, lambda _: None).events["areas"]
    assert area == {"center": [45.0, 34.0], "radius_km": None}


def test_types_and_layers_of_the_tables_own_are_drawn_too():
    own = {"type": "flood.river", "label": "River flood", "layer": "flood"}
    events = content_of(rows(own, map_examples.story()[0]), {}, None).events
    assert [kind[0] for kind in events["kinds"]] == ["strategic.agreement", "flood.river"]
    assert events["layers"][events["kinds"][1][2]] == ["flood", "flood", OTHER.color, OTHER.shape]


def test_the_trigger_is_cut_out_by_its_offsets():
    words = "😀 They pushed them out; they pushed on."
    story = map_examples.row(1, "battle.territory_gov", words=words, trigger="pushed")
    [row] = rows(story)
    assert evidence_of(row, {})["quotes"] == [("😀 They ", "pushed", " them out; they pushed on.")]


@pytest.mark.parametrize("start", [None, 0, 105, 10_000])
def test_a_trigger_outside_its_quote_marks_nothing(start):
    story = map_examples.row(1, "battle.territory_gov", words="They pushed on.", trigger="pushed")
    [row] = rows({**story, "quotes": [{"text": "on.", "start": start, "end": 3}]})
    assert evidence_of(row, {})["quotes"] == [("on.", "", "")]


def test_the_evidence_tells_what_is_known_and_what_is_not():
    story = rows(*map_examples.story())
    facts = dict(evidence_of(story[6], {"SY": "Syria"})["facts"])
    assert facts["Precision"] == "Not exact: somewhere near the place named (radius about 15 km)"
    assert facts["Relation"] == "“south of”"
    assert facts["It may also be"] == "Tikrit, Aleppo, Syria (5 %)"
    assert facts["Said by"] == "Karim Nouri"
    assert (facts["Killed"], facts["Wounded"], facts["Who"]) == ("not told",) * 3
    assert dict(evidence_of(story[4], {})["facts"])["Killed"] == "1"
    assert dict(evidence_of(story[8], {})["facts"])["Place"] == "Unknown, so not on the map"
