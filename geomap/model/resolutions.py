"""Beliefs about which place a mention means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geomap.model.checks import require, require_share
from geomap.model.places import Place
from geomap.model.texts import Evidence, Mention

RelationKind = Literal["bearing", "near", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A belief: the mention means this place, this sure, for these reasons."""

    place: Place
    probability: float
    reasons: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_share(self.probability, "A probability")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Words that set an event beside a place, as "south of" does; bearing in degrees from north."""

    kind: RelationKind
    evidence: Evidence
    bearing: float | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What a mention was taken to mean: candidates, most probable first; none is an answer too."""

    mention: Mention
    candidates: tuple[Candidate, ...] = ()
    relation: Relation | None = None

    def __post_init__(self) -> None:
        shares = [candidate.probability for candidate in self.candidates]
        require(shares == sorted(shares, reverse=True), "Candidates stand most probable first.")
        require(sum(shares) <= 1.0 + 1e-5, "Probabilities of candidates add up to 1 at most.")

    @property
    def place(self) -> Place | None:
        """The most probable place, or None."""
        return self.candidates[0].place if self.candidates else None

    @property
    def confidence(self) -> float:
        """How probable it is that the words name a place, and ``place``; 0 where there is none."""
        return self.mention.probability * self.candidates[0].probability if self.candidates else 0.0

    @property
    def alternatives(self) -> tuple[Candidate, ...]:
        """The candidates that were not chosen."""
        return self.candidates[1:]
