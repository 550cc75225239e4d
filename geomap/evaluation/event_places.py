"""Spans found in sentences that tell of an event, against the spans of the places where it happened.

A line of the file is ``{"text", "locations": [[start, end], …], "verb": [[start, end], …]}``: half-open
offsets in characters, the verb's only for `geomap.evaluation.event_links`. Scored
are the sentences that have a location. A sentence may stand in the file more than once, for each of its
events: every line's spans count for recall, and each distinct sentence once for precision. The gold knows
only where events happened, so that the precision, which counts any other toponym as wrong, is a lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from geomap import __version__
from geomap.errors import InputError
from geomap.evaluation.event_report import plain
from geomap.evaluation.fields import Fields
from geomap.evaluation.shares import Share, share
from geomap.evaluation.toponym_errors import SpanError, counted
from geomap.evaluation.toponym_files import rows_of, text_of
from geomap.evaluation.toponym_gold import HALF_NAMES, Half, core, in_half
from geomap.evaluation.toponym_outcomes import touched
from geomap.evaluation.toponym_report import span_error_lines, told_share
from geomap.model import Document, Span
from geomap.stages import Recognizer


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSentence:
    """A sentence, the core spans of the places of an event in it, and the words that tell the event."""

    text: str
    locations: tuple[Span, ...]
    verbs: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlaceScore:
    """How many places of events are found by their exact span, and touched by any span that was found."""

    file: str
    half: Half
    sentences: int
    with_places: int
    recall: Share
    touched: Share
    precision: Share
    missed: tuple[SpanError, ...]

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many of the texts missed."""
        return {
            "geomap": __version__,
            "corpus": self.file,
            "half": self.half,
            "sentences": self.sentences,
            "with_places": self.with_places,
            "recall": self.recall.as_json(),
            "touched": self.touched.as_json(),
            "precision": self.precision.as_json(),
            "missed": [asdict(each) for each in self.missed[:most]],
        }


def read_event_sentences(path: str | Path) -> tuple[EventSentence, ...]:
    """Read the lines of a file; raises InputError naming the line and what is not as it should be."""
    path = Path(path)
    sentences = tuple(map(_sentence, rows_of(path, text_of(path))))
    if not sentences:
        raise InputError(f'{path} holds no sentence: write one {{"text": "…", "locations": []}} a line.')
    return sentences


def score_event_places(path: str | Path, recognize: Recognizer, *, half: Half = "all") -> EventPlaceScore:
    """Find the toponyms of the sentences of a file, or of half of it by the SHA-1 of their text."""
    chosen = [each for each in read_event_sentences(path) if in_half(each.text, half)]
    scored = [each for each in chosen if each.locations]
    found = {text: _found(text, recognize) for text in dict.fromkeys(each.text for each in scored)}
    gold: dict[str, set[Span]] = {text: set() for text in found}
    for each in scored:
        gold[each.text].update(each.locations)
    judged = [judgement for each in scored for judgement in _judged(each, found[each.text])]
    return EventPlaceScore(
        file=Path(path).name,
        half=half,
        sentences=len(chosen),
        with_places=len(scored),
        recall=share(exact for _, exact, _ in judged),
        touched=share(any_span for _, _, any_span in judged),
        precision=share(span in gold[text] for text, spans in found.items() for span in spans),
        missed=counted((text, any_span) for text, exact, any_span in judged if not exact),
    )


def render_event_places(score: EventPlaceScore, most: int) -> str:
    """The report, with so many of the texts missed."""
    with_places = told_share(Share(count=score.with_places, of=score.sentences)).strip()
    lines = [
        f"{plain(score.file)}, {HALF_NAMES[score.half]}: {with_places} sentences have a place",
        f"  recall, exact spans  {told_share(score.recall)} place spans",
        f"  touched by a span    {told_share(score.touched)} place spans",
        f"  precision            {told_share(score.precision)} spans emitted in these sentences",
        "  The gold marks places of events only: any other toponym counts against the precision.",
        *span_error_lines("Missed most often", score.missed, most),
    ]
    return "\n".join(lines) + "\n"


def _found(text: str, recognize: Recognizer) -> frozenset[Span]:
    mentions = recognize(Document(id="sentence", text=text))
    return frozenset(core(text, mention.span) for mention in mentions)


def _judged(sentence: EventSentence, found: frozenset[Span]) -> Iterator[tuple[str, bool, bool]]:
    """The text of each gold span, whether its very span was found, and whether any that overlaps it."""
    spans: Sequence[Span] = sentence.locations
    for span, touches in zip(spans, touched(spans, list(found)), strict=True):
        yield sentence.text[span.start : span.end], span in found, touches


def _sentence(row: Fields) -> EventSentence:
    text = row.text("text")
    if not text.strip():
        raise row.problem("text", "a text that is not blank")
    locations = dict.fromkeys(core(text, span) for span in _spans(row, text, "locations"))
    verbs = _spans(row, text, "verb") if row.values.get("verb") is not None else ()
    return EventSentence(text=text, locations=tuple(locations), verbs=tuple(verbs))


def _spans(row: Fields, text: str, name: str) -> list[Span]:
    found = row.values.get(name)
    if not isinstance(found, list):
        raise row.problem(name, "a list of [start, end]")
    return [_span(row, text, name, each) for each in found]


def _span(row: Fields, text: str, name: str, value: Any) -> Span:  # noqa: ANN401 - as JSON gives it
    # In Python, True is a number too.
    whole = isinstance(value, list) and [type(each) for each in value] == [int, int]
    if not (whole and 0 <= value[0] < value[1] <= len(text)):
        raise row.problem(name, f"a list of [start, end] within 0 and {len(text)}")
    return Span(start=value[0], end=value[1])
