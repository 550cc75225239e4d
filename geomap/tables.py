"""Events <-> GeoDataFrame: the one file that knows the columns.

The events table is a plain GeoDataFrame in EPSG:4326 (x = longitude, y = latitude, WGS 84 degrees), a row
an event, with the columns of ``COLUMNS`` in that order. Its geometry is the point of the place (the anchor of
a relation), null when the place is unknown; ``radius_km`` and ``geo_precision`` say how much of the map the
point stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import geopandas
import pandas
from shapely.geometry import Point

from geomap.codes import precision
from geomap.codes.event_types import EventType, event_types
from geomap.errors import InputError, SchemaError
from geomap.model import Actor, Document, Event, Evidence, Place, Reading, Where

CRS: Final = "EPSG:4326"

_STATE, _EXTERNAL = 1, 8
_INTER: Final = "ACLED inter codes (codebook of 2023)"

# Column -> (pandas dtype, what it holds). The texts are the documentation of every export.
COLUMNS: Final[Mapping[str, tuple[str, str]]] = {
    "id": ("string", "Stable id: the same text gives the same id on every machine."),
    "type": ("string", "Event type, as layer.name."),
    "layer": ("string", "The type's layer, the part before the dot."),
    "label": ("string", "The type in words."),
    "status": ("string", "occurred, claimed, denied or planned."),
    "date_first": ("datetime64[s]", "First day that the text allows; missing if open or unknown."),
    "date_last": ("datetime64[s]", "Last day that the text allows; missing if open or unknown."),
    "date_precision": ("string", "day, week, month, year, range or on_or_before; missing if unknown."),
    "date_text": ("string", "The words that the date was read from."),
    "place": ("string", "Name of the place; missing if unknown."),
    "place_text": ("string", "The place as the text names it, relation included."),
    "place_id": ("string", "Gazetteer id of the place; gn: is GeoNames."),
    "country": ("string", "ISO 3166-1 alpha-2 code of the place's country."),
    "admin1": ("string", "First-level administrative unit of the place."),
    "geo_precision": ("string", "city, vicinity, adm2, adm1, region or country; missing if unknown."),
    "radius_km": ("float64", "Radius in km of the circle around the point that the place stands for."),
    "relation": ("string", "Words that set the event beside the place, such as 'south of'."),
    "place_confidence": ("float64", "Probability, 0 to 1, that the words name a place, and this one."),
    "alternatives": ("object", "Other places that the name may mean, with their probability."),
    "also_at": ("object", "Further places of the same event: name, position, precision, the words."),
    "fatalities": ("Int64", "Persons killed, best estimate; missing is not told, never zero."),
    "fatalities_low": ("Int64", "Lowest number killed that the text allows."),
    "fatalities_high": ("Int64", "Highest number killed that the text allows."),
    "wounded": ("Int64", "Persons wounded, best estimate; missing is not told."),
    "missing": ("Int64", "Persons missing, best estimate; missing is not told."),
    "detained": ("Int64", "Persons arrested, captured or abducted, best estimate; missing is not told."),
    "displaced": ("Int64", "Persons driven from their homes, best estimate; missing is not told."),
    "civilians_killed": ("Int64", "Of those killed, whom the text names as civilians, best estimate."),
    "combatants_killed": ("Int64", "Of those killed, whom the text names as fighters, soldiers or police."),
    "combined_losses": ("string", "Kinds of loss that the text gives one count for: 'killed or wounded'."),
    "casualties_text": ("string", "The words that the numbers were read from."),
    "actors": ("string", "Who did it, joined by '; '."),
    "targets": ("string", "To whom, joined by '; '."),
    "actors_inter": ("string", f"{_INTER} of the actors, in their order, joined by '; '."),
    "targets_inter": ("string", f"{_INTER} of the targets, in their order, joined by '; '."),
    "claimed_by": ("string", "Who says so, in the text's words."),
    "confidence": ("float64", "How sure geomap is of the event as coded, 0 to 1."),
    "trigger": ("string", "The words that told the event."),
    "trigger_start": ("int64", "Offset of the trigger in the document's text, in characters."),
    "trigger_end": ("int64", "Offset of the trigger's end, exclusive."),
    "quote": ("string", "The sentence that told the event."),
    "quotes": ("object", "Every sentence used: text, start, end, reason."),
    "document": ("string", "Id of the document."),
    "title": ("string", "Title of the document."),
    "source": ("string", "Outlet or agency of the document."),
    "url": ("string", "Address of the document."),
    "published": ("datetime64[s]", "Day of publication; missing if unknown."),
    "acled_event_type": ("string", "ACLED event type; missing if ACLED does not code it."),
    "acled_sub_event_type": ("string", "ACLED sub-event type."),
    "acled_geo_precision": ("Int64", "ACLED geo_precision, 1 to 3."),
    "acled_time_precision": ("Int64", "ACLED time_precision, 1 to 3."),
    "ucdp_type_of_violence": ("string", "UCDP type of violence; '1|2' where the text does not tell which."),
    "ucdp_where_prec": ("Int64", "UCDP where_prec, 1 to 7."),
    "ucdp_date_prec": ("Int64", "UCDP date_prec, 1 to 5."),
    "plover_event": ("string", "PLOVER event."),
    "plover_mode": ("string", "PLOVER mode; 'a|b' where the text does not tell which."),
    "cameo": ("string", "CAMEO code."),
}


# Column -> the count of `Casualties` whose best estimate it holds.
_COUNTS: Final = {
    "fatalities": "fatalities",
    "wounded": "wounded",
    "missing": "missing",
    "detained": "detained",
    "displaced": "displaced",
    "civilians_killed": "civilians",
    "combatants_killed": "combatants",
}


def table_from_readings(
    readings: Iterable[Reading], *, types: Mapping[str, EventType] | None = None
) -> geopandas.GeoDataFrame:
    """The events of readings as a table, in reading order; none give an empty table with all columns.

    Labels and codes are those of `types`, as `geomap.codes.event_types.read_event_types` reads them, or of
    the shipped table.
    """
    known = event_types() if types is None else types
    rows = [_row(event, reading.document, known) for reading in readings for event in reading.events]
    return table_from_rows(rows)


def table_from_rows(rows: Sequence[Mapping[str, Any]]) -> geopandas.GeoDataFrame:
    """A table from mappings of column to value, and ``geometry`` to a Point or None; absent is missing."""
    frame = pandas.DataFrame(
        {
            name: pandas.Series([row.get(name) for row in rows], dtype=dtype)
            for name, (dtype, _) in COLUMNS.items()
        }
    )
    points = geopandas.GeoSeries(
        pandas.Series([row.get("geometry") for row in rows], dtype="object"), crs=CRS
    )
    return checked(geopandas.GeoDataFrame(frame, geometry=points, crs=CRS))


def checked(table: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Return the table if it is an events table, else raise SchemaError naming the column and the mend.

    Columns of the caller's own may stand beside ours, in any order.
    """
    if not isinstance(table, geopandas.GeoDataFrame):
        raise SchemaError(f"An events table is a GeoDataFrame, not a {type(table).__name__}.")
    missing = [name for name in (*COLUMNS, "geometry") if name not in table.columns]
    if missing:
        raise SchemaError(f"The events table lacks the column {missing[0]!r}; geomap.events() makes all.")
    if table.crs != CRS:
        raise SchemaError(f"The events table is in {table.crs}, not {CRS}; use to_crs({CRS!r}).")
    return table


