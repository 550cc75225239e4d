"""Writes learnt weights as the text that `geomap.coding.classifier.weights` reads."""

from __future__ import annotations

from pathlib import Path

from event_type_training.fitting import Array, Fitted
from geomap.coding.classifier.weights import PARTS

_HEAD = (
    "# Written by training/train_event_types.py; what it has learnt from stands in training/SOURCES.md.\n"
    "# First the types and their starts, then each feature and what it adds to types by number, "
    f"in 1/{PARTS} of log odds.\n"
)


def write(learnt: Fitted, path: Path) -> None:
    """Write the weights, rounded; a feature of which nothing is left is left out."""
    lines = [
        f"type\t{kind}\t{start}\n" for kind, start in zip(learnt.types, _rounded(learnt.start), strict=True)
    ]
    for name, row in zip(learnt.features, learnt.weights, strict=True):
        cells = [f"{number}={weight}" for number, weight in enumerate(_rounded(row)) if weight]
        if cells:
            lines.append(f"{name}\t{' '.join(cells)}\n")
    path.write_text(_HEAD + "".join(lines), encoding="utf-8", newline="\n")


def _rounded(row: Array) -> list[int]:
    return [round(float(value) * PARTS) for value in row]
