from __future__ import annotations

import json
from datetime import date

import geopandas
import pandas
import pytest
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point

from geomap.errors import InputError, OutputError, SchemaError
from geomap.formats import WRITERS, export, geojson
from geomap.tables import COLUMNS, table_from_rows

HOSTILE = [
    "</script>",
    "`${alert(1)}`",
    "{{ 7*7 }}",
    "\"'\\",
    "\u202e\u200f",
    "\ud800",
    "\0\x1f\x7f\u2028",
    "NaN",
]

# Two lone surrogates side by side are a pair once JSON has escaped them: the one text that cannot come back.
texts = (
    st.text(alphabet=st.characters(exclude_categories=["Cs"]))
    | st.sampled_from(HOSTILE)
    | st.text(st.characters(categories=["Cs"]), max_size=1)
)
whole = st.integers(min_value=-(2**63) + 1, max_value=2**63 - 1)
finite = st.floats(allow_nan=False, allow_infinity=False)
nested = st.lists(st.dictionaries(texts, texts | finite | st.none(), max_size=3), max_size=3)
BY_DTYPE = {
    "string": st.none() | texts,
    "datetime64[s]": st.none() | st.dates(),
    "float64": st.none() | finite,
    "Int64": st.none() | whole,
    "int64": whole,
    "object": st.none() | nested,
}
degrees = st.integers(min_value=-900_000_000, max_value=900_000_000).map(lambda n: n / 10**7)
points = st.builds(Point, degrees, degrees).filter(lambda point: (point.x, point.y) != (0.0, 0.0))
rows = st.fixed_dictionaries(
    {name: BY_DTYPE[dtype] for name, (dtype, _) in COLUMNS.items()} | {"geometry": st.none() | points}
)


def row(**cells):
    return {"id": "e1", "type": "violence.attack", "trigger_start": 0, "trigger_end": 3, **cells}


@settings(deadline=None, max_examples=30)
@given(st.lists(rows, max_size=3))
def test_read_after_write_gives_the_same_table(tmp_path_factory, values):
    path = tmp_path_factory.getbasetemp() / "law.geojson"
    table = table_from_rows(values)
    export(table, path)
    assert_geodataframe_equal(geojson.read(path), table)
    before = path.read_bytes()
    geojson.write(geojson.read(path), path)
    assert path.read_bytes() == before


