"""The examples: snippets of our own, and our types for sentences of a corpus, which is not copied here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from geomap.coding.classifier import features
from geomap.coding.classifier.verdicts import NONE
from geomap.coding.detection import hits
from geomap.coding.sentence import read_sentences
from geomap.model import Document

FOLDER: Final = Path(__file__).resolve().parents[1] / "event_types"
_LABELS: Final = "newswire_labels.tsv"
# A sentence of the corpus is named by so many hexadecimal digits of the SHA-1 of its text.
_DIGITS: Final = 16
_CORPUS_WEIGHT: Final = 0.5
# Snippets without an event are many and of every kind: at full weight they would drown the rarer types.
_NO_EVENT_OF_OURS: Final = 0.6
_NO_EVENT_OF_NEWS: Final = 0.15


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a snippet, its type, how much it counts, and whether we wrote it."""

    features: frozenset[str]
    type: str
    weight: float
    is_ours: bool


def our_snippets() -> Iterator[tuple[str, str]]:
    """Text and type of the snippets that we wrote, in a fixed order."""
    for path in sorted(FOLDER.glob("*.tsv")):
        if path.name != _LABELS:
            for line in path.read_text(encoding="utf-8").splitlines()[1:]:
                text, _, kind = line.partition("\t")
                yield text, kind


def corpus_sentences(event_places: Path) -> Iterator[tuple[str, str]]:
    """The sentences of event-places' training half that we have typed, each once, in the file's order."""
    types = dict(line.split("\t") for line in (FOLDER / _LABELS).read_text("utf-8").splitlines()[1:])
    for line in event_places.read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        kind = types.pop(hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:_DIGITS], None)
        if kind is not None:
            yield text, kind


def business_sentences(meantime: Path) -> Iterator[str]:
    """The sentences of MEANTIME's training half: news of companies and markets, which tells no conflict."""
    for path in sorted(meantime.rglob("*.xml")):
        if int(hashlib.sha1(path.stem.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0:
            tokens = ElementTree.parse(path).getroot().iter("token")  # noqa: S314 - a corpus that the caller chose
            for _, words in groupby(tokens, key=lambda token: token.get("sentence")):
                yield " ".join(word.text or "" for word in words)


def examples(event_places: Path, meantime: Path) -> list[Example]:
    """All examples to learn from."""
    ours = [
        Example(features_of(text), kind, _NO_EVENT_OF_OURS if kind == NONE else 1.0, is_ours=True)
        for text, kind in our_snippets()
    ]
    newswire = [
        Example(features_of(text), kind, _NO_EVENT_OF_NEWS if kind == NONE else _CORPUS_WEIGHT, is_ours=False)
        for text, kind in corpus_sentences(event_places)
    ]
    business = [
        Example(features_of(text), NONE, _NO_EVENT_OF_NEWS, is_ours=False)
        for text in business_sentences(meantime)
        if text.strip()
    ]
    return ours + newswire + business


def features_of(text: str) -> frozenset[str]:
    """The features of a snippet, its sentences taken together."""
    sentences = read_sentences(Document(id="example", text=text))
    each = (features(sentence.keys, {hit.type for hit in hits(sentence)}) for sentence in sentences)
    return frozenset().union(*each)
