"""Which of a sentence's places is the place of a deed: what is counted with, and what the weights say."""

from __future__ import annotations

import pytest
from coding_examples import document, resolutions

from geomap.coding.linking import shipped_linker, spots
from geomap.coding.linking.features import NUMBERS, WORDS, rows
from geomap.coding.linking.linker import COLUMNS, Linker, matrix
from geomap.coding.linking.spots import listed_with
from geomap.coding.sentence import read_sentences
from geomap.forest import Forest


def read(text):
    (sentence,) = read_sentences(document(text))
    return sentence, spots(sentence, resolutions(text))


def numbers(text, verb):
    sentence, places = read(text)
    found = rows(sentence, sentence.keys.index(verb), places)
    return [dict(zip(NUMBERS, map(int, row.numbers), strict=True)) for row in found]


def test_demonyms_are_no_places_of_deeds():
    _, places = read("Iraqi troops entered Mosul.")
    assert [each.place.name for each in places] == ["Mosul"]


def test_where_a_place_stands_to_the_verb_is_counted():
    mosul, baghdad = numbers("Gunmen in Mosul attacked a convoy from Baghdad.", "attacked")
    assert (mosul["distance"], baghdad["distance"]) == (-1, 4)
    assert (mosul["places"], mosul["other_side"], mosul["rank"], baghdad["rank"]) == (2, 1, 0, 1)
    assert mosul["preposition"] != baghdad["preposition"]
    assert baghdad["governor_after_verb"] == 1


def test_a_plain_object_is_governed_by_the_verb():
    (aleppo,) = numbers("Jets bombed Aleppo on Monday.", "bombed")
    (homs,) = numbers("Jets bombed positions near Homs on Monday.", "bombed")
    assert (aleppo["is_governed_by_verb"], homs["is_governed_by_verb"]) == (1, 0)
    assert homs["relation"] > 0


def test_what_holds_another_place_is_known_for_it():
    baqubah, diyala = numbers("A bomb exploded in Baqubah in Diyala province.", "exploded")
    assert (baqubah["lies_in_next"], diyala["previous_lies_in"]) == (1, 1)
    assert (baqubah["finest"], diyala["finest"]) == (1, 0)


def test_capitalised_words_are_not_known_one_by_one():
    sentence, places = read("Yesterday Smith Jones shelled Mosul Airport.")
    (row,) = rows(sentence, sentence.keys.index("shelled"), places)
    told = dict(zip(WORDS, row.words, strict=True))
    assert told["verb"] == "shelled"
    assert (told["before_verb"], told["after"]) == ("^", "^")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bombs exploded in Mosul, Samarra and Tikrit.", ["Mosul", "Samarra", "Tikrit"]),
        ("Bombs exploded in Mosul and Samarra.", ["Mosul", "Samarra"]),
        ("Bombs exploded in Mosul, Iraq.", []),
        ("Bombs exploded in Mosul, said people in Samarra and Tikrit.", []),
    ],
)
def test_a_list_is_kept_together(text, names):
    sentence, places = read(text)
    assert [each.place.name for each in listed_with(sentence, places, 0)] == names


def test_a_forest_that_knows_nothing_chooses_nothing_and_one_that_is_sure_all():
    sentence, places = read("Jets bombed Aleppo and Homs.")
    weights = {name: {} for name in WORDS}
    for base, count in ((-2048, 0), (2048, 2)):
        forest = Forest(base, [[(0, 0)]], [[0, 0]])
        assert len(Linker(weights, forest).chosen(sentence, 1, places)) == count


def test_a_word_that_was_not_learnt_weighs_nothing():
    sentence, places = read("Jets bombed Aleppo.")
    found = rows(sentence, 1, places)
    table = matrix(found, {name: {"bombed": 7} for name in WORDS})
    assert table.shape == (1, len(COLUMNS))
    told = dict(zip(COLUMNS, table[0].tolist(), strict=True))
    assert (told["word_verb"], told["word_verb_and_after"]) == (7, 0)


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        ("Jets bombed Aleppo on Monday.", "bombed", "Aleppo"),
        ("Gunmen killed five people in Mosul on Monday, officials in Baghdad said.", "killed", "Mosul"),
        ("In Kunduz, fighters attacked a post after leaving Kabul.", "attacked", "Kunduz"),
    ],
)
def test_the_shipped_weights_choose_the_place_that_readers_would(text, verb, name):
    sentence, places = read(text)
    chosen = shipped_linker().chosen(sentence, sentence.keys.index(verb), places)
    assert chosen[0].place.name == name
