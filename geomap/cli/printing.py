"""What the command line prints: tables for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from geomap.cli.columns import Cells, fitting, lines_of

if TYPE_CHECKING:
    from geomap.model import Event, Match, Reading, Resolution

_WIDEST: Final = 60

EVENT_HEADER: Final = ("date", "type", "status", "place", "precision", "dead", "sure", "trigger")
MENTION_HEADER: Final = ("mention", "kind", "place", "country", "latitude", "longitude", "sure", "reasons")
MATCH_HEADER: Final = (
    "id",
    "name",
    "kind",
    "country",
    "admin1",
    "admin2",
    "latitude",
    "longitude",
    "population",
    "quality",
    "how",
    "source",
)
#: Columns of MATCH_HEADER that a narrow terminal goes without, the first to go first.
MATCH_SPARE: Final = ("source", "how", "admin2", "id")


def event_rows(readings: Sequence[Reading]) -> Iterator[Sequence[object]]:
    """A row of EVENT_HEADER for each event."""
    for reading in readings:
        for event in reading.events:
            where, dead = event.where, event.casualties.fatalities
            yield (
                _days(event),
                event.type,
                event.status,
                where and where.evidence.text,
                where and where.precision,
                dead and dead.best,
                f"{event.confidence:.2f}",
                event.trigger.text,
            )


def _days(event: Event) -> str | None:
    """ISO 8601 days; "../2014-12-29" is an interval with an open start."""
    when = event.when
    if when is None:
        return None
    if when.first == when.last:
        return str(when.last)
    return f"{when.first or '..'}/{when.last or '..'}"


def mention_row(resolution: Resolution) -> Sequence[object]:
    """A row of MENTION_HEADER."""
    mention, place = resolution.mention, resolution.place
    relation = f" ({resolution.relation.evidence.text} it)" if resolution.relation else ""
    return (
        mention.text + relation,
        mention.kind if mention.use == "literal" else f"{mention.kind}, {mention.use}",
        place and place.name,
        place and place.country,
        place and f"{place.latitude:.4f}",
        place and f"{place.longitude:.4f}",
        f"{resolution.confidence:.2f}" if place else None,
        "; ".join(resolution.candidates[0].reasons) if place else None,
    )


def mention_fields(resolution: Resolution) -> dict[str, Any]:
    """A mention and all its candidates, as JSON has them."""
    mention, relation = resolution.mention, resolution.relation
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "use": mention.use,
        "relation": relation.evidence.text if relation else None,
        "candidates": [
            {
                "probability": round(each.probability, 4),
                "reasons": list(each.reasons),
                "id": each.place.id,
                "name": each.place.name,
                "kind": each.place.kind,
                "latitude": each.place.latitude,
                "longitude": each.place.longitude,
                "country": each.place.country,
                "admin1": each.place.admin1,
            }
            for each in resolution.candidates
        ],
    }


def match_fields(match: Match) -> dict[str, Any]:
    """A place found by name, as JSON has it; WGS 84 degrees, kilometres."""
    place = match.place
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "feature_code": place.feature_code,
        "latitude": round(place.latitude, 5),
        "longitude": round(place.longitude, 5),
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "population": place.population,
        "radius_km": round(place.radius_km, 3),
        "quality": round(match.quality, 2),
        "step": match.step,
        "how": match.how,
        "matched_name": match.matched_name,
        "source": place.source,
    }


def match_row(match: Match) -> Sequence[object]:
    """A row of MATCH_HEADER; what a source says of a position is left to JSON and the map."""
    place = match.place
    return (
        place.id,
        place.name,
        f"{place.kind} ({place.feature_code})" if place.feature_code else place.kind,
        place.country,
        place.admin1,
        place.admin2,
        f"{place.latitude:.4f}",
        f"{place.longitude:.4f}",
        None if place.population is None else f"{place.population:,}",
        f"{match.quality:.2f}",
        match.how,
        place.source.partition(";")[0],
    )


def print_matches(matches: Sequence[Match], width: int | None = None) -> None:
    """Print places found by name as a table, no wider than `width` as far as that can be."""
    cells: Cells = [MATCH_HEADER, *([_cell(value) for value in match_row(match)] for match in matches)]
    left_out: tuple[str, ...] = ()
    if width is not None:
        cells, left_out = fitting(cells, width, MATCH_SPARE)
    for line in lines_of(cells, width):
        click.echo(line)
    if left_out:
        click.echo(f"Too narrow for {', '.join(left_out)}: widen the terminal, or use --json.", err=True)


def print_json(value: object) -> None:
    """Print JSON to stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under a header, in columns of the width that they need."""
    for line in lines_of([header, *([_cell(value) for value in row] for row in rows)]):
        click.echo(line)


def _cell(value: object) -> str:
    """A value as it fits into a line of a terminal: one line, no controls, not too long."""
    text = "" if value is None else " ".join(str(value).split())
    text = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
