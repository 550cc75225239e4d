"""`.txt`: one document a file, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geomap.documents import front_matter
from geomap.documents.drafts import LONGEST_BYTES, Draft, too_long
from geomap.documents.encodings import decode
from geomap.documents.metadata import Metadata, by_field, field_of, metadata_of
from geomap.documents.problems import Report, UnreadableError, complaint


def read(path: Path, report: Report) -> Iterator[Draft]:
    """The one document of a text file; raises InputError if it is empty, too long or no text."""
    if path.stat().st_size > LONGEST_BYTES:
        raise too_long()
    decoded = decode(path.read_bytes())
    if decoded.damaged:
        complaint(report, path)(*decoded.damage())
    pairs, text = front_matter.split(decoded.text)
    if not text.strip():
        raise UnreadableError("it has no text", "put the article's text into it")
    yield Draft(text=text, metadata=_metadata(path, pairs, report))


def _metadata(path: Path, pairs: dict[str, tuple[int, str]], report: Report) -> Metadata:
    """Metadata of the front matter; each complaint names the line of its key."""
    values = by_field({key: value for key, (_, value) in pairs.items()})
    lines = {field_of(key): line for key, (line, value) in pairs.items() if value}
    told = Metadata()
    for field, value in values.items():
        told = told.or_else(metadata_of({field: value}, complaint(report, path, lines[field])))
    return told
