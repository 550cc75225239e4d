"""What the words beside a mention say of its place: "Paris, Texas", "the city of", "Aleppo province"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.model import Match, Mention, Place, PlaceKind
from geomap.names import fold

#: A name below this quality holds no other place: a looser key may make strangers meet.
SURE_NAME: Final = 0.95
_HOLDERS: Final[frozenset[PlaceKind]] = frozenset({"country", "admin1", "admin2", "region"})
# Between a name and the place that holds it: "Paris, Texas", "Hilla in southern Iraq", "Mosul (Iraq)".
_HELD: Final = re.compile(
    r",\s+|,?\s+in\s+(?:the\s+)?(?:\w+ern\s+|\w+-\w+ern\s+|central\s+)?|\s+\(|,?\s+(?:capital|province)\s+of\s+"
    r"|,?\s+in\s+(?:the\s+)?(?:province|state|county|governorate|district|region)\s+of\s+"
)
# Between a holder and a name: "Iraq's Mosul", "the Texas town of Paris", "Iraqi city of Mosul".
_HOLDS: Final = re.compile(
    r"(?:['’]s?)?\s+(?:\w+\s+){0,2}?(?:(?:city|town|village|capital|province|state|county|district|port|"
    r"governorate|region|suburb|neighbou?rhood|camp|island)(?:\s+of)?\s+)?(?:,\s+)?"
)
# Between the members of a list, which are mostly of one kind and lie in one country.
_LISTED: Final = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or|to|and\s+in)\s+")

_SORTS: Final[Mapping[str, str]] = {
    word: sort
    for sort, words in {
        "settlement": "city town village suburb neighborhood neighbourhood capital hamlet cities towns "
        "villages port",
        "unit": "province governorate state region oblast county district raion prefecture parish provinces "
        "municipality counties districts states department canton emirate township republic",
        "water": "river lake creek bay sea gulf ocean strait reservoir canal",
        "terrain": "mountain mountains mount valley hills hill island islands desert peninsula forest plains",
        "facility": "airport airbase base airfield stadium hospital university school college church mosque "
        "prison dam bridge station checkpoint crossing refinery camp",
        "country": "country nation kingdom",
    }.items()
    for word in words.split()
}
#: The sort of place that each kind is, as words beside a name tell it.
SORT_OF: Final[Mapping[PlaceKind, str]] = {
    "settlement": "settlement",
    "country": "country",
    "admin1": "unit",
    "admin2": "unit",
    "region": "region",
    "water": "water",
    "terrain": "terrain",
    "facility": "facility",
    "other": "facility",
}
# "Samarra, a town", "Lima is the largest city".
_IS_A: Final = (
    r"(?:\s\([^()\n]{0,80}\))?(?:,|,?\s(?:is|was))\s(?:an?|the|one\sof\sthe)\s(?:[\w'’-]+\s){0,5}?"
    rf"({'|'.join(_SORTS)})\b"
)
_SAID_TO_BE: Final = re.compile(_IS_A)
# "Samarra, a town in northern", "Lima is a city in and the county seat of".
_SAID_TO_BE_IN: Final = re.compile(
    _IS_A + r"(?:\s[\w-]+){0,5}?\s(?:in|of|within)\s(?:the\s)?(?:[\w-]+ern\s|central\s)?"
    r"(?:(?:province|state|county|governorate|district|region)\sof\s)?"
)
# "Samarra, an Iraqi": the demonym of its country.
_SAID_OF: Final = re.compile(r"(?:,|,?\s(?:is|was))\san?\s")
# Between a name and one that lies nearby: "Samarra, a town 125 km north of Baghdad".
_BESIDE: Final = re.compile(
    r"[^.;:!?\n]{0,90}?\s(?:near|outside|close\sto|(?:(?:north|south)-?(?:east|west)?|east|west|km|kms|"
    r"kilomet(?:er|re)s?|miles?)(?:\saway)?\s(?:of|from|outside))\s(?:the\s)?(?:(?:city|town|capital)(?:\sof)?,?\s)?"
)
_FAR: Final = 130
_BEFORE: Final = re.compile(r"(\w+)\s+of\s+(?:the\s+)?$")
_AFTER: Final = re.compile(r"\s+([a-zA-Z]+)")
# A sort in the plural is said of all members of a list: "Clay, Douglas and Grant counties".
_PLURALS: Final = frozenset({"cities", "towns", "villages", "provinces", "counties", "districts", "states"})
_MOST_HOLDERS: Final = 12

#: The folded text of a mention and its kind.
Name = tuple[str, str]
Found = Mapping[tuple[str, str], Sequence[Match]]


@dataclass(frozen=True, slots=True)
class Clues:
    """What stands about a mention; two mentions of a name with equal clues mean the same place.

    ``holders`` are what is named right after it, ``owners`` right before it, ``members`` what it seems to
    hold itself, ``beside`` what it is said to be near; ``sort`` is the sort of place that the words beside
    it call it.
    """

    holders: tuple[Place, ...] = ()
    owners: tuple[Place, ...] = ()
    members: tuple[Place, ...] = ()
    beside: tuple[Place, ...] = ()
    sort: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands about the mention."""
        return not (self.holders or self.owners or self.members or self.beside or self.sort)


