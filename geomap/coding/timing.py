"""When an event happened: the date that governs its verb, an upper bound, or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from geomap.coding.dates import DateExpression, Interval, Tense, find, interval
from geomap.coding.detection import Hit
from geomap.coding.sentence import Sentence
from geomap.coding.speech import Speech
from geomap.model import Document, When

# Clauses that tell of the same time as the main one: "…, killing five", "when a bomb exploded".
_SHARING: Final = frozenset({"main", "when", "participle"})
# A deed this long before publication is history, told for the background.
_HISTORY_DAYS: Final = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The dates of a whole document, read once, sentence by sentence."""

    document: Document
    sentences: tuple[Sentence, ...]
    speeches: tuple[Speech | None, ...]
    expressions: tuple[tuple[DateExpression, ...], ...]
    chain: tuple[tuple[date, date] | None, ...]

    def when(self, hit: Hit) -> When | None:
        """The interval of days of a deed, by the words of its own sentence."""
        own = self._own(hit)
        if own is not None:
            return self._resolved(hit.sentence, own, hit)
        other = self._of_main_clause(hit)
        if other is None:
            return self._bounded_by_speech(hit)
        found = self._resolved(hit.sentence, other, hit)
        shares = hit.clause.kind in _SHARING and hit.verb.tense != "past_perfect" and not hit.is_quoted
        return found if shares else _on_or_before(found)

    def said_on(self, index: int) -> When | None:
        """When the words of a sentence were spoken: the date beside its verb of speech."""
        sentence, speech = self.sentences[index], self.speeches[index]
        if speech is None:
            return None
        clause = sentence.clause_at(speech.verb)
        dates = (each for each in self.expressions[index] if not sentence.is_quoted(each.span.start))
        own = next((each for each in dates if _stands_in(sentence, each, clause.first, clause.stop)), None)
        if own is not None:
            return self._resolve(sentence, own, self.document.published, "past")
        # "He told …" goes on from the sentence that named him and the day.
        named = speech.named.index
        return self.said_on(named) if named != index else None

    def is_history(self, hit: Hit, when: When | None) -> bool:
        """Whether the deed lies so far back, or is dated so loosely, that it is told as background."""
        loose = [each for each in self.expressions[hit.sentence.index] if each.vague or each.recurrent]
        if any(self._is_own(hit, each) or each.modifier == "since" for each in loose):
            return True
        published = self.document.published
        if when is None or when.last is None or published is None:
            return False
        return (published - when.last).days > _HISTORY_DAYS

    def _own(self, hit: Hit) -> DateExpression | None:
        """The date in the trigger's own clause that stands nearest to it."""
        own = [each for each in self._usable(hit.sentence) if self._is_own(hit, each)]
        return min(own, key=lambda each: abs(each.span.start - hit.start), default=None)

    def _is_own(self, hit: Hit, expression: DateExpression) -> bool:
        return _stands_in(hit.sentence, expression, hit.clause.first, hit.clause.stop)

    def _usable(self, sentence: Sentence) -> Sequence[DateExpression]:
        expressions = self.expressions[sentence.index]
        return [each for each in expressions if each.modifier != "since" and not each.recurrent]

    def _of_main_clause(self, hit: Hit) -> DateExpression | None:
        """A date in another clause of the sentence that reaches the trigger's."""
        sentence = hit.sentence
        reaching = _SHARING if hit.clause.kind in _SHARING else {"main", "attribution"}
        for each in self._usable(sentence):
            index = sentence.word_at(each.span.start)
            if index is not None and sentence.clause_at(index).kind in reaching:
                return each
        return None

    def _bounded_by_speech(self, hit: Hit) -> When | None:
        """What a dated speech tells of as past lies on or before that day."""
        return _on_or_before(self.said_on(hit.sentence.index))

    def _resolved(self, sentence: Sentence, expression: DateExpression, hit: Hit) -> When | None:
        anchor = self.document.published
        if sentence.is_quoted(expression.span.start):
            said = self.said_on(sentence.index)
            if said is None or said.last is None:
                # Of a quotation of unknown day only this is sure: it was spoken by the day of publication.
                return _on_or_before(self._resolve(sentence, expression, anchor, "past"))
            anchor = said.last
        return self._resolve(sentence, expression, anchor, "future" if hit.verb.tense == "future" else "past")

    def _resolve(
        self, sentence: Sentence, expression: DateExpression, anchor: date | None, tense: Tense
    ) -> When | None:
        found = interval(
            expression,
            anchor=anchor,
            tense=tense,
            previous=self.chain[sentence.index],
        )
        return None if found is None else _when(sentence, expression, found)


def read_calendar(
    document: Document, sentences: tuple[Sentence, ...], speeches: tuple[Speech | None, ...]
) -> Calendar:
    """Find every date of a document, and the interval that each sentence's chained dates go on from."""
    expressions = tuple(find(document.text, each.span.start, each.span.end) for each in sentences)
    chain: list[tuple[date, date] | None] = []
    last: tuple[date, date] | None = None
    for found in expressions:
        chain.append(last)
        for each in found:
            days = interval(each, anchor=document.published, tense="past", previous=last)
            if days is not None and days.first is not None and days.last is not None:
                last = (days.first, days.last)
    return Calendar(
        document=document, sentences=sentences, speeches=speeches, expressions=expressions, chain=tuple(chain)
    )


def _when(sentence: Sentence, expression: DateExpression, found: Interval) -> When:
    evidence = sentence.evidence(expression.span.start, expression.span.end, "dates the event")
    return When(first=found.first, last=found.last, precision=found.precision, evidence=evidence)


def _on_or_before(found: When | None) -> When | None:
    """The same last day with an open start: the words bound the deed, and do not date it."""
    if found is None or found.last is None:
        return None
    evidence = replace(found.evidence, reason="bounds the event, which is told of as past by then")
    return When(first=None, last=found.last, precision="on_or_before", evidence=evidence)


def _stands_in(sentence: Sentence, expression: DateExpression, first: int, stop: int) -> bool:
    index = sentence.word_at(expression.span.start)
    return index is not None and first <= index < stop
