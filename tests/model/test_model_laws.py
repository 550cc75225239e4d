from __future__ import annotations

import hashlib
from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import model
from geomap.errors import InputError
from geomap.model import (
    Actor,
    Candidate,
    Casualties,
    Combined,
    Count,
    Document,
    Event,
    Evidence,
    Match,
    Mention,
    Place,
    Reading,
    Resolution,
    Span,
    When,
    Where,
    evidence_of,
)

TEXT = "On Monday a funeral was held in Tehran. Two were killed, an official said."
DOCUMENT = Document(id="d", text=TEXT)
TEHRAN = Place(
    id="gn:112931",
    name="Tehran",
    latitude=35.69,
    longitude=51.42,
    country="IR",
    admin1="Tehran",
    kind="settlement",
    feature_code="PPLC",
    population=7_153_309,
    radius_km=15.0,
    source="GeoNames",
)


def evidence(words, reason="told"):
    start = TEXT.index(words)
    return Evidence(span=Span(start=start, end=start + len(words)), text=words, reason=reason)


def mention(words):
    found = evidence(words)
    return Mention(span=found.span, text=words)


RESOLUTION = Resolution(mention=mention("Tehran"), candidates=(Candidate(place=TEHRAN, probability=0.9),))
EVENT = Event(
    id="e",
    type="violence.attack",
    status="claimed",
    trigger=evidence("killed"),
    quotes=(evidence("Two were killed, an official said."),),
    document="d",
    confidence=0.5,
    when=When(
        first=date(2014, 12, 29), last=date(2014, 12, 29), precision="day", evidence=evidence("On Monday")
    ),
    where=Where(resolution=RESOLUTION, precision="city", radius_km=15.0, evidence=evidence("in Tehran")),
    actors=(Actor(name="X", role="actor", evidence=evidence("an official")),),
    casualties=Casualties(
        fatalities=Count(low=2, best=2, high=2, evidence=evidence("Two were killed")),
        wounded=Count(low=None, best=0, high=None, evidence=evidence("Two")),
        combined=Combined(
            kinds=("killed", "wounded"), low=2, best=None, high=None, evidence=evidence("were")
        ),
    ),
    claimed_by=evidence("official"),
)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
numbers = st.none() | st.integers(min_value=-3, max_value=50)


def test_no_noun_can_be_changed():
    with pytest.raises(FrozenInstanceError):
        DOCUMENT.text = "other"
    with pytest.raises(FrozenInstanceError):
        TEHRAN.latitude = 0.0


def test_every_noun_is_named_in_the_door():
    assert all(hasattr(model, name) for name in model.__all__)
    assert sorted(model.__all__, key=lambda name: (not name.isupper(), name)) == list(model.__all__)


@pytest.mark.parametrize("fields", [{"id": ""}, {"text": ""}, {"text": " \n\t"}])
def test_a_document_has_an_id_and_a_text(fields):
    with pytest.raises(InputError):
        replace(DOCUMENT, **fields)


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_the_digest_is_that_of_the_text_alone(text):
    document = Document(id="a", text=text)
    assert document.digest == Document(id="b", text=text, published=date(2014, 12, 31)).digest
    assert document.digest == hashlib.sha256(text.encode()).hexdigest()


def test_a_lone_surrogate_has_a_digest():
    assert Document(id="a", text="\ud800").digest != Document(id="a", text="?").digest


@settings(deadline=None)
@given(st.integers(-5, 20), st.integers(-5, 20))
def test_a_span_is_a_range_that_holds_something(start, end):
    if 0 <= start < end:
        assert len("x" * 20 + "y") >= Span(start=start, end=end).end - start > 0
    else:
        with pytest.raises(InputError):
            Span(start=start, end=end)


spans = st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda pair: Span(start=pair[0], end=sum(pair)))


@settings(deadline=None)
@given(spans, spans)
def test_covering_and_overlapping_are_those_of_the_characters(one, other):
    ours, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.covers(other) == (theirs <= ours)
    assert one.overlaps(other) == other.overlaps(one) == bool(ours & theirs)


