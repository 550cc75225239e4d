from __future__ import annotations

import csv
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from support.running import ROOT, environment, run

sys.path.insert(0, str(ROOT / "benchmarks"))

import gazetteer_coverage
from covering import corpora, events, linked, ucdp
from covering.values import Coverage, FuzzyMatch, Miss, Share

from geomap.errors import InputError
from geomap.model import Match, Place


def place(id_, name, latitude, longitude, *, kind="settlement", country="XA", radius_km=2.0):
    fields = {"admin1": None, "admin2": None, "feature_code": None, "population": None, "source": "test"}
    position = {"latitude": latitude, "longitude": longitude, "radius_km": radius_km}
    known = {name: value for name, value in fields.items() if name in Place.__dataclass_fields__}
    return Place(id=id_, name=name, country=country, kind=kind, **position, **known)


QUALITY = {"name": 1.0, "unit": 0.97, "article": 0.9, "romanisation": 0.75, "fuzzy": 0.4}


class Gazetteer:
    """Names that find (step, place), with no other name tried."""

    def __init__(self, names, shapes=None, demonyms=None):
        self.names, self.shapes, self.demonyms = names, shapes or {}, demonyms or {}

    def __call__(self, name):
        return tuple(match.place for match in self.matches(name))

    def matches(self, name, *, country=None):
        return tuple(
            Match(place=place, quality=QUALITY[step], step=step, matched_name=place.name, how=step)
            for step, place in self.names.get(name, ())
            if country in {None, place.country} and (country or step != "fuzzy")
        )

    def place(self, place_id):
        return {place.id: place for found in self.names.values() for _, place in found}[place_id]

    def boundary(self, place):
        return self.shapes.get(place.id)

    def demonym(self, word):
        return self.demonyms.get(word, ())

    def scan(self, text):
        return [
            (start, start + len(name))
            for name in self.names
            for start in range(len(text))
            if text.startswith(name, start)
        ]


def mention(phrase, latitude=10.0, longitude=20.0, **more):
    fields = {"name": phrase, "geonames_id": "9", "feature_class": "P", "feature_code": "PPL"}
    return corpora.Mention(phrase=phrase, latitude=latitude, longitude=longitude, **(fields | more))


def found(coverage):
    return {share.name: (share.found, share.of) for share in coverage.shares}


def test_a_mention_counts_by_its_id_or_by_the_same_kind_of_place_near():
    near, far = place("gn:1", "Ala", 10.05, 20.0), place("gn:2", "Ala", 10.5, 20.0)
    unit = place("gn:3", "Ala", 10.0, 20.0, kind="admin2")
    mentions = [mention("Ala", geonames_id="2"), mention("Ala"), mention("Ala"), mention("Beb")]
    coverage = linked.linked(mentions, Gazetteer({"Ala": [("name", far), ("name", near), ("name", unit)]}))
    assert list(found(coverage).values()) == [(1, 4), (2, 4), (3, 4), (3, 4)]
    assert [(miss.text, miss.times) for miss in coverage.misses] == [("Beb", 1)]
    other = linked.linked(mentions[1:], Gazetteer({"Ala": [("name", far), ("name", unit)]}))
    assert list(found(other).values()) == [(0, 3)] * 4
    assert [(miss.text, miss.times) for miss in other.misses] == [("Ala", 2), ("Beb", 1)]


def test_the_name_of_the_gazetteer_that_was_linked_to_will_do():
    gazetteer = Gazetteer({"Ala Town": [("name", place("x:1", "Ala", 10.0, 20.0))]})
    assert linked.how_linked(mention("the town", name="Ala Town"), gazetteer) == "near"
    assert linked.how_linked(mention("the town"), gazetteer) == "missed"


def test_a_fuzzy_match_is_no_place_of_the_name():
    gazetteer = Gazetteer({"Ala": [("fuzzy", place("x:1", "Alla", 10.0, 20.0))]})
    assert linked.how_linked(mention("Ala"), gazetteer) == "missed"


