"""The parts of the index by themselves, on made-up rows."""

from __future__ import annotations

from array import array

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiLineString

from geomap.errors import GazetteerError
from geomap.gazetteer import boundaries, layout
from geomap.gazetteer.alternates import Alternates, encode
from geomap.gazetteer.geography import cell_of

NAME = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=8)
ROW = st.tuples(
    st.lists(NAME, min_size=1, max_size=4, unique=True),
    st.dictionaries(st.sampled_from(["ar", "fa", "ru", "zh-Hant"]), st.integers(0, 3), max_size=3),
)


@given(st.lists(ROW, min_size=1, max_size=300))
def test_names_come_back_by_language(tmp_path_factory, rows):
    told = [
        (names, {language: [names[place % len(names)]] for language, place in languages.items()})
        for names, languages in rows
    ]
    path = tmp_path_factory.mktemp("alternates") / "names.bin"
    blocks = encode(told)
    path.write_bytes(b"".join(blocks))
    starts = array("I", [sum(map(len, blocks[:count])) for count in range(len(blocks) + 1)])
    read = Alternates(path, starts)
    for row, (names, by_language) in enumerate(told):
        found = read.read(row)
        assert {name for held in found.values() for name in held} == set(names)
        told_languages = {language: list(held) for language, held in found.items() if language}
        assert told_languages == by_language


def test_a_broken_file_of_names_is_named(tmp_path):
    path = tmp_path / layout.ALTERNATES
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(GazetteerError, match=layout.ALTERNATES):
        Alternates(path, array("I", [0, 10])).read(0)


WHOLE = st.integers(-1_700_000, 1_700_000)
POINT = st.tuples(WHOLE, st.integers(-800_000, 800_000))


@given(st.lists(st.lists(POINT, min_size=2, max_size=6, unique=True), min_size=1, max_size=4))
def test_lines_come_back(lines):
    scale = boundaries.SCALE
    shape = MultiLineString([[(x / scale, y / scale) for x, y in line] for line in lines])
    back = boundaries.decode(boundaries.encode(shape))
    assert back.geom_type == "MultiLineString"
    assert shapely.equals_exact(back, shape, tolerance=1e-9)


def test_one_line_comes_back_as_many():
    back = boundaries.decode(boundaries.encode(LineString([(1, 2), (3, 4)])))
    assert back == MultiLineString([[(1, 2), (3, 4)]])


def test_the_cells_of_both_sides_of_the_antimeridian_are_one_line():
    assert cell_of(0.5, 180.0) == cell_of(0.5, -180.0)
    assert cell_of(0.5, 179.9) != cell_of(0.5, -179.9)


@given(st.binary(min_size=1, max_size=200_000), st.data())
def test_a_seal_sees_either_end(tmp_path_factory, content, data):
    path = tmp_path_factory.mktemp("seal") / "file"
    path.write_bytes(content)
    sealed = layout.seal(path)
    place = data.draw(st.sampled_from([0, len(content) - 1]))
    changed = bytearray(content)
    changed[place] ^= 1
    path.write_bytes(bytes(changed))
    assert layout.seal(path) != sealed
