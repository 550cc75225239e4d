"""Names to rows: the exact tries and their postings, and the steps from the very name to a looser one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple, get_args

import marisa_trie

from geomap.errors import GazetteerError
from geomap.gazetteer.layout import MAIN_NAME, mend
from geomap.model import MatchStep, PlaceKind
from geomap.names import UnitName, loose, may_have_unit, unit_words, without_article, without_settlement_word

#: A looser key of fewer letters says too little.
SHORTEST_LOOSE_KEY: Final = 4

_ROW: Final = MAIN_NAME - 1

#: A row, and whether the key is its main name.
Posting = tuple[int, bool]


class Found(NamedTuple):
    """Rows found in one way, the most prominent first: how well, by which step, and in words how."""

    postings: list[Posting]
    quality: float
    step: MatchStep
    how: str


class Keys:
    """A trie of keys with the rows of each, the most prominent first."""

    def __init__(self, path: Path, starts: Sequence[int], postings: memoryview[int]) -> None:
        self.trie = marisa_trie.Trie()
        try:
            self.trie.mmap(str(path))
        except RuntimeError as problem:
            raise GazetteerError(f"{path} is not a trie: {mend(path.parent)}") from problem
        self._starts = starts
        self._postings = postings

    def __contains__(self, key: str) -> bool:
        return key in self.trie

    def rows(self, key: str, limit: int | None = None) -> list[Posting]:
        """Row and whether the key is its main name; nothing for an unknown key."""
        number = self.trie.get(key)
        if number is None:
            return []
        start, end = self._starts[number], self._starts[number + 1]
        if end - start == 1:  # most names are the name of one place
            posting = self._postings[start]
            return [(posting & _ROW, posting >= MAIN_NAME)]
        found = self._postings[start:end].tolist()
        return [(posting & _ROW, posting >= MAIN_NAME) for posting in found[:limit]]


class Names:
    """The exact and the transliteration keys, with what tells the kind of a row."""

    def __init__(self, exact: Keys, loose_keys: Keys, kind_of: Callable[[int], PlaceKind]) -> None:
        self.exact = exact
        self.loose = loose_keys
        self._kind_of = kind_of

    def very_name(self, key: str, limit: int | None = None) -> Found:
        """What a folded name finds as it stands."""
        return Found(self.exact.rows(key, limit), 1.0, "name", "the name")

    def steps(self, key: str) -> Iterator[list[Found]]:
        """What a folded name finds, from the best kind of match to the least; a step may be empty."""
        found = self.very_name(key)
        unit = unit_words(key) if may_have_unit(key) else None
        # "Kerman Province" as an alternate name of a town does not outrank the province.
        yield [found if unit is None else self._of_kinds(found, _ALL_BUT_SETTLEMENTS)]
        if unit is not None:
            yield from self._unit_steps(unit)
            yield [found]
        bare = without_article(key.removeprefix("the "))
        if bare != key:
            yield [Found(self.exact.rows(bare), 0.9, "article", "the name without its article")]
        yield from self._settlement_steps(key)
        yield [self._loosely(key, 0.75)]

    def _settlement_steps(self, key: str) -> Iterator[list[Found]]:
        """What "Aleppo City" and "Handarat camp" find: settlements of the name that is left."""
        core = without_settlement_word(key)
        if core is not None:
            how = f"the name without {key.removeprefix(core).strip()!r}"
            found = Found(self.exact.rows(core), 0.85, "unit", how)
            yield [self._of_kinds(found, _SETTLEMENTS)]
            bare = without_article(core)
            if bare != core:
                bares = Found(self.exact.rows(bare), 0.82, "unit", f"{how} and its article")
                yield [self._of_kinds(bares, _SETTLEMENTS)]
            loosely = self._loosely(core, 0.7, key.removeprefix(core).strip())
            yield [self._of_kinds(loosely, _SETTLEMENTS)]

    def _unit_steps(self, unit: UnitName) -> Iterator[list[Found]]:
        """What a name with a unit word finds under its core; places of the kind asked for come first."""
        how = f"the name without {unit.word!r}"
        cores = Found(self.exact.rows(unit.core), 0.97, "unit", how)
        yield [self._of_kinds(cores, unit.kinds)]
        bare = without_article(unit.core)
        if bare != unit.core:
            bares = Found(self.exact.rows(bare), 0.93, "unit", f"{how} and its article")
            yield [self._of_kinds(bares, unit.kinds)]
        swung = self._loosely(unit.core, 0.8, unit.word)
        # First-level units are all known, so a town under that name is a poor guess; districts are not.
        town = 0.7 if unit.kinds[0] == "admin1" else 0.85
        others = cores._replace(quality=town, how=f"{how}, as another kind of place")
        ways = [self._of_kinds(swung, unit.kinds), self._of_kinds(others, _other_than(unit.kinds))]
        yield sorted(ways, key=lambda found: -found.quality)
        yield [swung._replace(quality=0.6)]

    def _loosely(self, key: str, quality: float, word: str | None = None) -> Found:
        looser = loose(key)
        without = f" without {word!r}" if word else ""
        how = f"another romanisation of the name{without}"
        rows = self.loose.rows(looser) if len(looser) >= SHORTEST_LOOSE_KEY else []
        return Found(rows, quality, "romanisation", how)

    def _of_kinds(self, found: Found, kinds: Collection[PlaceKind]) -> Found:
        return found._replace(
            postings=[posting for posting in found.postings if self._kind_of(posting[0]) in kinds]
        )


_SETTLEMENTS: Final[frozenset[PlaceKind]] = frozenset({"settlement"})


def _other_than(kinds: Collection[PlaceKind]) -> frozenset[PlaceKind]:
    return frozenset(get_args(PlaceKind)) - frozenset(kinds)


_ALL_BUT_SETTLEMENTS: Final = _other_than(_SETTLEMENTS)
