"""Dates in English news: where they stand in a text, and which days they mean."""

from geomap.coding.dates.expression import DateExpression, DateKind, Interval, Modifier, Tense
from geomap.coding.dates.finding import find
from geomap.coding.dates.resolving import interval

__all__ = ["DateExpression", "DateKind", "Interval", "Modifier", "Tense", "find", "interval"]
