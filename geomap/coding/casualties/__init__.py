"""Losses in English news: how many were killed, wounded, missing, detained or displaced."""

from geomap.coding.casualties.finding import find
from geomap.coding.casualties.loss import Loss, Numbers
from geomap.coding.casualties.tally import tally

__all__ = ["Loss", "Numbers", "find", "tally"]
