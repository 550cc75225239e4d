"""What is known about a text beside its words, and the names that files give to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from geomap.documents.dates import day_of
from geomap.documents.encodings import clean
from geomap.documents.problems import Complain, UnreadableError

# A field of a Document -> the names it goes by in files (compared without case, "-" and " " as "_").
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "id": ("id", "document_id"),
    "text": ("text", "body", "content"),
    "published": (
        "published",
        "date",
        "published_at",
        "date_publish",
        "pub_date",
        "pubdate",
        "publication_date",
    ),
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
_FIELD_OF: Final = {name: field for field, names in NAMES.items() for name in names}
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about one text; ``undatable`` is a date that stands there but cannot be read."""

    id: str | None = None
    published: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    undatable: bool = False

    def or_else(self, other: Metadata) -> Metadata:
        """This metadata, and the other's where this has none."""
        return Metadata(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})

    def day(self, default: date | None) -> date | None:
        """The day of publication; the default only where the file names no day at all.

        A day that cannot be read is unknown: another one in its place would be a guess.
        """
        return None if self.published is None and self.undatable else self.published or default


def field_of(name: str) -> str | None:
    """The Document's field that a key or column stands for, or None."""
    return _FIELD_OF.get(name.strip().lower().replace("-", "_").replace(" ", "_"))


def by_field(values: Mapping[str, object]) -> dict[str, object]:
    """Values under the Document's own field names; the first of two synonyms that is not empty counts."""
    found: dict[str, object] = {}
    for name in sorted(values, key=_rank):
        field = field_of(name)
        if field and values[name] not in (None, ""):
            found.setdefault(field, values[name])
    return found


def metadata_of(values: Mapping[str, object], complain: Complain) -> Metadata:
    """Metadata from values under the Document's field names; a value that is no text is complained of."""
    told = {
        field: text
        for field in ("id", "title", "source", "url")
        if (text := _text(field, values.get(field), complain))
    }
    written = _text("published", values.get("published"), complain)
    published = _day(written, complain) if written else None
    language = _language(_text("language", values.get("language"), complain), complain)
    undatable = published is None and values.get("published") is not None
    return Metadata(**told, published=published, language=language, undatable=undatable)


def _rank(name: str) -> tuple[int, str]:
    field = field_of(name)
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    return (NAMES[field].index(plain) if field else 0, name)


def _text(field: str, value: object, complain: Complain) -> str | None:
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        return " ".join(clean(value).split()) or None if value else None
    complain(f"its {field} is not text", "write it as a string")
    return None


def _day(text: str, complain: Complain) -> date | None:
    try:
        return day_of(text)
    except UnreadableError as error:
        complain(f"published: {error.reason}", error.remedy)
        return None


def _language(text: str | None, complain: Complain) -> str | None:
    if text is None:
        return None
    told = _LANGUAGE.fullmatch(text)
    if told is None:
        complain(f"language {text[:60]!r} is not an ISO 639-1 code", "write two letters, as in en")
    return told[1].lower() if told else None
