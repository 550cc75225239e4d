"""How written articles with inline marks become a corpus of toponyms."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from written_corpus.building import build
from written_corpus.hints import Hint, place_of, read_hint
from written_corpus.marks import read_article

from geomap.errors import InputError
from geomap.evaluation import read_toponym_corpus
from geomap.gazetteer import open_gazetteer

WRITTEN = Path(__file__).resolve().parents[2] / "training" / "written"


@pytest.fixture
def article(tmp_path):
    def write(body, head="title: A {{Dublin|Ohio, US}} fire\nsource: Dublin Sentinel"):
        path = tmp_path / "news" / "fire.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{head}\n---\n{body}\n", encoding="utf-8")
        return path

    return write


def test_marks_leave_the_text_and_keep_their_places(article):
    read = read_article(
        article("Fire in {{Dublin|Ohio, US}}.\n\nThe {{Main Street|}} of {{DUBLIN}} and {{Xy}}.")
    )
    assert read.text == "Fire in Dublin.\n\nThe Main Street of DUBLIN and Xy."
    assert read.title == "A Dublin fire"
    assert [read.text[mark.start : mark.end] for mark in read.marks] == [
        "Dublin",
        "Main Street",
        "DUBLIN",
        "Xy",
    ]
    assert [mark.hint for mark in read.marks] == ["Ohio, US", "", "Ohio, US", ""]
    assert [mark.where.rpartition(" ")[2] for mark in read.marks] == ["5", "7", "7", "7"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Fire in\n{{Dublin|Ohio, US.", "line 6: braces"),
        ("Fire in {{ Dublin|Ohio, US}}.", "line 5: .* a blank at an end"),
    ],
)
def test_a_broken_mark_is_told_with_its_line(article, body, told):
    with pytest.raises(InputError, match=told):
        read_article(article(body))


def test_an_article_needs_a_source(article):
    with pytest.raises(InputError, match="lacks its source"):
        read_article(article("Fire.", head="title: Fire"))


@pytest.mark.parametrize(
    ("hint", "parts"),
    [
        ("Ohio, US", Hint(name="Dublin", areas=("Ohio",), country="US", kind=None)),
        ("Texas = US; admin1", Hint(name="Texas", areas=(), country="US", kind="admin1")),
        ("country", Hint(name="Dublin", areas=(), country=None, kind="country")),
        (
            "Erath County, Texas, US",
            Hint(name="Dublin", areas=("Erath County", "Texas"), country="US", kind=None),
        ),
    ],
)
def test_a_hint_has_parts(hint, parts):
    assert read_hint("Dublin", hint) == parts


@pytest.mark.parametrize(
    ("words", "hint", "id_"),
    [
        ("Dublin", "Ohio, US", "gn:5152333"),
        ("Dublin", "IE; settlement", "gn:2964574"),
        ("Worthington", "Franklin County, Ohio, US", "gn:5177396"),
        ("Harris County", "Texas, US", "gn:4696376"),
        ("Texans", "Texas = US; admin1", "gn:4736286"),
        ("Irish", "country", "gn:2963597"),
        ("Houston", "Texas, US", "gn:4699066"),  # not the one in Texas County, Missouri
        ("Paris", "gn:4717560", "gn:4717560"),
    ],
)
def test_a_hint_fixes_one_place(words, hint, id_):
    assert place_of(words, hint, open_gazetteer()).id == id_


@pytest.mark.parametrize(
    ("words", "hint", "told"),
    [
        ("Dublin", "US", "several places called Dublin fit"),
        ("Dublin", "Alaska, US", "no place called Dublin fits"),
        ("Hendricks", "Indiana, US", "no place called Hendricks fits"),  # the county has to be called so
        ("Dublin", "US; town", "town is no kind of place"),
        ("Dublin", "gn:1", "the gazetteer has no gn:1"),
    ],
)
def test_a_hint_that_fixes_no_place_is_told(words, hint, told):
    with pytest.raises(InputError, match=told):
        place_of(words, hint, open_gazetteer())


def test_a_folder_becomes_a_corpus_that_can_be_read(article, tmp_path):
    built = build(article("{{Dublin|Ohio, US}} and {{Main Street|}}.").parent, open_gazetteer())
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f"{line}\n" for line in built.lines), encoding="utf-8")
    (document,) = read_toponym_corpus(path).documents
    assert (document.document.id, built.marks, built.linked) == ("news/fire", 2, 1)
    assert [toponym.id for toponym in document.toponyms] == ["gn:5152333", None]


def test_a_wrong_hint_is_told_with_file_and_line(article):
    (problem,) = build(article("Fire.\n{{Dublin|Alaska, US}}").parent, open_gazetteer()).problems
    assert "fire.txt, line 6: {{Dublin|Alaska, US}}: no place called Dublin fits" in problem


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in WRITTEN.glob("*/*.txt")}), ids=lambda p: p.name
)
def test_the_built_corpora_are_what_the_articles_say(folder):
    built = build(folder, open_gazetteer())
    assert not built.problems
    lines = (WRITTEN / f"{folder.name}.jsonl").read_text(encoding="utf-8")
    assert lines == "".join(f"{line}\n" for line in built.lines)
    assert all(json.loads(line)["mentions"] for line in built.lines)
