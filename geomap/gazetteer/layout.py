"""The index file: a header that names its sections, then flat arrays, read in place.

Bytes: 8 of magic, a little-endian u32 format version, a u32 length, that many bytes of JSON, then the
sections, each at a multiple of 8. The header names each section's place, length and array type code, the
small tables that columns point into, and the sizes of the files beside it, so that a broken copy is seen at
once.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from geomap.errors import GazetteerError

INDEX: Final = "index.bin"
NAMES: Final = "names.marisa"
LOOSE_NAMES: Final = "loose.marisa"
BOUNDARIES: Final = "boundaries.bin"
BASEMAP: Final = "basemap.zip"
BESIDE: Final = (NAMES, LOOSE_NAMES, BOUNDARIES, BASEMAP)

MAGIC: Final = b"GEOMAPGZ"
VERSION: Final = 1
#: Stands in columns for what is not known.
UNKNOWN: Final = 0xFFFF_FFFF
#: Set in a posting whose name is the place's own name, not one of its alternates.
MAIN_NAME: Final = 0x8000_0000

_FRAME: Final = struct.Struct("<8sII")
_REBUILD: Final = "run scripts/build_gazetteer.py, or install geomap-events again."


def encode(header: Mapping[str, Any], sections: Mapping[str, tuple[str, bytes]]) -> bytes:
    """The bytes of an index file from its header and its sections (array type code, little-endian bytes)."""
    places: dict[str, tuple[int, int, str]] = {}
    body = bytearray()
    for name, (code, content) in sections.items():
        body.extend(b"\0" * (-len(body) % 8))
        places[name] = (len(body), len(content), code)
        body.extend(content)
    text = json.dumps({**header, "sections": places}, ensure_ascii=False, sort_keys=True).encode()
    text += b" " * (-(_FRAME.size + len(text)) % 8)
    return _FRAME.pack(MAGIC, VERSION, len(text)) + text + bytes(body)


def open_index(folder: Path) -> tuple[Mapping[str, Any], Mapping[str, memoryview[int]]]:
    """The header and the sections of the index in a folder, mapped, not read.

    Raises GazetteerError if a file is missing, cut short, foreign, or of another format version.
    """
    path = folder / INDEX
    mapped = memoryview(_mapped(path))
    header, start = _header(path, mapped)
    for name, size in header["files"].items():
        _check_size(folder / name, size)
    sections = {}
    for name, (offset, length, code) in header["sections"].items():
        if start + offset + length > len(mapped):
            raise GazetteerError(f"{path} is cut short: {_REBUILD}")
        sections[name] = mapped[start + offset : start + offset + length].cast(code)
    return header, sections


def _mapped(path: Path) -> mmap.mmap:
    if sys.byteorder != "little":
        raise GazetteerError(f"{path} is written for little-endian machines, which this one is not.")
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as problem:
        raise GazetteerError(f"{path} cannot be read ({problem}): {_REBUILD}") from problem


def _header(path: Path, mapped: memoryview[int]) -> tuple[Mapping[str, Any], int]:
    """The header and where the sections start."""
    if len(mapped) < _FRAME.size or bytes(mapped[:8]) != MAGIC:
        raise GazetteerError(f"{path} is not a gazetteer index: {_REBUILD}")
    _, version, length = _FRAME.unpack(mapped[: _FRAME.size])
    if version != VERSION:
        raise GazetteerError(f"{path} has format version {version}, and {VERSION} is read here: {_REBUILD}")
    start = _FRAME.size + length
    try:
        return json.loads(bytes(mapped[_FRAME.size : start])), start
    except ValueError as problem:
        raise GazetteerError(f"{path} is cut short: {_REBUILD}") from problem


def _check_size(path: Path, size: int) -> None:
    try:
        found = path.stat().st_size
    except OSError as problem:
        raise GazetteerError(f"{path} is missing: {_REBUILD}") from problem
    if found != size:
        raise GazetteerError(f"{path} has {found} bytes instead of {size}: {_REBUILD}")
