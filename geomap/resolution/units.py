"""Unit words in small letters beside a name: no part of the mention, but of what the gazetteer is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from geomap.model import Mention, Span

_UNIT_AFTER: Final = re.compile(
    r"[^\S\n](?:canton|county|district|emirate|governorate|municipality|oblast|parish|prefecture|province|raion"
    r"|region|state|subdistrict|territory|township)\b(?!-)"
)


def with_unit(text: str, mention: Mention) -> Mention:
    """The mention with the unit word after it: "Diyala" of "Diyala province" becomes the whole."""
    found = (
        _UNIT_AFTER.match(text, mention.end) if mention.kind == "name" and mention.parent is None else None
    )
    if found is None:
        return mention
    span = Span(start=mention.start, end=found.end())
    return replace(mention, span=span, text=text[span.start : span.end])
