"""Events: what is said to have happened, when, where and to whom, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Final, Literal

from geomap.model.checks import require, require_share
from geomap.model.places import Place
from geomap.model.resolutions import Resolution
from geomap.model.texts import Document, Evidence, Span

Status = Literal["occurred", "claimed", "denied", "planned"]
DatePrecision = Literal["day", "week", "month", "year", "range", "on_or_before"]
GeoPrecision = Literal["city", "vicinity", "adm2", "adm1", "region", "country"]
Role = Literal["actor", "target"]

STATUSES: Final[tuple[Status, ...]] = ("occurred", "claimed", "denied", "planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An interval of days, both ends included; an end that the text leaves open is None."""

    first: date | None
    last: date | None
    precision: DatePrecision
    evidence: Evidence

    def __post_init__(self) -> None:
        first, last = self.first, self.last
        require(first is not None or last is not None, "An unknown date is no When.")
        if first is not None and last is not None:
            require(first <= last, f"An interval does not end ({last}) before it starts ({first}).")
        require(
            (self.precision == "day") == (first == last),
            f"{first} to {last} and the precision {self.precision!r} do not agree.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where an event happened: the resolution it came from, and how much of the map that leaves."""

    resolution: Resolution
    precision: GeoPrecision
    radius_km: float
    evidence: Evidence

    def __post_init__(self) -> None:
        require(self.resolution.place is not None, "An unknown place is no Where.")
        require(self.radius_km > 0.0, "A radius is above 0 km.")

    @property
    def place(self) -> Place:
        """The place, or the anchor of the relation."""
        return self.resolution.candidates[0].place


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Persons: the lowest, best and highest number that the text allows; a None is not told."""

    low: int | None
    best: int | None
    high: int | None
    evidence: Evidence

    def __post_init__(self) -> None:
        told = [number for number in (self.low, self.best, self.high) if number is not None]
        require(bool(told), "An untold number is no Count.")
        _require_order(*told)


def _require_order(*bounds: int | None) -> None:
    told = [number for number in bounds if number is not None]
    require(
        told == sorted(told) and (not told or told[0] >= 0), f"{told} are not low ≤ best ≤ high, from 0 up."
    )


LossKind = Literal["killed", "wounded", "missing", "detained", "displaced"]
LOSS_KINDS: Final[tuple[LossKind, ...]] = ("killed", "wounded", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """One count for several kinds of loss, which the text does not divide; a None is not told."""

    kinds: tuple[LossKind, ...]
    low: int | None
    best: int | None
    high: int | None
    evidence: Evidence

    def __post_init__(self) -> None:
        require(len(self.kinds) > 1, "A count of one kind of loss is a Count.")
        _require_order(self.low, self.best, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """What an event cost; None is untold, and zero stands only where the text says so.

    ``civilians`` and ``combatants`` are those of the persons killed whom the text names as such; the two need
    not add up to ``fatalities``. ``combined`` is a count that the text does not divide ("dozens were
    killed or wounded").
    """

    fatalities: Count | None = None
    wounded: Count | None = None
    missing: Count | None = None
    detained: Count | None = None
    displaced: Count | None = None
    civilians: Count | None = None
    combatants: Count | None = None
    combined: Combined | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it ("actor") or to whom ("target"): the name that the trade uses, and the words.

    ``inter`` is ACLED's inter code at home, 1 to 8 (codebook of 2023), ``country`` the ISO 3166-1 alpha-2
    code of the country that a state's force or a group is of; None where the text and the table do not tell.
    """

    name: str
    role: Role
    evidence: Evidence
    inter: int | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        require(self.inter is None or 1 <= self.inter <= 8, f"{self.inter} is no inter code, 1 to 8.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or is claimed, denied or planned, with the words that say so.

    ``also_at`` are further places that the text names for the one deed, whose losses it does not divide among
    them: "shelled the towns of Mardes and Maharada".
    """

    id: str
    type: str
    status: Status
    trigger: Evidence
    quotes: tuple[Evidence, ...]
    document: str
    confidence: float
    when: When | None = None
    where: Where | None = None
    also_at: tuple[Where, ...] = ()
    actors: tuple[Actor, ...] = ()
    casualties: Casualties = field(default_factory=Casualties)
    claimed_by: Evidence | None = None

    def __post_init__(self) -> None:
        require(self.status in STATUSES, f"{self.status!r} is none of {', '.join(STATUSES)}.")
        require(self.where is not None or not self.also_at, "An event has a place before it has others.")
        require(bool(self.quotes), "An event has at least the sentence that told it.")
        require(
            any(quote.span.covers(self.trigger.span) for quote in self.quotes),
            "An event's trigger stands in one of its quotes.",
        )
        require_share(self.confidence, "A confidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was understood of one document; every offset is checked against its text."""

    document: Document
    resolutions: tuple[Resolution, ...]
    events: tuple[Event, ...]

    def __post_init__(self) -> None:
        located = [event.where.resolution for event in self.events if event.where is not None]
        for resolution in (*self.resolutions, *located):
            self._check(resolution.mention.span, resolution.mention.text)
            if resolution.relation is not None:
                self._check(resolution.relation.evidence.span, resolution.relation.evidence.text)
        for event in self.events:
            for evidence in evidence_of(event):
                self._check(evidence.span, evidence.text)

    def _repr_html_(self) -> str:
        """The text with its mentions marked: what a notebook shows."""
        from geomap.model.markup import markup_of  # noqa: PLC0415 - for notebooks only

        return markup_of(self)

    def _check(self, span: Span, text: str) -> None:
        found = self.document.text[span.start : span.end]
        require(found == text, f"({span.start}, {span.end}) holds {found!r}, not {text!r}.")


def evidence_of(event: Event) -> tuple[Evidence, ...]:
    """Every piece of evidence that an event carries."""
    losses = event.casualties
    counts = [getattr(losses, each.name) for each in fields(losses)]
    told = [value.evidence for value in (event.when, event.where, *counts) if value is not None]
    claimed = [event.claimed_by] if event.claimed_by is not None else []
    actors = [actor.evidence for actor in event.actors]
    return (event.trigger, *event.quotes, *actors, *claimed, *told)
