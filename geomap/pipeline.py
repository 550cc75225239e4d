"""The one place where the stages meet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from geomap.model import Document, Reading
from geomap.stages import Coder, CorpusResolver, Recognizer, Resolver


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """Document -> Mentions -> Resolutions -> Events, kept together as a Reading."""

    recognize: Recognizer
    resolve: Resolver
    code: Coder

    def observing(self, documents: Iterable[Document]) -> Pipeline:
        """The pipeline whose resolver has observed documents, if it can; the same in whatever order."""
        if not isinstance(self.resolve, CorpusResolver):
            return self
        return replace(self, resolve=self.resolve.observing(documents, self.recognize))

    def read(self, document: Document) -> Reading:
        """Read one document; a stage that returns offsets outside of the text is an InputError."""
        mentions = tuple(self.recognize(document))
        resolutions = tuple(self.resolve(document, mentions))
        events = tuple(self.code(document, resolutions))
        return Reading(document=document, resolutions=resolutions, events=events)
