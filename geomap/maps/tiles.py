"""Online tiles, only where they are asked for: a name of xyzservices' or a URL template."""

from __future__ import annotations

import re
from typing import Any, Final

import xyzservices  # type: ignore[import-untyped]
from folium import TileLayer

from geomap.errors import InputError

# A host that is spelled out, or starts with the subdomain's placeholder; what follows is left to the server.
_TEMPLATE: Final = re.compile(
    r"(?P<scheme>https?)://(?P<host>(?:\{s\}\.)?[A-Za-z0-9.-]+(?::\d+)?)/[^\s\"'<>`\\]*"
)
_PLACEHOLDER: Final = re.compile(r"\{(?:s|x|y|-y|z|r)\}")


def tile_layer(tiles: str) -> TileLayer:
    """The layer for a tile set's name ("OpenStreetMap", "CartoDB Positron") or URL template.

    Raises InputError for a name that xyzservices does not hold, for one that needs a key, and for a template
    with other placeholders than {s}, {x}, {y}, {-y}, {z} and {r}.
    """
    if "://" in tiles:
        return TileLayer(
            tiles=tiles, attr=f"Tiles: {_parsed(tiles)['host'].removeprefix('{s}.')}", name="tiles"
        )
    provider = _provider(tiles)
    _parsed(provider.build_url(fill_subdomain=False, scale_factor="{r}"))
    return TileLayer(tiles=provider)


def hosts_of(layer: TileLayer) -> tuple[str, ...]:
    """The origins that a layer's images come from, each subdomain by name."""
    parsed = _parsed(layer.tiles)
    # xyzservices has them as one text of single letters, or as a list.
    subdomains: Any = layer.options.get("subdomains", "abc") if "{s}" in parsed["host"] else [""]
    return tuple(f"{parsed['scheme']}://{parsed['host'].replace('{s}', name)}" for name in subdomains)


def _provider(name: str) -> xyzservices.TileProvider:
    try:
        provider = xyzservices.providers.query_name("OpenStreetMap Mapnik" if _is_osm(name) else name)
    except ValueError:
        raise InputError(
            f"No tile set is named {name!r}; give one of xyzservices' or a URL template."
        ) from None
    if provider.requires_token():
        raise InputError(f"The tile set {name!r} needs a key; give its URL template with the key in it.")
    return provider


def _is_osm(name: str) -> bool:
    return name.casefold() == "openstreetmap"


def _parsed(template: str) -> re.Match[str]:
    found = _TEMPLATE.fullmatch(template)
    if found is None or re.search("[{}]", _PLACEHOLDER.sub("", template)):
        raise InputError(
            f"{template!r} is not a tile address such as 'https://tile.example.org/{{z}}/{{x}}/{{y}}.png'."
        )
    return found
