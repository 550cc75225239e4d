"""A loss as one clause tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from geomap.model import LossKind, Span


class Numbers(NamedTuple):
    """The lowest, best and highest number; a None is not told."""

    low: int | None
    best: int | None
    high: int | None

    @property
    def told(self) -> bool:
        """Whether there is any number."""
        return self != (None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Persons lost, and the words that say so.

    ``span`` holds the count and the verb, ``verb_span`` the verb, ``sentence`` is where its sentence starts.
    More kinds than one make a combined count that must not be divided. ``low``, ``best`` and ``high`` are as
    in `geomap.coding.numbers`; all are None where persons were lost and the text does not say how many: that
    stays unknown. ``apart`` marks a loss that the words set apart from the one before it in the sentence,
    ``total`` the sum of a war, a year or a campaign, which is no single event's count. ``civilians``
    and ``combatants`` are those of the persons whom their nouns name as such, those told after "including"
    and the like among them; None where there are none.
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
    sentence: int
    apart: bool = False
    total: bool = False
    civilians: Numbers | None = None
    combatants: Numbers | None = None

    @property
    def told(self) -> bool:
        """Whether the text gives any number."""
        return any(number is not None for number in (self.low, self.best, self.high))
