"""The content of a page: an events table as the columns that its script draws, filters and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from geomap.codes.event_types import LAYERS, event_types
from geomap.maps import wording
from geomap.maps.areas import DECIMALS, Areas, Boundaries
from geomap.maps.evidence import evidence_of, place_words
from geomap.maps.periods import Interval, Period, day_number, periods_of, touched
from geomap.maps.rows import Row
from geomap.maps.symbols import OTHER, SYMBOLS

UNTYPED: Final = "unknown"


@dataclass(frozen=True, slots=True)
class EventKind:
    """An event type of the table: a layer of the map."""

    id: str
    label: str
    layer: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a page holds: `events` and `evidence` are values for JSON, in the table's order."""

    kinds: tuple[EventKind, ...]
    periods: tuple[Period, ...]
    events: Mapping[str, Any]
    evidence: Sequence[Mapping[str, Any]]


def content_of(rows: Sequence[Row], countries: Mapping[str, str], boundaries: Boundaries | None) -> Content:
    """The content for rows of an events table; `countries` are names by ISO 3166-1 alpha-2 code."""
    kinds = _kinds(rows)
    periods = periods_of([_interval(row) for row in rows])
    areas = Areas(boundaries)
    events = _columns(rows, kinds, periods, areas, countries)
    evidence = [evidence_of(row, countries) for row in rows]
    return Content(kinds, periods, {**_legend(rows, kinds, periods), **events}, evidence)


def _kinds(rows: Sequence[Row]) -> tuple[EventKind, ...]:
    """The types that occur: ours in the order of the type table, then those of the table's own by name."""
    order = {kind: place for place, kind in enumerate(event_types())}
    found = {_kind(row).id: _kind(row) for row in rows}
    return tuple(found[kind] for kind in sorted(found, key=lambda kind: (order.get(kind, len(order)), kind)))


def _kind(row: Row) -> EventKind:
    kind = row["type"] or UNTYPED
    return EventKind(kind, row["label"] or kind, row["layer"] or kind.partition(".")[0])


def _interval(row: Row) -> Interval:
    first, last = row["date_first"], row["date_last"]
    return first and day_number(first), last and day_number(last)


def _legend(rows: Sequence[Row], kinds: Sequence[EventKind], periods: Sequence[Period]) -> dict[str, Any]:
    counts = Counter(row["type"] or UNTYPED for row in rows)
    names = dict.fromkeys([*LAYERS, *(kind.layer for kind in kinds)])
    symbols = {name: SYMBOLS.get(name, OTHER) for name in names}
    return {
        "layers": [
            [name, LAYERS.get(name, name), symbol.color, symbol.shape] for name, symbol in symbols.items()
        ],
        "kinds": [[kind.id, kind.label, list(names).index(kind.layer), counts[kind.id]] for kind in kinds],
        "periods": [[period.label, period.first, period.last] for period in periods],
    }


def _columns(
    rows: Sequence[Row],
    kinds: Sequence[EventKind],
    periods: Sequence[Period],
    areas: Areas,
    countries: Mapping[str, str],
) -> dict[str, Any]:
    numbers = {kind.id: number for number, kind in enumerate(kinds)}
    intervals = [_interval(row) for row in rows]
    spans = [touched(interval, periods) for interval in intervals]
    return {
        "kind": [numbers[row["type"] or UNTYPED] for row in rows],
        "longitude": [round(row["point"][0], DECIMALS) if row["point"] else None for row in rows],
        "latitude": [round(row["point"][1], DECIMALS) if row["point"] else None for row in rows],
        "area": [areas.number(row) for row in rows],
        "areas": areas.values,
        "first": [first for first, _ in intervals],
        "last": [last for _, last in intervals],
        "first_period": [first for first, _ in spans],
        "last_period": [last for _, last in spans],
        "sure": [_sureness(row) for row in rows],
        "status": [row["status"] if row["status"] != "occurred" else None for row in rows],
        "status_words": [wording.STATUS_WORDS.get(row["status"] or "", row["status"]) for row in rows],
        "when": [
            wording.date_words(row["date_first"], row["date_last"], row["date_precision"]) for row in rows
        ],
        "place": [row["place"] if row["point"] else None for row in rows],
        "where": [place_words(row, countries) if row["point"] else None for row in rows],
    }


def _sureness(row: Row) -> int:
    """How strongly an event is drawn: 2 for sure of event and place alike, 0 for a guess; untold is sure."""
    told = [share for share in (row["confidence"], row["place_confidence"]) if share is not None]
    return sum(min(told, default=1.0) >= bound for bound in (1 / 3, 2 / 3))
