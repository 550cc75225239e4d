"""The page in a real browser: opened from a file, with the network off."""

from __future__ import annotations

import folium
import map_examples
import pytest
from shapely import box
from test_maps_pages import rendered

from geomap import maps
from geomap.tables import table_from_rows

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("small_world")]


@pytest.fixture
def story(opened):
    return opened(rendered(map_examples.story(), title="A story"))


def shown(page):
    return page.locator("#geomap-count").inner_text()


def listed(page, group):
    items = page.locator(f'details[data-group="{group}"] .geomap-item-title')
    return [item.split("\n")[0] for item in items.all_inner_texts()]


def centre(page, row):
    box = page.locator(f'.geomap-point[data-row="{row}"]').bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def pixels(page, x, y, reach=12):
    """Colours of the events' canvas around a point of the window, as a set of #rrggbb."""
    return set(
        page.evaluate(
            """([x, y, reach]) => {
                const canvas = document.querySelector(".leaflet-geomap-events-pane canvas");
                const box = canvas.getBoundingClientRect();
                const data = canvas.getContext("2d").getImageData(x - box.x - reach, y - box.y - reach, 2 * reach, 2 * reach).data;
                const colors = [];
                for (let at = 0; at < data.length; at += 4) {
                    if (data[at + 3] === 255) colors.push("#" + [0, 1, 2].map((add) => data[at + add].toString(16).padStart(2, "0")).join(""));
                }
                return [...new Set(colors)];
            }""",  # noqa: E501 - a script reads best unbroken
            [x, y, reach],
        )
    )


def test_a_page_opens_with_all_events(story):
    assert story.title() == "A story"
    assert story.locator("h1").inner_text() == "A story"
    assert shown(story) == "9 of 9 events shown"
    assert story.evaluate("document.documentElement.lang") == "en"
    assert "Natural Earth" in story.locator(".leaflet-control-attribution").inner_text()
    assert "#009e73" in pixels(story, *centre(story, 0), reach=30)


def test_a_type_is_switched_off_and_on(story):
    assert "#d55e00" in pixels(story, *centre(story, 7))
    story.locator('[data-type="battle.territory_gov"]').uncheck()
    assert shown(story) == "7 of 9 events shown"
    assert story.locator('.geomap-point[data-row="7"]').count() == 0
    layer = story.locator('[data-layer="battle"]')
    assert layer.evaluate("box => box.indeterminate")
    layer.check()
    assert shown(story) == "9 of 9 events shown"
    layer.uncheck()
    assert shown(story) == "6 of 9 events shown"


def test_all_and_none_of_types_and_periods(story):
    for switch in ("kind", "period"):
        story.locator(f'[data-none="{switch}"]').click()
        assert shown(story) == "0 of 9 events shown"
        assert story.locator("#geomap-message").is_visible()
        story.locator(f'[data-all="{switch}"]').click()
        assert shown(story) == "9 of 9 events shown"
    story.locator('[data-none="kind"]').click()
    story.locator("#geomap-show-all").click()
    assert shown(story) == "9 of 9 events shown"
    assert story.locator("#geomap-message").is_hidden()


def test_a_coarse_date_shows_in_each_period_that_it_touches(story):
    story.locator('[data-none="period"]').click()
    switches = story.locator("[data-period]")
    switches.nth(0).check()
    # The first days of November: a statement of that month, and a death on or before 29 December.
    assert listed(story, "located") == ["Statement", "Combatant killed"]
    switches.last.check()
    assert listed(story, "undated") == ["Aid offer"]


