"""Words for those who act and suffer, and what a country's adjective before them makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

ActorKind = Literal["state", "nonstate", "people", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NounClass:
    """A class of nouns: on whose side they fight, ACLED's inter code, and the name under a country.

    ``pattern`` has room for a country's name; None keeps the words as they are written. ``alone`` tells
    whether such a noun is an actor without a force, a group or a country before it.
    """

    name: str
    kind: ActorKind
    inter: int
    pattern: str | None
    alone: bool = True


def _class(
    name: str, kind: ActorKind, inter: int, pattern: str | None = None, *, alone: bool = True
) -> NounClass:
    return NounClass(name=name, kind=kind, inter=inter, pattern=pattern, alone=alone)


_MILITARY: Final = "Military Forces of {}"

#: The classes by name. Inter codes are those of ACLED's codebook of 2023; an unknown armed group has 3.
CLASSES: Final[Mapping[str, NounClass]] = {
    each.name: each
    for each in (
        _class("military", "state", 1, _MILITARY),
        _class("officers", "state", 1, _MILITARY),
        _class("craft", "state", 1, _MILITARY, alone=False),
        _class("police", "state", 1, "Police Forces of {}"),
        _class("officials", "state", 1, _MILITARY),
        _class("government", "state", 1, "Government of {}"),
        _class("rebels", "nonstate", 2, "Rebels ({})"),
        _class("armed", "nonstate", 3),
        _class("communal", "people", 4),
        _class("rioters", "people", 5),
        _class("protesters", "people", 6),
        _class("civilians", "people", 7, "Civilians ({})"),
        _class("persons", "people", 7),
        _class("peacekeepers", "state", 8),
        _class("asset", "state", 1, _MILITARY, alone=False),
        _class("member", "unknown", 3, alone=False),
    )
}


@cache
def noun_classes() -> Mapping[str, NounClass]:
    """The class of a noun in small letters; of a noun in several classes the first."""
    found: dict[str, NounClass] = {}
    for name, words in _lines():
        for word in words:
            found.setdefault(word, CLASSES[name])
    return found


@cache
def members() -> frozenset[str]:
    """Nouns that "of" joins to the group whose name counts."""
    return frozenset(word for name, words in _lines() if name == "member" for word in words)


def _lines() -> Iterator[tuple[str, list[str]]]:
    text = (files("geomap.codes") / "actor_nouns.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            name, _, words = line.partition("=")
            yield name.strip(), words.split()
