"""The page of candidates in a real browser: opened from a file, with the network off."""

from __future__ import annotations

import candidate_examples
import pytest
from test_maps_candidates import hostile, rendered
from test_maps_pages import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("small_world")]


@pytest.fixture
def three(opened):
    return opened(rendered(candidate_examples.three(), boundaries=candidate_examples.shape, title="Three"))


def row(page, number):
    return page.locator(f'.geomap-item[data-number="{number}"]')


def pin(page, number):
    return page.locator(f'.geomap-number-icon[aria-label^="{number}: "]')


def chosen(page):
    return page.locator(".geomap-item[aria-current=true]").evaluate_all(
        "rows => rows.map((row) => row.dataset.number)"
    )


def test_the_list_and_the_numbers_come_in_order(three):
    assert three.title() == three.locator("h1").inner_text() == "Three"
    assert three.locator("#geomap-count").inner_text() == "3 places, best first"
    titles = three.locator(".geomap-item-title").all_inner_texts()
    assert titles == ["Samarra", "Qada Samarra", "Tigris"]
    assert three.locator(".geomap-number-icon").all_inner_texts() == ["1", "2", "3"]
    attribution = three.locator(".leaflet-control-attribution").inner_text()
    assert "Natural Earth" in attribution
    assert "GeoNames" in attribution


def test_a_row_opens_its_place_on_the_map(three):
    row(three, 3).click()
    popup = three.locator(".leaflet-popup-content")
    popup.wait_for()
    assert "3. Tigris" in popup.inner_text()
    assert "its course" in popup.inner_text()
    assert chosen(three) == ["3"]
    row(three, 1).click()
    three.locator(".leaflet-popup-content h2", has_text="1. Samarra").wait_for()
    assert chosen(three) == ["1"]


def test_a_number_on_the_map_opens_its_row(three):
    pin(three, 2).click()
    three.locator(".leaflet-popup-content h2", has_text="2. Qada Samarra").wait_for()
    assert chosen(three) == ["2"]
    three.locator(".leaflet-popup-close-button").click()
    assert chosen(three) == []


def test_all_is_reached_by_key(three):
    pin(three, 2).focus()
    three.keyboard.press("Enter")
    three.locator(".leaflet-popup-content h2", has_text="2. Qada Samarra").wait_for()
    row(three, 1).focus()
    three.keyboard.press("Enter")
    three.locator(".leaflet-popup-content h2", has_text="1. Samarra").wait_for()
    assert row(three, 1).evaluate("row => row === document.activeElement")
    three.keyboard.press("Escape")
    three.locator(".leaflet-popup", has_text="1. Samarra").wait_for(state="detached")
    assert chosen(three) == []


def test_numbers_at_one_point_stand_apart(opened):
    matches = [candidate_examples.match(number) for number in range(1, 9)]
    page = opened(rendered(matches))
    boxes = [each.bounding_box() for each in page.locator(".geomap-number-icon").all()]
    centres = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
    gaps = [
        max(abs(x - other_x), abs(y - other_y))
        for at, (x, y) in enumerate(centres)
        for other_x, other_y in centres[:at]
    ]
    assert min(gaps) >= 18
    pin(page, 8).click()
    assert chosen(page) == ["8"]


def test_areas_are_drawn(three):
    drawn = three.evaluate(
        """() => {
            const canvas = document.querySelector(".leaflet-geomap-events-pane canvas");
            const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
            return data.some((value, at) => at % 4 === 3 && value > 0);
        }"""
    )
    assert drawn


def test_the_phone_layout_has_the_list_below_the_map(opened):
    matches = [candidate_examples.match(number, "Samarra " * 9) for number in range(1, 9)]
    page = opened(rendered(matches, title="A long title " * 9), 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    map_box, list_box = (page.locator(each).bounding_box() for each in ("#geomap-main", "#geomap-list"))
    assert map_box["height"] > 250
    assert list_box["y"] >= map_box["y"] + map_box["height"]
    page.locator(".geomap-item").last.click()
    page.locator(".leaflet-popup").wait_for()
    pin(page, 1).dispatch_event("click")
    page.locator(".leaflet-popup-content h2", has_text="1. Samarra").wait_for()
    assert page.locator(".geomap-item").first.bounding_box()["y"] >= map_box["y"] + map_box["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_poles_and_antimeridian_do_not_break_the_page(opened):
    corners = [(90, 0), (-90, 10), (65, 179.99), (65, -179.99), (0, 180)]
    far = [candidate_examples.match(n, at=at, radius_km=3000.0) for n, at in enumerate(corners)]
    page = opened(rendered(far))
    for number in range(1, 6):
        row(page, number).click()
        assert chosen(page) == [str(number)]


def test_an_empty_page_says_so(opened):
    page = opened(rendered([]))
    assert page.locator("#geomap-count").inner_text() == "0 places"


@pytest.mark.parametrize("text", ["".join(HOSTILE), *HOSTILE[:9]])
def test_hostile_text_is_shown_and_not_run(opened, text):
    page = opened(rendered([hostile(text)], title=text))
    page.evaluate("() => { window.alert = () => { throw new Error('text ran') } }")
    page.locator(".geomap-item").click()
    page.locator(".leaflet-popup-content").wait_for()
    assert page.locator("h1").evaluate("title => title.textContent") == text
    assert page.locator(".geomap-item-title").evaluate("title => title.textContent") == text
    assert page.locator(".geomap-place bdi").evaluate("name => name.textContent") == text
    inside = page.locator("#geomap-list, .geomap-place")
    assert inside.locator("a, img, script, svg").count() == 0
