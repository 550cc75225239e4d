"""The classifier: its features, its weights, and verdicts that are the same everywhere."""

from __future__ import annotations

from importlib.resources import files

import pytest
from coding_examples import document
from hypothesis import given
from hypothesis import strategies as st

from geomap.codes.event_types import event_types
from geomap.coding.classifier import features, verdicts
from geomap.coding.classifier.features import stem
from geomap.coding.classifier.verdicts import NONE, weight_of
from geomap.coding.classifier.weights import weights
from geomap.coding.sentence import read_sentences


def verdict(text: str):
    (read,) = read_sentences(document(text))
    return verdicts((read,), [()])[0]


def test_forms_of_a_word_have_one_stem_and_numbers_are_one():
    assert {stem(word) for word in ("attack", "attacks", "attacked", "attacking", "attackers")} == {"attack"}
    assert stem("42") == stem("1,500") == "#"
    assert stem("red") == "red"


def test_features_are_words_ideas_and_what_stands_beside_them():
    found = features(["rebels", "shelled", "a", "camp"], ["remote_violence.shelling"])
    assert {"word:shell", "@armed", "@armed shell", "trigger:remote_violence.shelling"} <= found
    assert "word:a" in found
    assert not any(name.endswith(" a") for name in found)


def test_little_words_do_not_part_what_stands_beside():
    assert "@armed camp" in features(["rebels", "in", "the", "camp"], [])
    assert "@armed camp" not in features("rebels saw grey old camp".split(), [])


def test_every_type_but_none_is_one_of_the_table_and_weights_are_whole():
    known = weights()
    assert set(known.types) - {NONE} == set(event_types())
    assert len(known.start) == len(known.types)
    assert all(0 <= number < len(known.types) for each in known.features.values() for number, _ in each)


def test_the_weights_stay_small():
    assert len((files("geomap.coding.classifier") / "weights.tsv").read_bytes()) < 2_000_000


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("protest.peaceful", "Hundreds of pensioners marched through the town with placards."),
        ("remote_violence.chemical", "Doctors treated villagers who had breathed chlorine gas from a bomb."),
        (NONE, "The orchestra plays Brahms on Thursday evening."),
    ],
)
def test_a_plain_sentence_has_its_type(kind, text):
    assert verdict(text).best == kind


def test_shares_add_up_and_an_unknown_type_has_none():
    told = verdict("Rebels shelled the camp.")
    assert sum(told.shares.values()) == pytest.approx(1.0, abs=0.05)
    assert told.share("weather.rain") == 0.0


def test_a_neighbour_is_heard_but_less_than_the_sentence():
    alone = verdict("Six people died.").share("remote_violence.shelling")
    pair = read_sentences(document("Mortar shells fell on the camp. Six people died."))
    beside = verdicts(pair, [(), ()])
    assert beside[1].share("remote_violence.shelling") > alone
    assert beside[0].share("remote_violence.shelling") > beside[1].share("remote_violence.shelling")


def test_a_word_speaks_for_its_type():
    assert weight_of("grenade", "remote_violence.grenade") > weight_of("grenade", "protest.peaceful")


@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_gets_verdicts(text):
    read = read_sentences(document(text))
    assert len(verdicts(read, [() for _ in read])) == len(read)


def test_features_of_numbers_are_read_though_their_lines_look_like_comments():
    known = weights()
    assert any(feature.startswith("# ") for feature in known.features)
    assert not any("\t" in feature or "training" in feature for feature in known.features)
