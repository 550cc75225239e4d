"""Losses in English news: how many were killed, wounded, missing, detained or displaced."""

from geomap.coding.casualties.finding import find
from geomap.coding.casualties.loss import Loss, LossKind

__all__ = ["Loss", "LossKind", "find"]
