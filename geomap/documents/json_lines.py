"""`.jsonl`: one document a line, each a JSON object with a text and what is known about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Final

from geomap.documents.drafts import LONGEST_BYTES, Draft, too_long
from geomap.documents.encodings import clean, decode, encoding_of
from geomap.documents.metadata import by_field, metadata_of
from geomap.documents.problems import Complain, Report, UnreadableError, complaint

_HEAD_BYTES: Final = 1024 * 1024
_WIDE: Final = ("utf-16", "utf-32")
_LINE_ENDS: Final = (b"\n", "\n")

Line = bytes | str | None
"""A row as it came; text where the file is in a wide encoding, None where it is over the bound."""


def read(path: Path, report: Report) -> Iterator[Draft]:
    """The documents of a JSONL file, streamed; a row that cannot be read is a Problem, the others are used.

    The encoding is told once, from the first MB; a row that does not fit it is told by itself.
    """
    found = False
    with path.open("rb") as stream:
        encoding, mark = encoding_of(stream.read(_HEAD_BYTES), whole=False)
    with _opened(path, encoding) as lines:
        lines.seek(mark)
        for row, line in enumerate(_bounded(lines, encoding), 1):
            if line is None or line.strip():
                found = True
                yield from _drafts(row, line, encoding, complaint(report, path, row))
    if not found:
        raise UnreadableError("it has no rows", 'write one {"text": "…"} a line')


def _opened(path: Path, encoding: str) -> IO[Any]:
    # A line feed of UTF-16 is two bytes, which a binary stream does not know.
    wide = encoding.startswith(_WIDE)
    return path.open(encoding=encoding, newline="\n") if wide else path.open("rb")


def _bounded(lines: IO[Any], encoding: str) -> Iterator[Line]:
    """Every line in order, never more than the bound of one in memory."""
    starts = True
    try:
        while piece := lines.readline(LONGEST_BYTES):
            ends = len(piece) < LONGEST_BYTES or piece[-1:] in _LINE_ENDS
            if ends:
                yield piece if starts else None
            starts = ends
    except UnicodeDecodeError:
        reason = f"it starts as {encoding.upper()} but does not go on as it"
        raise UnreadableError(reason, "save it as UTF-8 text") from None
    if not starts:
        yield None


def _drafts(row: int, line: Line, encoding: str, complain: Complain) -> Iterator[Draft]:
    try:
        values = by_field(_object(line, encoding, complain))
        text = values.pop("text", None)
        cleaned = clean(text) if isinstance(text, str) else ""
        if not cleaned.strip():
            raise UnreadableError("it has no text", 'give it a "text" that is a string and not empty')
    except UnreadableError as error:
        complain(error.reason, error.remedy)
        return
    yield Draft(text=cleaned, metadata=metadata_of(values, complain), row=row)


def _object(line: Line, encoding: str, complain: Complain) -> dict[str, object]:
    if line is None:
        raise too_long()
    text = line if isinstance(line, str) else _text(line, encoding, complain)
    try:
        # A raw tab or line feed inside a string is against the letter of JSON, and harmless.
        row = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "too deep, or a number too long").lower()
        raise UnreadableError(f"it is not JSON ({reason})", "mend the row or remove it") from None
    if not isinstance(row, dict):
        raise UnreadableError("it is not a JSON object", 'write it as {"text": "…"}')
    return row


def _text(line: bytes, encoding: str, complain: Complain) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        decoded = decode(line)
    if decoded.damaged:
        complain(*decoded.damage())
    return decoded.text
