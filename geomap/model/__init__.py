"""The nouns: frozen values that flow from text to map, each checked where it is made.

They are loaded when they are first used: a look-up in the gazetteer needs places, and no events.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geomap.model.events import (
        LOSS_KINDS,
        STATUSES,
        Actor,
        Casualties,
        Combined,
        Count,
        DatePrecision,
        Event,
        GeoPrecision,
        LossKind,
        Reading,
        Role,
        Status,
        When,
        Where,
        evidence_of,
    )
    from geomap.model.places import Match, MatchStep, Place, PlaceKind
    from geomap.model.resolutions import Candidate, Relation, RelationKind, Resolution
    from geomap.model.texts import Document, Evidence, Mention, MentionKind, MentionUse, Span

__all__ = [
    "LOSS_KINDS",
    "STATUSES",
    "Actor",
    "Candidate",
    "Casualties",
    "Combined",
    "Count",
    "DatePrecision",
    "Document",
    "Event",
    "Evidence",
    "GeoPrecision",
    "LossKind",
    "Match",
    "MatchStep",
    "Mention",
    "MentionKind",
    "MentionUse",
    "Place",
    "PlaceKind",
    "Reading",
    "Relation",
    "RelationKind",
    "Resolution",
    "Role",
    "Span",
    "Status",
    "When",
    "Where",
    "evidence_of",
]

_HOMES = {
    "geomap.model.events": (
        "LOSS_KINDS",
        "STATUSES",
        "Actor",
        "Casualties",
        "Combined",
        "Count",
        "DatePrecision",
        "Event",
        "GeoPrecision",
        "LossKind",
        "Reading",
        "Role",
        "Status",
        "When",
        "Where",
        "evidence_of",
    ),
    "geomap.model.places": ("Match", "MatchStep", "Place", "PlaceKind"),
    "geomap.model.resolutions": ("Candidate", "Relation", "RelationKind", "Resolution"),
    "geomap.model.texts": ("Document", "Evidence", "Mention", "MentionKind", "MentionUse", "Span"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a noun's home on first use (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'geomap.model' has no attribute {name!r}")
    found = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
