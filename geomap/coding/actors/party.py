"""An actor as it stands in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geomap.codes.actor_nouns import ActorKind
from geomap.model import Evidence

#: How it is called: by a name of the table, a country with a force, a country alone, or the text's words.
Form = Literal["named", "force", "country", "words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A phrase of a sentence that names an actor.

    ``first`` and ``stop`` (exclusive) count the sentence's words. ``governor`` is the preposition before it,
    "" where there is none; ``joined`` tells whether a list joins it to the party before; ``place`` is the
    name of the country that a form of force or country has; ``is_metonym`` whether a country alone acts.
    """

    name: str
    kind: ActorKind
    inter: int
    form: Form
    first: int
    stop: int
    evidence: Evidence
    country: str | None = None
    noun_class: str | None = None
    place: str | None = None
    is_metonym: bool = False
    is_own: bool = False
    governor: str = ""
    joined: bool = False

    @property
    def start(self) -> int:
        """Offset in the document."""
        return self.evidence.span.start
