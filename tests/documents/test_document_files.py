from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.documents import day_of, drafts, front_matter, json_lines, text_files
from geomap.errors import InputError

ARABIC = "أعلنت وزارة الدفاع العراقية يوم الثلاثاء أن قواتها استعادت السيطرة على البلدة، وقال متحدث."


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"---\ntitle: T\n---\n\n"])
def test_an_empty_text_file_is_a_problem(loaded, tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    result = loaded(tmp_path)
    assert not result.documents
    assert "a.txt: it has no text" in result.only_problem()


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_binary_file_is_a_problem(loaded, tmp_path, name):
    (tmp_path / name).write_bytes(bytes(range(256)) * 50)
    result = loaded(tmp_path / name)
    assert not result.documents
    assert "binary" in result.only_problem()


def test_damage_is_reported_and_the_rest_read(loaded, tmp_path):
    (tmp_path / "a.txt").write_bytes(ARABIC.encode() + b"\xd8")
    result = loaded(tmp_path)
    assert result.texts == [ARABIC + "\ufffd"]
    assert "damaged" in result.only_problem()


def test_newlines_and_marks_do_not_reach_the_text(loaded, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\0four" + b"s" * 100)
    assert loaded(tmp_path).texts == ["one\ntwo\nthree four" + "s" * 100]


def test_ten_megabytes_in_one_line(loaded, tmp_path, rows):
    text = "word " * 2_000_000
    (tmp_path / "a.txt").write_text(text)
    rows({"text": text}, {"text": "after"}, name="b.jsonl")
    assert loaded(tmp_path).texts == [text, text, "after"]


def test_a_text_file_over_the_bound_is_not_read(loaded, tmp_path, monkeypatch):
    monkeypatch.setattr(text_files, "LONGEST_BYTES", 10)
    (tmp_path / "a.txt").write_text("x" * 11)
    assert f"longer than {drafts.LONGEST_BYTES >> 20} MB" in loaded(tmp_path).only_problem()


FRONT = """---
Title: "A: title"
DATE: 2014-12-31T23:30:00+03:30
publisher: Agency
url: https://example.org/a?b=c
language: en-GB
author: nobody reads this
id: a1
---
The text.
---
More.
"""


def test_front_matter_is_read_and_taken_off(loaded, tmp_path):
    (tmp_path / "a.txt").write_text(FRONT)
    result = loaded(tmp_path)
    document = result.documents[0]
    assert document.text == "The text.\n---\nMore.\n"
    assert document.published == date(2014, 12, 31)
    told = (document.id, document.title, document.source, document.url, document.language)
    assert told == ("a1", "A: title", "Agency", "https://example.org/a?b=c", "en")
    assert not result.problems


@pytest.mark.parametrize(
    "text",
    [
        "---\nNo keys here.\n---\nmore",
        "---\nTehran: Iran said so.\nAnd more.\n---\nmore",
        "---\nTehran: no known key\n---\nmore",
        "---\ntitle: never closed\nmore",
        "---",
        "--- title: x ---",
        "text\n---\ntitle: T\n---\n",
        "---\n" + "title: T\n" * 100 + "---\nmore",
    ],
)
def test_a_text_that_begins_with_a_rule_is_not_eaten(text):
    assert front_matter.split(text) == ({}, text)


@settings(deadline=None)
@given(st.text())
def test_front_matter_takes_off_a_block_or_nothing(text):
    assert front_matter.split(f"x{text}")[1] == f"x{text}"
    after = front_matter.split(f"---\nid: 1\n---\n{text}")
    assert after == ({"id": (2, "1")}, text)


def test_a_bad_value_in_front_matter_names_its_line(loaded, tmp_path):
    (tmp_path / "a.txt").write_text("---\ntitle: T\ndate: 31.12.2014\n---\ntext")
    result = loaded(tmp_path)
    assert result.documents[0].title == "T"
    assert result.documents[0].published is None
    assert "a.txt, line 3: published: '31.12.2014'" in result.only_problem()


@pytest.mark.parametrize(
    "text",
    [
        "2014-12-31",
        " 2014-12-31 ",
        "20141231",
        "2014-12-31T23:59:59Z",
        "2014-12-31T00:10:00+05:30",
        "2014-12-31 23:59:59.123456 -0800",
        "2014-12-31 10:00 UTC",
        "20141231T100000Z",
        "2014-W01-3",
    ],
)
def test_days_are_as_written_in_their_own_offset(text):
    assert day_of(text) == (date(2014, 1, 1) if "W" in text else date(2014, 12, 31))


@pytest.mark.parametrize(
    "text", ["03/04/2014", "31.12.2014", "2014", "2014-13-01", "today", "", "1420000000"]
)
def test_other_dates_are_never_guessed(text):
    with pytest.raises(InputError, match="2014-04-03"):
        day_of(text)


@settings(deadline=None)
@given(st.dates())
def test_every_iso_day_is_read(day):
    assert day_of(day.isoformat()) == day


def test_rows_become_documents(loaded, rows):
    path = rows(
        {"id": "x", "text": "one", "published": "2014-12-31", "title": "T", "source": "S", "url": "u"},
        "",
        {"body": "two\r\nlines", "date_publish": "2014-12-30 10:00:00", "Link": "v", "lang": "ar"},
        {"content": "three", "id": 7, "pubdate": None, "extra": {"deep": []}},
    )
    result = loaded(path)
    assert result.ids == ["x", "news:3", "7"]
    assert result.texts == ["one", "two\nlines", "three"]
    assert [document.published for document in result.documents] == [
        date(2014, 12, 31),
        date(2014, 12, 30),
        None,
    ]
    assert [document.url for document in result.documents] == ["u", "v", None]
    assert result.documents[1].language == "ar"
    assert not result.problems


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "not json",
        "[1, 2]",
        "null",
        '"text"',
        "{}",
        '{"title": "no text"}',
        '{"text": ""}',
        '{"text": "   "}',
        '{"text": "\\u0000"}',
        '{"text": "\\ufeff"}',
        '{"text": 5}',
        '{"text": null}',
        '{"text": ["a"]}',
        '{"text": "a"} {"text": "b"}',
        "[" * 100_000,
        "9" * 10_000,
    ],
)
def test_a_malformed_row_is_named_and_the_others_read(loaded, rows, bad):
    result = loaded(rows({"text": "before"}, bad, {"text": "after"}))
    assert result.texts == ["before", "after"]
    assert "news.jsonl, line 2: " in result.only_problem()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", 5),
        ("published", 1420000000),
        ("source", {"name": "S"}),
        ("id", True),
        ("language", "English"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named_and_left_unknown(loaded, rows, field, value):
    result = loaded(rows({"text": "t", field: value}))
    document = result.documents[0]
    assert document.id == "news:1"
    assert (document.title, document.published, document.source, document.language) == (None,) * 4
    assert f"line 1: {'its ' if field != 'language' else ''}{field}" in result.only_problem()


def test_the_better_name_wins_whatever_the_order(loaded, rows):
    one = {"date": "2014-01-01", "published": "2014-12-31", "content": "c", "text": "t"}
    other = dict(reversed(one.items()))
    documents = loaded(rows(one, other)).documents
    assert {(document.text, document.published) for document in documents} == {("t", date(2014, 12, 31))}


def test_repeated_ids_are_told_apart(loaded, rows):
    path = rows({"id": "x", "text": "1"}, {"id": "x", "text": "2"}, {"id": "x", "text": "3"})
    assert loaded(path).ids == ["x", "x@news.jsonl:2", "x@news.jsonl:3"]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_of_rows_is_a_problem(loaded, tmp_path, content):
    (tmp_path / "a.jsonl").write_bytes(content)
    assert "it has no rows" in loaded(tmp_path).only_problem()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1256"])
def test_rows_in_any_encoding(loaded, tmp_path, encoding):
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in (ARABIC, "plain", ARABIC)]
    (tmp_path / "a.jsonl").write_bytes("\r\n".join(lines).encode(encoding))
    result = loaded(tmp_path)
    assert result.texts == [ARABIC, "plain", ARABIC]
    assert not result.problems


