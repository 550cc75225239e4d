"""The weights as text files that a reader can compare."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from forests import tree_lines

from geomap.recognition.features import PLACES
from geomap.recognition.judge import COLUMNS

from .learning import Learnt


def write(learnt: Learnt, folder: Path) -> None:
    """Write all files of the weights but the vocabulary."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "common_words.txt", sorted(learnt.common))
    _write(folder / "surnames.txt", learnt.surnames)
    _write(folder / "words.tsv", _word_lines(learnt))
    _write(folder / "clusters.tsv", _cluster_lines(learnt))
    _write(folder / "spelling.tsv", _letter_lines(learnt))
    _write(folder / "forest.tsv", tree_lines(learnt.trees, COLUMNS))


def _word_lines(learnt: Learnt) -> Iterable[str]:
    yield "# word\t" + "\t".join(PLACES)
    for key, weights in learnt.words.items():
        yield "\t".join((key, *("" if weight is None else str(weight) for weight in weights)))


def _cluster_lines(learnt: Learnt) -> Iterable[str]:
    yield "# a cluster a line, by its number: " + " ".join(PLACES)
    yield from ("\t".join(map(str, weights)) for weights in learnt.clusters)


def _letter_lines(learnt: Learnt) -> Iterable[str]:
    weights, base = learnt.letters
    yield "# where all start; then a group of letters a line: what it adds (1/1024 log odds)"
    yield str(base)
    yield from (f"{group}\t{weight}" for group, weight in weights.items() if weight)


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
