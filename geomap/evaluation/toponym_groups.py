"""What kinds of toponyms a score is broken down by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal, get_args

from geomap.evaluation.toponym_gold import GoldToponym
from geomap.gazetteer import Gazetteer
from geomap.model import PlaceKind, Span

Kind = Literal["settlement", "admin unit", "country", "other or unknown", "not linked"]
Trait = Literal["demonym", "nested in a name", "absent from the gazetteer"]
Group = Kind | Trait

#: A toponym has one kind, and any of the traits.
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
TRAITS: Final[tuple[Trait, ...]] = get_args(Trait)

_BY_PLACE: Final[Mapping[PlaceKind, Kind]] = {
    "settlement": "settlement",
    "country": "country",
    "admin1": "admin unit",
    "admin2": "admin unit",
}
# GeoNames' feature classes; codes of countries and other political entities begin so.
_BY_CLASS: Final[Mapping[str, Kind]] = {"P": "settlement", "A": "admin unit"}
_COUNTRY_CODES: Final = "PCL"

# A capitalised word right after a name, or "of" between one and the name, as in "Baghdad Operations Command"
# and "University of Mosul"; a title or a day makes no longer name.
_AFTER: Final = re.compile(r"[ \u00a0]([A-Z][\w’'&-]*)")
_BEFORE: Final = re.compile(r"([A-Z][\w’'&-]*) of (?:the )?$")
_NO_PART_OF_A_NAME: Final = frozenset(
    "Mr Mrs Ms Dr Prof President Vice Prime Minister Premier Chancellor King Queen Prince Princess "
    "Emir Sultan Mayor Governor Gov Senator Sen Rep Secretary Ambassador Judge Sheriff Attorney General Gen "
    "Colonel Col Captain Capt Major Maj Sergeant Sgt Lieutenant Lt Foreign Defense Defence Interior Finance "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "
    "August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec I".split()
)


def groups_of(text: str, span: Span, toponym: GoldToponym, gazetteer: Gazetteer) -> frozenset[Group]:
    """The kind of a gold toponym, whose core is `span`, and its traits."""
    demonym = bool(gazetteer.demonym(text[span.start : span.end]))
    found: set[Group] = {_kind(toponym, gazetteer)}
    if demonym:
        found.add("demonym")
    elif _is_nested(text, span):
        found.add("nested in a name")
    if toponym.id is not None and not holds_id(gazetteer, toponym.id):
        found.add("absent from the gazetteer")
    return frozenset(found)


def holds_id(gazetteer: Gazetteer, place_id: str) -> bool:
    """Whether the gazetteer has a place of that id."""
    try:
        gazetteer.place(place_id)
    except KeyError:
        return False
    return True


def _kind(toponym: GoldToponym, gazetteer: Gazetteer) -> Kind:
    """By the feature that the corpus names, else by the gazetteer's place of the same id."""
    if toponym.id is None and toponym.position is None:
        return "not linked"
    if (toponym.feature_code or "").startswith(_COUNTRY_CODES):
        return "country"
    if toponym.feature_class:
        return _BY_CLASS.get(toponym.feature_class, "other or unknown")
    if toponym.id is not None and holds_id(gazetteer, toponym.id):
        return _BY_PLACE.get(gazetteer.place(toponym.id).kind, "other or unknown")
    return "other or unknown"


def _is_nested(text: str, span: Span) -> bool:
    after = _AFTER.match(text, span.end)
    before = _BEFORE.search(text, max(0, span.start - 40), span.start)
    words = [found[1] for found in (after, before) if found]
    return any(word not in _NO_PART_OF_A_NAME for word in words)
