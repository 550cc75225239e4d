"""What the words before a verb say of it: tense, voice, negation, and whether it came to pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from geomap.coding.lexicon.forms import Form

Tense = Literal["past", "past_perfect", "present_perfect", "present", "future", "none"]
Mood = Literal["real", "negated", "modal", "intent", "habit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """How a trigger stands in its clause; a noun has the tense "none"."""

    tense: Tense
    passive: bool
    mood: Mood


_BE: Final = frozenset("was were is are be been being am 's 're".split())
_HAVE: Final = frozenset("has have having 've".split())
_MODAL: Final = frozenset("would could may might can should must cannot".split())
# Near a noun "may" is as often the month.
_SURELY_MODAL: Final = frozenset("could would might".split())
_FUTURE: Final = frozenset("will shall 'll".split())
_NOT: Final = frozenset("not never n't without neither nor hardly".split())
_NO_NOUN: Final = frozenset("no without any neither".split())
# "managed at dawn today to liberate": these verbs say that what follows came to pass.
_REALISED: Final = frozenset(
    """
    managed manages manage began begins begin begun started starts continued continues continue
    helped succeeded able proceeded went used
    leading led prompting prompted forcing forced
    """.split()
)
HABITUAL: Final = frozenset(
    """
    often usually regularly routinely frequently always normally typically repeatedly sometimes occasionally
    """.split()
)
# Governed by these, a noun for an act names none that came to pass: "fears of attacks", "plans for talks".
_UNREAL: Final = frozenset(
    """
    fear fears feared fearing threat threats threaten threatened threatens threatening plot plots plotted
    plotting plan plans planned planning prevent prevented preventing avert averted avoid avoided foil
    foiled foiling thwart thwarted thwarting possible potential possibility prospect prospects risk risks
    future hypothetical attempted attempt attempts failed unsuccessful prepare prepared
    preparing preparations imminent upcoming warn warned warns warning warnings against call calls called
    calling hope hopes hoped seek seeks seeking sought want wants wanted propose proposed proposal ahead
    anti counter fight fighting combat response deter deterring
    wouldbe
    """.split()
)
_ARTICLES: Final = frozenset("a an another".split())
_BEFORE_A_NOUN: Final = _ARTICLES | frozenset(
    "the this its their his her of in during by under from no any some several fresh new heavy fierce".split()
)
_PREPOSITIONS: Final = frozenset("of for from against about".split())
# "accused of killing", "his visiting counterpart": no act is told.
_NOT_BEFORE_AN_ACT: Final = _PREPOSITIONS | frozenset(
    "in by without and his her their its the a an 's".split()
)
_SKIPPED: Final = frozenset(
    """
    also already quickly reportedly allegedly still now just then twice later first recently all both on
    """.split()
)
# "Were shot and killed or arrested" helps all three verbs.
_COORDINATED: Final = frozenset("and or shot beaten taken hit".split())
_BY_HELPER: Final[tuple[tuple[frozenset[str], Tense, Mood], ...]] = (
    (_MODAL, "none", "modal"),
    (_FUTURE, "future", "real"),
    (frozenset({"had"}), "past_perfect", "real"),
    (_HAVE, "present_perfect", "real"),
)
_HELPERS: Final = _BE | _HAVE | _MODAL | _FUTURE | frozenset("had to did does do get got".split())
# An auxiliary stands this near before its verb, adverbs and a short date between them included.
_LOOK_BACK: Final = 6


def read_verb(keys: Sequence[str], index: int, form: Form, first: int) -> Verb:
    """The grammar of the trigger at word `index` of a clause that starts at word `first`."""
    if form == "noun" or (form in {"base", "present"} and _is_noun(keys, index, first)):
        ahead = _FUTURE.intersection(keys[max(first, index - 4) : index])
        return Verb(tense="future" if ahead else "none", passive=False, mood=_noun_mood(keys, index, first))
    helpers = _helpers(keys, index, first)
    negated = any(_is_negation(key) for key in helpers)
    tense, mood = _tense(keys, index, form, first, helpers)
    passive = _is_passive(keys, index, form, helpers)
    return Verb(tense=tense, passive=passive, mood="negated" if negated else mood)


def _is_noun(keys: Sequence[str], index: int, first: int) -> bool:
    """Whether a word that may be a verb or a noun has an article or a preposition: "a rebel attack"."""
    before = keys[max(first, index - 2) : index]
    return bool(before) and (before[-1] in _BEFORE_A_NOUN or before[0] in _ARTICLES)


def _is_negation(key: str) -> bool:
    return key in _NOT or key.endswith(("n't", "n’t"))


def _helpers(keys: Sequence[str], index: int, first: int) -> tuple[str, ...]:
    """The auxiliaries before a verb, nearest first, adverbs passed over."""
    found: list[str] = []
    for key in reversed(keys[max(first, index - _LOOK_BACK) : index]):
        if key in _HELPERS or _is_negation(key):
            found.append(key)
        elif not (key in _SKIPPED or key in HABITUAL or key.endswith(("ly", "ed")) or key in _COORDINATED):
            break
    return tuple(found)


def _tense(
    keys: Sequence[str], index: int, form: Form, first: int, helpers: tuple[str, ...]
) -> tuple[Tense, Mood]:
    if any(key in HABITUAL for key in keys[max(first, index - 3) : index]):
        return "present", "habit"
    if "to" in helpers:
        return ("past", "real") if _came_to_pass(keys, index, first) else ("none", "intent")
    for words, tense, mood in _BY_HELPER:
        if words.intersection(helpers):
            return tense, mood
    return _simple_tense(keys, index, form, first, helpers)


def _simple_tense(
    keys: Sequence[str], index: int, form: Form, first: int, helpers: tuple[str, ...]
) -> tuple[Tense, Mood]:
    if form == "ing":
        before = keys[index - 1] if index > first else ""
        if (before in _NOT_BEFORE_AN_ACT and not helpers) or _is_unreal(keys, index, first):
            return "none", "intent"
        return ("present" if {"is", "are"}.intersection(helpers) else "past"), "real"
    if form in {"past", "participle"}:
        return ("present" if {"is", "are", "being"}.intersection(helpers) else "past"), "real"
    if any(key.startswith("did") for key in helpers):
        return "past", "real"
    return "present", "real"


def _came_to_pass(keys: Sequence[str], index: int, first: int) -> bool:
    """Whether a verb that says so governs the infinitive: "managed at dawn today to liberate"."""
    before = keys[max(first, index - 10) : index]
    return any(key in _REALISED for key in before) and not any(key in _NOT for key in before)


def _is_passive(keys: Sequence[str], index: int, form: Form, helpers: tuple[str, ...]) -> bool:
    if form not in {"past", "participle"}:
        return False
    following = keys[index + 1] if index + 1 < len(keys) else ""
    return bool(_BE.intersection(helpers)) or "got" in helpers or following == "by"


def _noun_mood(keys: Sequence[str], index: int, first: int) -> Mood:
    near = keys[max(first, index - 2) : index]
    if any(key in _NO_NOUN for key in near):
        return "negated"
    # "Groups often clash": the noun and the verb look alike.
    if any(key in HABITUAL for key in near):
        return "habit"
    if any(key in _SURELY_MODAL for key in keys[max(first, index - 4) : index]):
        return "modal"
    return "intent" if _is_unreal(keys, index, first) else "real"


def _is_unreal(keys: Sequence[str], index: int, first: int) -> bool:
    """Whether a fear, a plan or a warning governs the act: "fears of attacks", "to deter looting"."""
    return any(key in _UNREAL for key in keys[max(first, index - 4) : index])
