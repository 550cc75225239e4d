"""Names to rows: the exact tries and their postings, and the steps from the very name to a looser one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import marisa_trie

from geomap.errors import GazetteerError
from geomap.gazetteer.layout import MAIN_NAME
from geomap.names import UnitName, fold, loose, unit_words, without_article

#: A looser key of fewer letters says too little.
_SHORTEST_LOOSE_KEY: Final = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A row found under a name: how well, whether by its main name, and in words how."""

    row: int
    main: bool
    quality: float
    how: str


class Keys:
    """A trie of keys with the rows of each, best first."""

    def __init__(self, path: Path, starts: Sequence[int], postings: Sequence[int]) -> None:
        self._trie = marisa_trie.Trie()
        try:
            self._trie.mmap(str(path))
        except RuntimeError as problem:
            raise GazetteerError(f"{path} is not a trie: install geomap-events again.") from problem
        self._starts = starts
        self._postings = postings

    def __contains__(self, key: str) -> bool:
        return key in self._trie

    def rows(self, key: str) -> list[tuple[int, bool]]:
        """Row and whether the key is its main name; nothing for an unknown key."""
        number = self._trie.get(key)
        if number is None:
            return []
        found = self._postings[self._starts[number] : self._starts[number + 1]]
        return [(posting & ~MAIN_NAME, posting >= MAIN_NAME) for posting in found]

    def prefixes(self, text: str) -> list[str]:
        """All keys that the text starts with."""
        return list(self._trie.prefixes(text))


def steps(name: str, exact: Keys, swings: Keys, kind_of: Kinds) -> Iterator[list[Found]]:
    """What a name finds, step by step from the best kind of match to the least; a step may be empty."""
    key, unit = fold(name), unit_words(name)
    found = _found(exact.rows(key), 1.0, "the name")
    if unit is None:
        yield found
    else:
        # "Kerman Province" as an alternate name of a town does not outrank the province.
        yield [one for one in found if kind_of(one.row) != "settlement"]
        yield from _unit_steps(unit, exact, swings, kind_of)
        yield found
    bare = without_article(key.removeprefix("the "))
    yield _found(exact.rows(bare), 0.9, "the name without its article") if bare != key else []
    yield _loosely(name, swings, 0.75)


class Kinds:
    """Tells the kind of a row, and nothing else of it."""

    def __init__(self, numbers: Sequence[int], kinds: Sequence[str]) -> None:
        self._numbers = numbers
        self._kinds = kinds

    def __call__(self, row: int) -> str:
        """The kind of the row."""
        return self._kinds[self._numbers[row]]


def _unit_steps(unit: UnitName, exact: Keys, swings: Keys, kind_of: Kinds) -> Iterator[list[Found]]:
    """What a name with a unit word finds under its core; places of the kind that it asks for come first."""
    how = f"the name without {unit.word!r}"
    cores = _found(exact.rows(unit.core), 0.97, how)
    yield _agreeing(cores, unit, kind_of)
    bare = without_article(unit.core)
    bares = _found(exact.rows(bare), 0.93, f"{how} and its article") if bare != unit.core else []
    yield _agreeing(bares, unit, kind_of)
    swung = _loosely(unit.core, swings, 0.8, unit.word)
    # First-level units are all known, so a town under that name is a poor guess; districts are not.
    town = 0.7 if unit.kinds[0] == "admin1" else 0.85
    others = _found(exact.rows(unit.core), town, f"{how}, as another kind of place")
    yield [*_agreeing(swung, unit, kind_of), *_other(others, unit, kind_of)]
    yield _found(((found.row, found.main) for found in swung), 0.6, swung[0].how) if swung else []


def _found(rows: Iterable[tuple[int, bool]], quality: float, how: str) -> list[Found]:
    return [Found(row, main, quality, how) for row, main in rows]


def _loosely(name: str, swings: Keys, quality: float, word: str | None = None) -> list[Found]:
    key = loose(name)
    if len(key) < _SHORTEST_LOOSE_KEY:
        return []
    without = f" without {word!r}" if word else ""
    return _found(swings.rows(key), quality, f"another romanisation of the name{without}")


def _agreeing(found: Iterable[Found], unit: UnitName, kind_of: Kinds) -> list[Found]:
    return [one for one in found if kind_of(one.row) in unit.kinds]


def _other(found: Iterable[Found], unit: UnitName, kind_of: Kinds) -> list[Found]:
    return [one for one in found if kind_of(one.row) not in unit.kinds]
