"""Toponym resolution: which place each mention means, how sure, and in what relation to it."""

from __future__ import annotations

from geomap.resolution.relations import relation_of
from geomap.resolution.resolver import ContextResolver, context_resolver

__all__ = ["ContextResolver", "context_resolver", "relation_of"]
