"""Linked toponyms to learn from: public corpora, and documents that are written from their tables."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from geomap.evaluation import GoldToponym, read_toponym_corpus
from geomap.evaluation.toponym_gold import Half, in_half
from geomap.gazetteer import Gazetteer
from geomap.geodesy import great_circle_km
from geomap.model import Document, Mention, MentionKind, Span
from geomap.resolution.reading import DocumentNames, Known, read_names

#: A candidate this near to the gold position is the place meant, where the gold id is not at hand.
_SAME_KM = 30.0
# Rows of one made-up report, and how many reports are made.
_ROWS = 4
_REPORTS = 150


@dataclass(frozen=True, kw_only=True)
class Gold:
    """What a mention means: a GeoNames id (None if not known) and a position; or a weight for no link."""

    id: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text with its mentions and the gold of each; None where the mention has no link."""

    document: Document
    corpus: str
    mentions: tuple[Mention, ...]
    golds: tuple[Gold | None, ...]


@dataclass(frozen=True, kw_only=True)
class Linked:
    """A text with its names read, and for each mention the number of the right option, the last for none."""

    text: Text
    names: DocumentNames
    right: tuple[int, ...]


def linked(text: Text, know: Callable[[str, MentionKind], Known]) -> Linked:
    """A text with the right option of each mention."""
    names = read_names(text.document.text, text.mentions, know)
    known = [names.known[standing.name] for standing in names.standings]
    return Linked(text=text, names=names, right=tuple(map(_right, text.golds, known)))


def distance_km(gold: Gold, latitude: float, longitude: float) -> float:
    """Kilometres from the gold position."""
    return great_circle_km(gold.latitude, gold.longitude, latitude, longitude)


def _right(gold: Gold | None, known: Known) -> int:
    none = len(known.options)
    if gold is None:
        return none
    places = [option.match.place for option in known.options]
    same = [index for index, place in enumerate(places) if gold.id and place.id == f"gn:{gold.id}"]
    if same:
        return same[0]
    distances = [(distance_km(gold, one.latitude, one.longitude), index) for index, one in enumerate(places)]
    distance, nearest = min(distances, default=(_SAME_KM + 1, none))
    return nearest if distance <= _SAME_KM else none


def linked_documents(corpus: str, path: Path, gazetteer: Gazetteer, half: Half) -> Iterator[Text]:
    """The documents of a corpus of toponyms, or of half of it."""
    for each in read_toponym_corpus(path).half(half).documents:
        text, toponyms = each.document.text, sorted(each.toponyms, key=lambda toponym: toponym.span)
        yield Text(
            document=each.document,
            corpus=corpus,
            mentions=tuple(_mention(text, toponym.span, gazetteer) for toponym in toponyms),
            golds=tuple(map(_gold, toponyms)),
        )


def _gold(toponym: GoldToponym) -> Gold | None:
    if toponym.position is None:
        return None
    latitude, longitude = toponym.position
    return Gold(id=toponym.id and toponym.id.removeprefix("gn:"), latitude=latitude, longitude=longitude)


def _mention(text: str, span: Span, gazetteer: Gazetteer) -> Mention:
    words = text[span.start : span.end]
    kind: MentionKind = "demonym" if gazetteer.demonym(words) else "name"
    return Mention(span=span, text=words, kind=kind)


def ucdp_documents(path: Path, half: Half) -> Iterator[Text]:
    """Short reports made of the towns and provinces of UCDP GED rows, every other one naming the country."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["latitude"] and row["id"].isdigit()]
    kept = [row for row in rows if in_half(row["id"], half) and row["where_prec"] in {"1", "2", "4"}]
    kept.sort(key=lambda row: hashlib.sha1(row["id"].encode(), usedforsecurity=False).hexdigest())
    for number in range(min(_REPORTS, len(kept) // _ROWS)):
        yield _report(kept[number * _ROWS : (number + 1) * _ROWS], number)


def _report(rows: list[dict[str, str]], number: int) -> Text:
    text, mentions, golds = "Clashes were reported in ", list[Mention](), list[Gold | None]()
    for row in rows:
        name = re.sub(r"\s+(?:town|village|city)$", "", row["where_coordinates"])
        mentions.append(Mention(span=Span(start=len(text), end=len(text) + len(name)), text=name))
        golds.append(Gold(id=None, latitude=float(row["latitude"]), longitude=float(row["longitude"])))
        text += name + (" on Monday and in " if row is not rows[-1] else ", police said. ")
    if number % 2:
        country = rows[0]["country"]
        text += "They spoke about "
        mentions.append(Mention(span=Span(start=len(text), end=len(text) + len(country)), text=country))
        golds.append(None)
        text += country + "."
    return Text(
        document=Document(id=f"ucdp-{number}", text=text),
        corpus="UCDP",
        mentions=tuple(mentions),
        golds=tuple(golds),
    )
