"""A reading as HTML, for notebooks: the text with its mentions marked, and what each was taken to mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geomap.model.events import Reading
    from geomap.model.resolutions import Resolution

#: Background by how a mention is used; one without a place is only underlined.
_COLOURS: Final = {"literal": "#cfe8d5", "metonym": "#f3e2b8", "nested": "#dfe3f3"}
_DEMONYM: Final = "#eadcf0"


def markup_of(reading: Reading) -> str:
    """The text in one element, each mention in a `mark` whose title tells place, confidence and reasons."""
    parts = "".join(_parts(reading.document.text, reading.resolutions))
    style = "white-space:pre-wrap;line-height:1.6;max-width:60em;color:#1f2428;background:#fff;padding:.5em"
    return f'<div dir="auto" style="{style}">{parts}</div>'


def _parts(text: str, resolutions: Sequence[Resolution]) -> Iterator[str]:
    done = 0
    for resolution in resolutions:
        mention = resolution.mention
        if mention.start >= done:
            yield escape(text[done : mention.start])
            yield _mark(resolution)
            done = mention.end
    yield escape(text[done:])


def _mark(resolution: Resolution) -> str:
    mention = resolution.mention
    colour = _DEMONYM if mention.kind == "demonym" else _COLOURS[mention.use]
    look = f"background:{colour}" if resolution.place else "background:none;border-bottom:2px dotted #b34700"
    style = f"{look};color:inherit;border-radius:3px;padding:0 2px"
    return f'<mark style="{style}" title="{escape(_told(resolution))}">{escape(mention.text)}</mark>'


def _told(resolution: Resolution) -> str:
    """Kind and use, the place with its confidence, the reasons, and the next best place."""
    mention, place = resolution.mention, resolution.place
    words = [mention.kind if mention.use == "literal" else f"{mention.kind}, {mention.use}"]
    if place is None:
        return f"{words[0]}: no place is likely enough"
    units = ", ".join(filter(None, (place.name, place.admin1, place.country)))
    words.append(f"{units} ({resolution.confidence:.2f})")
    words.extend(resolution.candidates[0].reasons)
    words.extend(
        f"else {', '.join(filter(None, (other.place.name, other.place.admin1, other.place.country)))} "
        f"({other.probability:.2f})"
        for other in resolution.alternatives[:1]
    )
    return "; ".join(words)
