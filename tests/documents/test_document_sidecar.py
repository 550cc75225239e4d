from __future__ import annotations

import unicodedata
from datetime import date

import pytest

HEADER = "file,published,title,source,url,id,language\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("text a")
    (tmp_path / "b.txt").write_text("---\ntitle: Own\n---\ntext b")
    return tmp_path


def test_rows_describe_the_files_beside_them(loaded, folder):
    (folder / "metadata.csv").write_text(
        HEADER + 'a.txt,2014-12-31,"A, b",S,u,doc-a,en\nb.txt,2014-12-30,Other,,,,\n'
    )
    result = loaded(folder)
    first, second = result.documents
    told = (first.id, first.published, first.title, first.source, first.url, first.language)
    assert told == ("doc-a", date(2014, 12, 31), "A, b", "S", "u", "en")
    assert (second.id, second.title, second.published) == ("b", "Own", date(2014, 12, 30))
    assert not result.problems


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_as_spreadsheets_write_it(loaded, folder, delimiter, encoding):
    text = f"File{delimiter}Date\r\na.txt{delimiter}2014-12-31\r\n"
    (folder / "metadata.csv").write_bytes(text.encode(encoding))
    result = loaded(folder)
    assert result.documents[0].published == date(2014, 12, 31)
    assert not result.problems


def test_a_file_of_rows_takes_what_its_rows_lack(loaded, tmp_path, rows):
    path = rows({"text": "t"}, {"text": "u", "source": "Own", "id": "x"})
    (tmp_path / "metadata.csv").write_text("file,source,id\nnews.jsonl,S,feed\n")
    documents = loaded(path).documents
    assert [(document.id, document.source) for document in documents] == [("feed:1", "S"), ("x", "Own")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEADER + "a.txt,,,,,,\nno.txt,,,,,,\n", "line 3: there is no file 'no.txt'"),
        ("file,weather\na.txt,fine\n", "line 1: 'weather' is not a known column"),
        ("name,published\na.txt,2014-12-31\n", "it has no column 'file'"),
        ("", "it has no column 'file'"),
        (HEADER + "a.txt,03/04/2014,,,,,\n", "line 2: published: '03/04/2014'"),
        (HEADER + "a.txt,2014-12-31,A, b,,,,\n", "line 2: it has 8 cells, not 7"),
        (HEADER + ",2014-12-31,,,,,\n", "line 2: it names no file"),
        (HEADER + "a.txt,,,,,,\na.txt,,,,,,\n", "line 3: 'a.txt' has a row already (line 2)"),
        (HEADER + "a.txt,,,,,,english\n", "line 2: language 'english'"),
        (HEADER + f"a.txt,,{'x' * 200_000},,,,\n", "line 2: it is not CSV"),
    ],
)
def test_what_is_amiss_is_named_and_the_documents_read(loaded, folder, content, said):
    (folder / "metadata.csv").write_text(content)
    result = loaded(folder)
    assert result.ids == ["a", "b"]
    assert f"metadata.csv{'' if 'no column' in said else ','}" in result.only_problem()
    assert said in result.only_problem()


def test_a_binary_side_car_is_a_problem(loaded, folder):
    (folder / "metadata.csv").write_bytes(bytes(range(256)) * 20)
    result = loaded(folder)
    assert result.ids == ["a", "b"]
    assert "metadata.csv: it is binary" in result.only_problem()


def test_rows_of_other_files_do_not_bother_a_file_that_is_named(loaded, folder):
    (folder / "metadata.csv").write_text(HEADER + "a.txt,2014-12-31,,,,,\nno.txt,nonsense,,,,,\n")
    result = loaded(folder / "a.txt")
    assert result.documents[0].published == date(2014, 12, 31)
    assert not result.problems


def test_names_compare_in_any_unicode_form(loaded, tmp_path):
    (tmp_path / unicodedata.normalize("NFD", "é.txt")).write_text("text")
    (tmp_path / "metadata.csv").write_text("file,title\né.txt,T\n", encoding="utf-8")
    result = loaded(tmp_path)
    assert result.documents[0].title == "T"
    assert not result.problems
