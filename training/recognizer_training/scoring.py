"""Scores of a judge: exact spans found, by corpus, as the corpora are scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from geomap.recognition.decoding import best_set
from geomap.recognition.judge import Judge
from geomap.recognition.reading import ReadDocument
from geomap.recognition.recognizer import THRESHOLD, gains

from .corpora import Characters, Example
from .learning import learnt
from .trees import Settings

_FOLDS = 5
#: Examples, each with the spans found in it.
Found = list[tuple[Example, frozenset[Characters]]]


def cross_validated(
    examples: Sequence[Example], surnames: Sequence[str], settings: Settings
) -> Iterator[str]:
    """One line a corpus: five folds of documents, each found by a judge of the four others."""
    found: dict[str, frozenset[Characters]] = {}
    for fold in range(_FOLDS):
        judge = learnt([each for each in examples if each.fold != fold], surnames, settings).judge()
        found |= {each.id: taken(each, judge) for each in examples if each.fold == fold}
    for corpus in _corpora(examples):
        yield _line(f"5 folds, {corpus}", [each for each in examples if each.corpus == corpus], found)


def left_out(examples: Sequence[Example], surnames: Sequence[str], settings: Settings) -> Iterator[str]:
    """One line a corpus, found by a judge of the others."""
    for corpus in _corpora(examples):
        judge = learnt([each for each in examples if each.corpus != corpus], surnames, settings).judge()
        kept = [each for each in examples if each.corpus == corpus]
        yield _line(f"left out, {corpus}", kept, {each.id: taken(each, judge) for each in kept})


def tested(judge: Judge, examples: Sequence[Example]) -> Iterator[str]:
    """One line a corpus, found by a judge that has seen none of it."""
    for corpus in _corpora(examples):
        kept = [each for each in examples if each.corpus == corpus]
        yield _line(f"test half, {corpus}", kept, {each.id: taken(each, judge) for each in kept})


def taken(example: Example, judge: Callable[[ReadDocument], Sequence[float]]) -> frozenset[Characters]:
    """The spans that the product would find, as characters."""
    scores = judge(example.read)
    span_of = dict(zip(_candidates(example), example.spans, strict=True))
    found = set()
    at = 0
    for number, read in enumerate(example.read.sentences):
        count = len(read.candidates)
        chosen = best_set(read.candidates, list(gains(read, scores[at : at + count])))
        found |= {span_of[number, each.start, each.end] for each in chosen}
        at += count
    return frozenset(found)


def _candidates(example: Example) -> Iterator[tuple[int, int, int]]:
    for number, read in enumerate(example.read.sentences):
        for each in read.candidates:
            yield number, each.start, each.end


def _corpora(examples: Sequence[Example]) -> list[str]:
    return sorted({example.corpus for example in examples})


def f1(found: Found) -> float:
    """F1 of exact spans: twice what is right, of all that was found and all that should be."""
    right = sum(len(spans & example.gold) for example, spans in found)
    return 2 * right / max(1, sum(len(spans) + len(example.gold) for example, spans in found))


def _line(name: str, examples: Sequence[Example], found: dict[str, frozenset[Characters]]) -> str:
    right = sum(len(found[each.id] & each.gold) for each in examples)
    given = sum(len(found[each.id]) for each in examples)
    gold = sum(len(each.gold) for each in examples)
    precision, recall = right / max(1, given), right / max(1, gold)
    score = f1([(each, found[each.id]) for each in examples])
    return (
        f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f} "
        f"({gold} gold spans, {given} found, {len(examples)} documents, threshold {THRESHOLD})"
    )
