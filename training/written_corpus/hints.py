"""Hints: what fixes the place of a mark, and how it is looked up in the bundled gazetteer.

    hint  = [name "="] [area {"," area}] [";" kind]  |  kind  |  id

The name is given where the words of the text are no name of the place ("Texans" of Texas). The areas are the
units that hold the place, the smallest first, and the country as an ISO 3166-1 alpha-2 code. Without a kind,
a settlement is meant, or else what has this very name. An id, such as gn:5152333, settles the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from geomap.errors import InputError
from geomap.gazetteer import Gazetteer
from geomap.model import Place, PlaceKind
from geomap.names import fold

_ID: Final = re.compile(r"[a-z]{2,3}:\S+")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_KINDS: Final = get_args(PlaceKind)
_STEPS: Final = {"name", "unit", "article"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A hint in its parts; the areas without the country, None what it does not tell."""

    name: str
    areas: tuple[str, ...]
    country: str | None
    kind: str | None


def read_hint(words: str, hint: str) -> Hint:
    """The parts of a hint for the words of a mark; InputError for a kind that there is not."""
    name, equals, rest = hint.rpartition("=")
    told, _, kind = (part.strip() for part in rest.partition(";"))
    if not kind and told in _KINDS:
        told, kind = "", told
    if kind and kind not in _KINDS:
        raise InputError(f"{kind} is no kind of place: take one of {', '.join(_KINDS)}")
    areas = [area.strip() for area in told.split(",") if area.strip()]
    country = areas.pop() if areas and _COUNTRY.fullmatch(areas[-1]) else None
    return Hint(
        name=name.strip() if equals else words, areas=tuple(areas), country=country, kind=kind or None
    )


def place_of(words: str, hint: str, gazetteer: Gazetteer) -> Place:
    """The one place that a hint fixes; InputError, to be told where the mark stands, for none or several."""
    if _ID.fullmatch(hint):
        return _by_id(hint, gazetteer)
    read = read_hint(words, hint)
    fitting = [place for place in _named(read, gazetteer) if _fits(place, read, gazetteer)]
    left = _narrowed(fitting, read)
    if len(left) == 1:
        return left[0]
    if not left:
        raise InputError(f"no place called {read.name} fits; mend the hint, or leave it empty")
    several = "; ".join(f"{place.id} ({place.kind}, {place.admin2}, {place.admin1})" for place in left[:5])
    raise InputError(f"several places called {read.name} fit; take one of {several}")


def _by_id(id_: str, gazetteer: Gazetteer) -> Place:
    try:
        return gazetteer.place(id_)
    except KeyError:
        raise InputError(f"the gazetteer has no {id_}; mend the hint, or leave it empty") from None


def _named(hint: Hint, gazetteer: Gazetteer) -> list[Place]:
    matches = gazetteer.matches(hint.name, country=hint.country)
    places = [match.place for match in matches if match.step in _STEPS]
    return [*places, *gazetteer.demonym(hint.name)] if hint.kind == "country" else places


def _fits(place: Place, hint: Hint, gazetteer: Gazetteer) -> bool:
    # Without a kind, a town that the gazetteer lacks must not become the county that is called after it.
    very_name = place.kind == "settlement" or fold(place.name) == fold(hint.name)
    if hint.kind not in {None, place.kind} or not (hint.kind or very_name):
        return False
    holders = {holder.id for holder in gazetteer.parents(place)} | {place.id}
    return all(holders & _units(area, hint.country, gazetteer) for area in hint.areas)


def _units(area: str, country: str | None, gazetteer: Gazetteer) -> set[str]:
    """The units of a name: Texas is the state, not Texas County, which has to be called so."""
    found = [match.place for match in gazetteer.matches(area, country=country)]
    first = {place.id for place in found if place.kind == "admin1"}
    return first or {place.id for place in found if place.kind == "admin2"}


def _narrowed(places: Sequence[Place], hint: Hint) -> list[Place]:
    """The places that a reader of the hint would think of first."""
    left = list(dict.fromkeys(places))
    preferences: list[Callable[[Place], bool]] = [
        lambda place: hint.kind is not None or place.kind == "settlement",
        lambda place: fold(place.name) == fold(hint.name),
        lambda place: place.id.startswith("gn:"),
        lambda place: place.feature_code != "PPLX",  # a quarter does not come before the town
    ]
    for preferred in preferences:
        left = [place for place in left if preferred(place)] or left
    return left
