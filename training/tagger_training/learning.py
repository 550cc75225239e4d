"""From examples to a tagger: the words that it knows one by one, and its weights in whole numbers."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from recognizer_training.word_weights import common_words

from geomap.recognition.classes import LISTS
from geomap.recognition.tagging.shipped import ARRAYS, WORDS, tagger
from geomap.recognition.tagging.tagger import Tagger
from geomap.recognition.tagging.word_inputs import FIRST_WORD, WORD_FIELDS
from geomap.recognition.vocabulary import usages

from .fitting import Settings, fitted
from .inputs import arrays
from .whole_numbers import Numbers, whole

if TYPE_CHECKING:
    from recognizer_training.corpora import Example


@dataclass(frozen=True, slots=True)
class LearntTagger:
    """All that is learnt: the words that are known one by one, and the weights by name."""

    words: Sequence[str]
    weights: Mapping[str, Numbers]

    def tagger(self) -> Tagger:
        """The tagger that the product runs."""
        return tagger(self.weights, self.words, list(LISTS), usages())

    def write(self, folder: Path) -> None:
        """Write tagger.npz and tagger.json: the same bytes for the same weights."""
        folder.mkdir(parents=True, exist_ok=True)
        told = {"lists": list(LISTS), "words": list(self.words)}
        text = json.dumps(told, ensure_ascii=False, indent=0) + "\n"
        (folder / WORDS).write_text(text, encoding="utf-8", newline="\n")
        with zipfile.ZipFile(folder / ARRAYS, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, values in sorted(self.weights.items()):
                archive.writestr(zipfile.ZipInfo(f"{name}.npy"), _bytes(values), zipfile.ZIP_DEFLATED)


def _bytes(values: Numbers) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, np.ascontiguousarray(values), allow_pickle=False)
    return file.getvalue()


def learnt_tagger(examples: Sequence[Example], settings: Settings) -> LearntTagger:
    """Learn from all examples."""
    most = WORD_FIELDS["word"] - FIRST_WORD
    words = sorted(common_words(examples))[:most]
    numbers = {word: number for number, word in enumerate(words, FIRST_WORD)}
    return LearntTagger(words, whole(fitted(arrays(examples, numbers), settings)))
