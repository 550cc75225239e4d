from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geomap.cli.columns import fitting, lines_of
from geomap.cli.printing import print_matches
from geomap.model import Match, Place

HEADER = ["name", "where", "source"]
CELLS = [HEADER, ["Dhuluiya", "Saladin Governorate", "GeoNames"], ["Taji", "", "A list of our own"]]

WORDS = st.text("abcde -", max_size=30).map(lambda text: " ".join(text.split()))
TABLES = st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4).map(lambda rows: [HEADER, *rows])


def test_a_table_takes_the_width_that_it_needs():
    assert list(lines_of(CELLS)) == [
        "name      where                source",
        "Dhuluiya  Saladin Governorate  GeoNames",
        "Taji                           A list of our own",
    ]


def test_text_runs_over_several_lines_where_the_width_is_too_small():
    assert list(lines_of(CELLS, 32)) == [
        "name     where       source",
        "Dhuluiya Saladin     GeoNames",
        "         Governorate",
        "Taji                 A list of",
        "                     our own",
    ]


def test_columns_go_until_the_rest_fits():
    assert fitting(CELLS, 80, ["source", "where"]) == (CELLS, ())
    rest, gone = fitting(CELLS, 25, ["source", "where"])
    assert (rest[1], gone) == (["Dhuluiya", "Saladin Governorate"], ("source",))
    rest, gone = fitting(CELLS, 3, ["source", "where"])
    assert (rest[1], gone) == (["Dhuluiya"], ("source", "where"))


@given(TABLES, st.integers(20, 120))
def test_no_line_is_wider_than_asked_where_words_allow_and_no_word_is_lost(cells, width):
    lines = list(lines_of(cells, width))
    words = [word for row in cells for text in row for word in text.split()]
    if max(map(len, words)) <= 18:
        assert sorted(" ".join(lines).split()) == sorted(words)
    if width >= 3 * 18 + 2:
        assert max(map(len, lines)) <= width


def test_a_narrow_terminal_goes_without_the_least_and_says_so(capsys):
    place = Place(
        id="gn:1",
        name="Dhuluiya",
        latitude=34.0,
        longitude=44.0,
        country="IQ",
        admin1="Saladin",
        admin2=None,
        kind="settlement",
        feature_code=None,
        population=61000,
        radius_km=3.0,
        source="GeoNames; position: its own",
    )
    match = Match(place=place, quality=0.75, step="romanisation", matched_name="Dhuluiya", how="another one")
    print_matches([match], 80)
    out, err = capsys.readouterr()
    assert max(map(len, out.splitlines())) <= 80
    assert "0.75" in out
    assert err == "Too narrow for source, how, admin2: widen the terminal, or use --json.\n"
    print_matches([match])
    out, err = capsys.readouterr()
    assert "61,000      0.75     another one  GeoNames\n" in out
    assert err == ""
