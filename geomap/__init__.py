"""geomap: from news text to conflict maps that can be trusted.

The public names are loaded when they are first used, so that ``import geomap`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from geomap.api import (
        casualties,
        dates,
        events,
        load,
        lookup,
        map,  # noqa: A004
        places,
        read,
        readings,
    )
    from geomap.errors import (
        GazetteerError,
        GeomapError,
        GeomapWarning,
        InputError,
        OutputError,
        SchemaError,
    )
    from geomap.model import Document, Event, Mention, Place, Reading, Resolution

__all__ = [
    "Document",
    "Event",
    "GazetteerError",
    "GeomapError",
    "GeomapWarning",
    "InputError",
    "Mention",
    "OutputError",
    "Place",
    "Reading",
    "Resolution",
    "SchemaError",
    "casualties",
    "dates",
    "events",
    "load",
    "lookup",
    "map",
    "places",
    "read",
    "readings",
]

_HOMES = {
    "geomap.api": (
        "casualties",
        "dates",
        "events",
        "load",
        "lookup",
        "map",
        "places",
        "read",
        "readings",
    ),
    "geomap.errors": (
        "GazetteerError",
        "GeomapError",
        "GeomapWarning",
        "InputError",
        "OutputError",
        "SchemaError",
    ),
    "geomap.model": ("Document", "Event", "Mention", "Place", "Reading", "Resolution"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a public name's home on first use (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'geomap' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
