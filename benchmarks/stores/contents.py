"""What a bundle holds, through its public door: every key of its names, and the places that each finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import marisa_trie

from geomap.gazetteer.layout import NAMES
from geomap.model import Place
from stores.rows import Contents, Row, as_row


def keys(folder: Path) -> Iterator[str]:
    """The folded names of a bundle."""
    trie = marisa_trie.Trie()
    trie.mmap(str(folder / NAMES))
    yield from trie.iterkeys()


def contents(names: Iterator[str], gazetteer: Callable[[str], Sequence[Place]]) -> Contents:
    """What a gazetteer answers to each of the names."""
    known: dict[str, int] = {}
    rows: list[Row] = []
    numbers: dict[str, tuple[int, ...]] = {}
    for name in names:
        places = gazetteer(name)
        for place in places:
            if place.id not in known:
                known[place.id] = len(rows)
                rows.append(as_row(place))
        numbers[name] = tuple(known[place.id] for place in places)
    return Contents(numbers, rows)
