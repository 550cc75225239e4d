"""Events coded by hand: the gold file of one document, read and checked.

The file is a JSON object: ``source``, ``sha256`` of the document's text, ``sentences`` (id, start, end and
text; offsets are half-open, in characters), ``events``, ``non_events`` (sentences in which nothing is to be
coded) and ``scoring`` (which events are required). Fields beyond those read here may stand in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, get_args

from geomap.errors import InputError
from geomap.evaluation.countries import alpha2
from geomap.evaluation.fields import Fields, fields_of_file
from geomap.matching import Interval, Location, same_unit
from geomap.model import STATUSES, Document, GeoPrecision, Reading, Role, Span, Status
from geomap.model.checks import require_position

# A gold file's level of a place -> the precisions that it may be coded with; None is no place.
LEVELS: Final[Mapping[str, frozenset[GeoPrecision] | None]] = {
    **{precision: frozenset({precision}) for precision in get_args(GeoPrecision)},
    "district/town": frozenset({"city", "adm2"}),
    "unknown": None,
}
_DOERS: Final = frozenset({"actor", "perpetrator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence of the document, by its id, and where it stands."""

    id: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """An event as coded by hand.

    ``accepted`` are the days that count as right, None an unknown date; ``relation`` is the word that sets
    the event beside its place ("south"); ``actors`` are role and name.
    """

    id: str
    type: str
    required: bool
    status: Status
    accepted: Interval | None
    date_precision: str | None
    location: Location | None
    relation: str | None
    fatalities: int | None
    actors: tuple[tuple[Role, str], ...]
    sentences: tuple[GoldSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NonEvent:
    """A sentence in which no event is to be coded, and why."""

    sentence: GoldSentence
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGold:
    """All events of one document as coded by hand; ``digest`` is the SHA-256 of its text in hexadecimal."""

    file: str
    source: str
    digest: str
    sentences: tuple[GoldSentence, ...]
    events: tuple[GoldEvent, ...]
    non_events: tuple[NonEvent, ...]

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return Path(self.file).name

    def misplaced_in(self, document: Document) -> GoldSentence | None:
        """The first sentence that does not stand in the document's text where the file has it."""
        return next((each for each in self.sentences if not _stands_in(document.text, each)), None)


def read_event_gold(path: str | Path) -> EventGold:
    """Read a gold file; raises InputError naming the file and the field that is not as it should be."""
    top = fields_of_file(Path(path))
    sentences = {each.id: each for each in map(_sentence, _with_own_ids(top.rows("sentences")))}
    required = _required(top)
    return EventGold(
        file=str(path),
        source=top.text("source"),
        digest=top.text("sha256"),
        sentences=tuple(sentences.values()),
        events=tuple(_event(row, sentences, required) for row in top.rows("events")),
        non_events=tuple(_non_event(row, sentences) for row in top.rows("non_events")),
    )


def reading_of(readings: Sequence[Reading], gold: EventGold) -> tuple[Reading, tuple[str, ...]]:
    """The reading of the gold's text, and what is to be said about it, a sentence each.

    A text that differs elsewhere is taken if every sentence stands where the gold has it. Raises InputError
    where none is, or where the sentences of the very text are misplaced.
    """
    same = [reading for reading in readings if reading.document.digest == gold.digest]
    fitting = same or [reading for reading in readings if gold.misplaced_in(reading.document) is None]
    if not fitting:
        raise InputError(_refusal(readings, gold))
    document = fitting[0].document
    misplaced = gold.misplaced_in(document)
    if misplaced is not None:
        raise InputError(
            f"{gold.file}: sentence {misplaced.id} does not stand at ({misplaced.span.start}, "
            f"{misplaced.span.end}) of {document.id}, though the text is the gold's; mend its offsets."
        )
    notes = []
    if not same:
        notes.append(
            f"The text of {document.id} as read differs from the gold's by its SHA-256, but every sentence "
            "stands where the gold has it."
        )
    if len(readings) > 1:
        notes.append(f"Only {document.id} was scored: the gold covers 1 of {len(readings)} documents.")
    return fitting[0], tuple(notes)


def _refusal(readings: Sequence[Reading], gold: EventGold) -> str:
    told = f"{gold.file} was coded from {gold.source} (SHA-256 {gold.digest})"
    if len(readings) != 1:
        return f"{told}, which is none of the {len(readings)} documents read; give that text."
    document = readings[0].document
    misplaced = gold.misplaced_in(document)
    sentence = f"; sentence {misplaced.id} does not stand where it should" if misplaced else ""
    return f"{told}, and {document.id} holds another text{sentence}: give that text."


def _sentence(row: Fields) -> GoldSentence:
    start, end, text = row.whole("start"), row.whole("end"), row.text("text")
    if end - start != len(text):
        raise row.problem("end", f"start + {len(text)}, the length of the text")
    return GoldSentence(id=row.text("id"), span=Span(start=start, end=end), text=text)


def _required(top: Fields) -> frozenset[str]:
    """The ids of the required events: as `scoring` lists them, else as the events themselves say."""
    rows = _with_own_ids(top.rows("events"))
    scoring = top.child("scoring")
    if "required" not in scoring.values:
        return frozenset(row.text("id") for row in rows if row.flag("required"))
    listed = frozenset(scoring.texts("required"))
    if not listed <= {row.text("id") for row in rows}:
        raise scoring.problem("required", "a list of ids of events")
    return listed


def _with_own_ids(rows: Sequence[Fields]) -> Sequence[Fields]:
    seen: set[str] = set()
    for row in rows:
        if row.text("id") in seen:
            raise row.problem("id", "an id that no row before it has")
        seen.add(row.text("id"))
    return rows


def _event(row: Fields, sentences: Mapping[str, GoldSentence], required: frozenset[str]) -> GoldEvent:
    place = row.child("place")
    event_id = row.text("id")
    return GoldEvent(
        id=event_id,
        type=row.text("type_id"),
        required=event_id in required,
        status=_status(row),
        accepted=_accepted(row),
        date_precision=_told(row.child("date_precision").optional_text("geomap")),
        location=_location(place),
        relation=place.optional_text("offset"),
        fatalities=row.child("casualties").optional_whole("fatalities"),
        actors=tuple(_actors(row)),
        sentences=_source_sentences(row, sentences),
    )


def _status(row: Fields) -> Status:
    for status in STATUSES:
        if row.text("status") == status:
            return status
    raise row.problem("status", f"one of {', '.join(STATUSES)}")


def _accepted(row: Fields) -> Interval | None:
    if row.values.get("date_accept") is not None:
        first, last = row.days("date_accept")
    else:
        first, last = row.optional_day("date_start"), row.optional_day("date_end")
    if first is None and last is None:
        return None
    try:
        return Interval(first=first, last=last)
    except InputError as error:
        raise InputError(f"{row.file}: {row.way} is accepted from {first} to {last}: {error}") from error


def _location(place: Fields) -> Location | None:
    level = place.text("level")
    if level not in LEVELS:
        raise place.problem("level", f"one of {', '.join(LEVELS)}")
    levels = LEVELS[level]
    if levels is None:
        return None
    number = place.optional_whole("geonameid")
    names = (place.optional_text("anchor") or place.optional_text("name"), *place.texts("alt"))
    location = Location(
        names=tuple(name for name in names if name),
        id=None if number is None else f"gn:{number}",
        country=_country(place),
        position=_position(place),
        levels=levels,
    )
    # A place that nothing could agree with would be counted as an error of whoever is scored.
    if not (location.id or location.position or same_unit(location, location)):
        raise InputError(
            f"{place.file}: {place.way} cannot be compared; give lat and lon, geonameid, or a unit's "
            "name and country."
        )
    return location


def _country(place: Fields) -> str | None:
    code = place.optional_text("country")
    if code is not None and alpha2(code) is None:
        raise place.problem("country", "an ISO 3166-1 code of three or two letters")
    return code and alpha2(code)


def _position(place: Fields) -> tuple[float, float] | None:
    latitude, longitude = place.optional_number("lat"), place.optional_number("lon")
    if latitude is None and longitude is None:
        return None
    if latitude is None or longitude is None:
        raise place.problem("lat" if latitude is None else "lon", "given where the other coordinate is")
    require_position(latitude, longitude, f"{place.file}: {place.way}")
    return latitude, longitude


def _actors(row: Fields) -> list[tuple[Role, str]]:
    told = [(each.text("role"), each.optional_text("name")) for each in row.rows("actors")]
    return [("actor" if role in _DOERS else "target", name) for role, name in told if name]


def _source_sentences(row: Fields, sentences: Mapping[str, GoldSentence]) -> tuple[GoldSentence, ...]:
    ids = row.texts("source_sentences")
    if not ids or not set(ids) <= set(sentences):
        raise row.problem("source_sentences", "ids of sentences, at least one")
    return tuple(sentences[each] for each in ids)


def _non_event(row: Fields, sentences: Mapping[str, GoldSentence]) -> NonEvent:
    if row.text("sentence") not in sentences:
        raise row.problem("sentence", "the id of a sentence")
    return NonEvent(sentence=sentences[row.text("sentence")], why=row.text("why"))


def _told(precision: str | None) -> str | None:
    return None if precision == "unknown" else precision


def _stands_in(text: str, sentence: GoldSentence) -> bool:
    return text[sentence.span.start : sentence.span.end] == sentence.text
