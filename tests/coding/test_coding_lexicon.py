"""The lexicon's loader and the forms of its words."""

from __future__ import annotations

import pytest

from geomap.codes.event_types import event_types
from geomap.coding import lexicon
from geomap.coding.lexicon import groups, triggers
from geomap.coding.lexicon.forms import expand
from geomap.errors import InputError


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("kill/v", {"kill": "base", "kills": "present", "killing": "ing", "killed": "past"}),
        ("seize/v", {"seize": "base", "seizes": "present", "seizing": "ing", "seized": "past"}),
        ("bury/v", {"bury": "base", "buries": "present", "burying": "ing", "buried": "past"}),
        ("stab/vv", {"stab": "base", "stabs": "present", "stabbing": "ing", "stabbed": "past"}),
        ("clash/v", {"clash": "base", "clashes": "present", "clashing": "ing", "clashed": "past"}),
        ("take:took:taken/v",
         {"take": "base", "takes": "present", "taking": "ing", "took": "past", "taken": "participle"}),
        ("hit:hit/vv", {"hit": "past", "hits": "present", "hitting": "ing"}),
        ("come:came:come/v", {"come": "base", "comes": "present", "coming": "ing", "came": "past"}),
        ("bomb/n", {"bomb": "noun", "bombs": "noun"}),
        ("city", {"city": "noun"}),
        ("sit-in/n", {"sitin": "noun", "sitins": "noun"}),
    ],
)  # fmt: skip
def test_entries_give_the_forms_of_their_words(entry, forms):
    assert expand(entry) == forms


def test_every_line_is_of_a_known_type_and_stands_under_its_first_words():
    for word, each in triggers().items():
        for trigger in each:
            assert trigger.type in event_types()
            assert word in trigger.slots[0].words
            assert trigger.weight in {1, 2}


def test_every_group_has_words_and_stands_in_small_letters():
    for name, words in groups().items():
        assert words, name
        assert all(word == word.lower() and "-" not in word for word in words)


@pytest.mark.parametrize(
    "line",
    [
        "battle.armed_clash\tclash/v\t\t\t\t2",
        "battle.nonsense\tclash/v\t\t\t\t\t2",
        "battle.armed_clash\tclash/v\t\t\t@nobody\t\t2",
        "battle.armed_clash\tclash/v\t\t\t\t\tmuch",
        "battle.armed_clash\t\t\t\t\t\t2",
    ],
)
def test_a_bad_line_is_named(monkeypatch, line):
    good = lexicon._lines
    lines = {"triggers.tsv": ["battle.armed_clash\tfirefight/n\t\t\t\t\t2", line]}
    monkeypatch.setattr(lexicon, "_lines", lambda name: lines.get(name) or good(name))
    with pytest.raises(InputError, match=r"triggers\.tsv, entry 2"):
        list(lexicon._read())


def test_a_phrase_leaves_room_between_its_words_and_no_more():
    (trigger,) = [each for each in triggers()["clear"] if each.type == "battle.territory_gov"]
    near = "clear the last men of".split()
    far = "clear one two three four five six seven of".split()
    assert trigger.match(near, 0, len(near)) == (5, 0, "base")
    assert trigger.match(far, 0, len(far)) is None
    assert trigger.match(near, 0, 3) is None
