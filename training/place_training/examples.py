"""Sentences of event-places as the linker meets them: each place found, and whether the deed was there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geomap.coding.linking import Spot, spots
from geomap.coding.linking.features import Row, rows
from geomap.coding.sentence import Sentence, read_sentences
from geomap.evaluation.event_places import EventSentence, read_event_sentences
from geomap.evaluation.toponym_gold import Half, in_half
from geomap.model import Document, Resolution, Span
from geomap.pipeline import Pipeline

_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with one of its verbs: the places found in it, a row and a label each."""

    gold: EventSentence
    fold: int
    spots: tuple[Spot, ...]
    rows: list[Row]
    labels: list[bool]


def examples(path: Path, stages: Pipeline, half: Half) -> list[Example]:
    """The sentences of one half; a text that stands there more than once is read once."""
    chosen = [each for each in read_event_sentences(path) if in_half(each.text, half)]
    read = {text: _read(text, stages) for text in dict.fromkeys(each.text for each in chosen)}
    return [_example(each, *read[each.text]) for each in chosen]


def _read(text: str, stages: Pipeline) -> tuple[tuple[Sentence, ...], tuple[Resolution, ...]]:
    document = Document(id="sentence", text=text)
    mentions = tuple(stages.recognize(document))
    return read_sentences(document), tuple(stages.resolve(document, mentions))


def _example(gold: EventSentence, read: tuple[Sentence, ...], resolutions: tuple[Resolution, ...]) -> Example:
    digest = hashlib.sha1(f"fold {gold.text}".encode(), usedforsecurity=False).hexdigest()
    fold = int(digest, 16) % _FOLDS
    found = next(_verbs(gold, read), None)
    if found is None:
        return Example(gold, fold, (), [], [])
    sentence, verb = found
    places = spots(sentence, resolutions)
    labels = [any(_span(place).overlaps(each) for each in gold.locations) for place in places]
    return Example(gold, fold, places, rows(sentence, verb, places), labels)


def _verbs(gold: EventSentence, read: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, int]]:
    for sentence in read:
        for verb in gold.verbs:
            index = sentence.word_at(verb.start) if sentence.span.covers(verb) else None
            if index is not None:
                yield sentence, index


def _span(place: Spot) -> Span:
    return place.resolution.mention.span
