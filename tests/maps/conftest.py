from __future__ import annotations

import os
import shutil

import map_examples
import pytest

from geomap.gazetteer import basemap
from geomap.maps import background
from geomap.tables import table_from_rows

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def missing(what):
    """Skip for want of a tool; where everything must run, fail."""
    if os.environ.get("GEOMAP_STRICT") == "1":
        pytest.fail(f"{what} is not installed, and GEOMAP_STRICT=1 asks for it.")
    pytest.skip(f"{what} is not installed.")


@pytest.fixture(scope="module")
def small_world():
    """A basemap of three boxes: quick, and known to the last corner."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(basemap, "countries", map_examples.small_world)
        patch.setattr(basemap, "admin1_borders", map_examples.small_borders)
        patch.setattr(background, "open_gazetteer", map_examples.SmallGazetteer)
        yield


@pytest.fixture
def table():
    return table_from_rows(map_examples.story())


@pytest.fixture(scope="session")
def node():
    return shutil.which("node") or missing("node")


@pytest.fixture(scope="session")
def chromium():
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("Chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - heavy, and of no use without Chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, tmp_path):
    """Open a page from a file, offline; at the end no request and no complaint may have been seen."""
    contexts, seen = [], []

    def open_page(html, width=1280, height=800):
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = chromium.new_context(viewport={"width": width, "height": height}, offline=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: seen.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (seen.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: request.url != path.as_uri() and seen.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-geomap=ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert seen == []
