from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re

import folium
import map_examples
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import maps
from geomap.errors import InputError, OutputError, SchemaError
from geomap.maps import leaflet
from geomap.tables import table_from_rows

pytestmark = pytest.mark.usefixtures("small_world")

HOSTILE = (
    "</script><script>alert(1)</script>",
    "`",
    "${alert(1)}",
    "{{ 7 * 191 }}",
    "{% for %}",
    "{# ",
    "{{ ''.__class__.__mro__ }}",
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "'\"><svg onload=alert(1)>",
    "-->",
    "\u202eevil\u202c\u200f",
    "\x00\x1b\ufffe",
    "\ud800",
    "]]>",
    "\u2028\u2029",
)
TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=8), min_size=1, max_size=4).map(
    "".join
)


def rendered(rows, **options):
    return maps.page(table_from_rows(rows), **options).get_root().render()


def block(html, name):
    text = re.search(
        rf'<script type="application/octet-stream" id="geomap-{name}-data">([^<]*)</script>', html
    )[1]
    return json.loads(gzip.decompress(base64.b64decode(text)))


def hostile_rows(text):
    """A row with the text in every field of text that a table has."""
    [first, *_] = map_examples.story()
    words = {name: text for name, value in first.items() if isinstance(value, str)}
    more = (
        "date_text",
        "place_text",
        "relation",
        "casualties_text",
        "actors",
        "targets",
        "claimed_by",
        "place_id",
    )
    quotes = [{"text": text, "start": 0, "end": len(text), "reason": text}]
    others = [{"name": text, "country": text, "admin1": text, "probability": 0.1}]
    fields = {
        **words,
        **dict.fromkeys(more, text),
        "quotes": quotes,
        "alternatives": others,
        "trigger_start": 0,
    }
    return [{**first, **fields, "trigger_end": 1}]


def test_a_page_is_whole(table):
    html = maps.page(table, title="A & B").get_root().render()
    assert html.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>A &amp; B</title>" in html
    assert 'content="width=device-width, initial-scale=1"' in html
    assert leaflet.notice() in html
    assert "Natural Earth" in html
    assert "CC BY 4.0" in html
    assert not re.search(r"<(script|link|img|iframe)[^>]*\b(src|href)=", html)


def test_the_policy_allows_each_script_of_the_page_and_no_more(table):
    html = maps.page(table).get_root().render()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in scripts]
    assert sorted(re.findall(r"'sha256-([^']*)'", policy)) == sorted(digests)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.endswith("img-src data:; base-uri 'none'; form-action 'none'")


