"""Laws that hold for any text, however hostile."""

from __future__ import annotations

import pytest
from coding_examples import PUBLISHED, code, resolutions
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.coding.coder import code_events
from geomap.model import Document, Reading

WORDS = """
A bomb exploded in Mosul on Monday , killing five soldiers . rebels attacked the army base near Homs " said
" police said that Iraqi troops who were killed when today “ the minister ” praised Iran and Turkey signed
ceasefire after if to seize no 12 civilians by Baghdad : - ' (
""".split()


def read(text):
    document = Document(id="d", text=text, published=PUBLISHED)
    found = resolutions(text)
    # A Reading checks every offset of every event against the text.
    return Reading(document=document, resolutions=found, events=code_events(document, found))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
@settings(max_examples=150, deadline=None)
def test_news_words_in_any_order_give_a_valid_reading(words):
    reading = read(" ".join(words))
    ids = [event.id for event in reading.events]
    assert len(ids) == len(set(ids))


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_valid_reading(text):
    read(text)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_events(words):
    assert code(" ".join(words)) == code(" ".join(words))


HOSTILE = {
    "capitals": "Alpha " * 20_000,
    "killed in": "killed in " * 2_000,
    "bombs": "A bomb exploded in Mosul on Monday and " * 300,
    "quotes": '"' * 5_000 + " said he " + "“" * 5_000,
    "control": "\x00\x01\x07 bomb exploded \x1b[31m in Mosul \x7f",
    "surrogates": "A bomb \ud800 exploded in Mosul \udfff on Monday.",
    "right to left": "\u202eA bomb exploded in Mosul\u202c on Monday \u0642\u062a\u0644.",
    "commas": "killed , " * 2_000,
    "that": "said that " * 5_000,
    "marks": "_" * 1_000 + "\n" + "__ __.",
    "hyphens": "bomb-" * 5_000 + "exploded",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_like_any_other(text):
    assert read(text).document.text == text


def test_an_empty_list_of_places_gives_events_without_places():
    (event,) = code_events(
        Document(id="d", text="A bomb exploded in Mosul on Monday.", published=PUBLISHED), ()
    )
    assert event.where is None
