"""The doors: one-method protocols, so that a plain function is a plug-in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from geomap.model import Document, Event, Mention, Place, Resolution

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


class Recognizer(Protocol):
    """Finds the toponyms and demonyms of a document, in the order of the text, none twice."""

    def __call__(self, document: Document, /) -> Sequence[Mention]: ...


class Resolver(Protocol):
    """Says what each mention means: one resolution each, in the same order."""

    def __call__(self, document: Document, mentions: Sequence[Mention], /) -> Sequence[Resolution]: ...


@runtime_checkable
class CorpusResolver(Resolver, Protocol):
    """A resolver that knows more of a document when it has observed others, as those of its outlet."""

    def observing(self, documents: Iterable[Document], recognize: Recognizer, /) -> Resolver:
        """The resolver after a first look at all documents; in whatever order, it is the same."""
        ...


class Coder(Protocol):
    """Codes the events of a document from its text and its resolved mentions."""

    def __call__(self, document: Document, resolutions: Sequence[Resolution], /) -> Sequence[Event]: ...


class Gazetteer(Protocol):
    """Names to places, best first; () for a name that it does not hold, never an error."""

    def __call__(self, name: str, /) -> Sequence[Place]: ...


class Exporter(Protocol):
    """Writes an events table to a file, whole or not at all."""

    def __call__(self, table: GeoDataFrame, path: Path, /) -> None: ...
