"""Gold corpora to scores."""

from __future__ import annotations

from geomap.evaluation.event_places import EventPlaceScore, render_event_places, score_event_places
from geomap.evaluation.event_report import render
from geomap.evaluation.events import EventScore, score_events
from geomap.evaluation.gold import EventGold, read_event_gold
from geomap.evaluation.toponym_files import read_toponym_corpus, write_predictions
from geomap.evaluation.toponym_gold import GoldDocument, GoldToponym, ToponymCorpus
from geomap.evaluation.toponym_report import render_toponyms
from geomap.evaluation.toponyms import ToponymScore, score_toponyms

__all__ = [
    "EventGold",
    "EventPlaceScore",
    "EventScore",
    "GoldDocument",
    "GoldToponym",
    "ToponymCorpus",
    "ToponymScore",
    "read_event_gold",
    "read_toponym_corpus",
    "render",
    "render_event_places",
    "render_toponyms",
    "score_event_places",
    "score_events",
    "score_toponyms",
    "write_predictions",
]
