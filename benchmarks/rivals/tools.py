"""The tools that are compared, each as a recogniser and, where it has one, a resolver."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from geomap.assemble import pipeline
from geomap.gazetteer import open_gazetteer
from geomap.model import Document, Mention, Span
from geomap.plugins import spacy_recognizer
from geomap.plugins.spans import in_order
from geomap.stages import Recognizer, Resolver


class MissingToolError(Exception):
    """A tool that is not installed, with what to install."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """What finds the places of a document, and what says which they are, if the tool does."""

    recognize: Recognizer
    resolve: Resolver | None = None


def geomap_tool(_: str) -> Tool:
    """Ours: recognition and resolution by the bundled gazetteer and weights."""
    stages = pipeline()
    return Tool(recognize=stages.recognize, resolve=stages.resolve)


def spacy_tool(model: str) -> Tool:
    """A spaCy model in a folder: its GPE, LOC and FAC, and those NORP that are demonyms."""
    spacy = _module("spacy")
    if not model:
        raise MissingToolError(
            "spaCy needs a model: unpack the wheel of en_core_web_md, and give the folder that holds "
            "config.cfg as --spacy-model."
        )
    # The parser and the lemmatiser find no names; without them spaCy is at its quickest.
    nlp = spacy.load(model, disable=["parser", "lemmatizer", "tagger", "attribute_ruler"])
    return Tool(recognize=spacy_recognizer(nlp, open_gazetteer()))


def ahogeotagger_tool(_: str) -> Tool:
    """The look-up of 15,000 cities by ahogeotagger."""
    tagger = _module("ahogeotagger.tagger")
    tagger.init(num_cities=15_000)
    return Tool(recognize=lambda document: matched(document, tagger.search(document.text)))


def matched(document: Document, found: Iterable[Sequence[Any]]) -> tuple[Mention, ...]:
    """Rows that begin with a start and the last character of a name as mentions; empty ones are left out."""
    ranges = ((row[0], row[1] + 1) for row in found)
    return in_order(
        Mention(span=Span(start=start, end=end), text=document.text[start:end])
        for start, end in ranges
        if start < end <= len(document.text)
    )


#: From a name to what makes the tool; each is given the folder of the spaCy model.
TOOLS: Final[Mapping[str, Callable[[str], Tool]]] = {
    "geomap": geomap_tool,
    "spaCy": spacy_tool,
    "ahogeotagger": ahogeotagger_tool,
}


def _module(name: str) -> Any:  # noqa: ANN401 - a foreign module, which has no types
    try:
        return importlib.import_module(name)
    except ImportError as problem:
        package = name.partition(".")[0]
        raise MissingToolError(
            f"{package} is not installed ({problem}): `pip install {package}`."
        ) from problem
