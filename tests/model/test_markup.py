from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

import geomap
from geomap.model import Document, Mention, Reading, Resolution, Span

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60).filter(str.strip)


@given(TEXT, st.lists(st.tuples(st.integers(0, 59), st.integers(1, 10)), max_size=5))
def test_the_marked_text_is_the_text(text, spans):
    resolutions = tuple(
        Resolution(
            mention=Mention(span=Span(start=start, end=start + length), text=text[start : start + length])
        )
        for start, length in sorted(spans)
        if start + length <= len(text)
    )
    reading = Reading(document=Document(id="d", text=text), resolutions=resolutions, events=())
    html = reading._repr_html_()
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text
    assert html.count("<mark") <= len(resolutions)


def test_a_mark_tells_the_place_and_how_sure():
    html = geomap.read("Five died in Tikrit & in <b>Nowhereville</b>.")._repr_html_()
    mark = re.search(r'<mark [^>]*title="([^"]*)">Tikrit</mark>', html)
    assert "Tikrit, Saladin, IQ (0." in mark[1]
    assert "&lt;b&gt;" in html
