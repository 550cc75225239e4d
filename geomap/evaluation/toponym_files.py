"""Corpora of toponyms in files: the XML of LGL and TR-News, and JSON Lines; what was found, as the latter.

A line of JSON is ``{"doc_id", "text", "mentions": [{"start", "end", "lat", "lon", "geonameid"}]}``: half-open
offsets in characters, WGS 84 degrees, a GeoNames id; the last three may be null or absent. A mention may
carry its ``text``, by which its offsets are then mended, and a line ``title``, ``source``, ``url`` and
``published``. XML is brought into this form and read as such.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from geomap.errors import InputError
from geomap.evaluation.fields import Fields
from geomap.evaluation.toponym_gold import GoldToponym, ToponymCorpus, gold_document, span_of
from geomap.files import write_text
from geomap.model import Document, Resolution, Span
from geomap.model.checks import require_position

#: What a GeoNames id begins with in the gazetteer.
GEONAMES: Final = "gn:"
_DAY: Final = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")
_INTEGER: Final = re.compile(r"\s*\d{1,18}\s*")


def read_toponym_corpus(path: str | Path) -> ToponymCorpus:
    """Read a corpus of toponyms, XML or JSON Lines by its content.

    Raises InputError naming the file, the row and what is not as it should be.
    """
    path = Path(path)
    text = text_of(path)
    rows = _articles(path, text) if text.lstrip().startswith("<") else rows_of(path, text)
    read = [(_document(row), row.rows("mentions")) for row in rows]
    if not read:
        raise InputError(f"{path} holds no document: give LGL's XML, or JSON Lines with doc_id and text.")
    spans = [[_span(document.text, mention) for mention in mentions] for document, mentions in read]
    return ToponymCorpus(
        name=path.name,
        documents=tuple(
            gold_document(document, _toponyms(found, mentions))
            for found, (document, mentions) in zip(spans, read, strict=True)
        ),
        repaired=sum(_moved(found, mentions) for found, (_, mentions) in zip(spans, read, strict=True)),
        lost=sum(found.count(None) for found in spans),
    )


def write_predictions(path: str | Path, found: Iterable[tuple[Document, Sequence[Resolution]]]) -> None:
    """Write documents with what was found in them as JSON Lines, which can be read as a corpus.

    Each mention also carries its kind and use, the place's name and id, and the confidence. Whole or not at
    all; raises OutputError where it cannot be.
    """
    rows = (
        {
            "doc_id": document.id,
            "text": document.text,
            "title": document.title,
            "source": document.source,
            "url": document.url,
            "published": document.published and document.published.isoformat(),
            "mentions": [_mention_row(each) for each in resolutions],
        }
        for document, resolutions in found
    )
    # ASCII, so that even a lone surrogate of a broken text is written as it is read.
    write_text(Path(path), "".join(json.dumps(row) + "\n" for row in rows))


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, its line ends as they are; InputError in one sentence where it is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"Cannot read {path} ({error.strerror}): give the file of a corpus.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8 text.") from error


def rows_of(path: Path, text: str) -> Iterator[Fields]:
    """The JSON object of each line that is not blank; InputError for a line that is none."""
    # Not splitlines(): a text may hold U+2028, which ends no line of JSON.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{where}: not JSON ({error}); mend the line or remove it.") from error
        if not isinstance(values, dict):
            raise InputError(f"{where}: no JSON object; mend the line or remove it.")
        yield Fields(file=where, way="", values=values)


def _articles(path: Path, text: str) -> Iterator[Fields]:
    """The articles of LGL's XML in the form of the lines."""
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - a corpus that whoever measures has chosen
    except (ElementTree.ParseError, ValueError) as error:
        raise InputError(f"{path} is not whole XML ({error}): fetch it again.") from error
    for number, article in enumerate(root.iter("article"), 1):
        name = article.get("docid")
        day = _DAY.match(article.findtext("dltime") or "")
        values = {
            "doc_id": name,
            "text": article.findtext("text"),
            "title": _told(article, "title"),
            "source": _told(article, "domain"),
            "url": _told(article, "url"),
            "published": day[1] if day else None,
            "mentions": [_marked(each) for each in article.iter("toponym")],
        }
        if values["text"] or values["mentions"]:
            yield Fields(file=f"{path}, article {name or number}", way="", values=values)


