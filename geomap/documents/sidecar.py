"""`metadata.csv`: what is known about the files beside it, a row a file."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from geomap.documents.drafts import LONGEST_BYTES, too_long
from geomap.documents.encodings import decode
from geomap.documents.metadata import NAMES, Metadata, by_field, field_of, metadata_of
from geomap.documents.problems import Complain, Report, UnreadableError, complaint, why

NAME: Final = "metadata.csv"
_FILE: Final = "file"
_COLUMNS: Final = (_FILE, *(name for name in NAMES if name != "text"))

Row = tuple[int, Mapping[str, str]]
"""The line of a row and its cells by column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """The rows of a folder's ``metadata.csv``: file name -> line and values."""

    path: Path
    rows: Mapping[str, Row] = field(default_factory=dict)

    def metadata(self, file: Path, report: Report) -> Metadata:
        """What the row of a file says; nothing if it has none."""
        line, values = self.rows.get(_key(file.name), (0, {}))
        return metadata_of(by_field(values), complaint(report, self.path, line))

    def report_missing(self, report: Report) -> None:
        """Report each row whose file does not stand in the folder."""
        present = {_key(path.name) for path in self.path.parent.iterdir()} if self.rows else set()
        for name, (line, _) in self.rows.items():
            if name not in present:
                reason = f"there is no file {name!r} beside it"
                complaint(report, self.path, line)(reason, "correct the name or remove the row")


def sidecar_of(folder: Path, report: Report) -> Sidecar:
    """The side-car of a folder, empty where there is none; a bad row is reported, the rest is used."""
    path = folder / NAME
    try:
        rows = _rows(path, report) if path.is_file() else {}
    except UnreadableError as error:
        complaint(report, path)(error.reason, error.remedy)
        rows = {}
    except OSError as error:
        complaint(report, path)(f"it cannot be read ({why(error)})", "make it readable")
        rows = {}
    return Sidecar(path=path, rows=rows)


def _rows(path: Path, report: Report) -> dict[str, Row]:
    if path.stat().st_size > LONGEST_BYTES:
        raise too_long()
    text = decode(path.read_bytes()).text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    columns: list[str] = []
    rows: dict[str, Row] = {}
    try:
        columns = _columns(next(reader, []), complaint(report, path, 1))
        for cells in reader:
            _take(rows, columns, cells, reader.line_num, complaint(report, path, reader.line_num))
    except csv.Error as error:
        complaint(report, path, reader.line_num)(f"it is not CSV ({error})", "mend the row or remove it")
    return rows


def _delimiter(text: str) -> str:
    # Spreadsheets write semicolons or tabs where the comma is the decimal point.
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _columns(header: list[str], complain: Complain) -> list[str]:
    columns = [cell.strip().lower() for cell in header]
    if _FILE not in columns:
        raise UnreadableError(f"it has no column {_FILE!r}", f"name its columns {', '.join(_COLUMNS)}")
    for column in columns:
        if column != _FILE and field_of(column) in (None, "text"):
            complain(f"{column!r} is not a known column", f"the known ones are {', '.join(_COLUMNS)}")
    return columns


def _take(rows: dict[str, Row], columns: list[str], cells: list[str], line: int, complain: Complain) -> None:
    if not any(cell.strip() for cell in cells):
        return
    values = dict(zip(columns, cells, strict=False))
    name = _key(values.pop(_FILE, "").strip())
    if len(cells) != len(columns):
        reason = f"it has {len(cells)} cells, not {len(columns)}"
        complain(reason, "put quotes around a value that holds the delimiter")
    elif not name:
        complain("it names no file", "fill in the column 'file' or remove the row")
    elif name in rows:
        complain(f"{name!r} has a row already (line {rows[name][0]})", "remove one of the two")
    else:
        rows[name] = (line, values)


def _key(name: str) -> str:
    # macOS hands out file names in decomposed form.
    return unicodedata.normalize("NFC", name)
