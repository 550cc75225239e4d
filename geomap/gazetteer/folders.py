"""Where the gazetteer's files lie."""

from __future__ import annotations

from pathlib import Path

from geomap.errors import GazetteerError
from geomap.gazetteer.layout import INDEX


def folder() -> Path:
    """The folder of the bundled gazetteer: the installed package's, else the checkout's data/gazetteer.

    Raises GazetteerError if neither holds an index.
    """
    here = Path(__file__).resolve()
    places = (here.parent / "data", here.parents[2] / "data" / "gazetteer")
    for place in places:
        if (place / INDEX).is_file():
            return place
    tried = " nor ".join(map(str, places))
    raise GazetteerError(f"No gazetteer: neither {tried} holds {INDEX}; install geomap-events again.")
