"""The public corpora that coverage is measured on, as values; a file that cannot be read is an InputError."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from geomap.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A toponym of a text, linked by hand to a GeoNames entry; WGS 84 degrees."""

    phrase: str
    name: str
    geonames_id: str | None
    feature_class: str | None
    feature_code: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """The words that say where an event happened, and their sentence."""

    text: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Where UCDP puts an event: the name of the place as it stands, and WGS 84 degrees."""

    name: str
    latitude: float
    longitude: float


def linked_mentions(path: Path) -> list[Mention]:
    """The mentions of LGL or TR-News (one format) that have coordinates."""
    text = _text(path)
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - a corpus that whoever measures has chosen
        links = [(toponym, toponym.find("gaztag")) for toponym in root.iter("toponym")]
        return [
            _mention(toponym, link)
            for toponym, link in links
            if link is not None and link.findtext("lat") and link.findtext("lon")
        ]
    except (ElementTree.ParseError, ValueError) as problem:
        raise InputError(f"{path} is no XML of linked toponyms ({problem}); fetch it again.") from problem


def _mention(toponym: ElementTree.Element, link: ElementTree.Element) -> Mention:
    def told(name: str) -> str:
        return (link.findtext(name) or "").strip()

    return Mention(
        phrase=(toponym.findtext("phrase") or "").strip(),
        name=told("name"),
        geonames_id=link.get("geonameid"),
        feature_class=told("fclass") or None,
        feature_code=told("fcode") or None,
        latitude=float(told("lat")),
        longitude=float(told("lon")),
    )


def event_places(path: Path) -> list[EventPlace]:
    """The place spans of a JSON Lines file of sentences ("text", "locations": [[start, end], ...])."""
    found = []
    for number, line in enumerate(_text(path).splitlines(), start=1):
        try:
            row = json.loads(line)
            sentence, spans = row["text"], row["locations"]
            found += [EventPlace(text=sentence[start:end], sentence=sentence) for start, end in spans]
        except (ValueError, KeyError, TypeError) as problem:
            raise InputError(f'{path}, line {number}: no sentence with "text" and "locations".') from problem
    return found


def incidents(path: Path) -> list[Incident]:
    """The events of a UCDP GED table that have a place name and coordinates; its row of HXL tags is none."""
    rows = csv.DictReader(_text(path).splitlines(keepends=True))
    missing = {"where_coordinates", "latitude", "longitude"} - set(rows.fieldnames or ())
    if missing:
        raise InputError(f"{path} has no column {', '.join(sorted(missing))}: give a UCDP GED table.")
    return list(_incidents(path, rows))


def _incidents(path: Path, rows: csv.DictReader[str]) -> Iterator[Incident]:
    for row in rows:
        name, latitude, longitude = row["where_coordinates"], row["latitude"], row["longitude"]
        if not (name and latitude and longitude) or latitude.startswith("#"):
            continue
        try:
            yield Incident(name=name.strip(), latitude=float(latitude), longitude=float(longitude))
        except ValueError as problem:
            line = rows.line_num
            raise InputError(f"{path}, line {line}: coordinates are numbers in degrees.") from problem


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"{path} cannot be read ({problem}); give the path of the corpus.") from problem


# UCDP writes the type behind a populated place's name. Words of units ("province", "district", "Qaḑā’") stay:
# to tell a unit from the town of its name is the gazetteer's work, and news text writes them too.
_TYPE: Final = re.compile(r"\s+(?:town|village|city|locality)$", re.IGNORECASE)


def without_type(name: str) -> str:
    """A place name of UCDP without the type that UCDP writes behind it: "Hīt town" is "Hīt"."""
    return _TYPE.sub("", name.strip())