def test_the_file_is_rfc_7946(tmp_path):
    path = tmp_path / "events.geojson"
    export(
        table_from_rows(
            [
                row(
                    geometry=Point(51.123456789, -35.5), date_first=date(2014, 12, 1), quotes=[{"text": "q"}]
                ),
                row(id="e2"),
                row(id="e3", geometry=Point(-10.0, 20.0), radius_km=float("nan")),
            ]
        ),
        path,
    )
    found = json.loads(path.read_bytes())
    assert list(found) == ["type", "geomap", "bbox", "features"]
    assert found["type"] == "FeatureCollection"
    assert found["bbox"] == [-10.0, -35.5, 51.1234568, 20.0]
    first, second, third = found["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [51.1234568, -35.5]}
    assert second["geometry"] is None
    assert [feature["id"] for feature in found["features"]] == ["e1", "e2", "e3"]
    assert all(list(feature["properties"]) == list(COLUMNS) for feature in found["features"])
    assert first["properties"]["date_first"] == "2014-12-01"
    assert first["properties"]["quotes"] == [{"text": "q"}]
    assert third["properties"]["radius_km"] is None
    # A feature a line: head, three features, foot.
    assert len(path.read_text().splitlines()) == 5


def test_an_empty_table_is_a_collection_of_nothing(tmp_path):
    path = tmp_path / "events.json"
    export(table_from_rows([]), path)
    assert json.loads(path.read_bytes())["features"] == []
    assert "bbox" not in json.loads(path.read_bytes())
    assert_geodataframe_equal(geojson.read(path), table_from_rows([]))


def test_hostile_text_stands_as_it_is(tmp_path):
    path = tmp_path / "events.geojson"
    export(table_from_rows([row(quote="".join(HOSTILE), title=text) for text in HOSTILE]), path)
    path.read_bytes().decode("utf-8")
    assert list(geojson.read(path)["title"]) == HOSTILE


def test_gis_software_reads_dates_as_dates(tmp_path):
    path = tmp_path / "events.geojson"
    export(table_from_rows([row(geometry=Point(44, 33), published=date(2014, 12, 31), fatalities=3)]), path)
    found = geopandas.read_file(path)
    assert set(COLUMNS) <= set(found.columns)
    assert found.crs == "EPSG:4326"
    assert pandas.api.types.is_datetime64_any_dtype(found["published"])
    assert found["published"][0].date() == date(2014, 12, 31)
    assert found["fatalities"][0] == 3


def test_columns_of_the_callers_own_are_not_written(tmp_path):
    path = tmp_path / "events.geojson"
    table = table_from_rows([row()])
    table["colour"] = "a secret"
    export(table, path)
    assert "secret" not in path.read_text()


def test_the_order_of_rows_and_not_their_index_counts(tmp_path):
    path = tmp_path / "events.geojson"
    table = table_from_rows([row(id=str(n), geometry=Point(n, 1)) for n in range(3)])
    export(table.iloc[::-1], path)
    found = geojson.read(path)
    assert list(found["id"]) == ["2", "1", "0"]
    assert list(found.geometry.x) == [2.0, 1.0, 0.0]


@pytest.mark.parametrize("name", ["events", "events.xyz", "events.geojson.gz"])
def test_an_unknown_suffix_lists_the_known_ones(tmp_path, name):
    with pytest.raises(InputError) as caught:
        export(table_from_rows([]), tmp_path / name)
    assert all(suffix in str(caught.value) for suffix in WRITERS)
    assert not list(tmp_path.iterdir())


def test_a_suffix_in_capitals_is_known(tmp_path):
    export(table_from_rows([]), str(tmp_path / "EVENTS.GEOJSON"))
    assert (tmp_path / "EVENTS.GEOJSON").is_file()


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "file").write_text("a file where a folder should be")
    with pytest.raises(OutputError, match="Cannot write"):
        export(table_from_rows([]), tmp_path / "file" / "events.geojson")
    assert (tmp_path / "file").read_text() == "a file where a folder should be"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("quotes", [{"text": object()}]),
        ("quotes", [{"start": float("nan")}]),
        ("fatalities", "many"),
        ("date_first", "soon"),
        ("geometry", LineString([(0, 1), (1, 1)])),
    ],
)
def test_a_table_that_cannot_be_written_keeps_the_good_file(tmp_path, column, cell):
    path = tmp_path / "events.geojson"
    path.write_text("good")
    table = table_from_rows([row()])
    values = pandas.Series([cell], dtype="object")
    table[column] = geopandas.GeoSeries(values, crs=table.crs) if column == "geometry" else values
    with pytest.raises(SchemaError) as caught:
        export(table, path)
    assert str(caught.value).endswith(".")
    assert path.read_text() == "good"
    assert len(list(tmp_path.iterdir())) == 1


def collection(**changes):
    properties = row(**changes.pop("properties", {}))
    feature = {"type": "Feature", "geometry": None, "properties": properties, **changes}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"features": 1}',
        b'{"features": [1]}',
        b'{"features": [{"properties": null}]}',
        b"[" * 100_000,
        b'{"features": [], "x": NaN}',
        collection(properties={"trigger_start": None}),
        collection(properties={"fatalities": "many"}),
        collection(properties={"fatalities": True}),
        collection(properties={"fatalities": 10**30}),
        collection(properties={"title": 5}),
        collection(properties={"quotes": "q"}),
        collection(properties={"date_first": "03/04/2014"}),
        collection(geometry={"type": "LineString", "coordinates": [[0, 1], [1, 1]]}),
        collection(geometry={"type": "Point", "coordinates": [1]}),
        collection(geometry={"type": "Point", "coordinates": ["1", "2"]}),
        collection(geometry={"type": "Point", "coordinates": [0, 0]}),
        collection(geometry={"type": "Point", "coordinates": [10, 95]}),
        collection(geometry=5),
    ],
)
def test_a_file_that_is_no_events_file_is_one_sentence(tmp_path, content):
    path = tmp_path / "events.geojson"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        geojson.read(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        geojson.read(tmp_path / "no.geojson")


def test_properties_that_are_no_columns_are_left_out(tmp_path):
    path = tmp_path / "events.geojson"
    path.write_bytes(collection(properties={"colour": "red"}))
    assert_geodataframe_equal(geojson.read(path), table_from_rows([row()]))
