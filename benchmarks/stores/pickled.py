"""The same in a pickled dict of folded names, beside a list of places."""

from __future__ import annotations

import pickle
from pathlib import Path

from geomap.model import Place
from geomap.names import fold
from stores.rows import Contents, Lookup, as_place


def build(path: Path, held: Contents) -> None:
    """Write the pickle."""
    with path.open("wb") as stream:
        pickle.dump((dict(held.numbers), list(held.rows)), stream, protocol=pickle.HIGHEST_PROTOCOL)


def open_store(path: Path) -> tuple[Lookup, Lookup]:
    """Two lookups: every place of a name, and the best of them; the pickle is read whole."""
    with path.open("rb") as stream:
        numbers, rows = pickle.load(stream)  # noqa: S301 - this benchmark has just written it

    def found(name: str) -> tuple[Place, ...]:
        return tuple(as_place(rows[number]) for number in numbers.get(fold(name), ()))

    def best(name: str) -> tuple[Place, ...]:
        return tuple(as_place(rows[number]) for number in numbers.get(fold(name), ())[:1])

    return found, best
