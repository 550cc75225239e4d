"""Files and folders -> Documents; what cannot be read is reported, never skipped in silence."""

from __future__ import annotations

from geomap.documents.dates import day_of
from geomap.documents.loading import READERS, load
from geomap.documents.problems import Problem

__all__ = ["READERS", "Problem", "day_of", "load"]
