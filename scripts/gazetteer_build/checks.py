"""What the build holds its rows to, and what it reports of those that fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gazetteer_build.rows import Row

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: Degrees that a place may lie outside its country's simplified outline (coasts, islets, river borders).
TOLERANCE = 0.05


def misplaced(rows: Sequence[Row], outlines: Mapping[str, BaseGeometry]) -> list[Row]:
    """Rows that lie further outside their country's outline than the tolerance."""
    by_country: dict[str, list[Row]] = {}
    for row in rows:
        if row.country in outlines:
            by_country.setdefault(row.country or "", []).append(row)
    found: list[Row] = []
    for code, own in sorted(by_country.items()):
        shape = outlines[code]
        shapely.prepare(shape)
        points = shapely.points([row.longitude for row in own], [row.latitude for row in own])
        outside = np.flatnonzero(~shapely.dwithin(shape, points, TOLERANCE))
        found.extend(own[place] for place in outside.tolist())
    return found
