"""The tagger: sums that are exact, scores that no window changes, weights that fit the inputs."""

from __future__ import annotations

import numpy as np
import pytest

from geomap.model import Document
from geomap.recognition.classes import LISTS
from geomap.recognition.reading import read_document
from geomap.recognition.sentence import read_sentences
from geomap.recognition.standing import standings
from geomap.recognition.tagging import tagger as module
from geomap.recognition.tagging.inputs import (
    CANDIDATE_FIELDS,
    FLAGS,
    PLACE_FIELDS,
    candidate_numbers,
    flag_numbers,
    place_numbers,
)
from geomap.recognition.tagging.laid import laid
from geomap.recognition.tagging.network import APART, MOST, PARTS, Layer, bounded
from geomap.recognition.tagging.shipped import shipped_tagger
from geomap.recognition.tagging.word_inputs import WORD_FIELDS, word_numbers
from geomap.recognition.vocabulary import usages

TEXT = (
    "BAGHDAD (AP) - Clashes near Mosul killed two soldiers, Gen. Jack Houston said. "
    "The mayor of Tal Afar spoke."
)


@pytest.fixture(scope="module")
def read(gazetteer):
    known = standings(gazetteer)
    return lambda text: read_document(read_sentences(Document(id="1", text=text)), known)


def scores(document):
    found = shipped_tagger()(document)
    names = [each.name for one in document.sentences for each in one.candidates]
    return dict(zip(names, found, strict=True))


def test_places_score_above_persons_and_bodies(read):
    found = scores(read(TEXT))
    assert min(found["BAGHDAD"], found["Mosul"], found["Tal Afar"]) > 0
    assert max(found["Jack"], found["Houston"], found["AP"]) < 0


def test_a_place_that_no_gazetteer_holds_is_told_by_the_words_about_it(read):
    found = scores(read("A bomb went off in the village of Qarzubad on Monday. Mr. Qarzubadi was not hurt."))
    assert found["Qarzubad"] > 0 > found["Qarzubadi"]


def test_scores_do_not_depend_on_where_a_window_ends(read, monkeypatch):
    document = read(" ".join([TEXT] * 6))
    whole = shipped_tagger()(document)
    monkeypatch.setattr(module, "_WINDOW", 7)
    assert shipped_tagger()(document) == whole


def test_a_document_without_candidates_has_no_scores(read):
    assert shipped_tagger()(read("nothing happened here.")) == []
    assert shipped_tagger()(read("1")) == []


@pytest.mark.parametrize("text", ["\x00A \ud800B In Mosul", "A" * 100_000, "Ab " * 5_000, "I\u0307n Moſul ﬁ"])
def test_any_text_is_scored(read, text):
    document = read(text)
    assert len(shipped_tagger()(document)) == sum(len(one.candidates) for one in document.sentences)


def test_a_layer_adds_and_scales_in_whole_numbers():
    layer = Layer(np.array([[3.0], [-1.0]], np.float32), np.array([2.0], np.float32), 4)
    assert layer(np.array([[2, 2], [3, 5]], np.float32)).ravel().tolist() == [2.0, 2.0]
    assert bounded(np.array([-1, 5, 2000], np.float32)).tolist() == [0, 5, MOST]


def test_no_sum_of_the_shipped_weights_leaves_the_numbers_that_floats_hold():
    tagger = shipped_tagger()
    network, tables = tagger._network, tagger._tables
    known = np.abs(tables.candidates).max(axis=1)
    for layer in (*network.convolutions, network.span, network.company, network.hidden, network.answer):
        most = np.abs(layer.weights.astype(np.int64)).sum(axis=0) * MOST + np.abs(layer.added).astype(
            np.int64
        )
        more = len(CANDIDATE_FIELDS) * int(known.max()) if layer is network.span else 0
        assert int(most.max()) + more < 2**24
        assert layer.parts & (layer.parts - 1) == 0
    assert PARTS % 16 == 0


def test_the_shipped_tables_have_a_row_for_each_value():
    tables = shipped_tagger()._tables
    assert len(tables.words) == sum(WORD_FIELDS.values())
    assert len(tables.places) == sum(PLACE_FIELDS.values())
    assert len(tables.candidates) == sum(CANDIDATE_FIELDS.values())
    assert len(tables.flags) == len(FLAGS)
    assert len(tables.lists) == len(LISTS)


@pytest.mark.parametrize(
    "word", ["Mosul", "mosul", "USA", "1,200", "—", "al", "\ud800", "\x00", "McDonald", "Q7"]
)
def test_the_numbers_of_a_word_are_within_the_fields(word):
    numbers = word_numbers(word, {"al": 4095}, usages())
    assert len(numbers) == len(WORD_FIELDS)
    assert all(0 <= number < size for number, size in zip(numbers, WORD_FIELDS.values(), strict=True))


def test_the_numbers_of_words_and_candidates_are_within_the_fields(read):
    document = read(TEXT)
    for one in document.sentences:
        for rows, fields in (
            (place_numbers(one), PLACE_FIELDS),
            (candidate_numbers(one.candidates), CANDIDATE_FIELDS),
        ):
            sizes = list(fields.values())
            assert all(0 <= number < sizes[at] for row in rows for at, number in enumerate(row))
        assert len(place_numbers(one)) == len(flag_numbers(one, document)) == len(one.sentence)


def test_rows_of_no_word_keep_sentences_apart(read):
    found = laid(read("He fled Mosul. She left Basra."))
    assert found.texts[:APART] == found.texts[-APART:] == [""] * APART
    assert len(found.texts) == len(found.places) == len(found.flags)
    assert [found.texts[at] for at in found.starts] == [each.name for each in found.candidates]


def test_the_flags_of_words_say_how_they_are_written(read):
    document = read("US-led forces left Iraqi towns.")
    (one,) = document.sentences
    flags = dict(zip(one.sentence.lowers, flag_numbers(one, document), strict=True))

    def said(word):
        return {name for bit, name in enumerate(FLAGS) if flags[word] >> bit & 1}

    assert said("us") == {"first", "opens", "glued_after", "capital", "all_capitals"}
    assert said("led") == {"glued", "in_small"}
    assert said("iraqi") == {"capital", "demonym"}
