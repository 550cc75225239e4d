"""Gold corpora to scores."""

from __future__ import annotations

from geomap.evaluation.actors import ActorScore, event_reader, render_actors, score_actors
from geomap.evaluation.casualties import CasualtyScore, render_casualties, score_casualties
from geomap.evaluation.dates import DateScore, render_dates, score_dates
from geomap.evaluation.event_links import (
    EventLinkScore,
    render_event_links,
    score_event_links,
    verb_reader,
)
from geomap.evaluation.event_places import EventPlaceScore, render_event_places, score_event_places
from geomap.evaluation.event_report import render
from geomap.evaluation.event_types import (
    EventTypeScore,
    render_event_types,
    score_event_types,
    type_reader,
)
from geomap.evaluation.events import EventScore, score_events
from geomap.evaluation.gold import EventGold, read_event_gold
from geomap.evaluation.toponym_files import read_toponym_corpus, write_predictions
from geomap.evaluation.toponym_gold import GoldDocument, GoldToponym, ToponymCorpus
from geomap.evaluation.toponym_report import render_toponyms
from geomap.evaluation.toponyms import ToponymScore, score_toponyms

__all__ = [
    "ActorScore",
    "CasualtyScore",
    "DateScore",
    "EventGold",
    "EventLinkScore",
    "EventPlaceScore",
    "EventScore",
    "EventTypeScore",
    "GoldDocument",
    "GoldToponym",
    "ToponymCorpus",
    "ToponymScore",
    "event_reader",
    "read_event_gold",
    "read_toponym_corpus",
    "render",
    "render_actors",
    "render_casualties",
    "render_dates",
    "render_event_links",
    "render_event_places",
    "render_event_types",
    "render_toponyms",
    "score_actors",
    "score_casualties",
    "score_dates",
    "score_event_links",
    "score_event_places",
    "score_event_types",
    "score_events",
    "score_toponyms",
    "type_reader",
    "verb_reader",
    "write_predictions",
]
