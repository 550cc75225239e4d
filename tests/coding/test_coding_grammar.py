"""Clauses, and what the words before a verb say of it."""

from __future__ import annotations

import pytest
from coding_examples import sentence
from hypothesis import given
from hypothesis import strategies as st

from geomap.coding.clauses import clauses
from geomap.coding.grammar import read_verb


def cut(text):
    """The clauses of a sentence as (kind, words)."""
    read = sentence(text)
    return [(each.kind, " ".join(read.keys[each.first : each.stop])) for each in read.clauses]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A bomb exploded in Kabul.", ["main"]),
        ("They buried a man who was killed in Homs.", ["main", "relative"]),
        ("The man, who was killed in Homs, was a cook.", ["main", "relative", "main"]),
        ("Troops left when a bomb exploded.", ["main", "when"]),
        ("Troops left after rebels took the town.", ["main", "after"]),
        ("Police said rebels took the town.", ["main", "reported"]),
        ("Rebels took the town, police said.", ["main", "attribution"]),
        ("Rebels took the town, according to police.", ["main", "attribution"]),
        ("Rebels took the town according to police.", ["main", "attribution"]),
        ("According to police, rebels took the town.", ["attribution", "main"]),
        ("A bomb exploded, killing five people.", ["main", "participle"]),
        ("Police held two men, accused of plotting.", ["main", "relative"]),
        ("Talks end if rebels attack.", ["main", "if"]),
        ("Rebels took the town, but troops held the base.", ["main", "main"]),
        # Near misses: a noun after "after", a list, "as well as", a noun in "-ing".
        ("Troops left after the attack.", ["main"]),
        ("Troops, tanks and planes left.", ["main"]),
        ("Troops as well as rebels left.", ["main"]),
        ("The killing of five people shook Kabul.", ["main"]),
    ],
)
def test_clauses_are_cut_by_their_little_words(text, kinds):
    assert [kind for kind, _ in cut(text)] == kinds


@given(
    st.lists(st.sampled_from("who said that , killing after was and according to rebels took . if".split()))
)
def test_clauses_cover_a_sentence_without_gaps(words):
    found = clauses(words)
    assert [each.first for each in found[1:]] == [each.stop for each in found[:-1]]
    assert sum(each.stop - each.first for each in found) == len(words)


def verb(text, word, form):
    read = sentence(text)
    found = read_verb(read.keys, read.keys.index(word), form, 0)
    return found.tense, found.passive, found.mood


@pytest.mark.parametrize(
    ("text", "word", "form", "expected"),
    [
        ("Rebels attacked the base.", "attacked", "past", ("past", False, "real")),
        ("The base was attacked.", "attacked", "past", ("past", True, "real")),
        ("Men were killed or wounded or arrested.", "arrested", "past", ("past", True, "real")),
        ("A base attacked by rebels burned.", "attacked", "past", ("past", True, "real")),
        ("Rebels had attacked the base.", "attacked", "past", ("past_perfect", False, "real")),
        ("Rebels have attacked the base.", "attacked", "past", ("present_perfect", False, "real")),
        ("Rebels will attack the base.", "attack", "base", ("future", False, "real")),
        ("Rebels might attack the base.", "attack", "base", ("none", False, "modal")),
        ("Rebels did not attack the base.", "attack", "base", ("past", False, "negated")),
        ("Rebels didn't attack the base.", "attack", "base", ("past", False, "negated")),
        ("Rebels did attack the base.", "attack", "base", ("past", False, "real")),
        ("Rebels attack the base.", "attack", "base", ("present", False, "real")),
        ("Rebels often attack the base.", "attack", "base", ("present", False, "habit")),
        ("Rebels came to attack the base.", "attack", "base", ("none", False, "intent")),
        ("Rebels managed at dawn to attack the base.", "attack", "base", ("past", False, "real")),
        ("The raid led officials to quickly deny it.", "deny", "base", ("past", False, "real")),
        ("Rebels have not managed to attack the base.", "attack", "base", ("none", False, "negated")),
        ("Rebels are attacking the base.", "attacking", "ing", ("present", False, "real")),
        ("Rebels were accused of attacking the base.", "attacking", "ing", ("none", False, "intent")),
        ("Police gathered to deter looting.", "looting", "ing", ("none", False, "intent")),
        ("An attack shook the base.", "attack", "noun", ("none", False, "real")),
        ("No attack shook the base.", "attack", "noun", ("none", False, "negated")),
        ("Fears of an attack shook the base.", "attack", "noun", ("none", False, "intent")),
        ("They could face an attack soon.", "attack", "noun", ("none", False, "modal")),
        ("A failed attack shook the base.", "attack", "noun", ("none", False, "intent")),
    ],
)
def test_the_words_before_a_verb_tell_its_tense_voice_and_mood(text, word, form, expected):
    assert verb(text, word, form) == expected
