from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from shapely.geometry import box

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
sys.path.insert(0, str(SCRIPTS))

from gazetteer_build import postal  # noqa: E402
from gazetteer_build.rows import Row  # noqa: E402
from gazetteer_build.ukrainian import romanised  # noqa: E402

TEXAS = {"US.TX": 1, "US.TX.449": 2}


def line(**odd):
    fields = {"country": "US", "code": "75558", "name": "Cookville", "accuracy": "4"}
    fields |= {"latitude": "33.19", "longitude": "-94.85", "admin1": "TX", "admin2": "449"} | odd
    named = ["Texas", fields["admin1"], "Titus", fields["admin2"], "", ""]
    where = [fields[key] for key in ("latitude", "longitude", "accuracy")]
    return "\t".join([fields["country"], fields["code"], fields["name"], *named, *where])


def read(tmp_path, *lines):
    path = tmp_path / "codes.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return postal.read_postal(path)


def rows(tmp_path, *lines, towns=(), shapes=None, counts=None):
    counts = Counter() if counts is None else counts
    held = postal.Held(towns=list(towns), ids=TEXAS, shapes=shapes or {}, words={"panther", "susan"})
    return postal.postal_rows(read(tmp_path, *lines), held, counts)


def town(name, latitude, longitude, country="US"):
    return Row(
        id="gn:9",
        name=name,
        latitude=latitude,
        longitude=longitude,
        country=country,
        kind="settlement",
        radius_km=3.0,
        source="test",
        names=[name],
    )


def test_a_village_becomes_a_settlement_with_its_units(tmp_path):
    (row,) = rows(tmp_path, line())
    assert (row.id, row.name, row.admin1, row.admin2) == (
        "pc:us-tx-449-cookville",
        "Cookville",
        "gn:1",
        "gn:2",
    )
    assert (row.latitude, row.longitude, row.population) == (33.19, -94.85, None)
    assert row.prominence < 0.5


@pytest.mark.parametrize(
    "odd",
    [
        {"accuracy": "1"},
        {"accuracy": ""},
        {"country": "JP"},
        {"name": "Vancouver (South West End)"},
        {"name": "Patrick Afb"},
        {"name": "Urep 3"},
    ],
)
def test_guesses_sorting_offices_and_other_countries_are_left_out(tmp_path, odd):
    assert read(tmp_path, line(**odd)) == []


def test_a_name_in_one_district_is_one_village(tmp_path):
    assert len(read(tmp_path, line(), line(code="75559", latitude="33.2"))) == 1
    assert len(read(tmp_path, line(), line(admin2="450"))) == 2


def test_odd_capitals_of_the_list_are_mended(tmp_path):
    assert [one.name for one in read(tmp_path, line(name="Mc Quady"), line(name="Queen'S Mercy"))] == [
        "McQuady",
        "Queen's Mercy",
    ]


@pytest.mark.parametrize("there", [town("Cookville", 33.3, -94.8), town("Elsewhere", 33.195, -94.85)])
def test_a_town_that_is_there_stands_for_the_village(tmp_path, there):
    counts = Counter()
    assert rows(tmp_path, line(), towns=[there], counts=counts) == []
    assert counts == {"postal place is a town that is there": 1}


def test_a_town_of_another_name_beside_it_does_not(tmp_path):
    assert len(rows(tmp_path, line(), towns=[town("Elsewhere", 33.21, -94.85)])) == 1


def test_a_village_outside_its_unit_is_left_out(tmp_path):
    counts = Counter()
    assert rows(tmp_path, line(), shapes={1: box(-80, 30, -79, 31)}, counts=counts) == []
    assert counts == {"postal place outside the unit that it states": 1}


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Згурівка", "Zghurivka"),
        ("Знам'янка", "Znamianka"),
        ("Юр’ївка", "Yurivka"),
        ("Щастя", "Shchastia"),
        ("Кам’янець-Подільський", "Kamianets-Podilskyi"),
        ("Єнакієве", "Yenakiieve"),
        ("Новий Яр", "Novyi Yar"),
    ],
)
def test_ukrainian_names_are_romanised_by_the_states_table(name, latin):
    assert romanised(name) == latin


def test_a_ukrainian_village_is_found_under_both_scripts(tmp_path):
    (row,) = rows(tmp_path, line(country="UA", name="Зелений Гай", admin1="08", admin2=""))
    assert row.names == ["Zelenyi Hai", "Зелений Гай"]


@pytest.mark.parametrize("name", ["Panther", "Susan"])
def test_a_village_under_an_ordinary_word_or_a_given_name_is_left_out(tmp_path, name):
    assert rows(tmp_path, line(name=name)) == []
    assert len(rows(tmp_path, line(name=f"{name} Creek"))) == 1


def test_words_are_those_in_small_letters(tmp_path):
    (tmp_path / "american-english-small").write_text("Paris\npanther\n", encoding="utf-8")
    assert postal.read_words(tmp_path) == {"panther"}
