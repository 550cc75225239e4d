from __future__ import annotations

import marisa_trie
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.gazetteer.scan import scan
from geomap.names import fold

NAMES = (
    "samarra",
    "new york",
    "new york city",
    "york",
    "st louis",
    "us",
    "deir ez zor",
    "baghdad",
    "dhuluiya",
)
TRIE = marisa_trie.Trie(NAMES)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in scan(text, TRIE)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shelling hit Samarra on Monday.", ["Samarra"]),
        ("SĀMARRĀ’ fell", ["SĀMARRĀ"]),
        ("in New York City, police", ["New York City", "New York", "York"]),
        ("from New, York", ["York"]),
        ("the U.S. said", ["U.S."]),
        ("St. Louis and St Louis", ["St. Louis", "St Louis"]),
        ("Deir ez-Zor, Deir-ez-Zor", ["Deir ez-Zor", "Deir-ez-Zor"]),
        ("Baghdad's north; Samarran", ["Baghdad"]),
        ("Dhulu'iya was hit", ["Dhulu'iya"]),
        ("New\nYork, New\n\nYork", ["New\nYork", "York", "York"]),
        ("", []),
        ("— ,.", []),
    ],
)
def test_names_are_found_where_they_stand(text, names):
    assert found(text) == names


@given(
    st.lists(
        st.sampled_from([*NAMES, "Samarra", "of", ",", ".", "’", "York", "new", "\n", "İx", "ß"]), max_size=12
    )
)
def test_what_is_found_folds_to_a_name_and_stands_in_order(words):
    text = " ".join(words)
    ranges = list(scan(text, TRIE))
    assert [start for start, _ in ranges] == sorted(start for start, _ in ranges)
    assert all(fold(text[start:end]) in TRIE for start, end in ranges)


@given(st.lists(st.sampled_from([*NAMES, "of", "the", "army"]), max_size=10))
def test_no_name_is_missed(words):
    tokens = " ".join(words).split()
    text = " ".join(tokens)
    spans = {(first, end) for first in range(len(tokens)) for end in range(first + 1, len(tokens) + 1)}
    expected = sum(" ".join(tokens[first:end]) in TRIE for first, end in spans)
    assert len(list(scan(text, TRIE))) == expected
