"""The index file: a header that names its sections, then flat arrays, read in place.

Bytes: 8 of magic, a little-endian u32 format version, a u32 length, that many bytes of JSON, then the
sections, each at a multiple of 8, then 8 bytes that mark the end. The header names each section's place,
length and array type code, the small tables that columns point into, and the seal of each file beside it, so
that a broken, half-written or foreign copy is seen at once.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from geomap.errors import GazetteerError

INDEX: Final = "index.bin"
NAMES: Final = "names.marisa"
LOOSE_NAMES: Final = "loose.marisa"
ALTERNATES: Final = "alternates.bin"
BOUNDARIES: Final = "boundaries.bin"
BASEMAP: Final = "basemap.zip"
BESIDE: Final = (NAMES, LOOSE_NAMES, ALTERNATES, BOUNDARIES, BASEMAP)

MAGIC: Final = b"GEOMAPGZ"
END: Final = b"GEOMAPND"
VERSION: Final = 2
#: Stands in columns for what is not known.
UNKNOWN: Final = 0xFFFF_FFFF
#: Set in a posting whose name is the place's own name, not one of its alternates.
MAIN_NAME: Final = 0x8000_0000

_FRAME: Final = struct.Struct("<8sII")
#: A seal looks at so many bytes of either end of a file: what a broken copy or another build gets wrong.
_SEALED: Final = 65_536


def seal(path: Path) -> tuple[int, int]:
    """The size of a file and a checksum of its two ends."""
    size = path.stat().st_size
    with path.open("rb") as file:
        checksum = zlib.crc32(file.read(_SEALED))
        file.seek(max(0, size - _SEALED))
        return size, zlib.crc32(file.read(_SEALED), checksum)


def encode(header: Mapping[str, Any], sections: Mapping[str, tuple[str, bytes]]) -> bytes:
    """The bytes of an index file from its header and its sections (array type code, little-endian bytes)."""
    places: dict[str, tuple[int, int, str]] = {}
    body = bytearray()
    for name, (code, content) in sections.items():
        body.extend(b"\0" * (-len(body) % 8))
        places[name] = (len(body), len(content), code)
        body.extend(content)
    full = {**header, "sections": places, "length": len(body)}
    text = json.dumps(full, ensure_ascii=False, sort_keys=True).encode()
    text += b" " * (-(_FRAME.size + len(text)) % 8)
    return _FRAME.pack(MAGIC, VERSION, len(text)) + text + bytes(body) + END


def open_index(folder: Path) -> tuple[Mapping[str, Any], Mapping[str, memoryview[int]]]:
    """The header and the sections of the index in a folder, mapped, not read.

    Raises GazetteerError if a file is missing, cut short, foreign, or of another format version.
    """
    path = folder / INDEX
    mapped = memoryview(_mapped(path))
    header, start = _header(path, mapped)
    end = start + header["length"]
    if bytes(mapped[end:]) != END:
        raise GazetteerError(f"{path} is cut short or half written: {mend(folder)}")
    for name, expected in header["files"].items():
        _check_seal(folder / name, tuple(expected))
    sections = {
        name: mapped[start + offset : start + offset + length].cast(code)
        for name, (offset, length, code) in header["sections"].items()
    }
    return header, sections


def mend(folder: Path) -> str:
    """How the files of a folder are made whole again: a checkout can build them, an installation not."""
    if (folder.parents[1] / "scripts" / "build_gazetteer.py").is_file():
        return "run `git checkout data/gazetteer`, or `make gazetteer` to build it anew."
    return "run `pip install --force-reinstall geomap-events`."


def _mapped(path: Path) -> mmap.mmap:
    if sys.byteorder != "little":
        raise GazetteerError(f"{path} is written for little-endian machines, which this one is not.")
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as problem:
        raise GazetteerError(f"{path} cannot be read ({problem}): {mend(path.parent)}") from problem


def _header(path: Path, mapped: memoryview[int]) -> tuple[Mapping[str, Any], int]:
    """The header and where the sections start."""
    if len(mapped) < _FRAME.size or bytes(mapped[:8]) != MAGIC:
        raise GazetteerError(f"{path} is not a gazetteer index: {mend(path.parent)}")
    _, version, length = _FRAME.unpack(mapped[: _FRAME.size])
    if version != VERSION:
        raise GazetteerError(
            f"{path} has format version {version}, and {VERSION} is read here: {mend(path.parent)}"
        )
    start = _FRAME.size + length
    try:
        return json.loads(bytes(mapped[_FRAME.size : start])), start
    except ValueError as problem:
        raise GazetteerError(f"{path} is cut short or half written: {mend(path.parent)}") from problem


def _check_seal(path: Path, expected: tuple[int, ...]) -> None:
    try:
        found = seal(path)
    except OSError as problem:
        raise GazetteerError(f"{path} is missing: {mend(path.parent)}") from problem
    if found[0] != expected[0]:
        raise GazetteerError(f"{path} has {found[0]} bytes instead of {expected[0]}: {mend(path.parent)}")
    if found != expected:
        raise GazetteerError(f"{path} is half written or of another build: {mend(path.parent)}")
