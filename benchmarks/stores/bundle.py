"""geomap's own bundle."""

from __future__ import annotations

from pathlib import Path

from geomap.gazetteer import open_gazetteer
from stores.rows import Lookup


def open_store(path: Path) -> tuple[Lookup, Lookup]:
    """Two lookups: every place of a name, and the best of them."""
    gazetteer = open_gazetteer(path)

    def best(name: str) -> tuple[object, ...]:
        return gazetteer.matches(name, limit=1)

    return gazetteer, best