@pytest.mark.parametrize(
    ("outline", "how"),
    [
        (shapely.box(15, 5, 25, 15), "extent"),
        (shapely.box(15, 5, 19, 15), "missed"),
        (shapely.LineString([(20.05, 0), (20.05, 30)]), "extent"),
        (shapely.LineString([(20.5, 0), (20.5, 30)]), "missed"),
        (None, "missed"),
    ],
)
def test_an_area_counts_apart_where_it_holds_the_point(outline, how):
    river = mention("Ala", feature_class="H", feature_code="STM")
    water = place("x:1", "Ala", 14.0, 20.0, kind="water")
    assert linked.how_linked(river, Gazetteer({"Ala": [("name", water)]}, {"x:1": outline})) == how


def test_an_area_without_an_outline_has_its_circle_and_a_town_has_none():
    for kind, feature_class, how in (("water", "H", "extent"), ("settlement", "P", "missed")):
        wide = place("x:1", "Ala", 14.0, 20.0, kind=kind, radius_km=500)
        gold = mention("Ala", feature_class=feature_class, feature_code=None)
        assert linked.how_linked(gold, Gazetteer({"Ala": [("name", wide)]})) == how


def test_a_feature_code_asks_for_its_own_level():
    assert linked.kinds_of("A", "ADM1") == ("admin1",)
    assert linked.kinds_of("A", "PCLI") == ("country",)
    assert "settlement" not in linked.kinds_of("A", "ADM4")
    assert linked.kinds_of("P", "PPLA") == ("settlement",)
    assert linked.kinds_of(None, None) == ()


def said(text, sentence="Nothing else."):
    return corpora.EventPlace(text=text, sentence=sentence)


def test_event_places_count_by_step_and_fuzzy_ones_apart():
    gazetteer = Gazetteer(
        {
            "Ala": [("name", place("x:1", "Ala", 1, 1))],
            "al-Beb": [("article", place("x:2", "Beb", 1, 1))],
            "Cec": [("fuzzy", place("x:3", "Cecc", 1, 1))],
            "Xanland": [("name", place("x:4", "Xanland", 2, 2, kind="country"))],
        },
    )
    places = [said("Ala"), said("Ala"), said("al-Beb"), said("Cec", "In Xanland."), said("Cec"), said("Ded")]
    coverage = events.event_places(places, gazetteer)
    shares = found(coverage)
    assert shares["distinct strings found by name"] == (1, 4)
    assert shares["mentions found by name"] == (2, 6)
    assert shares["mentions found by article"] == (1, 6)
    assert shares["distinct strings found, together"] == (2, 4)
    assert shares["mentions found, together"] == (3, 6)
    assert shares["apart: distinct strings found fuzzily only"] == (1, 4)
    assert shares["apart: mentions found fuzzily only"] == (1, 6)
    assert [(match.query, match.place.id, match.km) for match in coverage.fuzzy] == [("Cec", "x:3", None)]
    assert [(miss.text, miss.times) for miss in coverage.misses] == [("Cec", 2), ("Ded", 1)]


def test_a_sentence_names_countries_by_name_and_demonym_but_not_inside_other_names():
    xan = place("x:1", "Xan", 2, 2, kind="country", country="XA")
    yor = place("x:2", "Yor", 2, 2, kind="country", country="YO")
    delta = place("x:3", "Xan Delta", 2, 2, kind="region")
    names = {"Xan": [("name", xan)], "Yor": [("name", yor)], "Xan Delta": [("name", delta)]}
    gazetteer = Gazetteer(names, demonyms={"South Yorian": (yor,), "Xanian": (xan,)})
    assert events.countries_named("Troops left Xan for Yor.", gazetteer) == {"XA", "YO"}
    assert events.countries_named("A raid in the Xan Delta.", gazetteer) == set()
    assert events.countries_named("Three Xanians died.", gazetteer) == {"XA"}
    assert events.countries_named("A South Yorian patrol.", gazetteer) == {"YO"}


