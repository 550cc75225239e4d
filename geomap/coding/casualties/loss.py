"""A loss as one clause tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geomap.model import Span

LossKind = Literal["killed", "wounded", "missing", "detained", "displaced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Persons lost, and the words that say so.

    ``span`` holds the count and the verb, ``verb_span`` the verb. More kinds than one make a combined count
    that must not be divided. ``low``, ``best`` and ``high`` are as in `geomap.coding.numbers`; all are None
    where persons were lost and the text does not say how many: that stays unknown. ``total`` marks the sum of
    a war, a year or a campaign, which is no single event's count.
    """

    span: Span
    text: str
    verb_span: Span
    kinds: frozenset[LossKind]
    low: int | None
    best: int | None
    high: int | None
    victims: str | None
    reason: str
    total: bool = False

    @property
    def told(self) -> bool:
        """Whether the text gives any number."""
        return any(number is not None for number in (self.low, self.best, self.high))
