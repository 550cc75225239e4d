"""Trees as lines of text that a reader can compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recognizer_training.trees import Trees


def tree_lines(trees: Trees, columns: Sequence[str]) -> Iterable[str]:
    """The file that `geomap.forest.read_forest` reads."""
    yield "# where all start; then a tree a line: its questions, and what its leaves add (1/1024 log odds)"
    yield str(trees.base)
    for questions, leaves in zip(trees.questions, trees.leaves, strict=True):
        asked = (f"{columns[column]}>{threshold}" for column, threshold in questions)
        yield "\t".join((*asked, " ".join(map(str, leaves))))
