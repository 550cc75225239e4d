"""The table of actors that have a name of their own: armed groups, forces, parties, missions, gangs.

The package's table is ``actors.tsv``, whose head explains its columns; `read_actors` reads another of the
same columns. Inter codes are those of ACLED's codebook of 2023.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

from geomap.errors import InputError
from geomap.names import fold
from geomap.segmentation import tokens

Side = Literal["state", "nonstate"]
#: Folded alias, as `alias` makes it -> the alias as written, and the actor.
ActorTable = Mapping[tuple[str, ...], "Alias"]

KINDS: Final = tuple(
    """
    military police government militia rebels jihadists party coalition mission criminal communal organisation
    """.split()
)
_COLUMNS: Final = ("name", "kind", "side", "inter", "country", "aliases")
_INTER: Final = range(1, 9)
# Longer initials spell no word of English.
_SHORT: Final = 5
_PARTS: Final = re.compile(r"[\s-]+")
# The press writes these of a name in small letters too: "Free Syrian army", "al-Nusra".
_SMALL: Final = frozenset(
    """
    al el ul e i of the in for and wal army group forces force front movement brigade brigades militia cartel
    coalition network party units police guards guard council command rebels fighters separatists dissidents
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """A row: the name that geomap uses, the side it fights on, ACLED's inter code, its country's code."""

    name: str
    kind: str
    side: Side
    inter: int
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name as the table writes it, and the actor."""

    written: str
    actor: KnownActor

    def fits(self, words: str) -> bool:
        """Whether capitals tell the name from a word: "IS" is a group, and "Is" a verb."""
        if self.written.isupper() and len(self.written) <= _SHORT:
            return words.isupper()
        if self.written == self.written.lower():
            return True
        pairs = zip(_PARTS.split(self.written), _PARTS.split(words), strict=False)
        return words != words.lower() and not any(_is_a_word(own, told) for own, told in pairs)


def _is_a_word(own: str, told: str) -> bool:
    """Whether a word that belongs to the name stands in small letters: "Islamic state"."""
    return own[:1].isupper() and told[:1].islower() and told not in _SMALL


@cache
def known_actors() -> ActorTable:
    """The actors of the package by alias."""
    return _table(
        "geomap/codes/actors.tsv", (files("geomap.codes") / "actors.tsv").read_text(encoding="utf-8")
    )


def read_actors(path: str | Path) -> ActorTable:
    """The actors of another table; raises InputError naming the file, the row and the mend."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"Cannot read {path} ({error.strerror}): give a table of actors.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8 text.") from error
    return _table(str(path), text)


def _table(file: str, text: str) -> ActorTable:
    table: dict[tuple[str, ...], Alias] = {}
    for where, cells in _rows(file, text):
        actor = _actor(where, cells)
        for words in cells["aliases"].split("|"):
            key = alias(words)
            if not key:
                raise InputError(f"{where}: an alias is empty; write a name between the bars.")
            other = table.setdefault(key, Alias(written=words.strip(), actor=actor)).actor
            if other != actor:
                raise InputError(f"{where}: {words!r} is {other.name!r} already; give it to one of them.")
    if not table:
        raise InputError(f"{file} holds no actor: write one a line, with tabs between {', '.join(_COLUMNS)}.")
    return table


def _rows(file: str, text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        where, cells = f"{file}, line {number}", [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(_COLUMNS):
            raise InputError(
                f"{where}: {len(cells)} cells; write {len(_COLUMNS)} ({', '.join(_COLUMNS)}), tabs between."
            )
        yield where, dict(zip(_COLUMNS, cells, strict=True))


def _actor(where: str, cells: Mapping[str, str]) -> KnownActor:
    side, inter, country = cells["side"], cells["inter"], cells["country"]
    if not cells["name"]:
        raise InputError(f"{where}: name is empty; fill it or remove the row.")
    if cells["kind"] not in KINDS:
        raise InputError(f"{where}: kind is {cells['kind']!r}; write one of {', '.join(KINDS)}.")
    if side not in ("state", "nonstate"):
        raise InputError(f"{where}: side is {side!r}; write state or nonstate.")
    if not (inter.isdecimal() and int(inter) in _INTER):
        raise InputError(f"{where}: inter is {inter!r}; write one of ACLED's codes 1 to 8.")
    if country and not (len(country) == 2 and country.isalpha() and country.isupper()):
        raise InputError(f"{where}: country is {country!r}; write two capitals (ISO 3166-1) or nothing.")
    known: Side = "state" if side == "state" else "nonstate"
    return KnownActor(
        name=cells["name"], kind=cells["kind"], side=known, inter=int(inter), country=country or None
    )


def alias(words: str) -> tuple[str, ...]:
    """The key of an alias: its words folded, so that hyphens, marks and case do not count."""
    return tuple(part for token in tokens(words) for part in fold(token.text).split())
