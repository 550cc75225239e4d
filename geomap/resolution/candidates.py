"""Which places a mention may mean at all: the gazetteer's, and those of its abbreviated or longer form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from geomap.model import Match, Mention, MentionKind, Place, Span
from geomap.names import fold

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

#: The gazetteer lists the most prominent places of a name first; "San José" has hundreds.
MOST: Final = 60
_SHORT_WORDS: Final = (
    (re.compile(r"\bSte?\.?\s+(?=[A-Z])"), "Saint "),
    (re.compile(r"\bMt\.?\s+(?=[A-Z])"), "Mount "),
    (re.compile(r"\bFt\.?\s+(?=[A-Z])"), "Fort "),
    (re.compile(r"\bPt\.?\s+(?=[A-Z])"), "Port "),
    (re.compile(r"\bN\.\s*(?=[A-Z])"), "North "),
    (re.compile(r"\bS\.\s*(?=[A-Z])"), "South "),
    (re.compile(r"\bE\.\s*(?=[A-Z])"), "East "),
    (re.compile(r"\bW\.\s*(?=[A-Z])"), "West "),
    (re.compile(r"\bTwp\b\.?"), "Township"),
    (re.compile(r"\bCo\.$"), "County"),
    (re.compile(r"\bProv\.$"), "Province"),
)
# As it is written in the table: ", In." is no Indiana.
_SHORT_UNIT: Final = re.compile(r",\s{1,3}((?:[A-Z]\.){2}|[A-Z]{2}\b|[A-Z][a-z]{1,4}\.|[NSW]\.[A-Z]\.)")
# A part of a place, or a thing named after it: in want of better, the place itself.
_FRAMES: Final = (
    (
        re.compile(r"(?:the )?(?:town|city|village|township|borough|parish|municipality) of (?P<core>.+)"),
        0.85,
    ),
    (re.compile(r"(?:county|greater|metropolitan) (?P<core>.+)"), 0.8),
    (re.compile(r"(?P<core>.+) (?:township|parish|borough|metropolitan area|area|suburbs?)"), 0.8),
    (
        re.compile(
            r"(?:(?:north|south|east|west|central|upper|lower|old|northern|southern|eastern|western)"
            r"|(?:north|south)(?:east|west)(?:ern)?) (?P<core>.+)"
        ),
        0.6,
    ),
    (re.compile(r"(?:lake|mount|river|fort|port|camp) (?P<core>.+)"), 0.5),
    (
        re.compile(
            r"(?P<core>.+?) (?:(?:international|regional|military|air|naval|central|general|university)\s+)*"
            r"(?:airport|airfield|airbase|base|station|valley|hills?|mountains?|lake|park|forest|falls|bridge|"
            r"dam|hospital|university|college|church|cathedral|mosque|prison|crossing|checkpoint|square|"
            r"colony|heights|beach|islands?|river|creek|bay|port|harbou?r|junction)"
        ),
        0.5,
    ),
)


def places_meant(gazetteer: Gazetteer, text: str, kind: MentionKind) -> tuple[Match, ...]:
    """The matches of a mention's text, no place twice, the better and the more prominent first."""
    if kind == "demonym":
        return tuple(_demonyms(gazetteer.demonym(text), text))
    found = dict[str, Match]()
    for match in _tried(gazetteer, text):
        found.setdefault(match.place.id, match)
    return tuple(found.values())[:MOST]


def units_in_short(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The shortened names of units that stand right after a mention and are none: "Fresno, Calif."."""
    starts, found = {mention.start for mention in mentions}, dict[int, Mention]()
    for mention in mentions:
        short = _SHORT_UNIT.match(text, mention.end)
        if short is not None and short.start(1) not in starts and short[1] in _WRITTEN:
            span = Span(start=short.start(1), end=short.end(1))
            found[span.start] = Mention(span=span, text=short[1])
    return list(found.values())


def _tried(gazetteer: Gazetteer, text: str) -> Iterator[Match]:
    yield from _abbreviated(gazetteer, text)
    exact = gazetteer.matches(text, limit=MOST)
    yield from exact
    longer = _in_full(text)
    if longer != text:
        yield from _lesser(gazetteer.matches(longer, limit=MOST), 0.98, f"short for {longer}")
    if not exact:
        yield from _framed(gazetteer, longer)


def _demonyms(places: tuple[Place, ...], text: str) -> Iterator[Match]:
    for place in places:
        how = f"the adjective {text!r}"
        yield Match(place=place, quality=1.0, step="demonym", matched_name=place.name, how=how)


def _abbreviated(gazetteer: Gazetteer, text: str) -> Iterator[Match]:
    for country, name in _ABBREVIATIONS.get(fold(text), ()):
        units = gazetteer.matches(name, country=country, limit=4)
        first = [match for match in units if match.place.kind == "admin1" and match.quality > 0.9]
        yield from _lesser(first[:1], 1.0, f"short for {name}")


def _in_full(text: str) -> str:
    """The text with its shortened words written out: "Mt. Pleasant Twp."."""
    for short, full in _SHORT_WORDS:
        text = short.sub(full, text)
    return text


def _framed(gazetteer: Gazetteer, text: str) -> Iterator[Match]:
    key = fold(text)
    for frame, quality in _FRAMES:
        found = frame.fullmatch(key)
        matches = gazetteer.matches(found["core"], limit=MOST) if found else ()
        if found and matches:
            rest = key.replace(found["core"], "…")
            yield from _lesser(matches, quality, f"the name in {rest!r}")
            return


def _lesser(matches: tuple[Match, ...] | list[Match], factor: float, how: str) -> Iterator[Match]:
    for match in matches:
        yield Match(
            place=match.place,
            quality=match.quality * factor,
            step="name" if factor > 0.95 else "unit",
            matched_name=match.matched_name,
            how=how,
        )


def _read_abbreviations() -> Iterator[tuple[str, tuple[str, str]]]:
    """Abbreviations as they are written, with the country and the name of the unit that each stands for."""
    for line in files(__package__).joinpath("abbreviations.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, name, forms = line.split("\t")
            yield from ((form, (country, name)) for form in forms.split("|"))


def _by_key(written: Iterable[tuple[str, tuple[str, str]]]) -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for form, unit in written:
        table.setdefault(fold(form), []).append(unit)
    return table


_WRITTEN: Final = dict(_read_abbreviations())
_ABBREVIATIONS: Final = _by_key(_read_abbreviations())
