"""`geomap evaluate` as a user meets it, over tiny corpora of our own."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from geomap.cli import main

DOCUMENT = Path(__file__).parents[2] / "docs" / "evaluation.md"
TEXT = "On Monday gunmen killed five soldiers in Tikrit."
LINE = {
    "doc_id": "abc",
    "text": TEXT,
    "mentions": [{"start": 41, "end": 47, "lat": 34.6, "lon": 43.68, "geonameid": 90150}],
}
XML = f"""<articles><article docid="abc"><text>{TEXT}</text><toponyms><toponym>
<start>40</start><end>46</end><phrase>Tikrit</phrase>
<gaztag geonameid="90150"><fclass>P</fclass><lat>34.6</lat><lon>43.68</lon></gaztag>
</toponym></toponyms></article></articles>"""
CORPORA = {
    "lgl.xml": XML,
    "TR-News.xml": XML,
    "corpus.jsonl": json.dumps(LINE),
    "snippets.tsv": f"id\ttext\tsub_type\n1\t{TEXT}\tARMED_CLASH\n",
    "tempeval.tml": f"""<TimeML><DOCID>a</DOCID><DCT><TIMEX3 type="DATE" value="2014-12-31"
functionInDocument="CREATION_TIME">31 December</TIMEX3></DCT><TEXT>On <TIMEX3 type="DATE"
value="2014-12-29">Monday</TIMEX3>{TEXT[9:]}</TEXT></TimeML>""",
    "casualties.jsonl": json.dumps({"text": TEXT, "killed": [5, 5, 5]}),
    "actors.jsonl": json.dumps(
        {
            "id": "1",
            "half": "before",
            "type": "battle.combatant_killed",
            "text": TEXT,
            "initiator": ["gunmen"],
            "target": ["soldiers"],
        }
    ),
    "sentences.jsonl": json.dumps({"text": TEXT, "locations": [[41, 47]]}),
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    for name, content in CORPORA.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["evaluate", *arguments])


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", ["lgl.xml", "corpus.jsonl"])
def test_toponyms_are_scored_in_both_forms(run, name):
    result = run("toponyms", name)
    assert result.exit_code == 0, result.output
    assert f"{name}, all of it: 1 document, 1 toponym (1 with an id, 1 with a position)" in result.stdout
    assert "same id              100.0 %  1 of 1 gold toponyms with an id" in result.stdout
    assert result.stderr == "1 document read\n"


def test_json_is_a_list_of_scores_one_a_corpus(run):
    first, second = json.loads(run("toponyms", "lgl.xml", "corpus.jsonl", "--json").stdout)
    assert (first["corpus"], second["corpus"]) == ("lgl.xml", "corpus.jsonl")
    assert first["summary"]["offsets_repaired"] == 1
    assert first["end_to_end"] == second["end_to_end"]


def test_halves(run):
    documents = [
        json.loads(run("toponyms", "lgl.xml", "--json", "--half", half).stdout)[0]["summary"]["documents"]
        for half in ("all", "train", "test")
    ]
    assert documents == [1, 0, 1]
    assert run("toponyms", "lgl.xml", "--half", "third").exit_code == 2


def test_predictions_can_be_scored_as_a_corpus(run):
    written = run("toponyms", "lgl.xml", "corpus.jsonl", "--predictions", "found.jsonl")
    assert written.stderr == "2 documents read -> found.jsonl\n"
    (score,) = json.loads(run("toponyms", "found.jsonl", "--json").stdout)
    assert score["summary"]["documents"] == 2
    assert score["recognition"]["f1"] == 1.0
    assert score["end_to_end"]["same_id"]["share"] == 1.0


def test_event_places(run):
    result = run("event-places", "sentences.jsonl")
    assert "recall, exact spans  100.0 %  1 of 1 place spans" in result.stdout
    assert json.loads(run("event-places", "sentences.jsonl", "--json").stdout)["recall"]["count"] == 1
    assert result.stderr == "1 sentence read\n"


def test_actors_are_scored_by_the_file_s_halves(run):
    result = run("actors", "actors.jsonl")
    assert result.exit_code == 0, result.output
    assert "before: 1 sentences" in result.stdout
    assert result.stderr == "1 sentence read\n"
    told = json.loads(run("actors", "actors.jsonl", "--json").stdout)
    assert told["halves"]["before"]["both"] == {"count": 1, "of": 1, "share": 1.0}


@pytest.mark.parametrize("command", ["toponyms", "event-places", "actors"])
def test_a_file_that_is_no_corpus_is_a_failure_in_a_sentence(run, tmp_path, command):
    (tmp_path / "broken.jsonl").write_text("{", encoding="utf-8")
    for name in ("broken.jsonl", "missing.jsonl"):
        result = run(command, name)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert name in result.stderr


@pytest.mark.parametrize("command", "".join(blocks("sh")).splitlines())
def test_the_commands_of_the_document_run(run, command):
    arguments = shlex.split(command, comments=True)
    if arguments[0] == "python":
        # A benchmark wants other tools and time: that it is there has to do.
        assert (DOCUMENT.parents[1] / arguments[1]).is_file()
        return
    assert arguments[:2] == ["geomap", "evaluate"]
    assert run(*arguments[2:]).exit_code == 0


def test_the_python_of_the_document_runs(run, capsys):
    (code,) = blocks("python")
    names = {}
    exec(code, names)  # noqa: S102 - our own document
    assert names["score"].recognition.f1 == 1.0
    assert "lgl.xml, test half" in capsys.readouterr().out


def test_the_line_of_the_document_can_be_read(run, tmp_path):
    (line,) = blocks("json")
    (tmp_path / "line.jsonl").write_text(line, encoding="utf-8")
    assert run("toponyms", "line.jsonl").exit_code == 0


def test_outlets_may_be_left_out(run):
    alone = json.loads(run("toponyms", "lgl.xml", "--json", "--no-outlets").stdout)
    assert alone == json.loads(run("toponyms", "lgl.xml", "--json").stdout)  # one document has no fellows


def test_dates_are_scored(run):
    result = run("dates", "tempeval.tml")
    assert result.exit_code == 0, result.output
    assert "value, extent given    100.0 %  1 of 1" in result.stdout
    assert result.stderr == "1 document read\n"
    assert json.loads(run("dates", "tempeval.tml", "--json").stdout)["found_and_exact"]["f1"] == 1.0


def test_casualties_are_scored(run):
    result = run("casualties", "casualties.jsonl")
    assert result.exit_code == 0, result.output
    assert "exact                100.0 %  1 of 1" in result.stdout
    assert result.stderr == "1 sentence read\n"
    assert json.loads(run("casualties", "casualties.jsonl", "--json").stdout)["exact"]["count"] == 1


def test_types_of_events_are_scored(run):
    result = run("event-types", "snippets.tsv")
    assert result.exit_code == 0, result.output
    assert "snippets.tsv, all of it: 1 snippets" in result.stdout
    assert result.stderr == "1 snippet read\n"
    assert json.loads(run("event-types", "snippets.tsv", "--json").stdout)["exact"]["of"] == 1