def test_the_time_control_moves_by_steps_and_keys_and_back(story):
    words = story.locator("#geomap-time-words")
    assert words.inner_text() == "1 Nov 2014 – 31 Dec 2014"
    story.locator("#geomap-time-back").click()
    assert words.inner_text() == "29 Dec 2014 – 31 Dec 2014"
    assert shown(story) == "8 of 9 events shown"
    story.locator("#geomap-time-back").click()
    assert words.inner_text() == "22 Dec 2014 – 28 Dec 2014"
    assert listed(story, "located") == ["Combatant killed", "Air strike"]
    # An event without a date has a switch of its own, and no window hides it.
    assert listed(story, "undated") == ["Aid offer"]
    story.locator("#geomap-time-all").click()
    assert shown(story) == "9 of 9 events shown"
    story.locator("#geomap-time-to").focus()
    for _ in range(2):
        story.keyboard.press("ArrowLeft")
    assert words.inner_text() == "1 Nov 2014 – 29 Dec 2014"
    assert shown(story) == "6 of 9 events shown"
    story.locator("#geomap-time-from").focus()
    story.keyboard.press("End")
    assert words.inner_text() == "31 Dec 2014"


def test_time_plays_and_pauses(story):
    play = story.locator("#geomap-time-play")
    play.click()
    assert play.inner_text() == "Pause"
    story.locator("#geomap-time-words", has_text="3 Nov 2014 –").wait_for()
    play.click()
    assert play.inner_text() == "Play"


def test_a_click_on_a_point_opens_its_evidence(story):
    story.mouse.click(*centre(story, 4))
    popup = story.locator("#geomap-evidence")
    popup.wait_for(state="visible")
    text = popup.inner_text()
    assert "On or before 29 December 2014" in text
    assert "An officer was killed." in text
    assert popup.locator("mark").inner_text() == "killed"
    assert "Samarra" in text
    assert "event-5" in text
    link = popup.get_by_role("link")
    assert link.get_attribute("href") == "https://news.example.org/article"
    assert link.get_attribute("rel") == "noopener noreferrer"
    popup.get_by_label("Close").click()
    assert popup.is_hidden()


def settled(page, number):
    """The centre of a point once the map, which moves to make room for a popup, stands still."""
    before = None
    while (now := centre(page, number)) != before:
        before = now
        page.wait_for_timeout(200)
    return now


def test_all_four_events_at_one_point_are_reached_by_pointer(story):
    x, y = settled(story, 0)
    found = set()
    for across, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        story.mouse.click(x + 13 * across, y + 13 * down)
        story.locator("#geomap-evidence").wait_for(state="visible")
        story.wait_for_timeout(100)
        found.add(story.locator("#geomap-evidence").get_attribute("data-event"))
        assert "of 4 here" in story.locator("#geomap-evidence-place").inner_text()
        story.locator("#geomap-evidence-close").click()
        x, y = settled(story, 0)
    assert found == {"event-1", "event-2", "event-3", "event-4"}


def test_all_four_events_at_one_point_are_reached_by_key(story):
    story.locator(".geomap-point").first.focus()
    names = []
    for _ in range(6):
        names.append(story.evaluate("document.activeElement.getAttribute('aria-label')"))
        story.keyboard.press("ArrowRight")
    assert len(set(names)) == 5
    while story.evaluate("document.activeElement.getAttribute('aria-label')") != "Tehran: 4 events":
        story.keyboard.press("ArrowRight")
    story.keyboard.press("Enter")
    popup = story.locator("#geomap-evidence")
    popup.wait_for(state="visible")
    found = []
    for number in range(4):
        story.locator("#geomap-evidence-place", has_text=f"{number + 1} of 4").wait_for()
        found.append(popup.get_attribute("data-event"))
        story.locator("#geomap-evidence-next").press("Enter")
    assert found == ["event-1", "event-2", "event-3", "event-4"]
    story.keyboard.press("Escape")
    assert popup.is_hidden()
    assert story.evaluate("document.activeElement.getAttribute('aria-label')") == "Tehran: 4 events"


