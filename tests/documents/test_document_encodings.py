from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.documents import encodings
from geomap.documents.encodings import clean, decode
from geomap.errors import InputError

ENGLISH = "He said “security forces” couldn’t remain – the café in Málaga was closed on Tuesday."
FRENCH = "Le ministère de la Défense a déclaré mardi que l'armée a repris la ville près de la forêt."
ARABIC = "أعلنت وزارة الدفاع العراقية يوم الثلاثاء أن قواتها استعادت السيطرة على البلدة، وقال متحدث."
RUSSIAN = "Министерство обороны сообщило во вторник, что войска взяли под контроль город."
POLISH = "Wojsko odzyskało kontrolę nad miastem Łódź, a żołnierze wciąż walczą, powiedział rzecznik."
TURKISH = (
    "Türk Silahlı Kuvvetleri salı günü Şırnak'ta operasyon düzenledi. "
    "Çok sayıda terörist öldürüldü, iki asker yaralandı."
)
CHINESE = "伊拉克国防部星期二表示，部队已夺回提克里特以南的城镇。数十名武装分子被打死。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (FRENCH, "cp1252"),
        (FRENCH, "iso8859_1"),
        (ARABIC, "cp1256"),
        (ARABIC, "iso8859_6"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "iso8859_5"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (TURKISH, "cp1254"),
        (CHINESE, "gb18030"),
    ],
)
def test_old_encodings_are_told(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_a_few_foreign_words_in_a_long_english_text_are_enough():
    text = "Police said on Monday that nobody was hurt in the attack. " * 500 + "\n" + ARABIC
    assert decode(text.encode("cp1256")).text == text


@pytest.mark.parametrize("text", [ENGLISH, ARABIC, CHINESE + " 2014", "x\n", "emoji 😀 here"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_decide_and_do_not_stay(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_big_endian_marks(mark, encoding):
    assert decode(mark + ARABIC.encode(encoding)).text == ARABIC


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, ARABIC, RUSSIAN])
def test_wide_encodings_without_a_mark(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + b"\0" * 60,
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"%PDF-1.7\nsome text in it\n",
        b"PK\x03\x04some text",
        b"\x00\x01\x02\x03",
        b"\xff\xfe\xfd",
        b"\xff\xfe\x00\xd8\x41\x00",
        bytes(range(128, 256)) * 3,
        b"\x01\x02\x03\x04 abc",
    ],
)
def test_binary_data_is_refused_and_never_guessed(data):
    with pytest.raises(InputError, match="UTF-8"):
        decode(data)


def test_damaged_utf8_stays_utf8_and_says_so():
    data = ARABIC.encode() + b"\xd8"
    decoded = decode(data)
    assert decoded.text == ARABIC + "\ufffd"
    assert decoded.damaged == 1
    assert "damaged UTF-8" in decoded.damage()[0]


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeffa\ufeff", "a\ufeff"),
        ("a\0b\x07c\x7f", "a b c "),
        ("don\x92t", "don’t"),
        ("a\ud800b", "a\ufffdb"),
        ("page\x0cpage", "page\npage"),
        ("\u202eright to left\u200f 😀\t", "\u202eright to left\u200f 😀\t"),
    ],
)
def test_cleaning(raw, cleaned):
    assert clean(raw) == cleaned


def test_one_null_in_a_text_is_a_space():
    assert decode(b"x" * 300 + b"\0" + b"y" * 300).text == "x" * 300 + " " + "y" * 300


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])))
def test_utf8_text_comes_back_as_it_was(text):
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


@settings(deadline=None)
@given(st.text(alphabet=st.characters()))
def test_cleaning_twice_is_cleaning_once(text):
    once = clean(text)
    assert clean(once).removeprefix("\ufeff") == once.removeprefix("\ufeff")
    once.encode("utf-8")
    assert "\r" not in once
    assert "\0" not in once


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data):
    try:
        decode(data).text.encode("utf-8")
    except InputError as error:
        assert str(error).endswith(".")


def test_the_detector_is_not_loaded_for_utf8(monkeypatch):
    monkeypatch.setattr(encodings, "_legacy", pytest.fail)
    assert decode(ARABIC.encode()).encoding == "utf-8"
