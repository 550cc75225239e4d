"""The closed word lists as bits of one number a word, so that a judgement can ask for many at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from geomap.recognition import words
from geomap.recognition.given_names import GIVEN_NAMES
from geomap.recognition.organisations import HEADS
from geomap.recognition.persons import TITLES

#: The lists in the order of their bits.
LISTS: Final[dict[str, Collection[str]]] = {
    "function": words.FUNCTION_WORDS,
    "unit": words.UNITS_AFTER,
    "unit_of": words.UNITS_BEFORE,
    "settled": words.SETTLED_AFTER,
    "feature": words.FEATURES,
    "facility": words.FACILITIES,
    "street": words.STREETS,
    "body": HEADS,
    "title": TITLES,
    "given_name": GIVEN_NAMES,
    "never": words.NEVER - words.FUNCTION_WORDS,
    "ordinary": words.ORDINARY,
    "locative": words.LOCATIVE,
    "directional": words.DIRECTIONAL,
    "compass": words.COMPASS,
    "speech": words.SPEECH,
    "time": words.WEEKDAYS | words.MONTHS,
    "movement": words.MOVEMENTS,
    "element": words.ELEMENTS,
    "state": words.STATE_ABBREVIATIONS,
}

#: A word in lower case -> the bits of the lists that hold it; words in none are not in it.
CLASSES: Final[dict[str, int]] = {
    word: sum(1 << bit for bit, members in enumerate(LISTS.values()) if word in members)
    for word in sorted(set().union(*LISTS.values()))
}
