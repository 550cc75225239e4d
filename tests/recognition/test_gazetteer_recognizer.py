"""Toponym recognition, rule by rule, each with its near misses, and the laws that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.model import Document
from geomap.recognition import gazetteer_recognizer


def found(gazetteer, text):
    return gazetteer_recognizer(gazetteer)(Document(id="d", text=text))


def shown(gazetteer, text):
    """The mentions of a text as (text, use) pairs; demonyms apart."""
    return [(mention.text, mention.use) for mention in found(gazetteer, text) if mention.kind == "name"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb went off in Mosul on Friday.", ["Mosul"]),
        ("Shells fell on villages near Deir ez-Zor and Tal Afar.", ["Deir ez-Zor", "Tal Afar"]),
        ("The convoy reached Ras al-Ain at noon.", ["Ras al-Ain"]),
        ("Clashes went on in Diyala province.", ["Diyala"]),
        ("He spoke to soldiers in North Khorassan province.", ["North Khorassan"]),
        ("Troops entered St. Louis, Missouri, at dawn.", ["St. Louis", "Missouri"]),
        ("A fire burned in Butler County for a week.", ["Butler County"]),
        ("They travelled from Iraq to the United Arab Emirates.", ["Iraq", "United Arab Emirates"]),
    ],
)
def test_finds_the_longest_names_with_their_units(gazetteer, text, names):
    assert [name for name, _ in shown(gazetteer, text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen attacked the town of Qarbizan on Friday.", "Qarbizan"),
        ("Rebels shelled Qarbizan village overnight.", "Qarbizan"),
        ("Two men were shot dead near Qarbizan.", "Qarbizan"),
    ],
)
def test_finds_a_name_that_no_gazetteer_holds_where_the_words_beside_it_say_so(gazetteer, text, name):
    assert (name, "literal") in shown(gazetteer, text)


def test_leaves_an_unknown_capitalised_word_that_nothing_announces(gazetteer):
    assert shown(gazetteer, "Then Qarbizan laughed and the crowd left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton opened the show.",
        "The talks were led by President Jordan yesterday.",
        "Gen. Hamid Tabriz gave a speech.",
        "Sarah Houston, 41, was arrested.",
        "John F. Kennedy was remembered.",
    ],
)
def test_leaves_names_of_persons(gazetteer, text):
    assert shown(gazetteer, text) == []


def test_leaves_the_surname_of_a_person_already_named(gazetteer):
    text = "Chris Houston won the race. Houston thanked his family. The race was held in Dallas."
    assert [name for name, _ in shown(gazetteer, text)] == ["Dallas"]


def test_takes_a_city_that_a_person_is_in(gazetteer):
    assert [name for name, _ in shown(gazetteer, "Karim Nouri was killed in Paris.")] == ["Paris"]


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("The Baghdad Operations Command issued a statement.", "Baghdad", "Baghdad Operations Command"),
        ("Students of the University of Kirkuk marched.", "Kirkuk", "University of Kirkuk"),
        ("The Islamic State of Iraq claimed it.", "Iraq", "Islamic State of Iraq"),
        ("Sheikhs of the al-Anbar Salvation Council met.", "al-Anbar", "al-Anbar Salvation Council"),
        ("He fought in the Iran-Iraq war as a boy.", "Iran", "Iran-Iraq war"),
    ],
)
def test_marks_toponyms_within_longer_names(gazetteer, text, name, parent):
    mention = next(mention for mention in found(gazetteer, text) if mention.text == name)
    assert mention.use == "nested"
    assert mention.parent is not None
    assert text[mention.parent.start : mention.parent.end] == parent


def test_a_body_named_without_capitals_holds_no_nested_toponym(gazetteer):
    assert shown(gazetteer, "Police in Mosul said so.") == [("Mosul", "literal")]


@pytest.mark.parametrize(
    ("text", "demonyms"),
    [
        ("Iraqi and Iranian officers met two Syrians.", ["Iraqi", "Iranian", "Syrians"]),
        ("A Syrian-backed group fled.", ["Syrian"]),
        ("South Korean ships left.", ["South Korean"]),
    ],
)
def test_tells_demonyms_from_names(gazetteer, text, demonyms):
    assert [mention.text for mention in found(gazetteer, text) if mention.kind == "demonym"] == demonyms


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tehran said it would not talk.", "Tehran"),
        ("Ties with Baghdad have improved.", "Baghdad"),
        ("Iran and Iraq on Tuesday signed an accord.", "Iran"),
        ("Iran and Iraq on Tuesday signed an accord.", "Iraq"),
        ("Iran will continue training them.", "Iran"),
        ("He called it the Tehran-Damascus security pact.", "Damascus"),
        ("He praised them, describing Tehran as a reliable partner.", "Tehran"),
        ("They relied on Iran's support.", "Iran"),
        ("US officials denied it.", "US"),
    ],
)
def test_marks_metonyms(gazetteer, text, name):
    assert (name, "metonym") in shown(gazetteer, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A man in Tehran said he heard it.", "Tehran"),
        ("Baghdad remained untouched by the storm.", "Baghdad"),
        ("They sought to surround Baghdad last year.", "Baghdad"),
        ("They entered Iraq's capital.", "Iraq"),
        ("Bombs fell across Syria and Iraq.", "Iraq"),
    ],
)
def test_leaves_literal_uses(gazetteer, text, name):
    assert (name, "literal") in shown(gazetteer, text)


@pytest.mark.parametrize(
    "text",
    [
        "Of the men, most were nice.",
        "Police said on Monday in March that Islam forbids it.",
        "Reading is hard. Most people agree. Nice idea, General.",
        "The ECB and NATO met.",
        "I'll go, and I’d stay.",
    ],
)
def test_leaves_ordinary_words_that_are_also_places(gazetteer, text):
    assert shown(gazetteer, text) == []


def test_takes_an_ordinary_word_where_the_context_makes_it_a_place(gazetteer):
    text = "A truck drove into a crowd in Nice, France."
    assert [name for name, _ in shown(gazetteer, text)] == ["Nice", "France"]


def test_finds_a_dateline(gazetteer):
    text = "BAGHDAD (AP) — A car bomb went off at a market."
    assert [name for name, _ in shown(gazetteer, text)] == ["BAGHDAD"]


def test_a_small_unit_word_stays_outside_and_a_capital_one_inside(gazetteer):
    text = "Clashes went on in Diyala province and in Butler County."
    assert [name for name, _ in shown(gazetteer, text)] == ["Diyala", "Butler County"]


def test_small_letters_name_nothing(gazetteer):
    assert found(gazetteer, "a bomb went off in mosul near the river") == ()


_PIECES = st.lists(
    st.sampled_from(
        "in|near|the|of|Mosul|Iraq|Diyala|province|al|-|Anbar|Council|Iraqi|.|,|said|Paris|Hilton|Gen|and|'s|(|)|war|"
        "Tehran|Monday|'Ayn|north|Bank|St|\n|\u0000|\u200f|\ud800|École|Ж".split("|")
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=_PIECES, glue=st.sampled_from([" ", ""]))
def test_mentions_keep_the_laws_on_any_text(gazetteer, pieces, glue):
    text = glue.join(pieces) + " x"
    mentions = found(gazetteer, text)
    assert mentions == found(gazetteer, text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
    for before, after in pairwise(mentions):
        assert before.end <= after.start


@pytest.mark.parametrize(
    "text",
    [
        "A" * 300_000,
        "Mosul " * 4_000,
        "Abc-" * 10_000,
        "\x00\x01\x1f Mosul \ud800",
        "M. " * 5_000,
        "al-" * 8_000,
    ],
    ids=["one word", "one name", "hyphens", "control characters", "initials", "articles"],
)
def test_survives_hostile_text(gazetteer, text):
    mentions = found(gazetteer, text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
