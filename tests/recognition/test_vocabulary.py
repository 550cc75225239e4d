"""What the shipped vocabulary tells of words."""

from __future__ import annotations

import pytest

from geomap.recognition.vocabulary import CLUSTERS, RAREST, Usage, usages


@pytest.fixture(scope="module")
def usage():
    return usages()


def test_words_of_one_use_share_a_cluster(usage):
    assert usage("Texas").cluster == usage("Ohio").cluster != 0
    assert 0 < usage("Texas").cluster < CLUSTERS


def test_capitals_tell_names_from_words(usage):
    assert usage("Baghdad").capital > 0 > usage("Commerce").capital
    assert usage("commerce").capital == usage("Commerce").capital
    assert usage("said").rarity < usage("Baghdad").rarity


def test_a_word_in_capitals_has_the_cluster_of_its_name(usage):
    assert usage("WYOMING").cluster == usage("Wyoming").cluster


@pytest.mark.parametrize("word", ["qzxqzx", "", "\ud800", "…"])
def test_an_unknown_word_is_as_rare_as_can_be(usage, word):
    assert usage(word)[1] == RAREST or word == "…"
    assert isinstance(usage(word), Usage)
