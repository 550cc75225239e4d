"""The tagger of this package's weights, read once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from geomap.recognition.classes import CLASSES, LISTS
from geomap.recognition.tagging.network import REACHES, Layer, Network
from geomap.recognition.tagging.tagger import Tables, Tagger
from geomap.recognition.tagging.word_inputs import FIRST_WORD
from geomap.recognition.vocabulary import usages

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geomap.recognition.vocabulary import Usage

    Arrays = Mapping[str, NDArray[np.integer[Any]]]

#: The tagger's weights in geomap/recognition/weights/: arrays, and the words and lists that they speak of.
ARRAYS: Final = "tagger.npz"
WORDS: Final = "tagger.json"


@cache
def shipped_tagger() -> Tagger:
    """The tagger of this package's weights, read once."""
    folder = files("geomap.recognition") / "weights"
    told = json.loads((folder / WORDS).read_text(encoding="utf-8"))
    with as_file(folder / ARRAYS) as path, np.load(path, allow_pickle=False) as arrays:
        return tagger(dict(arrays), told["words"], told["lists"], usages())


def tagger(
    arrays: Arrays, words: Sequence[str], lists: Sequence[str], usage: Callable[[str], Usage]
) -> Tagger:
    """The tagger of weights by name; `words` and `lists` stand in the order of their rows."""
    convolutions = [_layer(arrays, f"convolution_{number}") for number in range(len(REACHES))]
    layers = (_layer(arrays, name) for name in ("span", "company", "hidden", "answer"))
    tables = (arrays[name].astype(np.int32) for name in ("words", "lists", "places", "flags", "candidates"))
    return Tagger(
        Network(convolutions, *layers),
        Tables(*tables),
        {word: number for number, word in enumerate(words, FIRST_WORD)},
        _bits(lists),
        usage,
    )


def _layer(arrays: Arrays, name: str) -> Layer:
    weights, added = (arrays[f"{name}_{part}"].astype(np.float32) for part in ("weights", "added"))
    return Layer(weights, added, int(arrays[f"{name}_parts"].item()))


def _bits(lists: Sequence[str]) -> dict[str, int]:
    """The lists that hold each word, as bits in the order of `lists`, without those that are no more."""
    order = [(list(LISTS).index(name), row) for row, name in enumerate(lists) if name in LISTS]
    return {word: sum((bits >> bit & 1) << row for bit, row in order) for word, bits in CLASSES.items()}
