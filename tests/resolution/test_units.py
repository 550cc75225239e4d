from __future__ import annotations

import pytest

from geomap.model import Mention, Span
from geomap.resolution.units import with_unit


@pytest.mark.parametrize(
    ("text", "widened"),
    [
        ("Diyala province fell", "Diyala province"),
        ("Diyala provinces fell", "Diyala"),
        ("Diyala state-run media", "Diyala"),
        ("Diyala\nprovince", "Diyala"),
        ("Diyala, a province", "Diyala"),
    ],
)
def test_a_unit_word_right_behind_a_name_is_asked_for_with_it(text, widened):
    mention = Mention(span=Span(start=0, end=6), text="Diyala")
    assert with_unit(text, mention).text == widened


def test_a_demonym_has_no_unit():
    mention = Mention(span=Span(start=0, end=5), text="Iraqi", kind="demonym")
    assert with_unit("Iraqi province", mention) is mention
