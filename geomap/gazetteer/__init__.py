"""The gazetteer: names to places, best first, from files that are mapped rather than loaded."""

from __future__ import annotations

from geomap.gazetteer.bundle import Gazetteer, open_gazetteer
from geomap.gazetteer.folders import folder

__all__ = ["Gazetteer", "folder", "open_gazetteer"]
