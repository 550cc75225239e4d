"""Scores of the tagger alone, and together with the forest of the same documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from recognizer_training.corpora import WRITTEN
from recognizer_training.learning import learnt
from recognizer_training.scoring import taken
from recognizer_training.trees import Settings as TreeSettings

from geomap.recognition.reading import ReadDocument
from geomap.recognition.recognizer import together
from geomap.recognition.tagging.tagger import Tagger

from .fitting import Settings
from .learning import learnt_tagger

if TYPE_CHECKING:
    from recognizer_training.corpora import Example

Scorer = Callable[[ReadDocument], Sequence[float]]
_FOLDS = 5


def cross_validated(
    examples: Sequence[Example], surnames: Sequence[str], settings: Settings
) -> Iterator[str]:
    """Lines for each corpus: five folds of documents, each found by what is learnt from the four others."""
    found = Found()
    for fold in range(_FOLDS):
        others = [each for each in examples if each.fold != fold or each.corpus == WRITTEN]
        kept = [each for each in examples if each.fold == fold and each.corpus != WRITTEN]
        found.add(kept, others, surnames, settings)
    for corpus in _corpora(examples):
        yield from found.lines(f"5 folds, {corpus}", [each for each in examples if each.corpus == corpus])


def left_out(examples: Sequence[Example], surnames: Sequence[str], settings: Settings) -> Iterator[str]:
    """Lines for each corpus, found by what is learnt from the others and from what we wrote ourselves."""
    for corpus in _corpora(examples):
        kept = [each for each in examples if each.corpus == corpus]
        found = Found()
        found.add(kept, [each for each in examples if each.corpus != corpus], surnames, settings)
        yield from found.lines(f"left out, {corpus}", kept)


def tested(
    examples: Sequence[Example], test: Sequence[Example], surnames: Sequence[str], settings: Settings
) -> Iterator[str]:
    """Lines for each corpus, its test half found by what is learnt from all training halves."""
    found = Found()
    found.add(test, examples, surnames, settings)
    for corpus in _corpora(test):
        yield from found.lines(f"test half, {corpus}", [each for each in test if each.corpus == corpus])


class Found:
    """The spans found in each document by the tagger alone, by the forest alone, and by both."""

    def __init__(self) -> None:
        self._spans: dict[str, dict[str, frozenset[tuple[int, int]]]] = {}

    def add(
        self,
        kept: Sequence[Example],
        others: Sequence[Example],
        surnames: Sequence[str],
        settings: Settings,
    ) -> None:
        """Add what is found in the documents kept back by what the others teach."""
        tagger = learnt_tagger(others, settings).tagger()
        forest = learnt(others, surnames, TreeSettings()).judge()
        judges: dict[str, Scorer] = {
            "tagger": partial(_alone, tagger),
            "forest": forest,
            "both": partial(_both, forest, tagger),
        }
        for name, judge in judges.items():
            found = self._spans.setdefault(name, {})
            found |= {each.id: taken(each, judge) for each in kept}

    def lines(self, title: str, examples: Sequence[Example]) -> Iterator[str]:
        """A line each for the tagger, the forest, and both."""
        gold = sum(len(each.gold) for each in examples)
        for name, found in self._spans.items():
            right = sum(len(found[each.id] & each.gold) for each in examples)
            given = sum(len(found[each.id]) for each in examples)
            precision, recall, score = right / max(1, given), right / max(1, gold), 2 * right / (given + gold)
            yield (
                f"{title}, {name}: precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f} "
                f"({gold} gold spans, {given} found, {len(examples)} documents)"
            )


def _alone(tagger: Tagger, document: ReadDocument) -> list[float]:
    return [score / 16 for score in tagger(document)]


def _both(judge: Scorer, tagger: Tagger, document: ReadDocument) -> list[float]:
    return together(document, judge(document), tagger(document))


def _corpora(examples: Sequence[Example]) -> list[str]:
    return sorted({example.corpus for example in examples} - {WRITTEN})
