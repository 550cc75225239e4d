"""The one place where the stages meet."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.model import Document, Reading
from geomap.stages import Coder, Recognizer, Resolver


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """Document -> Mentions -> Resolutions -> Events, kept together as a Reading."""

    recognize: Recognizer
    resolve: Resolver
    code: Coder

    def read(self, document: Document) -> Reading:
        """Read one document; a stage that returns offsets outside of the text is an InputError."""
        mentions = tuple(self.recognize(document))
        resolutions = tuple(self.resolve(document, mentions))
        events = tuple(self.code(document, resolutions))
        return Reading(document=document, resolutions=resolutions, events=events)