@settings(deadline=None)
@given(spans, st.text(max_size=8))
def test_words_have_the_length_of_their_span(span, words):
    if len(words) == span.end - span.start:
        assert Evidence(span=span, text=words, reason="").text == Mention(span=span, text=words).text
        return
    for make in (Mention, lambda **fields: Evidence(reason="", **fields)):
        with pytest.raises(InputError):
            make(span=span, text=words)


@pytest.mark.parametrize(
    ("use", "parent"),
    [
        ("nested", None),
        ("literal", Span(start=0, end=20)),
        ("nested", Span(start=5, end=10)),
        ("nested", Span(start=6, end=20)),
    ],
)
def test_a_nested_mention_lies_inside_a_longer_name(use, parent):
    Mention(span=Span(start=5, end=10), text="Tikri", use="nested", parent=Span(start=0, end=20))
    with pytest.raises(InputError):
        Mention(span=Span(start=5, end=10), text="Tikri", use=use, parent=parent)


@pytest.mark.parametrize(
    "fields",
    [
        {"latitude": 0.0, "longitude": 0.0},
        {"latitude": -0.0, "longitude": 0.0},
        {"latitude": float("nan")},
        {"longitude": float("nan")},
        {"latitude": 90.1},
        {"longitude": -180.1},
        {"latitude": float("inf")},
        {"radius_km": 0.0},
        {"radius_km": float("nan")},
        {"population": -1},
    ],
)
def test_a_place_is_somewhere(fields):
    with pytest.raises(InputError, match="Tehran"):
        replace(TEHRAN, **fields)


@settings(deadline=None)
@given(st.floats(), st.floats())
def test_a_position_is_on_the_globe_or_refused(latitude, longitude):
    on_globe = abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude)
    if on_globe:
        assert replace(TEHRAN, latitude=latitude, longitude=longitude).latitude == latitude
    else:
        with pytest.raises(InputError):
            replace(TEHRAN, latitude=latitude, longitude=longitude)


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan"), float("inf")])
def test_shares_lie_between_none_and_all(share):
    for make in (
        lambda: Candidate(place=TEHRAN, probability=share),
        lambda: Match(place=TEHRAN, quality=share, step="name", matched_name="x", how="x"),
        lambda: replace(EVENT, confidence=share),
        lambda: replace(mention("Tehran"), probability=share),
    ):
        with pytest.raises(InputError):
            make()


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), max_size=4))
def test_candidates_stand_most_probable_first_and_share_one(shares):
    candidates = tuple(Candidate(place=TEHRAN, probability=share) for share in shares)
    if shares == sorted(shares, reverse=True) and sum(shares) <= 1:
        resolution = Resolution(mention=mention("Tehran"), candidates=candidates)
        assert resolution.confidence == max(shares, default=0.0)
        assert resolution.place == (TEHRAN if shares else None)
        assert len(resolution.alternatives) == max(len(shares) - 1, 0)
    elif sum(shares) > 1.001 or shares != sorted(shares, reverse=True):
        with pytest.raises(InputError):
            Resolution(mention=mention("Tehran"), candidates=candidates)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_place_is_no_surer_than_that_it_is_named_at_all(named, meant):
    resolution = Resolution(
        mention=replace(mention("Tehran"), probability=named),
        candidates=(Candidate(place=TEHRAN, probability=meant),),
    )
    assert resolution.confidence == named * meant


@settings(deadline=None)
@given(st.none() | days, st.none() | days, st.sampled_from(["day", "range", "month", "on_or_before"]))
def test_an_interval_is_never_a_false_day(first, last, precision):
    ordered = first is None or last is None or first <= last
    valid = (first or last) and ordered and (precision == "day") == (first == last)
    if valid:
        assert When(first=first, last=last, precision=precision, evidence=EVENT.trigger).first == first
    else:
        with pytest.raises(InputError):
            When(first=first, last=last, precision=precision, evidence=EVENT.trigger)


@settings(deadline=None)
@given(days, st.integers(1, 400))
def test_more_than_a_day_is_no_day(first, length):
    last = first + timedelta(days=length)
    assert When(first=first, last=last, precision="range", evidence=EVENT.trigger).last == last
    with pytest.raises(InputError):
        When(first=first, last=last, precision="day", evidence=EVENT.trigger)


