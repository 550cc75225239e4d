"""Facts of the text: the document, its characters, and the toponyms in it.

Offsets are half-open ranges of Python string indices (code points) into ``Document.text``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geomap.model.checks import require, require_share

MentionKind = Literal["name", "demonym"]
MentionUse = Literal["literal", "metonym", "nested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with what is known about it.

    ``published`` is the day in the outlet's own calendar; None leaves relative dates unknown.
    ``language`` is an ISO 639-1 code.
    """

    id: str
    text: str
    published: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        require(bool(self.id), "A document needs an id that is not empty.")
        require(bool(self.text.strip()), f"Document {self.id!r} has no text.")

    @property
    def digest(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal: the same on every machine."""
        # A lone surrogate cannot be encoded strictly, and must not take a run down.
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open, non-empty range of characters of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        require(0 <= self.start < self.end, f"({self.start}, {self.end}) is not a span of text.")

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Characters of a document, and what they were taken to show."""

    span: Span
    text: str
    reason: str

    def __post_init__(self) -> None:
        require_length(self.span, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A toponym or demonym as it stands in the text.

    ``use`` is "metonym" where the name stands for a government or another body, "nested" where it is part
    of a longer name, whose span is ``parent``. ``probability`` is the recogniser's belief that the words name
    a place at all; 1 where whoever found them gives none.
    """

    span: Span
    text: str
    kind: MentionKind = "name"
    use: MentionUse = "literal"
    parent: Span | None = None
    probability: float = 1.0

    def __post_init__(self) -> None:
        require_length(self.span, self.text)
        require_share(self.probability, "A probability")
        require(
            (self.use == "nested") == (self.parent is not None),
            f"{self.text!r}: a nested mention has a parent, and only a nested one.",
        )
        if self.parent is not None:
            require(
                self.parent.covers(self.span) and self.parent != self.span,
                f"{self.text!r} does not lie inside its parent.",
            )

    @property
    def start(self) -> int:
        """Where the mention starts in the document's text."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where the mention ends, exclusive."""
        return self.span.end


def require_length(span: Span, text: str) -> None:
    """Hold a piece of text to the length of its span."""
    require(
        span.end - span.start == len(text),
        f"{text!r} does not have the length of its span ({span.start}, {span.end}).",
    )
