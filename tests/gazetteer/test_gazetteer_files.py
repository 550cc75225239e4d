from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from geomap.errors import GazetteerError
from geomap.gazetteer import Gazetteer, folder, layout


@pytest.fixture
def copy(tmp_path) -> Path:
    for name in (layout.INDEX, *layout.BESIDE):
        source = folder() / name
        try:
            os.link(source, tmp_path / name)
        except OSError:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def replace(path: Path, content: bytes) -> None:
    path.unlink()
    path.write_bytes(content)


def refusal(path: Path) -> str:
    with pytest.raises(GazetteerError) as caught:
        Gazetteer(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def test_a_copy_answers_as_the_bundle_does(copy):
    assert Gazetteer(copy)("Tikrit")[0].id == "gn:90150"


@pytest.mark.parametrize("name", [layout.INDEX, *layout.BESIDE])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    assert name in refusal(copy)


@pytest.mark.parametrize("name", [layout.INDEX, *layout.BESIDE])
def test_a_file_cut_short_is_named(copy, name):
    content = (copy / name).read_bytes()
    replace(copy / name, content[: len(content) // 2])
    assert name in refusal(copy)


def test_an_index_cut_in_its_header_is_refused(copy):
    content = (copy / layout.INDEX).read_bytes()
    replace(copy / layout.INDEX, content[:200])
    assert "cut short" in refusal(copy)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 something else altogether", b"x"])
def test_a_foreign_index_is_refused(copy, content):
    replace(copy / layout.INDEX, content)
    assert layout.INDEX in refusal(copy)


def test_another_format_version_is_refused(copy):
    content = bytearray((copy / layout.INDEX).read_bytes())
    content[8:12] = struct.pack("<I", layout.VERSION + 1)
    replace(copy / layout.INDEX, bytes(content))
    assert "version" in refusal(copy)


def test_a_foreign_trie_of_the_same_size_is_refused(copy):
    size = (copy / layout.NAMES).stat().st_size
    replace(copy / layout.NAMES, b"x" * size)
    assert layout.NAMES in refusal(copy)


def test_what_is_encoded_is_read(tmp_path):
    sections = {"one": ("I", array("I", [1, 2, 3]).tobytes()), "two": ("B", b"ab")}
    (tmp_path / layout.INDEX).write_bytes(layout.encode({"files": {}, "name": "Ḩ"}, sections))
    header, read = layout.open_index(tmp_path)
    assert header["name"] == "Ḩ"
    assert list(read["one"]) == [1, 2, 3]
    assert bytes(read["two"]) == b"ab"


def test_neither_opening_nor_lookup_imports_numpy_or_shapely():
    code = (
        "import sys; from geomap.gazetteer import open_gazetteer; open_gazetteer()('Tikrit');"
        "print(sorted({'numpy', 'shapely', 'pandas'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
