"""The seed article, read whole: against the kept reading, and against what a reader of it would insist on."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import geomap
from geomap.matching import distance_km

sys.path.insert(0, str(Path(__file__).parent / "golden"))
from golden_readings import FOLDER, SEEDS, reading_as_json

SEED = "000_ca31ee2c64d02175"


@pytest.fixture(scope="module")
def reading():
    (document,) = geomap.load(SEEDS)
    return geomap.read(document)


def test_a_reading_is_the_one_that_was_kept(reading):
    kept = json.loads((FOLDER / f"{SEED}.json").read_text(encoding="utf-8"))
    found = reading_as_json(reading)
    assert found == kept, "if the new reading is better, write it: python tests/golden/golden_readings.py"


# Positions by GeoNames and, for Dhuluiya, SimpleMaps; the article's own words say which place is meant.
PLACES = {
    "Tehran": ("IR", 35.694, 51.422),
    "Samarra": ("IQ", 34.196, 43.886),
    "Dhuluiya": ("IQ", 34.056, 44.218),
    "Tikrit": ("IQ", 34.616, 43.679),
}


@pytest.mark.parametrize("name", PLACES)
def test_towns_of_the_article_stand_where_they_are(reading, name):
    country, latitude, longitude = PLACES[name]
    found = [each for each in reading.resolutions if each.mention.text == name]
    assert found
    for each in found:
        assert each.place is not None
        assert each.place.country == country
        assert each.place.kind == "settlement"
        assert distance_km((each.place.latitude, each.place.longitude), (latitude, longitude)) < 10


def test_a_province_is_an_area(reading):
    (strike,) = [event for event in reading.events if event.type == "remote_violence.air_strike"]
    assert strike.where is not None
    assert (strike.where.place.kind, strike.where.place.country) == ("admin1", "IQ")
    assert strike.where.precision == "adm1"
    assert strike.where.radius_km > 50


def test_no_event_is_pinned_on_a_place_that_is_only_talked_of(reading):
    named = {event.where.place.name for event in reading.events if event.where}
    assert "Baghdad" not in named
    assert all(event.where.precision != "country" for event in reading.events if event.where)


def test_the_killing_has_no_day_of_its_own(reading):
    (killing,) = [event for event in reading.events if event.type == "battle.combatant_killed"]
    assert killing.when is not None
    assert killing.when.first is None
    assert str(killing.when.last) == "2014-12-29"
    assert killing.casualties.fatalities is not None
    assert killing.casualties.fatalities.best == 1


def test_an_undivided_count_stays_undivided(reading):
    (fight,) = [event for event in reading.events if "liberate" in event.trigger.text]
    assert fight.casualties.fatalities is None
    assert fight.casualties.combined is not None
    assert fight.status == "claimed"


def test_without_a_publication_date_relative_dates_stay_unknown():
    text = (SEEDS / f"{SEED}.txt").read_text(encoding="utf-8")
    assert all(event.when is None for event in geomap.read(text).events)