def test_incidents_count_by_the_distance_of_any_and_of_the_first_candidate():
    near, far = place("x:1", "Ala", 10.1, 20.0), place("x:2", "Ala", 12.0, 20.0)
    fuzzy = place("x:3", "Beb", 10.0, 20.0)
    gazetteer = Gazetteer({"Ala": [("name", far), ("name", near)], "Bebb": [("fuzzy", fuzzy)]})
    here = {"latitude": 10.0, "longitude": 20.0}
    rows = [
        corpora.Incident(name="Ala town", **here),
        corpora.Incident(name="Ala town", **here),
        corpora.Incident(name="Ala town", latitude=50.0, longitude=20.0),
        corpora.Incident(name="Bebb village", **here),
    ]
    coverage = ucdp.incidents(rows, gazetteer, "XA")
    shares = found(coverage)
    assert shares["events by key: any candidate at all"] == (3, 4)
    assert shares["events by key: any candidate within 25 km"] == (2, 4)
    assert shares["events by key: the first candidate within 25 km"] == (0, 4)
    assert shares["events by key or fuzzily: any candidate within 25 km"] == (3, 4)
    assert shares["distinct names by key: any candidate within 25 km"] == (1, 2)
    assert shares["distinct names by key or fuzzily: the first candidate within 25 km"] == (1, 2)
    assert [(match.query, match.place.id) for match in coverage.fuzzy] == [("Bebb village", "x:3")]
    assert coverage.fuzzy[0].km == pytest.approx(0.0)
    assert {miss.text: miss.detail for miss in coverage.misses} == {
        "Bebb village": "unknown",
        "Ala town": "nearest candidate at 4225 km",
    }
    assert found(ucdp.incidents(rows, gazetteer, "YO"))["events by key: any candidate at all"] == (0, 4)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Hīt town", "Hīt"),
        ("Ala Village", "Ala"),
        ("Townsend", "Townsend"),
        ("Ala district", "Ala district"),
        ("town", "town"),
    ],
)
def test_the_type_behind_a_name_goes(name, bare):
    assert corpora.without_type(name) == bare


TOPONYM = "<toponym><phrase>{}</phrase>{}</toponym>"
GAZTAG = (
    '<gaztag geonameid="7"><name>Ala</name><fclass>P</fclass><fcode>PPL</fcode>'
    "<lat>1.5</lat><lon>-2</lon></gaztag>"
)


def test_linked_mentions_are_those_with_coordinates(tmp_path):
    path = tmp_path / "corpus.xml"
    inside = TOPONYM.format("ala", GAZTAG) + TOPONYM.format("beb", "") + TOPONYM.format("cec", "<gaztag/>")
    path.write_text(f"<articles><toponyms>{inside}</toponyms></articles>", encoding="utf-8")
    (only,) = corpora.linked_mentions(path)
    assert only == mention("ala", 1.5, -2.0, name="Ala", geonames_id="7")


def test_event_places_are_cut_from_their_sentences(tmp_path):
    path = tmp_path / "sentences.jsonl"
    path.write_text('{"text": "In Ala.", "locations": [[3, 6]]}\n{"text": "x", "locations": []}\n')
    assert corpora.event_places(path) == [said("Ala", "In Ala.")]


def test_incidents_are_rows_with_a_name_and_coordinates(tmp_path):
    path = tmp_path / "events.csv"
    path.write_text("where_coordinates,latitude,longitude\n#loc+name,#geo+lat,#geo+lon\nAla,1,2\nBeb,,\n")
    assert corpora.incidents(path) == [corpora.Incident(name="Ala", latitude=1.0, longitude=2.0)]


