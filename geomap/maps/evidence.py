"""What the popup of an event shows: labelled facts, quotes with the trigger set apart, and the source.

All of it is data for the page's script, which shows it as text and never as HTML.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geomap.codes.event_types import LAYERS
from geomap.maps import wording
from geomap.maps.rows import Row


def evidence_of(row: Row, countries: Mapping[str, str]) -> dict[str, Any]:
    """The evidence of one event; `countries` are names by ISO 3166-1 alpha-2 code."""
    return {
        "id": row["id"],
        "facts": [(name, text) for name, text in _facts(row, countries) if text is not None],
        "quotes": _quotes(row),
        "document": row["title"] or row["document"],
        "source": row["source"],
        "url": row["url"],
        "published": wording.day_words(row["published"]) if row["published"] else None,
    }


def place_words(row: Mapping[str, Any], countries: Mapping[str, str]) -> str | None:
    """Name, with the words that set the event beside it, first-level unit and country, each once."""
    country = row.get("country")
    name = _beside(row) or row.get("place") or row.get("name")
    parts = (name, row.get("admin1"), countries.get(country or "", country))
    return ", ".join(dict.fromkeys(str(part) for part in parts if part)) or None


def _beside(row: Mapping[str, Any]) -> str | None:
    """The place as "the area south of Tikrit" has it; the anchor's name alone would claim too much."""
    relation, text = row.get("relation"), row.get("place_text")
    if not relation or not text or not text.startswith(relation):
        return None
    return f"{text[:1].upper()}{text[1:]}"


def _facts(row: Row, countries: Mapping[str, str]) -> list[tuple[str, str | None]]:
    return [
        *_date_facts(row),
        *_place_facts(row, countries),
        ("Who", row["actors"] or wording.UNTOLD),
        ("To whom", row["targets"] or wording.UNTOLD),
        *_loss_facts(row),
        ("Said by", row["claimed_by"]),
        ("Layer", LAYERS.get(row["layer"] or "", row["layer"])),
        ("Sure of the event", wording.share_words(row["confidence"])),
    ]


def _date_facts(row: Row) -> list[tuple[str, str | None]]:
    first, last = row["date_first"], row["date_last"]
    undated = first is None and last is None
    several = not undated and first != last
    return [
        ("Day", "Not told: shown in every period that the date touches" if several else None),
        ("Date in the text", _quoted(row["date_text"])),
    ]


def _place_facts(row: Row, countries: Mapping[str, str]) -> list[tuple[str, str | None]]:
    if row["point"] is None:
        return [("Place", "Unknown, so not on the map"), ("Place in the text", _quoted(row["place_text"]))]
    return [
        ("Place in the text", _quoted(row["place_text"])),
        ("Relation", _quoted(row["relation"])),
        ("Also at", _further(row["also_at"], countries)),
        ("Precision", _precision_words(row)),
        ("Sure of the place", wording.share_words(row["place_confidence"])),
        ("It may also be", _alternatives(row["alternatives"], countries)),
    ]


def _precision_words(row: Row) -> str:
    told = wording.PRECISION_WORDS.get(row["geo_precision"] or "", "Not exact: precision not told")
    radius = wording.radius_words(row["radius_km"])
    return f"{told} ({radius})" if radius else told


def _loss_facts(row: Row) -> list[tuple[str, str | None]]:
    killed = wording.count_words(row["fatalities"], row["fatalities_low"], row["fatalities_high"])
    return [
        ("Killed", killed),
        ("Civilians killed", _told_count(row["civilians_killed"])),
        ("Combatants killed", _told_count(row["combatants_killed"])),
        ("Wounded", wording.count_words(row["wounded"])),
        ("Missing", _told_count(row["missing"])),
        ("Detained", _told_count(row["detained"])),
        ("Displaced", _told_count(row["displaced"])),
        ("One count for all", row["combined_losses"]),
        ("Losses in the text", _quoted(row["casualties_text"])),
    ]


def _told_count(best: int | None) -> str | None:
    """A number that few events have: left out where the text gives none."""
    return None if best is None else wording.count_words(best)


def _alternatives(others: Sequence[Any], countries: Mapping[str, str]) -> str | None:
    told = [
        f"{place_words(other, countries)} ({wording.share_words(other.get('probability'))})"
        for other in others
        if isinstance(other, Mapping)
    ]
    return "; ".join(told) or None


def _further(others: Sequence[Any], countries: Mapping[str, str]) -> str | None:
    told = [place_words(other, countries) for other in others if isinstance(other, Mapping)]
    return "; ".join(filter(None, told)) or None


def _quotes(row: Row) -> list[tuple[str, str, str]]:
    """Each quote cut into the text before the trigger, the trigger, and the text after it."""
    quotes = [quote for quote in row["quotes"] if isinstance(quote, Mapping) and quote.get("text")]
    if not quotes:
        return [(row["quote"], "", "")] if row["quote"] else []
    return [_cut(str(quote["text"]), quote.get("start"), row) for quote in quotes]


def _cut(text: str, start: int | None, row: Row) -> tuple[str, str, str]:
    first, last = row["trigger_start"], row["trigger_end"]
    if start is None or first is None or last is None:
        return text, "", ""
    begin, end = first - start, last - start
    # The cut is made here: a browser would count characters beyond the basic plane twice.
    if not 0 <= begin < end <= len(text):
        return text, "", ""
    return text[:begin], text[begin:end], text[end:]


def _quoted(text: str | None) -> str | None:
    return f"“{text}”" if text else None
