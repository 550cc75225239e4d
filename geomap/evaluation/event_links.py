"""The place chosen for the verb of an event, against the place that people marked for it, word by word.

Lines are those of `geomap.evaluation.event_places` that have a verb. A word counts where it stands in a place
that is chosen and in one that is gold; where neither is, "none" was the right answer, and adds no word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geomap import __version__
from geomap.coding.location import places_of_words
from geomap.evaluation.event_places import EventSentence, read_event_sentences
from geomap.evaluation.event_report import plain
from geomap.evaluation.shares import Share, share
from geomap.evaluation.toponym_gold import HALF_NAMES, Half, core, in_half
from geomap.evaluation.toponym_report import told_share
from geomap.model import Document, Span
from geomap.pipeline import Pipeline

#: A sentence and the words that tell an event in it -> the spans of the places where it happened.
PlacesOf = Callable[[Document, Span], Sequence[Span]]
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A sentence with what was chosen for its verb."""

    gold: EventSentence
    chosen: tuple[Span, ...]

    @property
    def gold_words(self) -> frozenset[int]:
        """Where the words of the gold places start."""
        return _words(self.gold.text, self.gold.locations)

    @property
    def words(self) -> frozenset[int]:
        """Where the words of the chosen places start."""
        return _words(self.gold.text, self.chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLinkScore:
    """Word by word how the places chosen for verbs agree with the gold."""

    file: str
    half: Half
    links: tuple[Link, ...]

    @property
    def precision(self) -> Share:
        """Of the words of the places chosen those that are gold."""
        return Share(count=self._right, of=sum(len(each.words) for each in self.links))

    @property
    def recall(self) -> Share:
        """Of the words of the gold places those that were chosen."""
        return Share(count=self._right, of=sum(len(each.gold_words) for each in self.links))

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is no word."""
        both = self.precision.of + self.recall.of
        return 2 * self._right / both if both else None

    @property
    def exact(self) -> Share:
        """Sentences whose very words were chosen, "none" included."""
        return share(each.words == each.gold_words for each in self.links)

    @property
    def _right(self) -> int:
        return sum(len(each.words & each.gold_words) for each in self.links)

    @property
    def wrong(self) -> list[Link]:
        """The sentences that are not exact: places made up first, then missed ones, then others."""
        wrong = [each for each in self.links if each.words != each.gold_words]
        return sorted(wrong, key=lambda each: (bool(each.gold_words), bool(each.words)))

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many wrong sentences."""
        f1 = self.f1
        return {
            "geomap": __version__,
            "corpus": self.file,
            "half": self.half,
            "precision": self.precision.as_json(),
            "recall": self.recall.as_json(),
            "f1": None if f1 is None else round(f1, 6),
            "exact": self.exact.as_json(),
            "wrong": [
                dict(zip(("verb", "gold", "chosen", "text"), _told(each), strict=True))
                for each in self.wrong[:most]
            ],
        }


def verb_reader(stages: Pipeline) -> PlacesOf:
    """The places that the built-in coder chooses, over what a pipeline finds in the sentence."""

    def places_of(document: Document, verb: Span) -> Sequence[Span]:
        resolutions = stages.resolve(document, tuple(stages.recognize(document)))
        return [each.mention.span for each in places_of_words(document, resolutions, verb)]

    return places_of


def score_event_links(path: str | Path, places_of: PlacesOf, *, half: Half = "all") -> EventLinkScore:
    """Choose places for the verbs of a file's sentences, or of half of them by the SHA-1 of their text."""
    chosen = [each for each in read_event_sentences(path) if each.verbs and in_half(each.text, half)]
    return EventLinkScore(
        file=Path(path).name, half=half, links=tuple(_link(each, places_of) for each in chosen)
    )


def _link(gold: EventSentence, places_of: PlacesOf) -> Link:
    document = Document(id="sentence", text=gold.text)
    spans = dict.fromkeys(core(gold.text, span) for verb in gold.verbs for span in places_of(document, verb))
    return Link(gold=gold, chosen=tuple(spans))


def render_event_links(score: EventLinkScore, most: int) -> str:
    """The report, with so many of each kind of wrong sentence."""
    f1 = score.f1
    lines = [
        f"{plain(score.file)}, {HALF_NAMES[score.half]}: the place of the event that a verb tells, by words",
        f"  precision            {told_share(score.precision)} words",
        f"  recall               {told_share(score.recall)} words",
        f"  F1                   {'     –' if f1 is None else f'{f1:6.3f}'}",
        f"  exact, none included {told_share(score.exact)} verbs",
        *_wrong_lines(score, most),
    ]
    return "\n".join(lines) + "\n"


def _wrong_lines(score: EventLinkScore, most: int) -> Iterator[str]:
    for number, each in enumerate(score.wrong[:most]):
        if number == 0:
            yield from ("", "Wrong, places made up first")
        verb, gold, chosen, text = _told(each)
        yield f"  {', '.join(map(plain, verb))}: gold {_listed(gold)}, chosen {_listed(chosen)}"
        yield f"    {plain(text)}"


def _told(link: Link) -> tuple[list[str], list[str], list[str], str]:
    text = link.gold.text
    verb, gold, chosen = (
        [text[span.start : span.end] for span in spans]
        for spans in (link.gold.verbs, link.gold.locations, link.chosen)
    )
    return verb, gold, chosen, text


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(map(plain, texts)) or "none"


def _words(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(word.start() for span in spans for word in _WORD.finditer(text, span.start, span.end))
