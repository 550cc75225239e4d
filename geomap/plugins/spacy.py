"""A spaCy pipeline as a recogniser; spaCy itself is the user's and is not imported here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from geomap.gazetteer import Gazetteer
from geomap.model import Document, Mention, Span
from geomap.plugins.spans import in_order

#: What OntoNotes' labels, those of spaCy's English models, call places; and peoples, some of them demonyms.
PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
PEOPLES: Final = frozenset({"NORP"})


class Entity(Protocol):
    """What is asked of a spaCy Span."""

    start_char: int
    end_char: int
    label_: str


class Annotated(Protocol):
    """What is asked of a spaCy Doc."""

    @property
    def ents(self) -> Iterable[Entity]: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class SpacyRecognizer:
    """The entities of a spaCy pipeline that are places or demonyms; a Recognizer (see `geomap.stages`)."""

    nlp: Callable[[str], Annotated]
    gazetteer: Gazetteer
    labels: frozenset[str]

    def __call__(self, document: Document, /) -> Sequence[Mention]:
        """The mentions in the order of the text; where two overlap, the longer stays."""
        found = (self._mention(entity, document.text) for entity in self.nlp(document.text).ents)
        return in_order(mention for mention in found if mention is not None)

    def _mention(self, entity: Entity, text: str) -> Mention | None:
        start, end = _trimmed(text, entity.start_char, entity.end_char)
        if start >= end:
            return None
        span, name = Span(start=start, end=end), text[start:end]
        if entity.label_ in PEOPLES:
            is_demonym = bool(self.gazetteer.demonym(name))
            return Mention(span=span, text=name, kind="demonym") if is_demonym else None
        return Mention(span=span, text=name) if entity.label_ in self.labels else None


def spacy_recognizer(
    nlp: Callable[[str], Annotated], gazetteer: Gazetteer, *, labels: Iterable[str] = PLACES
) -> SpacyRecognizer:
    """A recogniser from a spaCy pipeline, such as `spacy.load("en_core_web_md")`.

    `labels` are those of its entities that are places. Demonyms are the NORP entities that `gazetteer` knows.
    """
    return SpacyRecognizer(nlp=nlp, gazetteer=gazetteer, labels=frozenset(labels))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the article and the possessive, which spaCy's models take into a name."""
    for article in ("the ", "The ", "THE "):
        if text.startswith(article, start, end):
            start += len(article)
    for possessive in ("'s", "’s"):
        if text.endswith(possessive, start, end):
            end -= len(possessive)
    return start, end
