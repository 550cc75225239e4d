"""The frame of the page of candidates: a list beside the map, and the element that fills both."""

from __future__ import annotations

from typing import Final

from folium.elements import JSCSSMixin
from folium.template import Template

from geomap.maps.elements import BLOCKS, GeoMap
from geomap.maps.figure import CANDIDATES, STYLE
from geomap.maps.payload import packed
from geomap.maps.skeleton import TEMPLATE

_FRAME: Final = """
{% macro header(this, kwargs) %}{% endmacro %}
{% macro html(this, kwargs) %}
<a class="geomap-skip" href="#geomap-list">Skip to the list of places</a>
<div id="geomap" class="geomap geomap-candidates">
<header class="geomap-header">
  <h1 id="geomap-title" dir="auto"></h1>
  <p id="geomap-count" role="status">Loading …</p>
</header>
<aside class="geomap-panel" aria-label="List of places">
  <ol id="geomap-list" tabindex="-1"></ol>
  <p class="geomap-note">Solid line: the boundary or course of the place. Dashed: a circle of its radius.</p>
</aside>
<main id="geomap-main" class="geomap-main" aria-label="Map">
  <div class="folium-map" id="{{ this.get_name() }}" role="region" aria-label="Map of places"></div>
</main>
</div>
<noscript>This map needs JavaScript.</noscript>
{% endmacro %}
"""

# The map itself is made as on the page of events.
_SCRIPT_MACRO: Final = "{% macro script"
_SCRIPT: Final = _SCRIPT_MACRO + TEMPLATE.partition(_SCRIPT_MACRO)[2]

# What the page of events has, and this one builds on.
_SHARED: Final = ("data.js", "scene.js", "layers.js", STYLE)


def _links(ending: str) -> tuple[tuple[str, str], ...]:
    names = [name for name in (*_SHARED, *CANDIDATES) if name.endswith(ending)]
    return tuple((f"geomap_{name}", f"geomap/{name}") for name in names)


class CandidateMap(GeoMap):
    """A map with a list of numbered places; `title` is plain text."""

    _template = Template(_FRAME + _SCRIPT)


class CandidateStore(JSCSSMixin):
    """The numbered places of a page and what is drawn beneath them."""

    _template = Template(
        BLOCKS
        + """
        {% macro script(this, kwargs) %}
        geomap.openCandidates({{ this._parent.get_name() }});
        {% endmacro %}
    """
    )
    default_js = _links(".js")  # type: ignore[assignment]
    default_css = _links(".css")  # type: ignore[assignment]

    def __init__(self, *, candidates: object, background: object) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "CandidateStore"
        self.blocks = {"candidates": packed(candidates), "background": packed(background)}
