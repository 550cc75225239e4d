"""The page's folium elements: the map, the store of events, and a layer for each type and period.

A layer holds no events: adding it to the map sets one switch in the store, removing it clears the switch, so
that folium's own LayerControl works on them as the panel does.
"""

from __future__ import annotations

from typing import Final, Literal

import folium
from folium.elements import JSCSSMixin
from folium.map import Layer
from folium.template import Template

from geomap.maps import leaflet, tiles
from geomap.maps.figure import SCRIPTS, STYLE, OfflineFigure
from geomap.maps.payload import escaped, packed
from geomap.maps.skeleton import TEMPLATE

ATTRIBUTION: Final = (
    'Map: <a href="https://leafletjs.com">Leaflet</a>. '
    'Made with <a href="https://www.naturalearthdata.com">Natural Earth</a>; '
    'places © <a href="https://www.geonames.org">GeoNames</a> and '
    '<a href="https://simplemaps.com/data/world-cities">SimpleMaps</a> '
    '(<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>)'
)

# The embedded basemap shows no more detail beyond this zoom; tiles do.
_CLOSEST: Final = 12
_CLOSEST_WITH_TILES: Final = 18

# The macro that puts an element's blocks of data into the page.
BLOCKS: Final = """
        {% macro html(this, kwargs) %}
        {%- for name, text in this.blocks.items() %}
        <script type="application/octet-stream" id="geomap-{{ name }}-data">{{ text }}</script>
        {%- endfor %}
        {% endmacro %}"""

Switch = Literal["kind", "period"]


class GeoMap(folium.Map):
    """A folium map that renders to one file with Leaflet inside and, unless tiles are asked for, no network.

    `title` is plain text. `tiles` is a tile set's name or URL template, see geomap.maps.tiles.
    """

    _template = Template(TEMPLATE)
    # Tuples, since folium's add_js_link() would change a list for every later map.
    default_js = (("leaflet", "leaflet.js"),)  # type: ignore[assignment]
    default_css = (("leaflet_css", "leaflet.css"),)  # type: ignore[assignment]

    def __init__(self, *, title: str, tiles_from: str | None = None) -> None:
        layer = tiles.tile_layer(tiles_from) if tiles_from else None
        super().__init__(tiles=None)
        self.options = {
            "center": [20.0, 0.0],
            "zoom": 2,
            "min_zoom": 1,
            "max_zoom": _CLOSEST_WITH_TILES if layer else _CLOSEST,
            # Tiles are drawn for whole steps only.
            "zoom_snap": 1 if layer else 0.25,
            "zoom_delta": 1,
            "max_bounds": [[-90.0, -220.0], [90.0, 220.0]],
            "prefer_canvas": True,
        }
        self.prefix = ATTRIBUTION
        self.marker_options = leaflet.marker_options()
        # folium puts a map into a figure that loads its scripts from the network; ours carries them.
        OfflineFigure(title=title, hosts=tiles.hosts_of(layer) if layer else ()).add_child(self)
        if layer:
            self.add_child(layer)


class EventStore(JSCSSMixin):
    """All events of a page, and what is drawn beneath them; the layers switch them on and off."""

    _template = Template(
        BLOCKS
        + """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = geomap.open({{ this._parent.get_name() }});
        {% endmacro %}
    """
    )
    default_js = tuple((f"geomap_{name}", f"geomap/{name}") for name in SCRIPTS)  # type: ignore[assignment]
    default_css = ((f"geomap_{STYLE}", f"geomap/{STYLE}"),)  # type: ignore[assignment]

    def __init__(self, *, events: object, evidence: object, background: object) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "EventStore"
        blocks = {"events": events, "evidence": evidence, "background": background}
        self.blocks = {name: packed(value) for name, value in blocks.items()}


class SwitchLayer(Layer):
    """A layer that shows the events of one type or of one period; `label` is plain text from the table."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = geomap.layer(
            {{ this.store.get_name() }}, {{ this.switch|tojson }}, {{ this.number }});
        {% endmacro %}
    """)

    def __init__(self, store: EventStore, switch: Switch, number: int, label: str) -> None:
        # folium hands a layer's name to Leaflet as HTML, and to Jinja as a template.
        super().__init__(name=escaped(label), overlay=True)
        self._name = "SwitchLayer"
        self.store = store
        self.switch = switch
        self.number = number