def test_an_unknown_place_is_no_where():
    unresolved = Resolution(mention=mention("Tehran"))
    assert (unresolved.place, unresolved.confidence) == (None, 0.0)
    with pytest.raises(InputError):
        Where(resolution=unresolved, precision="city", radius_km=1.0, evidence=EVENT.trigger)
    with pytest.raises(InputError):
        replace(EVENT.where, radius_km=0.0)


@settings(deadline=None)
@given(numbers, numbers, numbers)
def test_a_count_is_low_then_best_then_high(low, best, high):
    told = [number for number in (low, best, high) if number is not None]
    if told and told == sorted(told) and min(told) >= 0:
        assert Count(low=low, best=best, high=high, evidence=EVENT.trigger).best == best
    else:
        with pytest.raises(InputError):
            Count(low=low, best=best, high=high, evidence=EVENT.trigger)


@pytest.mark.parametrize(
    "fields", [{"status": "maybe"}, {"quotes": ()}, {"quotes": (evidence("On Monday"),)}, {"confidence": 2}]
)
def test_an_event_stands_on_a_quote_that_holds_its_trigger(fields):
    with pytest.raises(InputError):
        replace(EVENT, **fields)


@given(numbers, numbers, numbers)
def test_a_combined_count_is_ordered_as_any_other_is_and_of_two_kinds_at_least(low, best, high):
    told = [number for number in (low, best, high) if number is not None]
    fields = {"low": low, "best": best, "high": high, "evidence": EVENT.trigger}
    if told == sorted(told) and (not told or told[0] >= 0):
        assert Combined(kinds=("killed", "wounded"), **fields).low == low
        with pytest.raises(InputError):
            Combined(kinds=("killed",), **fields)
    else:
        with pytest.raises(InputError):
            Combined(kinds=("killed", "wounded"), **fields)


def test_all_evidence_of_an_event_is_found():
    words = {found.text for found in evidence_of(EVENT)}
    assert words == {
        "killed",
        "Two were killed, an official said.",
        "On Monday",
        "in Tehran",
        "an official",
        "official",
        "Two were killed",
        "Two",
        "were",
    }


def test_a_reading_holds_what_its_text_says():
    reading = Reading(document=DOCUMENT, resolutions=(RESOLUTION,), events=(EVENT,))
    for found in evidence_of(reading.events[0]):
        assert DOCUMENT.text[found.span.start : found.span.end] == found.text


def moved_count(count):
    return replace(count, evidence=moved(count.evidence))


def moved(found):
    return replace(found, span=Span(start=found.span.start + 1, end=found.span.end + 1))


@pytest.mark.parametrize(
    "event",
    [
        replace(EVENT, when=replace(EVENT.when, evidence=moved(EVENT.when.evidence))),
        replace(EVENT, where=replace(EVENT.where, evidence=moved(EVENT.where.evidence))),
        replace(EVENT, actors=(replace(EVENT.actors[0], evidence=moved(EVENT.actors[0].evidence)),)),
        replace(EVENT, claimed_by=moved(EVENT.claimed_by)),
        replace(EVENT, trigger=moved(EVENT.trigger)),
        replace(EVENT, quotes=(*EVENT.quotes, moved(EVENT.when.evidence))),
        replace(EVENT, casualties=replace(EVENT.casualties, combined=moved_count(EVENT.casualties.combined))),
        replace(
            EVENT,
            casualties=Casualties(
                fatalities=replace(EVENT.casualties.fatalities, evidence=moved(EVENT.trigger))
            ),
        ),
    ],
)
def test_a_reading_refuses_words_that_do_not_stand_where_they_say(event):
    with pytest.raises(InputError, match="holds"):
        Reading(document=DOCUMENT, resolutions=(), events=(event,))


@settings(deadline=None)
@given(st.integers(0, len(TEXT) + 10), st.integers(1, 10))
def test_a_mention_stands_where_it_says_or_is_refused(start, length):
    words = "Tehran"[:length]
    resolution = Resolution(mention=Mention(span=Span(start=start, end=start + len(words)), text=words))
    if TEXT[start : start + len(words)] == words:
        assert Reading(document=DOCUMENT, resolutions=(resolution,), events=()).resolutions == (resolution,)
    else:
        with pytest.raises(InputError):
            Reading(document=DOCUMENT, resolutions=(resolution,), events=())
