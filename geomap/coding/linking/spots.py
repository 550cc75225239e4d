"""The places of a sentence by where they stand among its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from geomap.coding.clauses import Clause
from geomap.coding.governing import first_word, governor
from geomap.coding.sentence import Sentence
from geomap.model import Place, PlaceKind, Resolution

#: How large a stretch of land a place of a kind is; 1 for what is as good as a point.
COARSENESS: Final[dict[PlaceKind, int]] = {
    "admin2": 2,
    "water": 2,
    "terrain": 2,
    "admin1": 3,
    "region": 3,
    "country": 4,
}


class Spot(NamedTuple):
    """A place at the words ``first`` to ``stop`` (exclusive); ``outer`` is where its relation's words start.

    ``governor`` is the word that sets it beside the rest of the sentence, -1 where there is none.
    """

    resolution: Resolution
    outer: int
    first: int
    stop: int
    governor: int
    clause: Clause

    @property
    def place(self) -> Place | None:
        """The most probable place."""
        return self.resolution.place

    @property
    def coarseness(self) -> int:
        """From 1 for a point to 4 for a country; 0 where the place is unknown."""
        return COARSENESS.get(self.place.kind, 1) if self.place is not None else 0

    def lies_in(self, other: Spot) -> bool:
        """Whether the other is the country or the first-level unit of this place."""
        one, two = self.place, other.place
        if one is None or two is None or one.country != two.country or one.id == two.id:
            return False
        return two.kind == "country" or (one.admin1 is not None and one.admin1 == two.name)


def spots(sentence: Sentence, resolutions: Iterable[Resolution]) -> tuple[Spot, ...]:
    """The names of places within a sentence, resolved or not, in order; demonyms name no place of a deed."""
    found = (
        _spot(sentence, each)
        for each in resolutions
        if each.mention.kind == "name" and sentence.span.covers(each.mention.span)
    )
    return tuple(spot for spot in found if spot is not None)


def _spot(sentence: Sentence, resolution: Resolution) -> Spot | None:
    first, last = sentence.word_at(resolution.mention.start), sentence.word_at(resolution.mention.end - 1)
    if first is None or last is None:
        return None
    outer = first_word(sentence, resolution)
    outer = first if outer is None else outer
    return Spot(
        resolution=resolution,
        outer=outer,
        first=first,
        stop=last + 1,
        governor=governor(sentence, outer),
        clause=sentence.clause_at(first),
    )


def listed_with(sentence: Sentence, places: Sequence[Spot], number: int) -> tuple[Spot, ...]:
    """The places that stand in one list with one of them: "in Mosul, Samarra and Tikrit".

    A comma alone makes no list: it may as well say where a place lies.
    """
    first = last = number
    while first and _joins(sentence, places[first - 1], places[first]):
        first -= 1
    while last + 1 < len(places) and _joins(sentence, places[last], places[last + 1]):
        last += 1
    members = places[first : last + 1]
    ends = members[-2:]
    is_list = len(members) > 1 and _gap(sentence, ends[0], ends[1])[-1:] == ("and",)
    return tuple(members) if is_list else ()


def _joins(sentence: Sentence, one: Spot, other: Spot) -> bool:
    is_joint = _gap(sentence, one, other) in {(",",), ("and",), (",", "and")}
    return is_joint and one.coarseness == other.coarseness and not one.lies_in(other)


def _gap(sentence: Sentence, one: Spot, other: Spot) -> tuple[str, ...]:
    return tuple(sentence.keys[one.stop : other.first])
