"""Whole readings as JSON, kept beside this file: what geomap understands of each seed document.

Run this file to write them anew, after a change that you have looked at.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import geomap
from geomap.model import Event, Reading, Resolution

FOLDER = Path(__file__).parent
SEEDS = FOLDER.parents[1] / "seeds"


def reading_as_json(reading: Reading) -> dict[str, Any]:
    return {
        "mentions": [_mention(each) for each in reading.resolutions],
        "events": [_event(each) for each in reading.events],
    }


def _mention(resolution: Resolution) -> dict[str, Any]:
    mention, place, relation = resolution.mention, resolution.place, resolution.relation
    return {
        "text": mention.text,
        "start": mention.start,
        "kind": mention.kind,
        "use": mention.use,
        "place": place and f"{place.name} ({place.kind}, {place.country}, {place.id})",
        "relation": relation and relation.evidence.text,
    }


def _event(event: Event) -> dict[str, Any]:
    when, where, losses = event.when, event.where, event.casualties
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "trigger": event.trigger.text,
        "when": when and [str(when.first or ""), str(when.last or ""), when.precision, when.evidence.text],
        "where": where and [where.place.name, where.place.id, where.precision, where.evidence.text],
        "actors": [f"{actor.role}: {actor.name}" for actor in event.actors],
        "casualties": {
            each.name: [count.low, count.best, count.high, count.evidence.text]
            for each in fields(losses)
            if (count := getattr(losses, each.name)) is not None
        },
        "claimed_by": event.claimed_by and event.claimed_by.text,
        "quotes": [[quote.span.start, quote.span.end] for quote in event.quotes],
    }


def main() -> None:
    for document in geomap.load(SEEDS):
        text = json.dumps(reading_as_json(geomap.read(document)), ensure_ascii=False, indent=1)
        (FOLDER / f"{document.id}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