def clues_of(text: str, mentions: Sequence[Mention], found: Found) -> list[Clues]:
    """The clues of each mention, which stand in the order of the text."""
    sorts = _sorts(text, mentions)
    return [_clues(text, mentions, index, found, sort) for index, sort in enumerate(sorts)]


def name_key(mention: Mention) -> tuple[str, str]:
    """What two mentions of one name have in common."""
    return fold(mention.text) or mention.text, mention.kind


def holds(holder: Place, place: Place) -> bool:
    """Whether a country or a unit holds the place, by their names."""
    if holder.id == place.id or not holder.country or holder.country != place.country:
        return False
    if holder.kind == "country":
        return True
    if holder.kind == "admin1":
        return place.kind not in {"country", "admin1"} and place.admin1 == holder.name
    return holder.kind == "admin2" and (place.admin1, place.admin2) == (holder.admin1, holder.name)


def _clues(text: str, mentions: Sequence[Mention], index: int, found: Found, sort: str) -> Clues:
    mention = mentions[index]
    before = mentions[index - 1] if index else None
    owners: list[Place] = []
    members: list[Place] = []
    if before is not None and _joined(_HOLDS, text, before, mention):
        owners = _areas(found[name_key(before)])
    if before is not None and _joined(_HELD, text, before, mention):
        members = [match.place for match in found[name_key(before)][:_MOST_HOLDERS]]
    return Clues(
        holders=tuple(_holders(text, mentions, index, found)),
        owners=tuple(owners),
        members=tuple(members),
        beside=tuple(_beside(text, mentions, index, found)),
        sort=sort,
    )


def _holders(text: str, mentions: Sequence[Mention], index: int, found: Found) -> list[Place]:
    """What is named after a mention as holding it; of two, the lesser where it lies in the greater."""
    at = _holder(text, mentions, index)
    if at is None:
        return []
    areas = _areas(found[name_key(mentions[at])])
    if at + 1 == len(mentions) or not _joined(_HELD, text, mentions[at], mentions[at + 1]):
        return areas
    farther = _areas(found[name_key(mentions[at + 1])])
    return [area for area in areas if any(holds(one, area) for one in farther)] or [*areas, *farther]


def _holder(text: str, mentions: Sequence[Mention], index: int) -> int | None:
    """Which of the next mentions holds one: "Paris, Texas", "Samarra, a town in Iraq"."""
    mention = mentions[index]
    for at in range(index + 1, min(index + 4, len(mentions))):
        after = mentions[at]
        is_said = _joined(_SAID_OF, text, mention, after) and after.kind == "demonym"
        if (at == index + 1 and _joined(_HELD, text, mention, after)) or is_said:
            return at
        if _joined(_SAID_TO_BE_IN, text, mention, after, _FAR):
            return at
    return None


def _beside(text: str, mentions: Sequence[Mention], index: int, found: Found) -> list[Place]:
    """What a mention is said to be near."""
    for after in mentions[index + 1 : index + 3]:
        if mentions[index].kind == after.kind == "name" and _joined(
            _BESIDE, text, mentions[index], after, _FAR
        ):
            return [match.place for match in found[name_key(after)][:_MOST_HOLDERS]]
    return []


def _joined(glue: re.Pattern[str], text: str, first: Mention, second: Mention, most: int = 40) -> bool:
    return 0 < second.start - first.end < most and glue.fullmatch(text, first.end, second.start) is not None


def _areas(matches: Sequence[Match]) -> list[Place]:
    return [match.place for match in matches if match.place.kind in _HOLDERS and match.quality >= SURE_NAME][
        :_MOST_HOLDERS
    ]


def _sorts(text: str, mentions: Sequence[Mention]) -> list[str]:
    """The sort of each mention; one in a list before a plural has that of the plural."""
    sorts = [_sort(text, mention) for mention in mentions]
    plural = ""
    for index in range(len(mentions) - 1, -1, -1):
        after = _AFTER.match(text, mentions[index].end)
        if after is not None and after[1].lower() in _PLURALS:
            plural = _SORTS[after[1].lower()]
        elif index + 1 == len(mentions) or not _joined(_LISTED, text, mentions[index], mentions[index + 1]):
            plural = ""
        sorts[index] = sorts[index] or plural
    return sorts


def _sort(text: str, mention: Mention) -> str:
    if mention.kind == "demonym":
        return ""
    before = _BEFORE.search(text, max(0, mention.start - 30), mention.start)
    if before is not None and before[1].lower() in _SORTS:
        return _SORTS[before[1].lower()]
    after = _AFTER.match(text, mention.end)
    if after is not None and after[1].lower() in _SORTS:
        return _SORTS[after[1].lower()]
    said = _SAID_TO_BE.match(text, mention.end)
    if said is not None:
        return _SORTS[said[1]]
    words = fold(mention.text).split()
    return _SORTS.get(words[-1], "") if len(words) > 1 else ""
