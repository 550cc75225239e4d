"""The classifier's weights: a text of whole numbers, which add up to the same on every machine."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Weights are whole numbers of this part of a natural log odds.
PARTS: Final = 16
_FILE: Final = "weights.tsv"

Weighed = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """``types`` by number, "none" among them; each has a start, and each feature adds to some of them.

    ``table`` holds what the features add in their order, a row a feature and a column a type; ``rows`` are
    their rows.
    """

    types: tuple[str, ...]
    start: tuple[int, ...]
    features: Mapping[str, Weighed]
    rows: Mapping[str, int]
    table: NDArray[np.int32]


@cache
def weights() -> Weights:
    """The shipped weights, which `training/train_event_types.py` writes."""
    text = (files("geomap.coding.classifier") / _FILE).read_text(encoding="utf-8")
    # A feature may begin with "#", which stands for numbers; the comments at the head hold no tab.
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line]
    starts = [row for row in rows if row[0] == "type"]
    features = {row[0]: _weighed(row[1]) for row in rows if row[0] != "type"}
    return Weights(
        types=tuple(row[1] for row in starts),
        start=tuple(int(row[2]) for row in starts),
        features=features,
        rows={feature: number for number, feature in enumerate(features)},
        table=_table(features.values(), len(starts)),
    )


def _table(features: Collection[Weighed], types: int) -> NDArray[np.int32]:
    table = np.zeros((len(features), types), dtype=np.int32)
    for row, weighed in enumerate(features):
        for number, weight in weighed:
            table[row, number] = weight
    return table


def _weighed(cell: str) -> Weighed:
    pairs = (part.split("=") for part in cell.split())
    return tuple((int(number), int(weight)) for number, weight in pairs)