def test_many_events_at_one_point_stand_as_one_number(opened):
    rows = [map_examples.row(n, "protest.peaceful", "Tehran", map_examples.TEHRAN) for n in range(30)]
    page = opened(rendered(rows))
    page.mouse.click(*centre(page, 0))
    page.locator("#geomap-evidence").wait_for(state="visible")
    page.locator("#geomap-evidence-previous").click()
    page.locator("#geomap-evidence-place", has_text="30 of 30 here").wait_for()


def test_an_area_opens_where_it_is_clicked(story):
    x, y = centre(story, 5)
    story.mouse.click(x + 45, y + 20)
    story.locator('#geomap-evidence[data-event="event-6"]').wait_for(state="visible")
    assert "somewhere in the province" in story.locator("#geomap-evidence").inner_text()


def test_a_boundary_is_drawn_in_place_of_the_circle(opened):
    [province] = map_examples.story()[5:6]
    page = opened(rendered([province], boundaries=lambda _: box(44, 33, 47, 35)))
    x, y = centre(page, 0)
    page.mouse.click(x + 150, y)
    page.locator("#geomap-evidence").wait_for(state="visible")


def test_events_without_a_place_are_listed_and_open(story):
    assert listed(story, "unlocated") == ["Aid offer"]
    item = story.locator('details[data-group="unlocated"] .geomap-item')
    item.focus()
    story.keyboard.press("Enter")
    popup = story.locator("#geomap-evidence")
    popup.wait_for(state="visible")
    assert "Unknown, so not on the map" in popup.inner_text()
    story.keyboard.press("Escape")
    assert item.evaluate("item => item === document.activeElement")


def test_claims_are_marked(story):
    item = story.locator('.geomap-item[data-row="6"]')
    assert item.locator('[data-status="claimed"]').inner_text() == "claimed"
    item.click()
    story.locator("#geomap-evidence").wait_for(state="visible")
    assert story.locator(".geomap-status").inner_text() == "Claimed, not confirmed"


def test_the_phone_layout(opened):
    page = opened(rendered(map_examples.story(), title="A story with a long title " * 9), 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    toggle = page.locator("#geomap-panel-toggle")
    assert page.locator("#geomap-panel").is_hidden()
    toggle.click()
    assert toggle.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.locator('[data-type="civic.funeral"]').uncheck()
    assert shown(page) == "8 of 9 events shown"
    page.locator('.geomap-item[data-row="5"]').click()
    page.locator("#geomap-evidence").wait_for(state="visible")
    assert page.locator("#geomap-panel").is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_an_empty_page_says_so(opened):
    page = opened(rendered([]))
    assert page.locator("#geomap-message").inner_text() == "No events were found in these texts."
    assert page.locator("#geomap-time").is_hidden()


def test_unlocated_and_undated_events_alone_make_a_page(opened):
    page = opened(rendered(map_examples.story()[8:]))
    assert shown(page) == "1 of 1 event shown"
    assert page.locator("[data-period]").count() == 1


def test_poles_and_antimeridian_do_not_break_the_page(opened):
    corners = [(90, 0), (-90, 10), (65, 179.99), (65, -179.99), (0, 180)]
    rows = [
        map_examples.row(n, "battle.armed_clash", "Far", at, geo_precision="region", radius_km=3000.0)
        for n, at in enumerate(corners)
    ]
    page = opened(rendered(rows))
    assert shown(page) == "5 of 5 events shown"


def test_foliums_own_control_switches_the_same_layers(opened):
    page = maps.page(table_from_rows(map_examples.story()))
    folium.LayerControl(collapsed=False).add_to(page)
    folium.Marker([33, 44]).add_to(page)
    browser = opened(page.get_root().render())
    browser.locator(".leaflet-control-layers label", has_text="Funeral").locator("input").uncheck()
    assert shown(browser) == "8 of 9 events shown"
    assert not browser.locator('[data-type="civic.funeral"]').is_checked()


def test_a_notebook_frame_works(chromium, table):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.set_content(maps.page(table)._repr_html_())
    page.frame_locator("iframe").locator("#geomap-count", has_text="9 of 9").wait_for()
    context.close()
