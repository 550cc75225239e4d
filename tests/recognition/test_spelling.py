"""Groups of letters and their sums."""

from __future__ import annotations

from geomap.recognition.spelling import letters, spelling


def test_a_word_has_its_beginnings_its_ends_and_its_threes():
    assert list(letters("ab", "1")) == ["1^ab", "1ab$", "1^ab$", "1^ab$", "^ab", "ab$"]


def test_a_name_is_worth_its_first_and_its_last_word():
    spelt = spelling({"1^ne": 1024, "2rk$": 2048, "ew$": 512}, -1024)
    assert spelt("new", "york") == 16 * 5 // 2
    assert spelt("other", "words") == -16


def test_what_letters_tell_is_bounded_however_long_the_word():
    spelt = spelling({"aaa": 9_000}, 0)
    assert spelt("a" * 100_000, "a" * 100_000) == 160
