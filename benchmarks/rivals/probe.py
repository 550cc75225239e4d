"""One tool over the documents of corpora, timed: what a process of `benchmarks/toponyms.py` does."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Mapping, Sequence

from geomap.evaluation import ToponymCorpus, read_toponym_corpus, score_toponyms
from geomap.evaluation.toponym_gold import Half
from geomap.gazetteer import Gazetteer, open_gazetteer
from geomap.model import Document, Mention, Resolution
from rivals.tools import TOOLS, MissingToolError, Tool

Figures = dict[str, float]
_WARM: Document = Document(id="warm", text="Gunmen killed five soldiers in Tikrit.")


def timed(tool: Tool, documents: Sequence[Document]) -> tuple[Figures, dict[str, tuple[Mention, ...]]]:
    """Seconds of the processor for recognition and resolution, and the mentions by the document's id.

    No document has been read before: each costs what a new one costs.
    """
    recognition = resolution = 0.0
    found: dict[str, tuple[Mention, ...]] = {}
    for document in documents:
        start = time.process_time()
        mentions = tuple(tool.recognize(document))
        between = time.process_time()
        if tool.resolve is not None:
            tool.resolve(document, mentions)
        resolution += time.process_time() - between
        recognition += between - start
        found[document.id] = mentions
    return {"documents": len(documents), "recognition": recognition, "resolution": resolution}, found


def f1(
    corpus: ToponymCorpus, found: Mapping[str, Sequence[Mention]], gazetteer: Gazetteer, half: Half
) -> float:
    """F1 of exact spans in half of a corpus, by the rules of `geomap evaluate toponyms`."""
    score = score_toponyms(corpus, lambda document: found[document.id], _unresolved, gazetteer, half=half)
    return score.recognition.f1 or 0.0


def _unresolved(_: Document, mentions: Sequence[Mention]) -> tuple[Resolution, ...]:
    return tuple(Resolution(mention=mention) for mention in mentions)


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    # KiB on Linux, bytes on macOS.
    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
    )


def main() -> None:
    """Print the figures of the tool, spaCy model, half and corpora that the command line names, as JSON."""
    name, model, half, *paths = sys.argv[1:]
    try:
        tool = TOOLS[name](model)
    except MissingToolError as problem:
        print(json.dumps({"missing": str(problem)}))
        return
    tool.recognize(_WARM)
    corpora = {path: read_toponym_corpus(path) for path in paths}
    read = {
        path: timed(tool, [each.document for each in corpus.documents]) for path, corpus in corpora.items()
    }
    figures: dict[str, Figures] = {"memory": {"MB": peak_mb()}}
    gazetteer = open_gazetteer()
    for path, (times, found) in read.items():
        figures[path] = times | {"f1": f1(corpora[path], found, gazetteer, _half(half))}
    print(json.dumps(figures))


def _half(name: str) -> Half:
    halves: dict[str, Half] = {"all": "all", "train": "train", "test": "test"}
    return halves[name]
