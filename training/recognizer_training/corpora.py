"""The corpora: documents with the spans of their places, read for candidates, with what is known of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from geomap.evaluation import read_toponym_corpus
from geomap.evaluation.event_places import read_event_sentences
from geomap.evaluation.toponym_gold import core, in_half
from geomap.model import Document, Span
from geomap.recognition.features import context_places, word_keys
from geomap.recognition.reading import Candidate, ReadDocument, read_document
from geomap.recognition.sentence import Sentence, read_sentences
from geomap.recognition.standing import Standing
from geomap.recognition.vocabulary import usages

from .trees import Floats

Characters = tuple[int, int]
_FOLDS = 5
USAGE = usages()


@dataclass(frozen=True, slots=True)
class Example:
    """A document with its candidates; a label is 1, 0, or NaN where the corpus does not tell."""

    corpus: str
    id: str
    fold: int
    gold: frozenset[Characters]
    read: ReadDocument
    spans: tuple[Characters, ...]
    keys: tuple[tuple[str, ...], ...]
    clusters: tuple[tuple[int, ...], ...]
    labels: Floats

    @property
    def is_partial(self) -> bool:
        """Whether only one place a sentence is annotated, so that all other candidates are open."""
        return self.corpus == "event-places"


def marked_documents(path: Path) -> Iterator[tuple[str, str, list[Span]]]:
    """Id, text and places of the documents of a corpus of toponyms."""
    for each in read_toponym_corpus(path).documents:
        yield each.document.id, each.document.text, [toponym.span for toponym in each.toponyms]


def sentences(path: Path) -> Iterator[tuple[str, str, list[Span]]]:
    """Text (as its own id) and event places of the sentences of event-places' JSON lines."""
    for each in read_event_sentences(path):
        yield each.text, each.text, list(each.locations)


def examples(
    corpus: str,
    documents: Iterable[tuple[str, str, list[Span]]],
    known: Callable[[str, bool], Standing],
    *,
    training: bool = True,
) -> Iterator[Example]:
    """The documents of one half as examples."""
    for key, text, gold in documents:
        if in_half(key, "train" if training else "test"):
            yield _example(corpus, key, text, frozenset(_core(text, span) for span in gold), known)


def _example(
    corpus: str, key: str, text: str, gold: frozenset[Characters], known: Callable[[str, bool], Standing]
) -> Example:
    read = read_document(read_sentences(Document(id=key, text=text)), known)
    found = [(one.sentence, candidate) for one in read.sentences for candidate in one.candidates]
    worded = [(one, word_keys(one.sentence)) for one in read.sentences if one.candidates]
    spans = tuple(_core(text, sentence.span(each.start, each.end)) for sentence, each in found)
    open_ones = np.nan if corpus == "event-places" else 0.0
    labels = [1.0 if span in gold else 0.0 if _touches(span, gold) else open_ones for span in spans]
    keys = tuple(_keys(keys_of, each) for one, keys_of in worded for each in one.candidates)
    clusters = tuple(
        _clusters(told, each)
        for told, one in ((_cluster_of_each(one.sentence), one) for one, _ in worded)
        for each in one.candidates
    )
    fold = int(hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()[:6], 16) // 2 % _FOLDS
    return Example(corpus, key, fold, gold, read, spans, keys, clusters, np.array(labels))


def _keys(words: list[str], candidate: Candidate) -> tuple[str, ...]:
    return tuple(words[at] if at >= 0 else "" for at in context_places(candidate))


def _cluster_of_each(sentence: Sentence) -> list[int]:
    return [0, 0, *(USAGE(token.text).cluster for token in sentence.tokens), 0, 0]


def _clusters(clusters: list[int], candidate: Candidate) -> tuple[int, ...]:
    return tuple(clusters[at] if at >= 0 else -1 for at in context_places(candidate))


def _core(text: str, span: Span) -> Characters:
    kept = core(text, span)
    return kept.start, kept.end


def _touches(span: Characters, gold: frozenset[Characters]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in gold)
