"""Relations: "south of Tikrit", "20 km north-east of Mosul", "near Hilla", "eastern Iraq"."""

from __future__ import annotations

import re
from typing import Final

from geomap.model import Evidence, Mention, Relation, RelationKind, Span

_BEARINGS: Final = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
_KILOMETRES: Final = {"k": 1.0, "m": 1.609344}
_COUNTED: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_TENS: Final = {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "a": 1.0}
_NUMBERS: Final = {word: float(number) for number, word in enumerate(_COUNTED.split())} | _TENS

_BETWEEN_POINTS: Final = r"(?:north|south)[\s-]?(?:east|west)"
_DIRECTION: Final = rf"(?P<direction>{_BETWEEN_POINTS}|north|south|east|west)"
_ADJECTIVE: Final = (
    rf"(?P<direction>{_BETWEEN_POINTS}(?:ern)?|(?:north|south|east|west)(?:ern)?|central|rural)"
)
_UNIT: Final = "city|town|village|district|province|governorate|state|port|capital|border"
_UNIT_OF: Final = rf"(?:(?:the\s+)?(?:\w+\s+)?(?:{_UNIT})\s+of\s+)?"
_DISTANCE: Final = (
    r"(?P<number>\d[\d,]*(?:\.\d+)?|[a-z]+)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b\.?"
    r"(?:\s+\(.{1,20}?\))?"
)
_AREA: Final = (
    r"(?:(?:the\s+)?(?:area|areas|region|countryside|outskirts|territory|territories|desert|villages|suburbs)"
    r"\s+)?"
)
# No look back is longer, so that reading relations stays linear in the number of mentions.
_LOOK_BACK: Final = 90

_BEARING: Final = re.compile(
    rf"(?<!\w){_AREA}(?:{_DISTANCE}\s+)?(?:(?:away\s+)?to\s+the\s+|just\s+|due\s+)?\b{_DIRECTION}\s+(?:of|from)"
    rf"\s+{_UNIT_OF}(?:the\s+)?$",
    re.IGNORECASE,
)
_PART_OF: Final = re.compile(rf"\bthe\s+(?:far\s+)?{_DIRECTION}\s+of\s+{_UNIT_OF}(?:the\s+)?$", re.IGNORECASE)
_DISTANT: Final = re.compile(
    rf"(?<!\w){_DISTANCE}\s+(?:away\s+)?(?:from|outside|off)\s+{_UNIT_OF}(?:the\s+)?$", re.IGNORECASE
)
# One of these is among the last words of all that the three above find: "of the old city of the".
_DISTANT_WORDS: Final = frozenset({"of", "from", "outside", "off"})
_LAST_WORDS: Final = 6
_NEAR: Final = re.compile(
    r"(?<!\w)(?:just\s+)?(?:near(?:\s+to)?|nearby|outside(?:\s+of)?|close\s+to|not\s+far\s+from|adjacent\s+to|"
    r"next\s+to|around|surrounding|(?:on|in|at|to|from|near)?\s*the\s+(?:\w+\s+)?"
    r"(?:outskirts|vicinity|edge|edges|suburbs|periphery|countryside|approaches)\s+(?:of|to))"
    rf"\s+{_UNIT_OF}(?:the\s+)?$",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    rf"(?<![\w-]){_ADJECTIVE}(?:\s+(?:parts?|areas?|half|regions?|sector|suburbs?|districts?|side|countryside|"
    rf"outskirts|portion)\s+of(?:\s+the)?)?\s+{_UNIT_OF}$",
    re.IGNORECASE,
)
_PART_AFTER: Final = re.compile(
    rf"(?:['’]s)?\s+{_ADJECTIVE}\s+(?:countryside|suburbs?|outskirts|districts?|part|parts|half|side|edge|"
    r"neighbou?rhoods?|areas?|sector|quarters?|regions?|provinces?)\b",
    re.IGNORECASE,
)


def relation_of(text: str, mention: Mention) -> Relation | None:
    """The relation that the words beside a mention set up, or None.

    Distances are in kilometres; bearings in degrees from north, at which the thing told of lies as
    seen from the mention.
    """
    start = max(0, mention.start - _LOOK_BACK)
    before = text[start : mention.start]
    return _distant(before, start) or _near(before, start) or _part(text, before, start, mention)


def _distant(before: str, start: int) -> Relation | None:
    if _DISTANT_WORDS.isdisjoint(before.lower().rsplit(None, _LAST_WORDS)[-_LAST_WORDS:]):
        return None  # as for most mentions; the patterns take longer to fail
    inside = _PART_OF.search(before)
    if inside is not None and not re.search(r"\bto\s+$", before[: inside.start()], re.IGNORECASE):
        return Relation(kind="part", evidence=_evidence("part", inside, start), bearing=_bearing(inside))
    found = _BEARING.search(before)
    if found is not None:
        evidence = _evidence("bearing", found, start)
        return Relation(
            kind="bearing", evidence=evidence, bearing=_bearing(found), distance_km=_distance(found)
        )
    found = _DISTANT.search(before)
    distance = _distance(found) if found is not None else None
    if found is None or distance is None:
        return None
    return Relation(kind="near", evidence=_evidence("near", found, start), distance_km=distance)


def _near(before: str, start: int) -> Relation | None:
    found = _NEAR.search(before)
    return Relation(kind="near", evidence=_evidence("near", found, start)) if found is not None else None


def _part(text: str, before: str, start: int, mention: Mention) -> Relation | None:
    found = _PART.search(before)
    if found is not None:
        return Relation(kind="part", evidence=_evidence("part", found, start), bearing=_bearing(found))
    found = _PART_AFTER.match(text[mention.end : mention.end + _LOOK_BACK])
    if found is None:
        return None
    return Relation(kind="part", evidence=_evidence("part", found, mention.end), bearing=_bearing(found))


def _evidence(kind: RelationKind, found: re.Match[str], offset: int) -> Evidence:
    words = found[0].strip()
    start = offset + found.start() + len(found[0]) - len(found[0].lstrip())
    return Evidence(span=Span(start=start, end=start + len(words)), text=words, reason=_REASONS[kind])


_REASONS: Final[dict[RelationKind, str]] = {
    "bearing": "a direction from the place",
    "near": "close to the place, not in it",
    "part": "a part of the place",
}


def _bearing(found: re.Match[str]) -> float | None:
    plain = re.sub(r"[\s-]", "", found["direction"].lower()).removesuffix("ern")
    return _BEARINGS.get(plain)


def _distance(found: re.Match[str]) -> float | None:
    number, unit = found["number"], found["unit"]
    if number is None or unit is None:
        return None
    if number[0].isdigit():
        value: float | None = float(number.replace(",", ""))
    else:
        value = _NUMBERS.get(number.lower())
    return None if value is None else value * _KILOMETRES[unit[0].lower()]
