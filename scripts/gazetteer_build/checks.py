"""What the build holds its rows to: places must lie in the country that they are said to be in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

from gazetteer_build.rows import Row

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: Degrees that a place may lie outside its country's simplified outline (coasts, islets, river borders).
TOLERANCE: Final = 0.05
#: Degrees outside its country from which a place on another country's land is a mistake of its source.
MISTAKE: Final = 0.3


def misplaced(
    rows: Iterable[Row], outlines: Mapping[str, BaseGeometry], tolerance: float = TOLERANCE
) -> list[Row]:
    """Rows that lie further outside their country's outline than so many degrees; waters may."""
    by_country: dict[str, list[Row]] = {}
    for row in rows:
        if row.country in outlines and row.kind != "water":
            by_country.setdefault(row.country or "", []).append(row)
    found: list[Row] = []
    for code, own in sorted(by_country.items()):
        shape = outlines[code]
        shapely.prepare(shape)
        points = shapely.points([row.longitude for row in own], [row.latitude for row in own])
        outside = np.flatnonzero(~shapely.dwithin(shape, points, tolerance))
        found.extend(own[place] for place in outside.tolist())
    return found


def without_mistakes(
    rows: Sequence[Row], outlines: Mapping[str, BaseGeometry], counts: Counter[str]
) -> list[Row]:
    """The rows without those that lie far outside their country and on another's land.

    Far outside but at sea is no mistake: the outlines leave out islets and whole atolls.
    """
    far = misplaced(rows, outlines, MISTAKE)
    tree = shapely.STRtree([outlines[code] for code in sorted(outlines)])
    points = shapely.points([row.longitude for row in far], [row.latitude for row in far])
    ashore = {far[number].id for number in set(tree.query(points, predicate="within")[0].tolist())}
    counts[f"place more than {MISTAKE} degrees outside its country, on another's land"] += len(ashore)
    return [row for row in rows if row.id not in ashore]
