from __future__ import annotations

import os
from pathlib import Path

import pytest

from geomap.errors import OutputError
from geomap.files import make_folder, replacing, write_text


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_text_is_written_as_it_is(tmp_path):
    path = tmp_path / "a.html"
    write_text(path, "é\r\n\u202e😀\n")
    assert path.read_bytes() == "é\r\n\u202e😀\n".encode()
    assert names(tmp_path) == ["a.html"]


def test_what_stood_there_is_replaced_whole(tmp_path):
    path = tmp_path / "a.html"
    write_text(path, "a long first version")
    write_text(path, "second")
    assert path.read_text() == "second"


def test_what_stood_there_stays_when_the_writer_fails(tmp_path):
    path = tmp_path / "a.html"
    write_text(path, "good")
    with pytest.raises(ZeroDivisionError), replacing(path) as beside:
        beside.write_text("half")
        raise ZeroDivisionError
    assert path.read_text() == "good"
    assert names(tmp_path) == ["a.html"]


def test_nothing_is_left_when_the_disk_is_full(tmp_path):
    path = tmp_path / "a.html"
    with pytest.raises(OutputError, match="No space left"), replacing(path):
        raise OSError(28, "No space left on device")
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["no/a.html", "file/a.html", "folder"])
def test_what_cannot_be_written_is_one_sentence(tmp_path, name):
    (tmp_path / "file").write_text("a file where a folder should be")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError) as caught:
        write_text(tmp_path / name, "text")
    sentence = str(caught.value)
    assert sentence.startswith(f"Cannot write {tmp_path / name}")
    assert sentence.endswith(".")
    assert isinstance(caught.value, OSError)
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_regular_file_is_not_renamed_away(tmp_path):
    path = tmp_path / "device"
    os.mkfifo(path)
    with pytest.raises(OutputError, match="no regular file"):
        write_text(path, "text")
    assert path.is_fifo()


def test_a_long_name_is_no_trouble(tmp_path):
    path = tmp_path / ("x" * 245 + ".html")
    write_text(path, "text")
    assert path.read_text() == "text"


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_written_file_may_be_read_by_others(tmp_path):
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "a.html", "text")
    finally:
        os.umask(before)
    assert (tmp_path / "a.html").stat().st_mode & 0o777 == 0o644


def test_folders_are_made_with_their_parents(tmp_path):
    assert make_folder(tmp_path / "a" / "b").is_dir()
    assert make_folder(tmp_path / "a" / "b") == tmp_path / "a" / "b"


def test_a_folder_cannot_stand_where_a_file_is(tmp_path):
    (tmp_path / "file").write_text("text")
    for path in (tmp_path / "file", tmp_path / "file" / "sub"):
        with pytest.raises(OutputError, match="Cannot write"):
            make_folder(path)


def test_a_write_protected_folder_is_one_sentence(tmp_path, monkeypatch):
    # Root may write anywhere, so the refusal is played.
    def refuse(**options):
        raise PermissionError(13, "Permission denied", str(options["dir"]))

    monkeypatch.setattr("geomap.files.tempfile.mkstemp", refuse)
    with pytest.raises(OutputError, match="Permission denied"):
        write_text(Path(tmp_path / "a.html"), "text")