@pytest.mark.parametrize(
    ("read", "content", "told"),
    [
        (corpora.linked_mentions, None, "cannot be read"),
        (corpora.linked_mentions, "<a>", "no XML of linked toponyms"),
        (corpora.linked_mentions, TOPONYM.format("ala", GAZTAG.replace("1.5", "x")), "no XML of linked"),
        (corpora.event_places, '{"text": "x", "locations": []}\n{}', "line 2"),
        (corpora.incidents, "name,latitude\n", "no column longitude, where_coordinates"),
        (corpora.incidents, "where_coordinates,latitude,longitude\nAla,x,2\n", "line 2"),
    ],
)
def test_what_is_no_corpus_is_told_in_one_sentence(tmp_path, read, content, told):
    path = tmp_path / "corpus"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=told) as caught:
        read(path)
    assert str(path) in str(caught.value)


COVERAGE = Coverage(
    shares=(Share(name="strings", found=1, of=3), Share(name="nothing", found=0, of=0)),
    misses=(Miss(text="Beb", detail="", times=2),),
    fuzzy=tuple(
        FuzzyMatch(
            query=f"q{number}",
            matched_name="Ala",
            how="a letter away",
            place=place(f"x:{number}", "Ala", 1, 2),
            km=km,
        )
        for number, km in enumerate((None, 3.4, 5.0))
    ),
)


def test_tables_tell_shares_and_a_sample_of_the_fuzzy_matches():
    text = gazetteer_coverage.as_text({"toy": COVERAGE}, 3)
    assert text.splitlines()[1].split() == ["strings", "1", "of", "3", "33.3", "%"]
    assert text.splitlines()[2].split() == ["nothing", "0", "of", "0", "-"]
    assert "q1\tAla\tAla (settlement, -, XA, x:1)\t3 km\ta letter away" in text
    assert "fuzzy" not in gazetteer_coverage.as_text({"toy": COVERAGE}, 0)
    assert len(gazetteer_coverage.sample(COVERAGE.fuzzy, 2)) == 2
    assert gazetteer_coverage.sample(COVERAGE.fuzzy, 2) == gazetteer_coverage.sample(COVERAGE.fuzzy, 2)
    figures = json.loads(json.dumps(gazetteer_coverage.as_json(COVERAGE, 1)))
    assert figures["shares"][0] == {"name": "strings", "found": 1, "of": 3, "percent": pytest.approx(100 / 3)}
    assert len(figures["fuzzy"]) == 1


def test_misses_go_to_a_table_outside_the_repository(tmp_path):
    path = tmp_path / "misses.tsv"
    gazetteer_coverage.write_misses(path, {"toy": COVERAGE})
    with path.open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream, delimiter="\t")
    assert (row["corpus"], row["text"], row["times"], row["latitude"]) == ("toy", "Beb", "2", "")
    inside = ROOT / "benchmarks" / "misses.tsv"
    with pytest.raises(SystemExit, match="lies in the repository"):
        gazetteer_coverage.write_misses(inside, {"toy": COVERAGE})
    assert not inside.exists()


def test_a_file_that_is_missing_is_told_in_one_sentence(tmp_path):
    script = ROOT / "benchmarks" / "gazetteer_coverage.py"
    command = (sys.executable, script, "--lgl", tmp_path / "none.xml")
    done = run(*command, cwd=ROOT, env=environment(PYTHONPATH=str(ROOT)), code=1)
    assert done.stderr.decode().count("\n") == 1
    assert str(Path(tmp_path / "none.xml")) in done.stderr.decode()


def test_positions_of_our_own_writing_are_held_to_their_own_radius():
    true = replace(place("x:1", "Ala", 10.05, 20.0), source="editorial", radius_km=10.0)
    false = replace(place("x:2", "Beb", 11.0, 20.0), source="editorial", radius_km=10.0)
    gazetteer = Gazetteer({"Ala": [("name", true)], "Beb": [("name", false)]})
    rows = [corpora.Incident(name=name, latitude=10.0, longitude=20.0) for name in ("Ala", "Beb")]
    shares = found(ucdp.incidents(rows, gazetteer, "XA"))
    assert shares["editorial settlements and sites: within their own radius"] == (1, 2)