def test_a_damaged_row_does_not_spoil_the_others(loaded, tmp_path):
    line = json.dumps({"text": ARABIC}, ensure_ascii=False).encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([line, line.replace(b"\xd8\xa3", b"\xd8", 1), line]))
    result = loaded(tmp_path)
    assert result.texts[0] == result.texts[2] == ARABIC
    assert result.texts[1] == "\ufffd" + ARABIC[1:]
    assert "a.jsonl, line 2: 1 of its characters are damaged" in result.only_problem()


def test_wide_text_that_breaks_off_is_a_problem(loaded, tmp_path):
    good = (json.dumps({"text": "t"}) + "\n").encode("utf-16")
    (tmp_path / "a.jsonl").write_bytes(good + b"\x00\xd8\x41\x00" + b"\n\x00")
    assert "UTF-16" in loaded(tmp_path).only_problem()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_a_line_over_the_bound_is_skipped_and_the_others_read(loaded, tmp_path, monkeypatch, encoding, last):
    monkeypatch.setattr(json_lines, "LONGEST_BYTES", 64)
    lines = [json.dumps({"text": text}) for text in ("before", "x" * 300, "after", "y" * 300)]
    (tmp_path / "a.jsonl").write_bytes(("\n".join(lines) + last).encode(encoding))
    result = loaded(tmp_path)
    assert result.texts == ["before", "after"]
    assert [problem.row for problem in result.problems] == [2, 4]


def test_lone_surrogates_and_controls_are_cleaned(loaded, rows):
    result = loaded(rows('{"text": "a\\ud800b\\u0000c 😀", "id": "i\\ud800"}'))
    assert result.texts == ["a\ufffdb c 😀"]
    assert result.ids == ["i\ufffd"]
