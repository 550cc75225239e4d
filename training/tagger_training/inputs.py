"""Examples as the arrays that the network learns from: the very numbers that the tagger reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geomap.recognition.classes import CLASSES, LISTS
from geomap.recognition.tagging.inputs import FLAGS, candidate_numbers
from geomap.recognition.tagging.laid import laid
from geomap.recognition.tagging.word_inputs import WORD_FIELDS, word_numbers
from geomap.recognition.vocabulary import Usage, usages

if TYPE_CHECKING:
    from recognizer_training.corpora import Example

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(slots=True)
class Arrays:
    """A document: rows of words, their lists and flags as 0 and 1; candidates with names and labels.

    `told` holds the label of each candidate, NaN where the corpus leaves it open; `labels` the belief there.
    """

    example: Example
    words: NDArray[np.int16]
    lists: NDArray[np.int8]
    places: NDArray[np.int8]
    flags: NDArray[np.int8]
    is_word: NDArray[np.int8]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    names: NDArray[np.int32]
    known: NDArray[np.int8]
    told: Floats
    labels: Floats


def arrays(examples: Sequence[Example], words: Mapping[str, int]) -> list[Arrays]:
    """The examples that hold candidates; `words` are those that the tagger shall know one by one."""
    usage = cache(usages())
    numbers: dict[str, tuple[int, ...]] = {"": (0,) * len(WORD_FIELDS)}
    found = []
    for example in examples:
        read = laid(example.read)
        if not read.candidates:
            continue
        for text in read.texts:
            if text not in numbers:
                numbers[text] = word_numbers(text, words, usage)
        bits = np.array([CLASSES.get(text.lower(), 0) for text in read.texts])
        told = example.labels.astype(np.float32)
        found.append(
            Arrays(
                example=example,
                words=np.array([numbers[text] for text in read.texts], dtype=np.int16),
                lists=_bits(bits, len(LISTS)),
                places=np.array(read.places, dtype=np.int8),
                flags=_bits(np.array(read.flags), len(FLAGS)),
                is_word=np.array([bool(text) for text in read.texts], dtype=np.int8),
                starts=np.array(read.starts, dtype=np.int32),
                ends=np.array(read.ends, dtype=np.int32),
                names=np.array(list(read.names()), dtype=np.int32),
                known=np.array(candidate_numbers(read.candidates), dtype=np.int8),
                told=told,
                labels=told,
            )
        )
    return found


def _bits(numbers: Integers, count: int) -> NDArray[np.int8]:
    return (numbers[:, None] >> np.arange(count) & 1).astype(np.int8)


__all__ = ["Arrays", "Usage", "arrays"]