def _row(event: Event, document: Document, types: Mapping[str, EventType]) -> dict[str, Any]:
    kind = _type_of(event, types)
    return {
        "id": event.id,
        "type": event.type,
        "layer": kind.layer,
        "label": kind.label,
        "status": event.status,
        **_date_columns(event),
        **_place_columns(event.where),
        "also_at": [_further(where) for where in event.also_at],
        **_casualty_columns(event),
        "actors": _names(event, "actor"),
        "targets": _names(event, "target"),
        "actors_inter": _inter_codes(event, "actor"),
        "targets_inter": _inter_codes(event, "target"),
        "claimed_by": event.claimed_by.text if event.claimed_by else None,
        "confidence": event.confidence,
        **_quote_columns(event),
        "document": document.id,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "published": document.published,
        "acled_event_type": kind.acled_event_type,
        "acled_sub_event_type": kind.acled_sub_event_type,
        "ucdp_type_of_violence": kind.ucdp_type_of_violence,
        "plover_event": kind.plover_event,
        "plover_mode": kind.plover_mode,
        "cameo": kind.cameo,
    }


def _type_of(event: Event, types: Mapping[str, EventType]) -> EventType:
    try:
        return types[event.type]
    except KeyError:
        raise InputError(
            f"Event {event.id} has the type {event.type!r}, which the type table lacks; use one of its ids."
        ) from None


