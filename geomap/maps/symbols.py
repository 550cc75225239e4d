"""Colour and shape of each layer of event types: both carry it, so that neither has to alone.

Colours are the eight of Okabe and Ito, "Color Universal Design" (2008), made to be told apart with any of the
common colour blindnesses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Symbol:
    """How the events of a layer are drawn; shapes are the names that web/symbols.js draws."""

    color: str
    shape: str


SYMBOLS: Final[Mapping[str, Symbol]] = {
    "battle": Symbol("#d55e00", "diamond"),
    "remote_violence": Symbol("#e69f00", "star"),
    "civilian_violence": Symbol("#cc79a7", "triangle-down"),
    "protest": Symbol("#56b4e9", "triangle-up"),
    "riot": Symbol("#f0e442", "hexagon"),
    "strategic": Symbol("#000000", "square"),
    "diplomacy": Symbol("#0072b2", "circle"),
    "civic": Symbol("#009e73", "plus"),
}

# A table may bring types of its own: they are drawn, in a grey that is none of the eight.
OTHER: Final = Symbol("#808080", "cross")
