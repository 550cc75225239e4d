"""Texts of our own, in the form that `geomap evaluate` reads: all of them are there to learn from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

from recognizer_training.corpora import Characters, Example, examples

from geomap.recognition.standing import Standing

WRITTEN = "written"


def written(path: Path) -> Iterator[tuple[str, str, list[Characters]]]:
    """Id, text and places of the documents of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["doc_id"], row["text"], [(each["start"], each["end"]) for each in row["mentions"]]


def written_examples(path: Path, known: Callable[[str, bool], Standing]) -> Iterator[Example]:
    """The documents of both halves as examples."""
    return chain.from_iterable(
        examples(WRITTEN, written(path), known, training=training) for training in (True, False)
    )
