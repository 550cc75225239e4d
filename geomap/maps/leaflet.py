"""Leaflet from the package XStatic-Leaflet: its script, its style with the images inside, its notice."""

from __future__ import annotations

import base64
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from xstatic.pkg import leaflet

_FOLDER: Final = Path(leaflet.BASE_DIR)


@cache
def script() -> str:
    """Leaflet's script, without the address of a source map that no page carries."""
    return re.sub(r"\n?//# sourceMappingURL=\S*", "", _read("leaflet.js"))


@cache
def style() -> str:
    """Leaflet's style sheet; the images that it names stand in it as data."""
    return re.sub(
        r"url\((images/[\w.-]+\.png)\)", lambda found: f"url({_image(found[1])})", _read("leaflet.css")
    )


@cache
def marker_options() -> dict[str, str]:
    """Options that let Leaflet's default marker find its images inside the page."""
    names = {"iconUrl": "marker-icon", "iconRetinaUrl": "marker-icon-2x", "shadowUrl": "marker-shadow"}
    return {option: _image(f"images/{name}.png") for option, name in names.items()}


def notice() -> str:
    """Leaflet's copyright notice and licence (BSD, two clauses), which the package does not carry."""
    return (files("geomap.maps") / "LEAFLET-LICENSE.txt").read_text(encoding="utf-8")


def _read(name: str) -> str:
    # A browser hashes a script with its line ends as \n, whatever stood in the file.
    return (_FOLDER / name).read_text(encoding="utf-8").replace("\r\n", "\n").strip()


def _image(name: str) -> str:
    return "data:image/png;base64," + base64.b64encode((_FOLDER / name).read_bytes()).decode("ascii")
