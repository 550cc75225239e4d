from __future__ import annotations

import base64
import hashlib
import re

import candidate_examples
import folium
import pytest
from hypothesis import given, settings
from shapely import MultiPolygon, box
from test_maps_pages import TEXTS, block

from geomap import maps

pytestmark = pytest.mark.usefixtures("small_world")


def rendered(matches, **options):
    return maps.candidates_page(matches, **options).get_root().render()


def places(matches, **options):
    return block(rendered(matches, **options), "candidates")["places"]


def hostile(text):
    """A match with the text in every field of text that it has."""
    words = dict.fromkeys(("country", "admin1", "admin2", "kind", "feature_code", "source"), text)
    return candidate_examples.match(text, text, how=text, matched_name=text, step=text, **words)


def test_a_page_is_a_folium_map_and_whole():
    page = maps.candidates_page(candidate_examples.three(), title="A & B")
    html = page.get_root().render()
    assert isinstance(page, folium.Map)
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>A &amp; B</title>" in html
    assert "Natural Earth" in html
    assert "CC BY 4.0" in html
    assert not re.search(r"<(script|link|img|iframe)[^>]*\b(src|href)=", html)
    assert page.get_root().render() == html == rendered(candidate_examples.three(), title="A & B")


def test_the_policy_allows_the_scripts_of_the_page_and_no_other():
    html = rendered(candidate_examples.three())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digests = {base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in scripts}
    assert digests == set(re.findall(r"'sha256-([^']*)'", policy))
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.endswith("img-src data:; base-uri 'none'; form-action 'none'")


def test_places_keep_their_order_and_say_what_they_are():
    town, district, river = places(candidate_examples.three())
    assert [each["name"] for each in (town, district, river)] == ["Samarra", "Qada Samarra", "Tigris"]
    assert town["point"] == [43.9, 34.2]
    assert town["kind"] == "settlement (PPL)"
    assert town["units"] == "Samarra District, Saladin, Iraq"
    assert town["lines"] == ["Population 158,508", "Match 1.00: the name", "GeoNames cities500"]
    assert district["lines"][:2] == ["Population not told", "Match 1.00: the name (“samarra”)"]
    assert (river["kind"], river["units"]) == ("water", "in no one country")
    facts = dict(town["facts"])
    assert facts["Position"] == "34.20000, 43.90000"
    assert facts["Extent"] == "radius about 4 km"
    assert facts["Id"] == "gn:1"


def test_a_boundary_or_a_course_is_drawn_in_place_of_the_circle():
    town, district, river = places(candidate_examples.three(), boundaries=candidate_examples.shape)
    assert town["area"] == {"center": [43.9, 34.2], "radius_km": 4.0}
    assert len(district["area"]["rings"]) == 1
    assert district["bounds"] == [[33.9, 43.5], [34.6, 44.3]]
    assert dict(district["facts"])["Extent"] == "its boundary"
    assert river["area"]["lines"] == [[44.0, 34.0, 46.0, 32.0]]
    assert river["bounds"] == [[32.0, 44.0], [34.0, 46.0]]
    assert dict(river["facts"])["Extent"] == "its course"


def test_without_a_boundary_the_view_holds_the_circle():
    [circle] = places([candidate_examples.match(radius_km=111.2)])
    (south, west), (north, east) = circle["bounds"]
    assert south == pytest.approx(33.2, abs=0.01)
    assert north == pytest.approx(35.2, abs=0.01)
    assert west < 42.9 + 0.01
    assert east > 44.9 - 0.01


def test_a_country_across_the_antimeridian_opens_at_its_largest_part():
    halves = MultiPolygon([box(170, -20, 180, -10), box(-180, -20, -179, -10)])
    [island] = places([candidate_examples.match(at=(-17, 178))], boundaries=lambda _: halves)
    assert island["bounds"] == [[-20.0, 170.0], [-10.0, 180.0]]
    assert len(island["area"]["rings"]) == 2


@pytest.mark.parametrize("at", [(90, 0), (-90, 10), (65, 179.99), (65, -180), (0, 180)])
def test_poles_and_antimeridian_give_finite_bounds(at):
    [place] = places([candidate_examples.match(at=at, radius_km=30_000.0)])
    (south, _), (north, _) = place["bounds"]
    assert -85 <= south <= north <= 85


def test_no_places_make_an_empty_page():
    html = rendered([])
    assert block(html, "candidates") == {
        "title": "Places found",
        "order": "best first",
        "places": [],
        "unplaced": [],
    }
    assert block(html, "background")["borders"] == []


def test_the_basemap_is_exact_around_places_far_apart():
    both = [candidate_examples.match(1), candidate_examples.match(2, at=(65, 175), country=None)]
    background = block(rendered(both), "background")
    assert background["borders"] == [[43, 29, 43, 37]]
    near_iran = block(rendered([candidate_examples.match(at=(32, 55))]), "background")
    detail = {country[0]: len(country[3][0]) for country in near_iran["countries"]}
    assert detail == {"Far East": 10, "Iraq": 10, "Iran": 18}


@given(TEXTS)
@settings(max_examples=60)
def test_hostile_text_is_data_and_nothing_else(text):
    html = rendered([hostile(text)], title=text)
    plain = rendered([candidate_examples.match()], title="plain")
    assert html.count("<script") == plain.count("<script")
    assert html.count("<") == plain.count("<")
    assert "1337" not in re.sub(r"<script.*?</script>|<style.*?</style>", "", html, flags=re.DOTALL)
    candidates = block(html, "candidates")
    assert candidates["title"] == text
    assert candidates["places"][0]["name"] == text
    assert html.encode("utf-8")


def test_the_page_is_written_whole(tmp_path):
    maps.write(maps.candidates_page(candidate_examples.three()), tmp_path / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_of_events_stays_without_the_scripts_of_candidates(table):
    assert "openCandidates" not in maps.page(table).get_root().render()
