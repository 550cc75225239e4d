from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from geomap.documents import READERS, Problem, load

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_seed_article_is_untouched_and_dated(loaded):
    seed = SEEDS / "000_ca31ee2c64d02175.txt"
    digest = hashlib.sha256(seed.read_bytes()).hexdigest()
    assert digest == "783db088f2723ff47b009a9ffb5a2da6d3d15073611e871697f512af619b094b"
    for source in (SEEDS, seed, str(seed)):
        result = loaded(source)
        assert result.ids == ["000_ca31ee2c64d02175"]
        assert result.documents[0].published == date(2014, 12, 31)
        assert result.documents[0].text == seed.read_text(encoding="utf-8")
        assert not result.problems


def test_a_folder_is_read_with_its_folders_in_the_order_of_names(loaded, tmp_path):
    for name in ("b.txt", "a/z.TXT", "a/y.txt", "c.jsonl", ".hidden.txt", ".hidden/x.txt", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "row"}' if path.suffix == ".jsonl" else name)
    result = loaded(tmp_path)
    assert result.ids == ["a/y", "a/z", "b", "c:1"]
    assert not result.problems


def test_a_loop_of_links_ends(loaded, tmp_path):
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "sub").mkdir()
    try:
        (tmp_path / "sub" / "up").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    except OSError:
        pytest.skip("this system makes no symbolic links")
    result = loaded(tmp_path)
    assert result.ids == ["a"]
    assert "self.txt: it cannot be read" in result.only_problem()


def test_a_file_reached_twice_is_read_once(loaded, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("text")
    assert loaded(path, tmp_path, str(path)).ids == ["a"]


def test_ids_never_meet(loaded, tmp_path):
    for folder in ("x", "y", "z"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    result = loaded(tmp_path / "x", tmp_path / "y", tmp_path / "z")
    assert result.ids == ["a", "a@a.txt", "a@a.txt~2"]
    assert result.texts == ["x", "y", "z"]


@pytest.mark.parametrize("name", ["nowhere", "nowhere/a.txt", "x" * 5000, "a\0b"])
def test_a_missing_source_is_a_problem(loaded, tmp_path, name):
    result = loaded(f"{tmp_path}/{name}")
    assert not result.documents
    assert "cannot be read" in result.only_problem()


def test_an_empty_name_is_not_the_current_folder(loaded, tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("text")
    monkeypatch.chdir(tmp_path)
    result = loaded("")
    assert not result.documents
    assert "empty name" in result.only_problem()


def test_the_other_sources_are_read_when_one_is_missing(loaded, tmp_path):
    (tmp_path / "a.txt").write_text("text")
    result = loaded(tmp_path / "no", tmp_path / "a.txt")
    assert result.ids == ["a"]
    assert len(result.problems) == 1


def test_a_folder_without_documents_is_a_problem(loaded, tmp_path):
    (tmp_path / "notes.md").write_text("text")
    (tmp_path / "metadata.csv").write_text("file,published\n")
    sentence = loaded(tmp_path).only_problem()
    assert "holds no document" in sentence
    assert all(suffix in sentence for suffix in READERS)


def test_a_named_file_of_an_unknown_kind_lists_the_known_ones(loaded, tmp_path):
    path = tmp_path / "notes.md"
    path.write_text("text")
    sentence = loaded(path).only_problem()
    assert all(suffix in sentence for suffix in READERS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(loaded, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "neither a file nor a folder" in loaded(tmp_path / "pipe.txt").only_problem()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(loaded, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("text")
    assert loaded(tmp_path).ids == ["a"]


def test_a_file_that_the_system_refuses_is_a_problem(loaded, tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("text")
    read_bytes = Path.read_bytes

    def refuse(path):
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    result = loaded(tmp_path)
    assert result.ids == ["b"]
    assert "a.txt: it cannot be read (permission denied)" in result.only_problem()


def test_a_folder_that_the_system_refuses_is_a_problem(loaded, tmp_path, monkeypatch):
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_text("text")
    iterdir = Path.iterdir

    def refuse(path):
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    result = loaded(tmp_path)
    assert result.ids == ["a"]
    assert "the folder cannot be read" in result.only_problem()


def test_nothing_is_written_beside_the_sources(loaded, tmp_path):
    (tmp_path / "a.txt").write_text("text")
    loaded(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_documents_are_streamed(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(name)
    documents = load(tmp_path, report=pytest.fail)
    assert next(documents).id == "a"
    (tmp_path / "b.txt").write_text("changed")
    assert next(documents).text == "changed"


def test_the_callers_date_is_only_a_default(loaded, tmp_path, rows):
    (tmp_path / "a.txt").write_text("---\npublished: 2014-12-31\n---\ntext")
    (tmp_path / "b.txt").write_text("text")
    rows({"text": "t", "published": "2013-01-02"}, {"text": "t"})
    result = loaded(tmp_path, published=date(2020, 1, 1))
    days = [document.published for document in result.documents]
    assert days == [date(2014, 12, 31), date(2020, 1, 1), date(2013, 1, 2), date(2020, 1, 1)]


def test_no_date_is_none_whatever_the_files_time(loaded, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("text")
    os.utime(path, (0, 0))
    assert loaded(path).documents[0].published is None


def test_a_date_that_cannot_be_read_is_not_replaced_by_the_default(loaded, rows):
    path = rows({"text": "t", "published": "03/04/2014"})
    result = loaded(path, published=date(2020, 1, 1))
    assert result.documents[0].published is None
    sentence = result.only_problem()
    assert "news.jsonl, line 1" in sentence
    assert "2014-04-03" in sentence


@pytest.mark.parametrize("name", ["a\nb.txt", "\u202etxt.a", "a\udcff.txt"])
def test_a_problem_is_one_printable_line(name):
    problem = Problem(path=Path(name), row=3, reason="it is odd", remedy="mend it")
    assert str(problem).isprintable()
    str(problem).encode("utf-8")


def test_a_file_name_that_is_no_text_gives_an_id_that_is(loaded, tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.write(b"text")
    except OSError:
        pytest.skip("this system keeps names in Unicode")
    assert loaded(tmp_path).ids == ["caf\ufffd"]
