"""Types of events told by snippets of news, against ACLED's 25 sub-event types and 6 event types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geomap import __version__
from geomap.codes.event_types import event_types
from geomap.evaluation.class_scores import (
    ClassScore,
    Interval,
    class_scores,
    macro_f1,
    mapped,
    weighted_f1,
    with_interval,
)
from geomap.evaluation.event_report import plain
from geomap.evaluation.event_type_gold import Snippet, event_types_of_acled, read_snippets
from geomap.evaluation.shares import Share, share
from geomap.evaluation.toponym_gold import HALF_NAMES, Half, in_half
from geomap.evaluation.toponym_report import told_share
from geomap.model import Document, Reading

#: Text -> the id of the event type that it tells before all others, or None.
TypeOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeAnswer:
    """A snippet and the type that it was given, and that type's ACLED sub-event type."""

    snippet: Snippet
    type: str | None
    acled: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTypeScore:
    """The answers to all snippets of a file or of half of it.

    Scored are those whose gold is an ACLED sub-event type; of the others it is told how many were given one.
    """

    file: str
    half: Half
    answers: tuple[TypeAnswer, ...]

    @property
    def scored(self) -> list[tuple[str, str | None]]:
        """Gold and given sub-event type of the snippets that have one."""
        return [(each.snippet.acled, each.acled) for each in self.answers if each.snippet.acled is not None]

    @property
    def figures(self) -> dict[str, Interval]:
        """The means of F1, each with its interval."""
        fine = self.scored
        coarse = mapped(fine, event_types_of_acled())
        return {
            "macro_f1_sub_event_types": with_interval(fine, macro_f1),
            "weighted_f1_sub_event_types": with_interval(fine, weighted_f1),
            "macro_f1_event_types": with_interval(coarse, macro_f1),
        }

    @property
    def classes(self) -> tuple[ClassScore[str], ...]:
        """F1 by sub-event type."""
        return class_scores(self.scored)

    @property
    def exact(self) -> Share:
        """Snippets that were given their very sub-event type."""
        return share(gold == told for gold, told in self.scored)

    @property
    def unanswered(self) -> Share:
        """Snippets that tell a sub-event type and were given none."""
        return share(told is None for _, told in self.scored)

    @property
    def others(self) -> Share:
        """Of the snippets that tell none of ACLED's sub-event types those that were given one."""
        return share(each.acled is not None for each in self.answers if each.snippet.acled is None)

    @property
    def wrong(self) -> list[TypeAnswer]:
        """The answers that are wrong, the commonest confusion first."""
        wrong = [each for each in self.answers if each.snippet.acled and each.snippet.acled != each.acled]
        counts = Counter((each.snippet.acled, each.acled) for each in wrong)
        return sorted(wrong, key=lambda each: (-counts[each.snippet.acled, each.acled], each.snippet.label))

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many wrong answers."""
        return {
            "geomap": __version__,
            "corpus": self.file,
            "half": self.half,
            "snippets": len(self.answers),
            **{name: figure.as_json() for name, figure in self.figures.items()},
            "exact": self.exact.as_json(),
            "unanswered": self.unanswered.as_json(),
            "others_given_a_sub_event_type": self.others.as_json(),
            "classes": [each.as_json() for each in self.classes],
            "wrong": [
                {
                    "id": each.snippet.id,
                    "gold": each.snippet.acled,
                    "given": each.acled,
                    "type": each.type,
                    "text": each.snippet.text,
                }
                for each in self.wrong[:most]
            ],
        }


def score_event_types(path: str | Path, type_of: TypeOf, *, half: Half = "all") -> EventTypeScore:
    """Type the snippets of a file, or of half of it by the SHA-1 of their text."""
    chosen = [each for each in read_snippets(path) if in_half(each.text, half)]
    return EventTypeScore(
        file=Path(path).name, half=half, answers=tuple(_answer(each, type_of) for each in chosen)
    )


def _answer(snippet: Snippet, type_of: TypeOf) -> TypeAnswer:
    told = type_of(snippet.text)
    acled = event_types()[told].acled_sub_event_type if told is not None else None
    return TypeAnswer(snippet=snippet, type=told, acled=acled)


def type_reader(read: Callable[[Document], Reading]) -> TypeOf:
    """The type of the surest event that a reader finds in a text, of equally sure ones the first."""

    def type_of(text: str) -> str | None:
        events = read(Document(id="snippet", text=text)).events
        best = max(events, key=lambda event: event.confidence, default=None)
        return best.type if best is not None else None

    return type_of


def render_event_types(score: EventTypeScore, most: int) -> str:
    """The report, with so many wrong answers."""
    names = {
        "macro_f1_sub_event_types": "macro F1, sub-event types",
        "weighted_f1_sub_event_types": "weighted F1, sub-event types",
        "macro_f1_event_types": "macro F1, event types",
    }
    lines = [
        f"{plain(score.file)}, {HALF_NAMES[score.half]}: {len(score.answers)} snippets",
        f"  {len(score.scored)} of them tell one of ACLED's sub-event types, and are scored",
        *(f"  {names[name]:<30} {_told(figure)}" for name, figure in score.figures.items()),
        f"  {'exact':<30} {told_share(score.exact)}",
        f"  {'no answer':<30} {told_share(score.unanswered)}",
        f"  {'others given a sub-event type':<30} {told_share(score.others)}",
        "  The intervals hold 95 % of 1,000 resamples of the snippets.",
        "",
        "By sub-event type                         F1   gold  given  right",
        *map(_class_line, score.classes),
        *_wrong_lines(score.wrong[:most]),
    ]
    return "\n".join(lines) + "\n"


def _told(figure: Interval) -> str:
    return f"{figure.value:.3f}  ({figure.low:.3f} to {figure.high:.3f})"


def _class_line(each: ClassScore[str]) -> str:
    return f"  {each.label:<36} {each.f1:6.3f} {each.gold:6} {each.given:6} {each.right:6}"


def _wrong_lines(wrong: Sequence[TypeAnswer]) -> list[str]:
    if not wrong:
        return []
    lines = ["", "Wrong, the commonest confusion first"]
    for each in wrong:
        lines.append(f"  {each.snippet.acled} given {each.acled or each.type or 'no type'}")
        lines.append(f"    {plain(each.snippet.text)}")
    return lines
