"""From an events table to a page, and from a page to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from geomap import files
from geomap.maps.areas import Boundaries
from geomap.maps.background import background_of, country_names
from geomap.maps.content import Content, content_of
from geomap.maps.elements import EventStore, GeoMap, SwitchLayer
from geomap.maps.rows import rows_of
from geomap.tables import checked

if TYPE_CHECKING:
    import folium
    import geopandas

TITLE: Final = "Event map"


def page(
    table: geopandas.GeoDataFrame,
    *,
    title: str | None = None,
    tiles: str | None = None,
    boundaries: Boundaries | None = None,
) -> GeoMap:
    """A map of an events table, with a layer per event type and per period, as one self-contained page.

    `tiles` is a tile set of xyzservices' by name, or a URL template; without it the page opens no connection.
    `boundaries` gives the polygon (EPSG:4326) of a gazetteer id, or None; without it, places that are no
    point are drawn as circles of their radius. Raises SchemaError for a table that is no events table,
    InputError for tiles that cannot be used.
    """
    rows = list(rows_of(checked(table)))
    content = content_of(rows, country_names(), boundaries)
    points = [row["point"] for row in rows if row["point"]]
    map_page = GeoMap(title=title or TITLE, tiles_from=tiles)
    return _filled(map_page, content, _events(content, title, tiles), background_of(points))


def write(page: folium.Map, path: str | Path) -> None:
    """Write a page as UTF-8, whole or not at all; equal tables give equal bytes. Raises OutputError."""
    files.write_text(Path(path), page.get_root().render())


def _events(content: Content, title: str | None, tiles: str | None) -> dict[str, Any]:
    return {"title": title or TITLE, "tiled": tiles is not None, **content.events}


def _filled(map_page: GeoMap, content: Content, events: object, background: object) -> GeoMap:
    store = EventStore(events=events, evidence=content.evidence, background=background)
    map_page.add_child(store)
    for layer in _layers(store, content):
        map_page.add_child(layer)
    return map_page


def _layers(store: EventStore, content: Content) -> Sequence[SwitchLayer]:
    kinds = [SwitchLayer(store, "kind", number, kind.label) for number, kind in enumerate(content.kinds)]
    periods = [
        SwitchLayer(store, "period", number, each.label) for number, each in enumerate(content.periods)
    ]
    return (*kinds, *periods)
