"""Folders -> the files in them, in an order that is the same on every machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISREG

from geomap.documents.problems import Report, complaint, why


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to read; ``name`` is its path within the source, with "/" on every system."""

    path: Path
    name: PurePosixPath


def files_below(folder: Path, report: Report) -> Iterator[File]:
    """The files of a folder and its folders, sorted by name, hidden ones left out.

    A folder that is reached twice, as through a symbolic link to its own parent, is entered once. Pipes and
    devices are passed over.
    """
    entered: set[str] = set()
    waiting = [File(path=folder, name=PurePosixPath())]
    while waiting:
        entry = waiting.pop()
        mode = _mode(entry.path)
        if mode is None or S_ISREG(mode):
            # What cannot even be looked at is a file too: its reader says what is wrong with it.
            yield entry
        elif S_ISDIR(mode) and (real := os.path.realpath(entry.path)) not in entered:
            entered.add(real)
            waiting.extend(reversed(_entries(entry, report)))


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except OSError:
        return None


def _entries(folder: File, report: Report) -> list[File]:
    try:
        names = sorted(path.name for path in folder.path.iterdir())
    except OSError as error:
        complaint(report, folder.path)(f"the folder cannot be read ({why(error)})", "make it readable")
        return []
    return [
        File(path=folder.path / name, name=folder.name / name) for name in names if not name.startswith(".")
    ]
