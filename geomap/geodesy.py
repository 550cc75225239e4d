"""Distance on a sphere, for places by the thousand; where a single one is judged, geopy's geodesic serves."""

from __future__ import annotations

import math
from typing import Final

# The mean radius of the Earth by the IUGG.
EARTH_RADIUS_KM: Final = 6371.0088


def great_circle_km(
    latitude: float, longitude: float, other_latitude: float, other_longitude: float
) -> float:
    """Great-circle distance between two positions in WGS 84 degrees, in kilometres (haversine formula)."""
    first, second = math.radians(latitude), math.radians(other_latitude)
    half = math.sin((second - first) / 2) ** 2
    half += math.cos(first) * math.cos(second) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    # Rounding can lift the half chord of antipodes above 1, where the arc sine ends.
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
