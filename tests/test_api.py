from __future__ import annotations

from datetime import date
from pathlib import Path

import folium
import geopandas
import pytest

import geomap
from geomap import api
from geomap.errors import GeomapWarning, InputError
from geomap.pipeline import Pipeline
from geomap.tables import COLUMNS

SEEDS = Path(__file__).parents[1] / "seeds"
TEXT = "On Monday gunmen killed five soldiers in Tikrit."


def test_document_reading_table_and_map_in_five_lines(tmp_path):
    (document,) = geomap.load(SEEDS)
    reading = geomap.read(document)
    table = geomap.events(reading)
    page = geomap.map(table, title="Seeds")
    page.save(str(tmp_path / "map.html"))

    assert isinstance(table, geopandas.GeoDataFrame)
    assert len(table) == len(reading.events) > 0
    assert isinstance(page, folium.Map)
    assert (tmp_path / "map.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_text_is_a_document_and_its_date_may_be_text():
    one = geomap.read(TEXT, published="2014-12-31")
    other = geomap.read(TEXT, published=date(2014, 12, 31))
    assert one == other
    (event,) = one.events
    assert str(event.when.first) == "2014-12-29"
    assert event.casualties.fatalities.best == 5


def test_a_document_keeps_its_own_date():
    document = geomap.Document(id="d", text=TEXT)
    with pytest.raises(InputError, match="own publication date"):
        geomap.read(document, published="2014-12-31")


def test_a_bad_date_is_refused_in_one_sentence():
    with pytest.raises(InputError, match="2014-13-01"):
        geomap.read(TEXT, published="2014-13-01")


def test_undated_documents_are_told_once(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    with pytest.warns(GeomapWarning, match="2 of 2 documents have no publication date") as told:
        geomap.events(tmp_path)
    assert len(told) == 1


def test_what_cannot_be_read_is_a_warning_and_the_rest_is_read(tmp_path):
    rows = f'{{"text": "{TEXT}", "published": "2014-12-31"}}\n{{"text": \n'
    (tmp_path / "rows.jsonl").write_text(rows, encoding="utf-8")
    with pytest.warns(GeomapWarning, match="line 2"):
        documents = geomap.load(tmp_path)
    assert len(documents) == 1


def test_one_document_that_a_stage_fails_on_is_left_out(monkeypatch):
    def read(self, document):
        raise RecursionError("too deep")

    monkeypatch.setattr(Pipeline, "read", read)
    problems = []
    assert list(api.readings(geomap.Document(id="odd", text=TEXT), report=problems.append)) == []
    assert "odd" in str(problems[0])


def test_no_events_are_an_empty_table_that_maps(tmp_path):
    table = geomap.events(geomap.Document(id="d", text="Nothing happened.", published=date(2014, 1, 1)))
    assert list(table.columns) == [*COLUMNS, "geometry"]
    geomap.map(table).save(str(tmp_path / "empty.html"))


def test_places_and_lookup():
    (tikrit,) = geomap.places("He lives in Tikrit.")
    assert (tikrit.place.name, tikrit.place.country) == ("Tikrit", "IQ")
    assert geomap.lookup("Tikrit", country="iq")[0].place.country == "IQ"
    assert geomap.lookup("Xqzvbn") == ()


def test_dates_and_casualties():
    (monday,) = geomap.dates("They left on Monday.", published="2016-05-04")
    assert (monday.text, monday.value, monday.first) == ("Monday", "2016-05-02", date(2016, 5, 2))
    document = geomap.Document(id="d", text="They left on Monday.", published=date(2016, 5, 4))
    assert geomap.dates(document) == (monday,)
    with pytest.raises(InputError):
        geomap.dates(document, published="2016-05-04")
    losses = geomap.casualties("The blast killed at least five people.")
    assert losses.fatalities is not None
    assert (losses.fatalities.low, losses.fatalities.best, losses.fatalities.high) == (5, 5, None)
    assert losses.fatalities.evidence.text == "killed at least five people"
    assert losses.wounded is None


def test_places_of_a_name_make_a_map(tmp_path):
    found = geomap.lookup("Baghdad", country="IQ", limit=2, view="held")
    page = api.candidates_map(found, title="Baghdad", view="held")
    page.save(str(tmp_path / "places.html"))
    assert isinstance(page, folium.Map)
    assert "<title>Baghdad</title>" in (tmp_path / "places.html").read_text(encoding="utf-8")


def test_a_map_takes_one_table_alone():
    table = geomap.events(geomap.Document(id="d", text=TEXT, published=date(2014, 12, 31)))
    with pytest.raises(InputError, match="one events table alone"):
        geomap.map(table, table)


def test_documents_of_one_outlet_are_read_with_one_another():
    texts = (
        "Police from Athens, Texas, met in Malakoff, Texas.",
        "A barn burned down in Malakoff, Texas. Crews came from Athens, Texas.",
        "The council of Athens will vote on Monday.",
    )
    documents = [
        geomap.Document(id=str(number), text=text, url="https://www.herald.example/a")
        for number, text in enumerate(texts)
    ]
    *_, alone = api.readings(documents[-1])
    *_, together = api.readings(*documents)
    assert alone.resolutions[0].place.country == "GR"
    assert together.resolutions[0].place.admin1 == "Texas"


def test_an_outlet_that_cannot_be_learnt_is_a_problem_and_all_is_read(monkeypatch):
    def observing(self, documents):
        raise RecursionError("too deep")

    monkeypatch.setattr(Pipeline, "observing", observing)
    problems = []
    documents = [geomap.Document(id=str(number), text=TEXT) for number in range(2)]
    assert len(list(api.readings(*documents, report=problems.append))) == 2
    assert "outlets" in str(problems[0])
