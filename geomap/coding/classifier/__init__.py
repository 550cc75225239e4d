"""A small classifier of sentences by the type of event that they tell: the tie-breaker beside the lexicon."""

from __future__ import annotations

from geomap.coding.classifier.features import features
from geomap.coding.classifier.verdicts import Verdict, verdict_on_all, verdicts

__all__ = ["Verdict", "features", "verdict_on_all", "verdicts"]
