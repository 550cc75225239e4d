"""The command line as a user meets it: what it prints where, what it writes, the code that it ends with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from geomap import api, assemble
from geomap.cli import main
from geomap.errors import GazetteerError
from geomap.gazetteer import open_gazetteer

SEEDS = str(Path(__file__).parents[2] / "seeds")
TEXT = "On Monday gunmen killed five soldiers in Tikrit."


@pytest.fixture
def run():
    def invoke(*arguments, **options):
        return CliRunner().invoke(main, [str(each) for each in arguments], **options)

    return invoke


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_map_writes_page_and_geojson(run, tmp_path):
    result = run("map", SEEDS, "-o", tmp_path / "out put")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "1 document" in result.stderr
    written = {path.name for path in (tmp_path / "out put").iterdir()}
    assert written == {"index.html", "events.geojson"}


def test_map_of_the_same_input_gives_the_same_bytes(run, tmp_path):
    for name in ("one", "two"):
        run("map", SEEDS, "-o", tmp_path / name)
    for name in ("index.html", "events.geojson"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_events_prints_a_table_or_geojson(run):
    table = run("events", SEEDS)
    assert table.exit_code == 0
    assert table.stdout.splitlines()[0].split() == (
        "date type status place precision dead sure trigger".split()
    )
    found = json.loads(run("events", SEEDS, "--json").stdout)
    assert found["type"] == "FeatureCollection"
    assert len(found["features"]) == len(table.stdout.splitlines()) - 1


def test_places_from_argument_and_standard_input(run):
    assert "Tikrit" in run("places", TEXT).stdout
    found = json.loads(run("places", "-", "--json", input=TEXT).stdout)
    assert [each["text"] for each in found] == ["Tikrit"]
    assert found[0]["candidates"][0]["country"] == "IQ"


def test_lookup_prints_a_table_best_first(run):
    header, first, *_ = run("lookup", "Samarra", "--country", "IQ").stdout.splitlines()
    assert header.split() == (
        "id name kind country admin1 admin2 latitude longitude population quality how source".split()
    )
    assert re.match(r"gn:\d+ +Samarra +settlement \(PPL\w?\) +IQ ", first)
    assert re.search(r" 34\.\d{4} +43\.\d{4} +[\d,]+ +1\.00 +the name +\w", first)


def test_lookup_prints_json_for_programs(run):
    found = json.loads(run("lookup", "Samarra", "--json", "--limit", "2").stdout)
    assert len(found) == 2
    assert list(found[0]) == (
        "id name kind feature_code latitude longitude country admin1 admin2 population radius_km "
        "quality step how matched_name source".split()
    )
    assert (found[0]["country"], found[0]["kind"], found[0]["step"]) == ("IQ", "settlement", "name")
    assert found[0]["radius_km"] > 0


def test_lookup_of_an_unknown_name_is_a_failure_in_a_sentence(run, tmp_path):
    page = tmp_path / "page.html"
    unknown = run("lookup", "Xqzvbn", "--map", page)
    assert unknown.exit_code == 1
    assert unknown.stdout == ""
    assert unknown.stderr == "The gazetteer holds no place named 'Xqzvbn'.\n"
    assert list(tmp_path.iterdir()) == []


def test_lookup_takes_a_view_of_disputed_areas(run, monkeypatch, tmp_path):
    asked = []

    def opened(*, view):
        asked.append(view)
        return open_gazetteer()

    monkeypatch.setattr(api, "open_gazetteer", opened)
    run("lookup", "Simferopol")
    run("lookup", "Simferopol", "--view", "held")
    assert asked == ["un", "held"]
    run("lookup", "Simferopol", "--view", "held", "--limit", "1", "--map", tmp_path / "page.html")
    assert set(asked[2:]) == {"held"}
    assert len(asked) == 4
    assert run("lookup", "Simferopol", "--view", "ours").exit_code == 2


def test_lookup_shows_the_places_on_a_page(run, tmp_path):
    page = tmp_path / "page.html"
    result = run("lookup", "Baghdad", "--country", "IQ", "--map", page)
    assert result.exit_code == 0, result.output
    assert result.stdout == run("lookup", "Baghdad", "--country", "IQ").stdout
    assert result.stderr == f"{len(result.stdout.splitlines()) - 1} places -> {page}\n"
    assert "<title>Places named “Baghdad”</title>" in page.read_text(encoding="utf-8")


def test_a_page_of_places_that_cannot_be_written(run, tmp_path):
    result = run("lookup", "Baghdad", "--map", tmp_path / "missing" / "page.html")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Cannot write {tmp_path / 'missing' / 'page.html'}")


def test_help_and_version(run):
    assert "map" in run("--help").stdout
    assert run("--version").stdout.startswith("geomap, version ")
    assert run("map").exit_code == 2


def test_evaluate_events(run, tmp_path):
    gold = write(tmp_path, "gold.json", "[]")
    result = run("evaluate", "events", "--gold", gold, SEEDS)
    assert result.exit_code == 1
    assert str(gold) in result.stderr


BAD_ALONE = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
    "rows.jsonl": (b'{"text": \n', "line 1"),
    "table.xlsx": (b"PK", ".txt"),
}


@pytest.mark.parametrize("name", BAD_ALONE)
def test_an_input_that_cannot_be_read_alone_is_a_failure_in_a_sentence(run, tmp_path, name):
    content, hint = BAD_ALONE[name]
    path = write(tmp_path, name, content)
    result = run("map", path, "-o", tmp_path / "out")
    assert result.exit_code == 1
    first, *rest = result.stderr.splitlines()
    assert name in first
    assert hint in first
    assert rest == ["No document could be read."]
    assert not (tmp_path / "out" / "index.html").exists()


def test_a_missing_source_is_a_failure_in_a_sentence(run, tmp_path):
    result = run("events", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


def test_a_bad_row_is_named_and_the_others_are_read(run, tmp_path):
    good = json.dumps({"text": TEXT, "published": "2014-12-31"})
    path = write(tmp_path, "rows.jsonl", f"{good}\nnot json\n{good}\n")
    result = run("events", path)
    assert result.exit_code == 3
    assert "rows.jsonl, line 2" in result.stderr
    assert result.stderr.splitlines()[-1] == "2 documents read; 1 problem in the input"
    assert len(result.stdout.splitlines()) == 3


def test_many_problems_are_counted_not_shown(run, tmp_path):
    good = json.dumps({"text": TEXT, "published": "2014-12-31"})
    path = write(tmp_path, "rows.jsonl", "bad\n" * 100 + good)
    result = run("events", path)
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 22
    assert "100 problems in the input" in result.stderr


def test_a_text_in_no_encoding(run, tmp_path):
    path = write(tmp_path, "odd.txt", bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFF, 0xFE, 0x80] * 50))
    result = run("events", path)
    assert result.exit_code == 1
    assert "odd.txt" in result.stderr


def test_an_output_that_cannot_be_written(run, tmp_path):
    blocked = write(tmp_path, "blocked", "a file")
    result = run("map", SEEDS, "-o", blocked)
    assert result.exit_code == 1
    assert str(blocked) in result.stderr
    assert blocked.read_text() == "a file"


def test_a_bad_date_on_the_command_line(run):
    result = run("events", SEEDS, "--published", "31/12/2014")
    assert result.exit_code == 1
    assert "31/12/2014" in result.stderr


def test_no_gazetteer(run, monkeypatch):
    def nowhere(path=None):
        raise GazetteerError("There is no gazetteer: install geomap-events again.")

    assemble.pipeline.cache_clear()
    monkeypatch.setattr(assemble, "open_gazetteer", nowhere)
    result = run("events", SEEDS)
    assemble.pipeline.cache_clear()
    assert result.exit_code == 1
    assert result.stderr == "There is no gazetteer: install geomap-events again.\n"


def test_undated_documents_are_told_once(run, tmp_path):
    write(tmp_path, "a.txt", TEXT)
    result = run("events", tmp_path)
    assert result.exit_code == 0
    assert result.stderr.count("no publication date") == 1
    dated = run("events", tmp_path, "--published", "2014-12-31")
    assert "no publication date" not in dated.stderr
    assert "2014-12-29" in dated.stdout


def test_events_explain_each_field(run, tmp_path):
    write(tmp_path, "a.txt", TEXT)
    lines = run("events", tmp_path, "--published", "2014-12-31", "--explain").stdout.splitlines()
    told = {line.split()[0]: line for line in lines if line.startswith("  ") and not line.startswith("   ")}
    assert {"type", "date", "place", "killed"} <= set(told)
    # Value, words with their offset, and reason; the place also tells how sure it is.
    assert "2014-12-29 (day)" in told["date"]
    assert " at " in told["date"]
    assert told["date"].endswith("dates the event")
    assert "sure 0." in told["place"]
    assert f'    tells the event: "{TEXT}"' in lines
    nothing = run("events", tmp_path, "--explain").stdout
    assert "unknown: no words tell it" in nothing


def test_events_take_another_table_of_actors(run, tmp_path):
    path = tmp_path / "actors.tsv"
    path.write_text("River Guard\tmilitia\tnonstate\t4\tIQ\tIslamic State|ISIL|ISIS\n", encoding="utf-8")
    result = run("events", SEEDS, "--actors", path, "--json")
    assert result.exit_code == 0, result.output
    assert "River Guard" in {row["properties"]["targets"] for row in json.loads(result.stdout)["features"]}
    path.write_text("River Guard\tmilitia\n", encoding="utf-8")
    refused = run("events", SEEDS, "--actors", path)
    assert refused.exit_code == 1
    assert "line 1: 2 cells; write 6" in refused.stderr
