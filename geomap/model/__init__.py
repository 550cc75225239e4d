"""The nouns: frozen values that flow from text to map, each checked where it is made."""

from __future__ import annotations

from geomap.model.events import (
    STATUSES,
    Actor,
    Casualties,
    Count,
    DatePrecision,
    Event,
    GeoPrecision,
    Reading,
    Role,
    Status,
    When,
    Where,
    evidence_of,
)
from geomap.model.places import Candidate, Match, Place, PlaceKind, Relation, RelationKind, Resolution
from geomap.model.texts import Document, Evidence, Mention, MentionKind, MentionUse, Span

__all__ = [
    "STATUSES",
    "Actor",
    "Candidate",
    "Casualties",
    "Count",
    "DatePrecision",
    "Document",
    "Event",
    "Evidence",
    "GeoPrecision",
    "Match",
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
