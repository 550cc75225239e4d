"""Times marked by hand as TIMEX3: TimeML's inline elements, and MEANTIME's tokens with markables.

What ISO-TimeML calls a value is kept as it stands ("2009-06-15", "P2Y", "PRESENT_REF"). The creation time of
a document is its day of publication, and is itself no time to find. Times without words are left out.
MEANTIME marks the first sentences of an article alone, so that its text is read up to the last that has any
mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from geomap.coding.dates import named_days, read_time
from geomap.errors import InputError
from geomap.evaluation.toponym_files import text_of
from geomap.model import Document, Span

_SUFFIXES: Final = frozenset({".tml", ".xml"})
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CREATED: Final = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})
# MEANTIME has tokens and no text: these stand without a blank before them, or after.
_TIGHT_BEFORE: Final = re.compile(r"[,.;:!?)\]%”]|['’](?:s|re|ve|ll|d|m|t)?$|n't$")
_TIGHT_AFTER: Final = frozenset({"(", "[", "$", "“", "US$"})
_QUOTES: Final = {"``": "“", "''": "”"}
# Its first two sentences are the title and the line of the date.
_HEAD_SENTENCES: Final = frozenset({"0", "1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """A marked time: its span, and its TIMEX3 type and value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedDocument:
    """A document and the times marked in it, in order; those in ``unscored`` are the creation time's."""

    document: Document
    times: tuple[GoldTime, ...]
    unscored: tuple[Span, ...] = ()


def read_timed_documents(*paths: str | Path) -> tuple[TimedDocument, ...]:
    """The documents of files and of folders (their .tml and .xml files, at any depth), in order of path.

    Raises InputError naming the file and what is not as it should be.
    """
    files = [file for path in paths for file in _files(Path(path))]
    if not files:
        raise InputError(f"{paths[0]} holds no .tml or .xml file: give TIMEX3 documents or their folder.")
    return tuple(_read(file) for file in files)


def _files(path: Path) -> Sequence[Path]:
    if not path.is_dir():
        return (path,)
    return sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES)


def _read(path: Path) -> TimedDocument:
    try:
        root = ElementTree.fromstring(text_of(path))  # noqa: S314 - a corpus that whoever measures has chosen
    except (ElementTree.ParseError, ValueError) as error:
        raise InputError(f"{path} is not whole XML ({error}): fetch it again.") from error
    if root.find("token") is not None:
        return _of_tokens(path, root)
    body = root.find("TEXT")
    if body is None:
        raise InputError(f"{path} has neither a TEXT nor tokens: give TimeML's or MEANTIME's form.")
    return _of_text(path, root, body)


def _of_text(path: Path, root: ElementTree.Element, body: ElementTree.Element) -> TimedDocument:
    """TimeML: the times are elements within the text."""
    pieces: list[str] = []
    marked: list[tuple[ElementTree.Element, Span]] = []
    _walk(body, pieces, marked)
    created = next((each for each in root.iter("TIMEX3") if each.get("functionInDocument") in _CREATED), None)
    name = root.findtext("DOCID") or path.stem
    return _document(name.strip(), "".join(pieces), marked, created)


def _walk(
    element: ElementTree.Element, pieces: list[str], marked: list[tuple[ElementTree.Element, Span]]
) -> None:
    start = sum(map(len, pieces)) if element.tag == "TIMEX3" else 0
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, marked)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3" and (end := sum(map(len, pieces))) > start:
        marked.append((element, Span(start=start, end=end)))


def _of_tokens(path: Path, root: ElementTree.Element) -> TimedDocument:
    """MEANTIME: the times name the tokens that they fill."""
    text, spans = _joined(_marked_tokens(root))
    marked: list[tuple[ElementTree.Element, Span]] = []
    created = None
    for element in root.iter("TIMEX3"):
        filled = [spans[each.get("t_id", "")] for each in element.iter("token_anchor")]
        if element.get("functionInDocument") in _CREATED:
            created = element
        if filled:
            marked.append((element, Span(start=filled[0].start, end=filled[-1].end)))
    return _document(root.get("doc_id") or path.stem, text, marked, created)


def _marked_tokens(root: ElementTree.Element) -> list[ElementTree.Element]:
    """The tokens up to the last sentence in which anything is marked, whatever it is."""
    anchors = {each.get("t_id") for each in root.iter("token_anchor")}
    tokens = list(root.iter("token"))
    sentences = [token.get("sentence") for token in tokens if token.get("t_id") in anchors]
    last = sentences[-1] if sentences else None
    stop = max((index for index, token in enumerate(tokens) if token.get("sentence") == last), default=-1)
    return tokens[: stop + 1]


def _joined(tokens: Sequence[ElementTree.Element]) -> tuple[str, dict[str, Span]]:
    """The tokens as running text, and where each of them stands."""
    pieces: list[str] = []
    spans: dict[str, Span] = {}
    length, last, sentence = 0, "", None
    for token in tokens:
        word = _QUOTES.get(token.text or "", token.text or "")
        if last:
            is_new = token.get("sentence") != sentence
            gap = "\n\n" if is_new and sentence in _HEAD_SENTENCES else _gap(last, word)
            pieces.append(gap)
            length += len(gap)
        spans[token.get("t_id", "")] = Span(start=length, end=length + max(1, len(word)))
        pieces.append(word)
        length, last, sentence = length + len(word), word, token.get("sentence")
    return "".join(pieces), spans


def _gap(last: str, word: str) -> str:
    return "" if last in _TIGHT_AFTER or _TIGHT_BEFORE.match(word) else " "


def _document(
    name: str,
    text: str,
    marked: Sequence[tuple[ElementTree.Element, Span]],
    created: ElementTree.Element | None,
) -> TimedDocument:
    ordered = sorted(marked, key=lambda each: each[1])
    return TimedDocument(
        document=Document(id=name, text=text, published=_published(text, ordered, created)),
        times=tuple(
            GoldTime(span=span, type=element.get("type", ""), value=element.get("value", ""))
            for element, span in ordered
            if element is not created
        ),
        unscored=tuple(span for element, span in ordered if element is created),
    )


def _published(
    text: str,
    marked: Sequence[tuple[ElementTree.Element, Span]],
    created: ElementTree.Element | None,
) -> date | None:
    """The creation time's day; where its value is none, the day that its words name, or the first marked."""
    if created is not None and (day := _day(created.get("value", ""))) is not None:
        return day
    for element, span in marked:
        named = read_time(text, span.start, span.end) if element is created else None
        days = named_days(named, anchor=None) if named is not None else None
        if days is not None and days[0] == days[1]:
            return days[0]
    return next((day for element, _ in marked if (day := _day(element.get("value", ""))) is not None), None)


def _day(value: str) -> date | None:
    found = _DAY.match(value)
    return date(*map(int, found.groups())) if found else None
