"""The corpora: documents with the spans of their places, read for candidates, with what is known of each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from geomap.evaluation.toponym_gold import in_half
from geomap.model import Document
from geomap.recognition.features import context_places, word_keys
from geomap.recognition.reading import Candidate, ReadDocument, read_document
from geomap.recognition.sentence import read_sentences
from geomap.recognition.standing import Standing
from geomap.recognition.vocabulary import usages

from .trees import Floats

Characters = tuple[int, int]
_FOLDS = 5
USAGE = usages()
# Offsets that are off are mended by the phrase, if it stands this near.
_REACH = 200


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


def xml_documents(path: Path) -> Iterator[tuple[str, str, list[Characters]]]:
    """Id, text and places of the articles of LGL's and TR-News's XML."""
    for article in ElementTree.parse(path).getroot():  # noqa: S314 - a corpus that the caller chose
        text = article.findtext("text") or ""
        found = (_mended(text, toponym) for toponym in article.iter("toponym"))
        yield article.get("docid") or "", text, [span for span in found if span is not None]


def _mended(text: str, toponym: ElementTree.Element) -> Characters | None:
    start, phrase = int(toponym.findtext("start") or 0), toponym.findtext("phrase") or ""
    if text[start : start + len(phrase)] == phrase:
        return start, start + len(phrase)
    low, high = max(0, start - _REACH), start + _REACH
    places = [at for at in range(low, min(high, len(text))) if text.startswith(phrase, at)]
    best = min(places, key=lambda at: abs(at - start), default=None)
    return None if best is None else (best, best + len(phrase))


def sentences(path: Path) -> Iterator[tuple[str, str, list[Characters]]]:
    """Text (as its own id) and event places of the sentences of event-places' JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["text"], row["text"], [(start, end) for start, end in row["locations"]]


def examples(
    corpus: str,
    documents: Iterator[tuple[str, str, list[Characters]]],
    known: Callable[[str, bool], Standing],
    *,
    training: bool = True,
) -> Iterator[Example]:
    """The documents of one half as examples."""
    for key, text, gold in documents:
        if in_half(key, "train" if training else "test"):
            yield _example(corpus, key, text, frozenset(stripped(text, *span) for span in gold), known)


def _example(
    corpus: str, key: str, text: str, gold: frozenset[Characters], known: Callable[[str, bool], Standing]
) -> Example:
    read = read_document(read_sentences(Document(id=key, text=text)), known)
    found = [(one.sentence, candidate) for one in read.sentences for candidate in one.candidates]
    worded = [(one, word_keys(one.sentence)) for one in read.sentences if one.candidates]
    spans = tuple(
        stripped(text, sentence.tokens[each.start].start, sentence.tokens[each.end - 1].end)
        for sentence, each in found
    )
    open_ones = np.nan if corpus == "event-places" else 0.0
    labels = [1.0 if span in gold else 0.0 if _touches(span, gold) else open_ones for span in spans]
    keys = tuple(_keys(keys_of, each) for one, keys_of in worded for each in one.candidates)
    clusters = tuple(
        tuple(told[at] if at >= 0 else -1 for at in context_places(each))
        for one, _ in worded
        for told in [[0, 0, *[USAGE(token[0]).cluster for token in one.sentence.tokens], 0, 0]]
        for each in one.candidates
    )
    fold = int(hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()[:6], 16) // 2 % _FOLDS
    return Example(corpus, key, fold, gold, read, spans, keys, clusters, np.array(labels))


def _keys(words: list[str], candidate: Candidate) -> tuple[str, ...]:
    return tuple(words[at] if at >= 0 else "" for at in context_places(candidate))


def _touches(span: Characters, gold: frozenset[Characters]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in gold)


def stripped(text: str, start: int, end: int) -> Characters:
    """A span without a leading "the " and a trailing possessive, as corpora are scored."""
    if text[start : start + 4].lower() == "the ":
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end