def _marked(toponym: ElementTree.Element) -> dict[str, Any]:
    link = toponym.find("gaztag")
    values: dict[str, Any] = {
        "start": _number(toponym.findtext("start")),
        "end": _number(toponym.findtext("end")),
        "text": toponym.findtext("phrase"),
    }
    if link is not None:
        values |= {"geonameid": _number(link.get("geonameid")), "name": _told(link, "name")}
        values |= {"lat": _number(link.findtext("lat")), "lon": _number(link.findtext("lon"))}
        values |= {"feature_class": _told(link, "fclass"), "feature_code": _told(link, "fcode")}
    return values


def _told(element: ElementTree.Element, name: str) -> str | None:
    return (element.findtext(name) or "").strip() or None


def _number(text: str | None) -> object:
    """A number as JSON would have it; other text as it is, to be refused where it is read."""
    if text is None or not text.strip():
        return None
    try:
        return int(text) if _INTEGER.fullmatch(text) else float(text)
    except ValueError:
        return text


def _document(row: Fields) -> Document:
    name, text = row.text("doc_id"), row.text("text")
    if not text.strip():
        raise row.problem("text", "a text that is not blank")
    return Document(
        id=name,
        text=text,
        title=row.optional_text("title"),
        source=row.optional_text("source"),
        url=row.optional_text("url"),
        published=row.optional_day("published"),
    )


def _span(text: str, row: Fields) -> Span | None:
    start, end, phrase = row.whole("start"), row.whole("end"), row.optional_text("text")
    span = span_of(text, start, end, phrase)
    if span is None and phrase is None:
        raise row.problem("end", f"above start, and at most {len(text)}, the length of the text")
    return span


def _moved(spans: Sequence[Span | None], rows: Sequence[Fields]) -> int:
    """How many spans are not where their offsets put them."""
    told = [(row.whole("start"), row.whole("end")) for row in rows]
    return sum(
        span is not None and (span.start, span.end) != offsets
        for span, offsets in zip(spans, told, strict=True)
    )


def _toponyms(spans: Sequence[Span | None], rows: Sequence[Fields]) -> list[GoldToponym]:
    return [_toponym(span, row) for span, row in zip(spans, rows, strict=True) if span is not None]


def _toponym(span: Span, row: Fields) -> GoldToponym:
    number = row.optional_whole("geonameid")
    return GoldToponym(
        span=span,
        id=row.optional_text("place_id") if number is None else f"{GEONAMES}{number}",
        position=_position(row),
        name=row.optional_text("name"),
        feature_class=row.optional_text("feature_class"),
        feature_code=row.optional_text("feature_code"),
    )


def _position(row: Fields) -> tuple[float, float] | None:
    latitude, longitude = row.optional_number("lat"), row.optional_number("lon")
    if latitude is None and longitude is None:
        return None
    if latitude is None or longitude is None:
        raise row.problem("lat" if latitude is None else "lon", "given where the other coordinate is")
    require_position(latitude, longitude, f"{row.file}: {row.way}")
    return latitude, longitude


def _mention_row(resolution: Resolution) -> dict[str, Any]:
    mention, place = resolution.mention, resolution.place
    values: dict[str, Any] = {"start": mention.start, "end": mention.end, "text": mention.text}
    values |= {"kind": mention.kind, "use": mention.use}
    if place is None:
        return values
    number = place.id.removeprefix(GEONAMES)
    return values | {
        "lat": place.latitude,
        "lon": place.longitude,
        "geonameid": int(number) if number != place.id and number.isdecimal() else None,
        "place_id": place.id,
        "name": place.name,
        "feature_code": place.feature_code,
        "confidence": round(resolution.confidence, 6),
    }
