"""Names as keys: `fold` for exact lookup, `loose` across romanisations, and words such as "province"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geomap.model import PlaceKind

# Marks that only colour a letter. Vowel signs of Indic, Thai and like scripts are marks too, and stay:
# without them two different names become one.
_COLOURING = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # Latin, Greek, Cyrillic
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]"  # Hebrew, Arabic
)
_APOSTROPHES: Final = re.compile("['\"`´‘’‚‛“”„‟′″‵ʹʺʻʼʽʾʿˈˊˋ՚׳״΄᾽᾿῾＇]")
# Latin letters that have no decomposition, by the ASCII letters that the press writes for them.
_PLAIN: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ȷ": "j", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
    | {"ŋ": "n", "ə": "a", "ɓ": "b", "ɗ": "d", "ɛ": "e", "ɔ": "o", "ŧ": "t", "ƙ": "k", "ƴ": "y", "ɲ": "n"}
)
_NOT_PLAIN: Final = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_ASCII_MARKS = re.compile(r"[^0-9a-z]+")
_NO_LETTERS = re.compile(r"[\W_]+")
_INITIALS = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?")


@lru_cache(maxsize=4096)  # each stage that is handed a name folds it again
def fold(name: str) -> str:
    """The exact key of a name: what is left when case, marks and punctuation are not looked at.

    Apostrophes of every form go, other punctuation becomes a space, initials are joined ("U.S." is "us"),
    scripts other than Latin stay as they are. Folding a key again changes nothing.
    """
    text = name.casefold() if name.isascii() else _plain(name)
    if text.isalnum() and not _APOSTROPHES.search(text):  # most words of a text, and nothing left to do
        return text
    text = _APOSTROPHES.sub("", text)
    if "." in text:
        text = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), text)
    if text.isascii():
        # Nine names in ten of a news text; a tenth of the time of the way below, to the same end.
        return _ASCII_MARKS.sub(" ", text).strip()
    return " ".join(_NO_LETTERS.sub(_kept_marks, text).split())


def _plain(name: str) -> str:
    """Casefold and drop colouring marks; again and again, since each of the two can undo the other."""
    text, after = "", _APOSTROPHES.sub("", name)
    while after != text:
        text, after = after, unicodedata.normalize("NFKD", after.casefold())
        if _NOT_PLAIN.search(after):
            after = after.translate(_PLAIN)
    return unicodedata.normalize("NFC", _COLOURING.sub("", text))


def _kept_marks(run: re.Match[str]) -> str:
    """What stays of characters that are neither letters nor digits: vowel signs, which are marks."""
    if run[0].isascii():
        return " "
    return "".join(character if unicodedata.category(character)[0] == "M" else " " for character in run[0])


_ARTICLES: Final = frozenset(
    "al el ul il ad ed ud as es us ash esh ush an en un ar er ur at et ut az ez uz ath eth adh edh".split()
)


def without_article(name: str) -> str:
    """The folded name without an Arabic article at its start; a name that is only an article keeps it."""
    first, _, rest = fold(name).partition(" ")
    return rest if rest and first in _ARTICLES else " ".join(filter(None, (first, rest)))


# One step each, in this order; what stands left of a rule is taken for what stands right of it.
_SWINGS: Final = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^[aeiu](?=([dstnrzl])\1)", ""),  # Ezzor: the article, written with its word
        (r"(zh|sh|ch|kh)\1", r"\1"),
        (r"([a-z])\1", lambda pair: {"e": "i", "o": "u"}.get(pair[1], pair[1])),  # ee, oo; ss
        (r"(?<=[kgdt])h", ""),  # Dhuluiya, Khorasan, Ghazni
        (r"(?<=[aeiou])h$", ""),  # Dhuluiyah
        (r"dj", "j"),
        (r"ck", "k"),
        (r"ph", "f"),
        (r"q", "k"),
        (r"v", "w"),
        (r"i[ey]|ie", "i"),
        (r"ay|ei|ey", "ai"),  # Dayr, Deir
        (r"(?:aw|au|ow)(?![aeiou])|ou", "u"),  # Zawr, Zour
        (r"o", "u"),
        (r"e", "a"),
        (r"y", "i"),
    )
)


def loose(name: str) -> str:
    """The transliteration key of a name in Latin letters: alike for the usual romanisations of one name.

    Arabic articles go, words are joined, kh, gh, dh and th lose their h, q is k, v is w, o is u, e is a,
    doubled letters and a final h go. Meant for countries whose names come to the press from another script;
    it makes strangers meet, so a match under it ranks below one under `fold`.
    """
    words = fold(name).split()
    kept = [word for word in words if word not in _ARTICLES] or words
    return _settled_word(kept[0]) if len(kept) == 1 else _settled("".join(map(_settled_word, kept)))


def _settled(word: str) -> str:
    """A word under all swings, until none changes it: each shortens it or leaves fewer letters to change."""
    before = ""
    while word != before:
        before = word
        for pattern, plain in _SWINGS:
            word = pattern.sub(plain, word)
    return word


# A text's names share their words.
_settled_word: Final = lru_cache(maxsize=16_384)(_settled)

_VOWELS: Final = re.compile("(?<!^)[aeiouwy]")


def skeleton(looser: str) -> str:
    """The consonants of a transliteration key, and its first letter: what romanisations seldom get wrong."""
    return _VOWELS.sub("", looser)


_FIRST_LEVEL: Final = (
    "province governorate oblast state region prefecture canton emirate krai voivodeship wilaya wilayah "
    "vilayet velayat muhafazah muhafazat ostan viloyat"
).split()
_SECOND_LEVEL: Final = (
    "district county raion rayon subdistrict municipality department departement woreda cercle commune "
    "territory zone arrondissement locality qada shahrestan tehsil upazila"
).split()
_KINDS: Final[dict[str, tuple[PlaceKind, ...]]] = dict.fromkeys(
    _FIRST_LEVEL, ("admin1", "region", "admin2")
) | dict.fromkeys(_SECOND_LEVEL, ("admin2", "admin1"))
_LEADING: Final = frozenset(
    "muhafazat ostan wilaya wilayah qada shahrestan departement region province cercle".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitName:
    """A name with its unit word split off: folded core, the word, and the kinds it asks for, best first."""

    core: str
    word: str
    kinds: tuple[PlaceKind, ...]


def may_have_unit(key: str) -> bool:
    """Whether `unit_words` has to be asked about a folded name; in a tenth of its time."""
    return " " in key and not _KINDS.keys().isdisjoint(key.split(" "))


def unit_words(name: str) -> UnitName | None:
    """Split "Diyala province", "Governorate of Diyala" or "Wilaya Djelfa" into core and unit; else None.

    "City" is no unit word: Mexico City is no part of Mexico's name.
    """
    words = fold(name).removeprefix("the ").split()
    if len(words) > 2 and words[0] in _KINDS and words[1] in {"of", "de", "du"}:
        return _unit(words[0], words[2:])
    if len(words) > 2 and (words[-2], words[-1]) == ("sub", "district"):
        return _unit("district", words[:-2])
    if len(words) > 1 and words[-1] in _KINDS:
        return _unit(words[-1], words[:-1])
    if len(words) > 1 and words[0] in _LEADING:
        return _unit(words[0], words[1:])
    return None


def _unit(word: str, core: list[str]) -> UnitName:
    return UnitName(core=" ".join(core), word=word, kinds=_KINDS[word])


_SETTLEMENT_WORD: Final = re.compile(
    r" (?:(?:refugee|displaced persons|displacement|idp|pow) camps?|cities|city|towns?|townships?|villages?"
    r"|hamlets?|camp|suburb|neighbou?rhood|quarter)$"
)


def without_settlement_word(key: str) -> str | None:
    """The folded name without the word that says what kind of settlement it is; None if it has none.

    For a name that is not known as it stands: "Mexico City" is the city's name, "Aleppo City" is not.
    """
    found = _SETTLEMENT_WORD.search(key)
    return key[: found.start()] if found else None
