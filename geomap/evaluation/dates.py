"""Dates and times in text against TIMEX3 marked by hand: values given the extent, and found and exact.

The second is TempEval-3's value F1 (UzZaman et al., 2013): a time counts as found where spans overlap, each
gold time once, and as exact where its value is the gold's, character by character.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geomap import __version__
from geomap.coding.timeline import TimeExpression
from geomap.evaluation.event_report import plain
from geomap.evaluation.shares import Share, share
from geomap.evaluation.timex_gold import GoldTime, TimedDocument, read_timed_documents
from geomap.evaluation.toponym_gold import HALF_NAMES, Half, in_half
from geomap.evaluation.toponym_report import told_share
from geomap.model import Document, Span

#: A document, and the extents to read in it or None to find them, to its times in order of their spans.
TimesOf = Callable[[Document, Sequence[Span] | None], Sequence[TimeExpression]]
_CONTEXT: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeAnswer:
    """A gold time or one found, or both where they overlap; ``given`` is the value read at gold's extent."""

    document: Document
    gold: GoldTime | None
    given: str | None = None
    found: TimeExpression | None = None

    @property
    def is_exact(self) -> bool:
        """Whether what was found has the gold value."""
        return self.gold is not None and self.found is not None and self.gold.value == self.found.value

    @property
    def has_span(self) -> bool:
        """Whether what was found has the very span."""
        return self.gold is not None and self.found is not None and self.gold.span == self.found.span

    def context(self) -> str:
        """The words around, the time in square brackets."""
        told = self.gold or self.found
        if told is None:
            return ""
        text, span = self.document.text, told.span
        before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
        return plain(f"{before}[{text[span.start : span.end]}]{after}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Precision, recall and F1 of what was found."""

    precision: Share
    recall: Share

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where nothing is right."""
        return 2 * self.recall.count / (self.precision.of + self.recall.of) if self.recall.count else 0.0

    def as_json(self) -> dict[str, Any]:
        """The three figures."""
        return {
            "precision": self.precision.as_json(),
            "recall": self.recall.as_json(),
            "f1": round(self.f1, 6),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScore:
    """The answers over documents, or half of them."""

    half: Half
    documents: int
    answers: tuple[TimeAnswer, ...]

    @property
    def marked(self) -> list[TimeAnswer]:
        """The answers to the gold's times."""
        return [each for each in self.answers if each.gold is not None]

    @property
    def values(self) -> Share:
        """Gold times whose value is exact where their extent is given."""
        return share(each.gold is not None and each.given == each.gold.value for each in self.marked)

    @property
    def values_by_type(self) -> dict[str, Share]:
        """The same for each TIMEX3 type."""
        types = sorted({each.gold.type for each in self.marked if each.gold is not None})
        return {
            name: share(
                each.given == each.gold.value
                for each in self.marked
                if each.gold is not None and each.gold.type == name
            )
            for name in types
        }

    def found(self, right: Callable[[TimeAnswer], bool]) -> Found:
        """Precision and recall of the answers that are right by a rule."""
        count = sum(map(right, self.answers))
        return Found(
            precision=Share(count=count, of=sum(each.found is not None for each in self.answers)),
            recall=Share(count=count, of=len(self.marked)),
        )

    @property
    def figures(self) -> dict[str, Found]:
        """What was found, by three rules."""
        return {
            "found": self.found(lambda each: each.gold is not None and each.found is not None),
            "found_and_exact": self.found(lambda each: each.is_exact),
            "found_and_exact_with_the_very_span": self.found(lambda each: each.is_exact and each.has_span),
        }

    @property
    def wrong(self) -> list[TimeAnswer]:
        """Values that are wrong given their extent, those first that share their gold's type most often."""
        wrong = [each for each in self.marked if each.gold is not None and each.given != each.gold.value]
        counts = Counter(each.gold.type for each in wrong if each.gold is not None)
        return sorted(wrong, key=lambda each: -counts[each.gold.type] if each.gold else 0)

    @property
    def missed(self) -> list[TimeAnswer]:
        """Gold times that were not found."""
        return [each for each in self.marked if each.found is None]

    @property
    def invented(self) -> list[TimeAnswer]:
        """Times found where the gold has none."""
        return [each for each in self.answers if each.gold is None]

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many errors of each kind."""
        return {
            "geomap": __version__,
            "half": self.half,
            "documents": self.documents,
            "values_given_the_extent": {
                **self.values.as_json(),
                "by_type": {name: each.as_json() for name, each in self.values_by_type.items()},
            },
            **{name: each.as_json() for name, each in self.figures.items()},
            "wrong_values": [_row(each) for each in self.wrong[:most]],
            "missed": [_row(each) for each in self.missed[:most]],
            "invented": [_row(each) for each in self.invented[:most]],
        }


def _row(answer: TimeAnswer) -> dict[str, Any]:
    return {
        "doc_id": answer.document.id,
        "gold": answer.gold and answer.gold.value,
        "given": answer.given,
        "found": answer.found and answer.found.value,
        "context": answer.context(),
    }


def score_dates(*paths: str | Path, times_of: TimesOf, half: Half = "all") -> DateScore:
    """Read and find the times of files or folders, or of half of their documents by the SHA-1 of their id."""
    chosen = [each for each in read_timed_documents(*paths) if in_half(each.document.id, half)]
    answers = [answer for each in chosen for answer in _answers(each, times_of)]
    return DateScore(half=half, documents=len(chosen), answers=tuple(answers))


def _answers(timed: TimedDocument, times_of: TimesOf) -> list[TimeAnswer]:
    document = timed.document
    given = {each.span: each.value for each in times_of(document, [each.span for each in timed.times])}
    found = [
        each
        for each in times_of(document, None)
        if not any(each.span.overlaps(span) for span in timed.unscored)
    ]
    pairs = _paired(timed.times, found)
    taken = set(pairs.values())
    return [
        *(
            TimeAnswer(
                document=document,
                gold=gold,
                given=given.get(gold.span),
                found=found[pairs[index]] if index in pairs else None,
            )
            for index, gold in enumerate(timed.times)
        ),
        *(
            TimeAnswer(document=document, gold=None, found=each)
            for index, each in enumerate(found)
            if index not in taken
        ),
    ]


def _paired(gold: Sequence[GoldTime], found: Sequence[TimeExpression]) -> dict[int, int]:
    """Gold times to times found, each once: the same span first, then the same value, then any overlap."""
    pairs: dict[int, int] = {}
    for rank in range(3):
        for index, each in enumerate(gold):
            if index in pairs:
                continue
            for other, one in enumerate(found):
                if other not in pairs.values() and _fits(each, one, rank):
                    pairs[index] = other
                    break
    return pairs


def _fits(gold: GoldTime, found: TimeExpression, rank: int) -> bool:
    if rank == 0:
        return gold.span == found.span
    return gold.span.overlaps(found.span) and (rank == 2 or gold.value == found.value)


def render_dates(score: DateScore, most: int) -> str:
    """The report, with so many errors of each kind."""
    names = {
        "found": "found",
        "found_and_exact": "found and exact",
        "found_and_exact_with_the_very_span": "… with the very span",
    }
    lines = [
        f"{HALF_NAMES[score.half]}: {score.documents} documents, {len(score.marked)} times",
        f"  {'value, extent given':<22} {told_share(score.values)}",
        *(f"    {name:<20} {told_share(each)}" for name, each in score.values_by_type.items()),
        *(f"  {names[name]:<22} {_told(each)}" for name, each in score.figures.items()),
        *_listed("Wrong values, extent given", score.wrong[:most]),
        *_listed("Missed", score.missed[:most]),
        *_listed("Invented", score.invented[:most]),
    ]
    return "\n".join(lines) + "\n"


def _told(found: Found) -> str:
    precision, recall = (each.value or 0.0 for each in (found.precision, found.recall))
    return f"F1 {found.f1:.3f}, precision {precision:.3f}, recall {recall:.3f}"


def _listed(title: str, answers: Sequence[TimeAnswer]) -> list[str]:
    if not answers:
        return []
    lines = ["", title]
    for each in answers:
        gold = each.gold.value if each.gold else "nothing"
        told = each.found.value if each.gold is None and each.found else each.given
        lines.append(f"  {gold} read as {told or 'nothing'} ({plain(each.document.id)})")
        lines.append(f"    {each.context()}")
    return lines
