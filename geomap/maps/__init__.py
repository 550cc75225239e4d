"""Events or candidates -> folium map -> one self-contained HTML file; the only room that knows folium."""

from __future__ import annotations

from geomap.maps.candidates import candidates_page
from geomap.maps.elements import EventStore, GeoMap, SwitchLayer
from geomap.maps.figure import OfflineFigure
from geomap.maps.mentioned import mentions_page
from geomap.maps.pages import page, write

__all__ = [
    "EventStore",
    "GeoMap",
    "OfflineFigure",
    "SwitchLayer",
    "candidates_page",
    "mentions_page",
    "page",
    "write",
]
