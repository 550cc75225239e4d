"""Resolved mentions -> folium map: each place that a text mentions, with how sure and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from geomap.maps.areas import Boundaries
from geomap.maps.candidates import Drawing, numbered_page
from geomap.maps.candidates_frame import CandidateMap
from geomap.model import Place, Resolution

_TITLE: Final = "Places mentioned"
_MOST_ALTERNATIVES: Final = 3


def mentions_page(
    resolutions: Sequence[Resolution], *, boundaries: Boundaries | None = None, title: str | None = None
) -> CandidateMap:
    """A map of the places that a text mentions, numbered in the order of the text, as one page.

    Each place once, with its mentions, the highest confidence, the reasons and the alternatives; mentions
    that were given no place are listed apart. `boundaries` is as for `candidates_page`.
    """
    drawing = Drawing(boundaries)
    by_place: dict[str, list[Resolution]] = {}
    for one in resolutions:
        if one.place is not None:
            by_place.setdefault(one.place.id, []).append(one)
    places = [_numbered(held, drawing) for held in by_place.values()]
    unplaced = dict.fromkeys(one.mention.text for one in resolutions if one.place is None)
    return numbered_page(
        places, title=title or _TITLE, order="in the order of the text", unplaced=list(unplaced)
    )


def _numbered(held: Sequence[Resolution], drawing: Drawing) -> dict[str, Any]:
    surest = max(held, key=lambda one: one.confidence)
    facts = [
        ("Said", _said(held)),
        ("Sure", f"{surest.confidence:.2f}"),
        ("Because", "; ".join(surest.candidates[0].reasons) or "nothing speaks against it"),
        ("Or", _alternatives(surest)),
    ]
    lines = [_said(held), f"Sure {surest.confidence:.2f}", *surest.candidates[0].reasons[:2]]
    return drawing.numbered(surest.candidates[0].place, lines, facts)


def _said(held: Sequence[Resolution]) -> str:
    """The words that mean the place, with how often, and how they are used where that is not plain."""
    times: dict[str, int] = {}
    for one in held:
        mention = one.mention
        plain = mention.use == "literal" and mention.kind == "name"
        use = "" if plain else f" ({mention.kind if mention.use == 'literal' else mention.use})"
        words = f"“{mention.text}”{use}"
        times[words] = times.get(words, 0) + 1
    return ", ".join(words if count == 1 else f"{words} × {count}" for words, count in times.items())


def _alternatives(resolution: Resolution) -> str:
    told = [
        f"{_named(other.place)} ({other.probability:.2f})"
        for other in resolution.alternatives[:_MOST_ALTERNATIVES]
    ]
    return "; ".join(told) or "no other place"


def _named(place: Place) -> str:
    return ", ".join(filter(None, (place.name, place.admin1, place.country)))
