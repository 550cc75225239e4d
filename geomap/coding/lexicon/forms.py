"""The forms of English verbs and nouns, as far as a lexicon of news words needs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Form = Literal["base", "present", "ing", "past", "participle", "noun"]

_VOWELS: Final = "aeiou"
_SIBILANTS: Final = ("s", "x", "z", "ch", "sh")


def expand(entry: str) -> Mapping[str, Form]:
    """The forms of an entry: "kill/v", "shoot:shot/v", "hit:hit/vv" (doubles a letter), "bomb/n", "ied".

    A form that is both past tense and participle is given as "past". Hyphens are dropped, as `words` of a
    sentence drop them.
    """
    word, _, kind = entry.replace("-", "").partition("/")
    if kind == "n":
        return {word: "noun", _with_s(word): "noun"}
    if kind in {"v", "vv"}:
        return _verb(word, doubles=kind == "vv")
    return {word: "noun"}


def _verb(entry: str, *, doubles: bool) -> Mapping[str, Form]:
    base, *irregular = entry.split(":")
    stem = base + base[-1] if doubles else base
    past = irregular[0] if irregular else _with_ed(stem)
    participle = irregular[1] if len(irregular) > 1 else past
    forms: dict[str, Form] = {base: "base", _with_s(base): "present", _with_ing(stem): "ing"}
    if base == "be":
        forms |= {"is": "present", "are": "present", "was": "past", "been": "participle"}
    if participle != base:
        forms[participle] = "participle"
    return {**forms, past: "past"}


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("e") and not stem.endswith(("ee", "be", "ye", "oe")):
        return stem[:-1] + "ing"
    return stem + "ing"
