"""Gold corpora to scores."""

from __future__ import annotations

from geomap.evaluation.event_report import render
from geomap.evaluation.events import EventScore, score_events
from geomap.evaluation.gold import EventGold, read_event_gold

__all__ = ["EventGold", "EventScore", "read_event_gold", "render", "score_events"]