def _date_columns(event: Event) -> dict[str, Any]:
    when = event.when
    if when is None:
        return {}
    return {
        "date_first": when.first,
        "date_last": when.last,
        "date_precision": when.precision,
        "date_text": when.evidence.text,
        "acled_time_precision": precision.acled_time(when.first, when.last, when.precision),
        "ucdp_date_prec": precision.ucdp_date(when.first, when.last),
    }


def _place_columns(where: Where | None) -> dict[str, Any]:
    if where is None:
        return {}
    place, relation = where.place, where.resolution.relation
    return {
        "place": place.name,
        "place_text": where.evidence.text,
        "place_id": place.id,
        "country": place.country,
        "admin1": place.admin1,
        "geo_precision": where.precision,
        "radius_km": where.radius_km,
        "relation": relation.evidence.text if relation else None,
        "place_confidence": where.resolution.confidence,
        "alternatives": [
            {**_named(other.place), "probability": round(other.probability, 4)}
            for other in where.resolution.alternatives
        ],
        "acled_geo_precision": precision.ACLED_GEO[where.precision],
        "ucdp_where_prec": precision.UCDP_WHERE[where.precision],
        "geometry": Point(place.longitude, place.latitude),
    }


def _further(where: Where) -> dict[str, Any]:
    return {
        **_named(where.place),
        "place_id": where.place.id,
        "geo_precision": where.precision,
        "radius_km": where.radius_km,
        "text": where.evidence.text,
    }


def _named(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _casualty_columns(event: Event) -> dict[str, Any]:
    losses = event.casualties
    dead, both = losses.fatalities, losses.combined
    counts = {name: getattr(losses, field) for name, field in _COUNTS.items()}
    told = [each.evidence for each in (*counts.values(), both) if each is not None]
    return {
        **{name: count and count.best for name, count in counts.items()},
        "fatalities_low": dead and dead.low,
        "fatalities_high": dead and dead.high,
        "combined_losses": both and " or ".join(both.kinds),
        "casualties_text": "; ".join(dict.fromkeys(evidence.text for evidence in told)) or None,
    }


def _quote_columns(event: Event) -> dict[str, Any]:
    told = next(quote for quote in event.quotes if quote.span.covers(event.trigger.span))
    return {
        "trigger": event.trigger.text,
        "trigger_start": event.trigger.span.start,
        "trigger_end": event.trigger.span.end,
        "quote": told.text,
        "quotes": [_quote(quote) for quote in event.quotes],
    }


def _quote(quote: Evidence) -> dict[str, Any]:
    return {
        "text": quote.text,
        "start": quote.span.start,
        "end": quote.span.end,
        "reason": quote.reason,
    }


def _names(event: Event, role: str) -> str | None:
    names = dict.fromkeys(actor.name for actor in event.actors if actor.role == role)
    return "; ".join(names) or None


def _inter_codes(event: Event, role: str) -> str | None:
    """A code for each name of `_names`; "-" where none is known."""
    codes: dict[str, str] = {}
    for actor in event.actors:
        if actor.role == role:
            codes.setdefault(actor.name, _inter(actor, event.where))
    return "; ".join(codes.values()) or None


def _inter(actor: Actor, where: Where | None) -> str:
    """ACLED codes a state's forces as external (8) outside their own country."""
    at = where.place.country if where is not None else None
    is_abroad = at is not None and actor.country is not None and at != actor.country
    if actor.inter is None:
        return "-"
    return str(_EXTERNAL if actor.inter == _STATE and is_abroad else actor.inter)