def test_the_same_table_gives_the_same_bytes(table, tmp_path):
    pages = maps.page(table), maps.page(table)
    for name, page in zip("ab", pages, strict=True):
        maps.write(page, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_rendering_twice_and_saving_change_nothing(table, tmp_path):
    page = maps.page(table)
    first = page.get_root().render()
    page.save(str(tmp_path / "saved.html"))
    assert page.get_root().render() == first
    assert (tmp_path / "saved.html").read_bytes().decode() == first


def test_an_id_of_32_digits_in_the_title_stays():
    title = "id_" + "0123456789abcdef" * 2
    assert f"<title>{title}</title>" in rendered([], title=title)


def test_a_page_is_a_folium_map_with_a_layer_for_each_type_and_period(table):
    page = maps.page(table)
    assert isinstance(page, folium.Map)
    layers = [child for child in page._children.values() if isinstance(child, folium.map.Layer)]
    assert [layer.switch for layer in layers].count("kind") == 8
    assert [layer.layer_name for layer in layers][-1] == "Date unknown"


def test_a_folium_element_that_needs_the_network_is_refused(table):
    page = maps.page(table)
    folium.GeoJson({"type": "FeatureCollection", "features": []}, name="own").add_to(page)
    assert "geo_json_" in page.get_root().render()
    page.get_root().header.add_child(folium.JavascriptLink("https://cdn.example.org/plugin.js"))
    with pytest.raises(InputError, match=r"plugin\.js from the network"):
        page.get_root().render()


def test_adding_a_link_to_one_map_leaves_the_others_alone():
    with pytest.raises(AttributeError):
        maps.page(table_from_rows([])).add_js_link("more", "more.js")


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(table):
    shown = maps.page(table, title='"><b>')._repr_html_()
    assert shown.count("<") == 2
    assert shown.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"' in shown


def test_no_tiles_no_host_and_tiles_their_host_alone(table):
    html = maps.page(table, tiles="https://{s}.tile.example.org/{z}/{x}/{y}{r}.png").get_root().render()
    hosts = "https://a.tile.example.org https://b.tile.example.org https://c.tile.example.org"
    assert f"img-src data: {hosts};" in html
    assert "Tiles: tile.example.org" in html
    named = maps.page(table, tiles="OpenStreetMap").get_root().render()
    assert "img-src data: https://tile.openstreetmap.org;" in named
    assert "OpenStreetMap" in named


@pytest.mark.parametrize(
    "tiles",
    [
        "No such tiles",
        "Thunderforest.Landscape",
        "ftp://tile.example.org/{z}/{x}/{y}.png",
        "https://tile.example.org",
        "https://tile.example.org/{{ 7 * 191 }}/{z}.png",
        "https://tile.example.org/{% x %}.png",
        "https://tile.example.org/{z}/'><script>.png",
        "https://tile.example.org;script-src *//{z}.png",
    ],
)
def test_tiles_that_cannot_be_used_are_refused(table, tiles):
    with pytest.raises(InputError):
        maps.page(table, tiles=tiles)


def test_a_table_of_another_kind_is_refused(table):
    with pytest.raises(SchemaError):
        maps.page(table.drop(columns="quote"))


def test_a_page_is_written_whole_or_not_at_all(table, tmp_path):
    with pytest.raises(OutputError):
        maps.write(maps.page(table), tmp_path / "missing" / "page.html")
    maps.write(maps.page(table), tmp_path / "page.html")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_hostile_text_is_data_and_nothing_else(text):
    rows = hostile_rows(text)
    html = rendered(rows, title=text)
    plain = rendered(map_examples.story()[:1], title="plain")
    assert html.count("<script") == plain.count("<script")
    assert html.count("<") == plain.count("<")
    assert "1337" not in re.sub(r"<script.*?</script>|<style.*?</style>", "", html, flags=re.DOTALL)
    assert block(html, "evidence")[0]["quotes"] == [["", text[:1], text[1:]]]
    assert block(html, "events")["title"] == text
    # A lone surrogate must not keep the page from being written.
    assert html.encode("utf-8")


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_layer_names_are_safe_in_foliums_own_control(text):
    page = maps.page(table_from_rows(hostile_rows(text)))
    folium.LayerControl().add_to(page)
    html = page.get_root().render()
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == html.count("<script>") == 12
    names = re.search(r"overlays :  \{(.*?)\n\s*\},", scripts[-1], re.DOTALL)[1]
    assert not set(names) & set("<>{}`")


def test_an_empty_table_makes_a_page():
    html = rendered([])
    assert block(html, "events")["kind"] == []
    assert block(html, "background")["borders"] == []


def test_borders_are_drawn_for_the_countries_around_the_events(table):
    assert block(maps.page(table).get_root().render(), "background")["borders"] == [
        [43, 29, 43, 37],
        [55, 25, 55, 39],
    ]
    [samarra] = map_examples.story()[4:5]
    assert block(rendered([samarra]), "background")["borders"][0] == [43, 29, 43, 37]


def test_countries_carry_their_name_and_where_to_write_it():
    far_east, iraq, _ = block(rendered([]), "background")["countries"]
    assert iraq == ["Iraq", [43.5, 33.0], 9.0, [[48, 29, 48, 37, 39, 37, 39, 29, 48, 29]]]
    assert len(far_east[3]) == 2


def test_countries_around_the_events_are_drawn_more_exactly(table):
    _, iraq, iran = block(maps.page(table).get_root().render(), "background")["countries"]
    assert (len(iraq[3][0]), len(iran[3][0])) == (10, 18)
    assert len(block(rendered([]), "background")["countries"][2][3][0]) == 10
