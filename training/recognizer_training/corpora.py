"""The corpora: documents with the spans of their places, read for candidates, with what is known of each."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from geomap.evaluation import read_toponym_corpus
from geomap.evaluation.event_places import read_event_sentences
from geomap.evaluation.toponym_gold import Half, core, in_half
from geomap.model import Document, Span
from geomap.recognition.features import context_places, word_keys
from geomap.recognition.reading import Candidate, ReadDocument, read_document
from geomap.recognition.sentence import Sentence, read_sentences
from geomap.recognition.standing import Standing
from geomap.recognition.vocabulary import usages

from .trees import Floats

Characters = tuple[int, int]
OWN = sorted((Path(__file__).resolve().parents[1] / "written").glob("*.jsonl"))
#: The articles that we wrote ourselves are all there to learn from.
WRITTEN = "written"
_FOLDS = 5
# Rarer surnames say little, and make the file long.
_SURNAMES = 10_000
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


def read_corpora(
    told: argparse.Namespace, known: Callable[[str, bool], Standing], half: Half
) -> Iterator[Example]:
    """The examples of one half of the corpora that a command line names; our own articles only to learn."""
    corpora = {
        "lgl": marked_documents(told.lgl),
        "tr-news": marked_documents(told.tr_news),
        "event-places": sentences(told.event_places),
    }
    for name, documents in corpora.items():
        yield from examples(name, documents, known, half)
    if half == "train":
        for path in told.written:
            yield from examples(WRITTEN, marked_documents(path), known, "all")


def read_surnames(path: Path) -> list[str]:
    """The most frequent surnames of a file that has one a line, the most frequent first, in small letters."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split()[0].lower() for line in lines if line.split()][:_SURNAMES]


def add_corpora(parser: argparse.ArgumentParser) -> None:
    """The options that name the corpora."""
    parser.add_argument("--lgl", type=Path, required=True, help="LGL's XML")
    parser.add_argument("--tr-news", type=Path, required=True, help="TR-News' XML")
    parser.add_argument(
        "--event-places", type=Path, required=True, help="event-places' sentences, JSON lines"
    )
    parser.add_argument("--written", type=Path, nargs="*", default=OWN, help="articles of our own")


def examples(
    corpus: str,
    documents: Iterable[tuple[str, str, list[Span]]],
    known: Callable[[str, bool], Standing],
    half: Half,
) -> Iterator[Example]:
    """The documents of one half, or all, as examples."""
    for key, text, gold in documents:
        if in_half(key, half):
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
