from __future__ import annotations

import json
import os
import sys

import pytest
from support.running import ROOT, environment, run

sys.path.insert(0, str(ROOT / "benchmarks"))

import gazetteer_speed
from stores import bundle, pickled, probe, sqlite
from stores.contents import contents, keys
from stores.rows import FIELDS, as_place, as_row

from geomap.gazetteer import folder
from geomap.model import Place


def place(id_, name):
    fields = dict.fromkeys(FIELDS) | {"id": id_, "name": name, "kind": "settlement", "source": "test"}
    return Place(**fields | {"latitude": 1.5, "longitude": -2.0, "radius_km": 2.0})


ALA, OTHER_ALA, BEB = place("x:1", "Ala"), place("x:2", "Ala"), place("x:3", "Béb")
NAMES = {"ala": (OTHER_ALA, ALA), "beb": (BEB,), "the beb": (BEB,)}


def held():
    return contents(iter(NAMES), lambda name: NAMES.get(name, ()))


def test_a_place_survives_as_a_row():
    assert as_place(as_row(BEB)) == BEB


def test_contents_hold_each_place_once_and_the_order_of_each_name():
    found = held()
    assert len(found.rows) == 3
    assert {name: tuple(as_place(found.rows[n]) for n in ns) for name, ns in found.numbers.items()} == NAMES


@pytest.mark.parametrize("store", [sqlite, pickled])
def test_a_rival_answers_as_the_gazetteer_does(tmp_path, store):
    path = tmp_path / "with a blank" / "names"
    path.parent.mkdir()
    store.build(path, held())
    lookup, best = store.open_store(path)
    assert lookup("Ala") == (OTHER_ALA, ALA)
    assert best("ALA") == (OTHER_ALA,)
    assert lookup("béb") == best("The Beb") == (BEB,)
    assert lookup("Cec") == best("Cec") == ()


def test_the_bundle_answers_with_all_places_and_with_the_best():
    lookup, best = bundle.open_store(folder())
    places = lookup("Paris")
    assert len(places) > 1
    assert [match.place for match in best("Paris")] == [places[0]]


def test_the_names_of_the_bundle_are_folded():
    assert "paris" in set(keys(folder()))


def test_memory_is_told_by_kind_in_megabytes():
    lines = "Rss: 3000 kB\nPss: 2000 kB\nPss_Dirty: 9 kB\nPrivate_Clean: 500 kB\nPrivate_Dirty: 1000 kB"
    told = probe.by_kind(lines.splitlines())
    assert told == pytest.approx({"RSS": 3.072, "PSS": 2.048, "USS": 1.536, "own": 1.024})


def test_figures_are_medians_and_ratios_multiples_of_ours():
    runs = [{"open, ms": value} for value in (9.0, 1.0, 2.0)]
    assert gazetteer_speed.medians(runs) == {"open, ms": 2.0}
    assert gazetteer_speed.ratio(6.0, 4.0) == "1.50"
    assert gazetteer_speed.ratio(None, 4.0) == gazetteer_speed.ratio(6.0, 0.0) == "-"
    table = gazetteer_speed.as_table({"bundle": {"a": 2.0, "b": 1.0}, "sqlite": {"a": 3.0}}).splitlines()
    assert table[0].split() == ["geomap", "SQLite", "SQLite", "/", "geomap"]
    assert table[1].split() == ["a", "2.0", "3.0", "1.50"]
    assert table[2].split() == ["b", "1.0", "-", "-"]


def test_the_polygons_are_no_part_of_the_size(tmp_path):
    ours, theirs = tmp_path / "bundle", tmp_path / "names"
    ours.mkdir()
    for path, size in ((ours / "index.bin", 3), (ours / "boundaries.bin", 5), (theirs, 7)):
        path.write_bytes(bytes(size * 1_000_000))
    found = gazetteer_speed.sizes({"bundle": ours, "sqlite": theirs})
    assert found == {"bundle": {"size, MB": 3.0}, "sqlite": {"size, MB": 7.0}}


def test_queries_are_the_same_each_time_and_misses_are_unknown(tmp_path):
    def gazetteer(name):
        return NAMES.get(name, ()) or (name == "axqla")

    gazetteer_speed.write_queries(tmp_path, held(), gazetteer, 3)
    first = {name: probe.lines_of(tmp_path, name) for name in ("hits", "written", "misses")}
    assert sorted(first["hits"]) == sorted(NAMES)
    assert sorted(first["written"]) == ["Ala", "Ala", "Béb"]
    assert sorted(first["misses"]) == ["bxqeb", "thexq beb"]
    gazetteer_speed.write_queries(tmp_path, held(), gazetteer, 3)
    assert first == {name: probe.lines_of(tmp_path, name) for name in first}


def test_a_text_is_repeated_until_it_is_long_enough(tmp_path):
    (tmp_path / "short").write_text("é.", encoding="utf-8")
    path = gazetteer_speed.write_text(tmp_path / "long", tmp_path / "short", size=10)
    assert path.read_text(encoding="utf-8") == "é." * 4


def probed(*arguments, cwd):
    paths = os.pathsep.join((str(ROOT / "benchmarks"), str(ROOT)))
    command = (sys.executable, "-c", gazetteer_speed.PROBE, *arguments)
    return json.loads(run(*command, cwd=cwd, env=environment(PYTHONPATH=paths)).stdout)


def test_a_store_is_timed_in_a_process_of_its_own(tmp_path):
    sqlite.build(tmp_path / "names.sqlite", held())
    gazetteer_speed.write_queries(tmp_path, held(), lambda name: NAMES.get(name, ()), 3)
    figures = probed("sqlite", tmp_path / "names.sqlite", "Ala", tmp_path, cwd=tmp_path)
    assert figures["places a hit"] == pytest.approx(4 / 3)
    assert 0 < figures["open, ms"] <= figures["first answer, ms"]
    assert figures["miss, us"] > 0


def test_a_text_is_scanned_in_a_process_of_its_own(tmp_path):
    (tmp_path / "text").write_text("From Paris to Baghdad.", encoding="utf-8")
    figures = probed("scan", folder(), tmp_path / "text", cwd=tmp_path)
    assert figures["names scanned per MB"] * 22e-6 >= 2
    assert figures["scan, first, MB/s"] > 0


@pytest.mark.parametrize("option", ["--gazetteer", "--text"])
def test_what_is_missing_is_told_in_one_sentence(tmp_path, option):
    command = (sys.executable, ROOT / "benchmarks" / "gazetteer_speed.py", option, tmp_path / "none")
    done = run(*command, cwd=ROOT, env=environment(PYTHONPATH=str(ROOT)), code=1)
    assert done.stderr.decode().count("\n") == 1
    assert "none" in done.stderr.decode()
