"""The tables of the trade: event types, actors and precision codes."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from geomap.codes.actor_nouns import CLASSES, members, noun_classes
from geomap.codes.actors import KINDS, alias, known_actors, read_actors
from geomap.codes.countries import country_adjectives, country_names
from geomap.codes.event_types import LAYERS, EventType, event_types, read_event_types
from geomap.codes.precision import ACLED_GEO, UCDP_WHERE, acled_time, ucdp_date
from geomap.errors import InputError
from geomap.gazetteer import open_gazetteer


def test_there_are_40_types_in_8_layers_and_each_has_a_label():
    types = event_types()
    assert len(types) == 40
    assert {each.layer for each in types.values()} == set(LAYERS)
    assert all(each.label for each in types.values())


def test_the_crosswalk_names_an_acled_pair_whole_or_not_at_all():
    for each in event_types().values():
        assert (each.acled_event_type is None) == (each.acled_sub_event_type is None), each.id
    assert event_types()["diplomacy.visit"].acled_event_type is None
    assert event_types()["battle.armed_clash"].acled_sub_event_type == "Armed clash"


def test_a_type_of_an_unknown_layer_is_refused():
    names = (
        "acled_event_type acled_sub_event_type plover_event plover_mode cameo ucdp_type_of_violence case2021"
    )
    codes = dict.fromkeys(names.split())
    with pytest.raises(InputError, match="none of the layers"):
        EventType(id="weather.rain", label="Rain", definition="Rain.", example="It rained.", **codes)


def test_every_type_has_a_definition_and_an_example():
    for each in event_types().values():
        assert each.definition.endswith(".") and each.example.endswith("."), each.id


SHIPPED = (files("geomap.codes") / "event_types.csv").read_text(encoding="utf-8")


def test_a_table_of_ones_own_may_rename_and_add(tmp_path):
    own = tmp_path / "types.csv"
    row = "civic.vote,Vote,,,,,,,,People vote.,Voters went to the polls.\n"
    own.write_text(SHIPPED.replace("Armed clash,Battles", "Combat,Battles") + row, encoding="utf-8")
    types = read_event_types(own)
    assert types["battle.armed_clash"].label == "Combat"
    assert types["civic.vote"].definition == "People vote."
    assert len(types) == 41


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("id,label\n", "line 1: there is no column 'acled_event_type'"),
        (SHIPPED + "civic.vote,,,,,,,,,A.,B.\n", "line 42: label is empty; fill it"),
        (SHIPPED + "civic.vote,Vote,,,,,,,,,B.\n", "line 42: definition is empty"),
        (SHIPPED + "vote,Vote,,,,,,,,A.,B.\n", "line 42: 'vote' is no id; write layer.name"),
        (
            SHIPPED + "rain.vote,Vote,,,,,,,,A.,B.\n",
            "line 42: Event type 'rain.vote' is in none of the layers",
        ),
        (SHIPPED + "civic.vote,Vote,Battles,,,,,,,A.,B.\n", "line 42: fill ACLED's event type and its sub"),
        (SHIPPED + SHIPPED.splitlines()[-1] + "\n", "line 42: civic.funeral has a row above"),
        ("\n".join(SHIPPED.splitlines()[:-1]), "no row for civic.funeral, which geomap tells: add it"),
    ],
)
def test_a_bad_table_names_the_row_and_the_mend(tmp_path, table, message):
    own = tmp_path / "types.csv"
    own.write_text(table, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(message)):
        read_event_types(own)


def test_a_table_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(InputError, match="give a CSV of event types"):
        read_event_types(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(b"id,label\n\xff")
    with pytest.raises(InputError, match="is not UTF-8"):
        read_event_types(tmp_path / "latin.csv")


def test_aliases_are_found_whatever_their_case_and_marks():
    table = known_actors()
    assert table[alias("Da'esh")].actor is table[alias("ISIS")].actor
    assert table[alias("al-qaeda")].actor.name == "Al-Qaeda"
    assert alias("Al-Shabaab") == ("al", "shabaab")


@pytest.mark.parametrize(
    ("name", "words", "fits"),
    [
        ("IS", "IS", True),
        ("IS", "Is", False),
        ("IS", "is", False),
        ("Fano", "Fano", True),
        ("Fano", "fano", False),
        ("Al-Shabaab", "al-Shabaab", True),
        ("international coalition", "international coalition", True),
    ],
)
def test_capitals_tell_a_name_from_a_word(name, words, fits):
    assert known_actors()[alias(name)].fits(words) is fits


def test_every_actor_has_a_kind_and_a_side_and_no_alias_is_empty():
    actors = {known.actor.name: known.actor for known in known_actors().values()}
    assert len(actors) >= 400
    for words, known in known_actors().items():
        assert words and known.written and known.actor.name
    for actor in actors.values():
        assert actor.kind in KINDS
        assert actor.country is None or actor.country in country_names()


HEAD = "# name, kind, side, inter, country, aliases\n"


def test_another_table_is_read_with_the_same_columns(tmp_path):
    path = tmp_path / "actors.tsv"
    path.write_text(HEAD + "River Guard\tmilitia\tnonstate\t4\tNG\tRiver Guard|RG\n", encoding="utf-8")
    (actor,) = {known.actor for known in read_actors(path).values()}
    assert (actor.name, actor.side, actor.inter, actor.country) == ("River Guard", "nonstate", 4, "NG")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "holds no actor"),
        ("A\tmilitia\tnonstate\t4\tNG\n", "line 2: 5 cells; write 6"),
        ("\tmilitia\tnonstate\t4\tNG\tA\n", "line 2: name is empty"),
        ("A\tarmy\tnonstate\t4\tNG\tA\n", "line 2: kind is 'army'; write one of"),
        ("A\tmilitia\trebel\t4\tNG\tA\n", "line 2: side is 'rebel'; write state or nonstate"),
        ("A\tmilitia\tnonstate\t9\tNG\tA\n", "line 2: inter is '9'; write one of ACLED's codes 1 to 8"),
        ("A\tmilitia\tnonstate\t4\tNGA\tA\n", "line 2: country is 'NGA'; write two capitals"),
        ("A\tmilitia\tnonstate\t4\tNG\tA||B\n", "line 2: an alias is empty"),
        (
            "A\tmilitia\tnonstate\t4\tNG\tX\nB\tmilitia\tnonstate\t4\tNG\tx\n",
            "line 3: 'x' is 'A' already; give it to one of them",
        ),
    ],
)
def test_a_table_that_is_none_is_told_with_its_row_and_the_mend(tmp_path, rows, said):
    path = tmp_path / "actors.tsv"
    path.write_text(HEAD + rows, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_actors(path)


def test_words_for_forces_leave_room_for_one_country():
    patterns = [each.pattern for each in CLASSES.values() if each.pattern is not None]
    assert all(pattern.count("{}") == 1 for pattern in patterns)
    assert {each.name for each in CLASSES.values()} == {each.name for each in noun_classes().values()} | {
        "member"
    }
    assert members() & noun_classes().keys()


def test_inter_codes_of_classes_are_acled_s():
    told = {
        name: CLASSES[name].inter
        for name in ("police", "rebels", "armed", "rioters", "protesters", "persons")
    }
    assert told == {"police": 1, "rebels": 2, "armed": 3, "rioters": 5, "protesters": 6, "persons": 7}


def test_countries_are_called_as_the_gazetteer_calls_them():
    gazetteer = open_gazetteer()
    for code, name in country_names().items():
        assert gazetteer.country(code).name == name
    assert {country_names()[country_adjectives()[word]] for word in ("Kenyan", "Kenyans")} == {"Kenya"}


def test_precision_codes_fall_with_precision():
    assert ACLED_GEO["city"] == 1 and ACLED_GEO["country"] is None
    order = ("city", "vicinity", "adm2", "adm1", "region", "country")
    assert [UCDP_WHERE[each] for each in order] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("days", "acled", "ucdp"),
    [(1, 1, 1), (2, 2, 2), (6, 2, 2), (7, 2, 3), (8, 3, 4),
     (31, 3, 4), (32, None, 5), (366, None, 5), (367, None, None)],
)  # fmt: skip
def test_time_codes_follow_the_length_of_the_interval(days, acled, ucdp):
    first = date(2020, 1, 1)
    last = date.fromordinal(first.toordinal() + days - 1)
    assert acled_time(first, last, "range") == acled
    assert ucdp_date(first, last) == ucdp


def test_an_open_interval_has_a_code_only_where_the_scheme_gives_one():
    assert acled_time(None, date(2020, 1, 1), "on_or_before") == 2
    assert ucdp_date(None, date(2020, 1, 1)) is None
    assert acled_time(None, date(2020, 1, 1), "range") is None
