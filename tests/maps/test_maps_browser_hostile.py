"""Hostile text in a real browser: shown as it stands, and never run."""

from __future__ import annotations

import map_examples
import pytest
from test_maps_pages import HOSTILE, hostile_rows, rendered

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("small_world")]


@pytest.mark.parametrize("text", ["".join(HOSTILE), *HOSTILE[:9]])
def test_hostile_text_is_shown_and_not_run(opened, text):
    page = opened(rendered(hostile_rows(text), title=text))
    page.evaluate("() => { window.alert = () => { throw new Error('text ran') } }")
    page.locator(".geomap-item").first.click()
    page.locator("#geomap-evidence").wait_for(state="visible")
    assert page.locator("blockquote").evaluate("quote => quote.textContent") == text
    assert page.locator("h1").evaluate("title => title.textContent") == text
    assert page.locator("#geomap-evidence a, #geomap-evidence img, #geomap-evidence script").count() == 0


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https:/\\", "//example.org", "http://"]
)
def test_only_web_addresses_become_links(opened, url):
    [first, *_] = map_examples.story()
    page = opened(rendered([{**first, "url": url}]))
    page.locator(".geomap-item").first.click()
    page.locator("#geomap-evidence").wait_for(state="visible")
    assert page.locator("#geomap-evidence a").count() == 0
    assert page.locator("#geomap-evidence .geomap-url").inner_text() == url
