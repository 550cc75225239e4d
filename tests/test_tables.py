from __future__ import annotations

from datetime import date

import geopandas
import pandas
import pytest
from shapely.geometry import Point

from geomap.errors import InputError, SchemaError
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
    Resolution,
    Span,
    When,
    Where,
)
from geomap.tables import COLUMNS, CRS, checked, table_from_readings, table_from_rows

TEXT = "In Springfield, two men were killed in an air raid on Monday. Nobody knew where."


def evidence(words):
    start = TEXT.index(words)
    return Evidence(span=Span(start=start, end=start + len(words)), text=words, reason="told")


def place(name, admin1, longitude):
    return Place(
        id=f"x:{admin1}",
        name=name,
        latitude=39.8,
        longitude=longitude,
        country="US",
        admin1=admin1,
        kind="settlement",
        feature_code="PPL",
        population=None,
        radius_km=5.0,
        source="test",
    )


def reading(**changes):
    told = evidence("Springfield")
    resolution = Resolution(
        mention=Mention(span=told.span, text=told.text),
        candidates=(
            Candidate(place=place("Springfield", "Illinois", -89.64), probability=0.7),
            Candidate(place=place("Springfield", "Missouri", -93.29), probability=0.30000001),
        ),
    )
    fields = {
        "id": "e1",
        "type": "remote_violence.air_strike",
        "status": "occurred",
        "trigger": evidence("air raid"),
        "quotes": (evidence("Nobody knew where."), evidence(TEXT[: TEXT.index(" Nobody")])),
        "document": "d1",
        "confidence": 0.8,
        "when": When(
            first=date(2014, 12, 29), last=date(2014, 12, 29), precision="day", evidence=evidence("Monday")
        ),
        "where": Where(resolution=resolution, precision="city", radius_km=5.0, evidence=told),
        "casualties": Casualties(
            fatalities=Count(low=2, best=2, high=2, evidence=evidence("two men were killed"))
        ),
    }
    document = Document(id="d1", text=TEXT, published=date(2014, 12, 31), title="T")
    return Reading(document=document, resolutions=(resolution,), events=(Event(**fields | changes),))


def test_no_events_give_an_empty_table_with_all_columns_and_their_types():
    empty, full = table_from_readings([]), table_from_readings([reading()])
    assert len(empty) == 0
    assert list(empty.columns) == [*COLUMNS, "geometry"]
    assert empty.crs == full.crs == CRS
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_has_its_type_and_its_sentence(name):
    dtype, says = COLUMNS[name]
    assert table_from_readings([reading()])[name].dtype == dtype
    assert says.endswith(".")


def test_an_event_becomes_a_row():
    row = table_from_readings([reading()]).iloc[0]
    assert (row.geometry.x, row.geometry.y) == (-89.64, 39.8)
    assert (row["place"], row["admin1"], row["country"]) == ("Springfield", "Illinois", "US")
    assert row["date_first"] == row["date_last"] == pandas.Timestamp(2014, 12, 29)
    assert row["published"] == pandas.Timestamp(2014, 12, 31)
    assert (row["fatalities"], row["place_confidence"]) == (2, 0.7)
    assert row["wounded"] is pandas.NA
    assert TEXT[row["trigger_start"] : row["trigger_end"]] == row["trigger"] == "air raid"
    assert row["layer"] == row["type"].split(".")[0]


def test_the_quote_is_the_one_that_holds_the_trigger_and_none_is_lost():
    row = table_from_readings([reading()]).iloc[0]
    assert "air raid" in row["quote"]
    assert [quote["text"] for quote in row["quotes"]] == ["Nobody knew where.", row["quote"]]
    assert all(TEXT[quote["start"] : quote["end"]] == quote["text"] for quote in row["quotes"])


def test_rejected_places_stay_beside_the_chosen_one():
    (other,) = table_from_readings([reading()]).iloc[0]["alternatives"]
    assert (other["admin1"], other["longitude"], other["probability"]) == ("Missouri", -93.29, 0.3)


def test_further_places_stand_beside_the_first():
    event = reading().events[0]
    row = table_from_readings([reading(also_at=(event.where,))]).iloc[0]
    (further,) = row["also_at"]
    assert (further["name"], further["latitude"], further["geo_precision"]) == ("Springfield", 39.8, "city")
    with pytest.raises(InputError):
        reading(where=None, also_at=(event.where,))


def test_unknown_is_missing_and_never_the_origin():
    row = table_from_readings([reading(where=None, when=None, casualties=Casualties())]).iloc[0]
    assert row.geometry is None
    for name in ("place", "radius_km", "date_first", "date_last", "fatalities", "geo_precision"):
        assert pandas.isna(row[name])


def test_an_open_end_is_missing():
    when = When(first=None, last=date(2014, 12, 29), precision="on_or_before", evidence=evidence("Monday"))
    row = table_from_readings([reading(when=when)]).iloc[0]
    assert pandas.isna(row["date_first"])
    assert row["date_last"] == pandas.Timestamp(2014, 12, 29)


def test_rows_may_leave_columns_out():
    needed = {"trigger_start": 0, "trigger_end": 1}
    table = table_from_rows([needed, {**needed, "id": "b", "geometry": Point(1, 2)}])
    assert table["id"].tolist() == [pandas.NA, "b"]
    assert table.geometry.tolist() == [None, Point(1, 2)]


def test_a_table_of_another_kind_is_named():
    with pytest.raises(SchemaError, match="DataFrame"):
        checked(pandas.DataFrame())
    table = table_from_rows([])
    with pytest.raises(SchemaError, match="'quote'"):
        checked(table.drop(columns="quote"))
    with pytest.raises(SchemaError, match="3857"):
        checked(table.to_crs("EPSG:3857"))


def test_columns_of_the_callers_own_may_stay():
    table = table_from_rows([{"trigger_start": 0, "trigger_end": 1}])
    table["mine"] = 1
    assert isinstance(checked(table), geopandas.GeoDataFrame)
    assert "mine" in checked(table)


def test_inter_codes_stand_beside_the_names_and_forces_abroad_are_external():
    told = evidence("two men")
    actors = (
        Actor(name="Military Forces of Turkey", role="actor", evidence=told, inter=1, country="TR"),
        Actor(name="Police Forces of United States", role="actor", evidence=told, inter=1, country="US"),
        Actor(name="men", role="target", evidence=told, inter=7),
        Actor(name="others", role="target", evidence=told),
    )
    row = table_from_readings([reading(actors=actors)]).iloc[0]
    assert row["actors"] == "Military Forces of Turkey; Police Forces of United States"
    assert row["actors_inter"] == "8; 1"
    assert row["targets_inter"] == "7; -"
    nowhere = table_from_readings([reading(actors=actors, where=None)]).iloc[0]
    assert nowhere["actors_inter"] == "1; 1"


def test_an_inter_code_is_one_of_eight():
    with pytest.raises(InputError, match="no inter code"):
        Actor(name="x", role="actor", evidence=evidence("two men"), inter=9)
