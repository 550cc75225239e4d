"""Toponyms marked by hand: the values, what counts as the same span, and the two halves of a corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from geomap.model import Document, Span

Half = Literal["all", "train", "test"]
HALF_NAMES: Final[Mapping[Half, str]] = {
    "all": "all of it",
    "train": "training half",
    "test": "test half",
}

#: A phrase so many characters before or after where it should stand is still taken for the one meant.
REPAIR_REACH: Final = 200
_POSSESSIVES: Final = ("'s", "’s")
_ARTICLE: Final = "the "


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldToponym:
    """A toponym as marked by hand, and the place that it was linked to, as far as it was.

    ``id`` is a gazetteer's id ("gn:90150" for GeoNames); ``position`` is latitude and longitude in WGS 84
    degrees; ``feature_class`` and ``feature_code`` are GeoNames'.
    """

    span: Span
    id: str | None = None
    position: tuple[float, float] | None = None
    name: str | None = None
    feature_class: str | None = None
    feature_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document and its toponyms, one for each core span, by where they stand."""

    document: Document
    toponyms: tuple[GoldToponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymCorpus:
    """Documents with toponyms marked by hand.

    ``repaired`` counts toponyms whose offsets were moved to where their phrase stands, ``lost`` those whose
    phrase stands nowhere near: they are left out.
    """

    name: str
    documents: tuple[GoldDocument, ...]
    repaired: int = 0
    lost: int = 0

    @property
    def plain(self) -> tuple[Document, ...]:
        """The documents without what was marked in them."""
        return tuple(each.document for each in self.documents)

    def half(self, half: Half) -> ToponymCorpus:
        """The documents of one half; repairs are counted for the whole file."""
        kept = tuple(each for each in self.documents if in_half(each.document.id, half))
        return ToponymCorpus(name=self.name, documents=kept, repaired=self.repaired, lost=self.lost)


def in_half(key: str, half: Half) -> bool:
    """Whether a document's id belongs to a half: training if its SHA-1 is even as a number, else test."""
    if half == "all":
        return True
    digest = hashlib.sha1(key.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
    return (digest[-1] % 2 == 0) == (half == "train")


def core(text: str, span: Span) -> Span:
    """A span without blanks about it, a leading "the " and a trailing "'s": what is compared."""
    inside = text[span.start : span.end]
    start, end = span.start + len(inside) - len(inside.lstrip()), span.start + len(inside.rstrip())
    if text[start : start + len(_ARTICLE)].lower() == _ARTICLE and start + len(_ARTICLE) < end:
        start += len(_ARTICLE)
    if text[start:end].endswith(_POSSESSIVES) and start + 2 < end:
        end -= 2
    return Span(start=start, end=end) if start < end else span


def gold_document(document: Document, toponyms: Iterable[GoldToponym]) -> GoldDocument:
    """A document with its toponyms; of two with the same core, the one that is linked better stays."""
    ordered = sorted(toponyms, key=lambda each: (each.id is None, each.position is None))
    by_core: dict[Span, GoldToponym] = {}
    for toponym in ordered:
        by_core.setdefault(core(document.text, toponym.span), toponym)
    return GoldDocument(document=document, toponyms=tuple(by_core[span] for span in sorted(by_core)))


def span_of(text: str, start: int, end: int, phrase: str | None) -> Span | None:
    """The span of a phrase that should stand at (start, end), or the nearest where it does; None for none.

    A phrase that is not known leaves the offsets as they are, if they are any within the text.
    """
    if phrase is None or text[max(0, start) : max(0, end)] == phrase:
        return Span(start=start, end=end) if 0 <= start < end <= len(text) else None
    nearest = _nearest(text, phrase, start)
    return None if nearest is None else Span(start=nearest, end=nearest + len(phrase))


def _nearest(text: str, phrase: str, start: int) -> int | None:
    found: list[int] = []
    at = text.find(phrase, max(0, start - REPAIR_REACH)) if phrase else -1
    while 0 <= at <= start + REPAIR_REACH:
        found.append(at)
        at = text.find(phrase, at + 1)
    return min(found, key=lambda each: abs(each - start), default=None)
