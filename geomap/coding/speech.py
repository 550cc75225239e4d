"""Who says it: attributions, the speaker that a pronoun stands for, and where and when they spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geomap.coding.clauses import is_speech
from geomap.coding.lexicon import groups
from geomap.coding.sentence import Sentence
from geomap.model import Evidence

_PRONOUNS: Final = frozenset("he she they it".split())
_MARKS: Final = frozenset("\"“”,;:.()'‘’")
_TRAILING: Final = _MARKS | frozenset("to also has have had later then".split())
_OPENERS: Final = frozenset(
    "also in on at earlier later meanwhile separately leading however last this".split()
)
# Members of an armed side, whose word on its own deeds is a claim.
_SIDES: Final = frozenset(
    """
    army military militia militias militants militant rebels rebel insurgents group taliban isis isil
    daesh hamas hezbollah brigade brigades forces fighters commander general battalion regiment front
    movement houthis houthi pkk ypg sdf idf navy airforce peshmerga separatists junta opposition
    jihadists al-shabaab guards
    """.split()
)
_SIDE_PHRASES: Final = (("defence", "ministry"), ("defense", "ministry"), ("ministry", "of", "defence"),
                        ("ministry", "of", "defense"), ("air", "force"), ("boko", "haram"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """An attribution: the sentence that carries it, its words for the speaker, and whether these are a side.

    ``named`` is the sentence in which the speaker was last named, which differs where a pronoun stands.
    """

    sentence: Sentence
    speaker: Evidence
    named: Sentence
    is_side: bool
    verb: int


def speeches(sentences: Sequence[Sentence]) -> tuple[Speech | None, ...]:
    """The attribution of each sentence, or None; "he told" goes back to the last speaker that was named."""
    found: list[Speech | None] = []
    last: Speech | None = None
    for sentence in sentences:
        speech = _speech(sentence, last)
        found.append(speech)
        last = speech or last
    return tuple(found)


def _speech(sentence: Sentence, last: Speech | None) -> Speech | None:
    verb = _verb_of_speech(sentence)
    if verb is None:
        return None
    first, stop = _speaker_words(sentence, verb)
    keys = sentence.keys[first:stop]
    if not keys:
        return None
    if len(keys) == 1 and keys[0] in _PRONOUNS:
        return _resumed(sentence, last, verb)
    words = sentence.words
    speaker = sentence.evidence(words[first].start, words[stop - 1].end, "the one who says so")
    return Speech(sentence=sentence, speaker=speaker, named=sentence, is_side=_is_side(keys), verb=verb)


def _resumed(sentence: Sentence, last: Speech | None, verb: int) -> Speech | None:
    if last is None:
        return None
    return Speech(sentence=sentence, speaker=last.speaker, named=last.named, is_side=last.is_side, verb=verb)


def _verb_of_speech(sentence: Sentence) -> int | None:
    found = (
        index
        for index, word in enumerate(sentence.words)
        if is_speech(sentence.keys, index) and not sentence.is_quoted(word.start)
    )
    return next(found, None)


def _speaker_words(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The words of the speaker: before the verb, or after it in `," said the commander`."""
    clause = sentence.clause_at(verb)
    first, stop = clause.first, verb
    words = sentence.words
    while first < stop and (words[first].key in _MARKS or sentence.is_quoted(words[first].start)):
        first += 1
    first = _after_opening(sentence.keys, first, stop)
    while first < stop and (words[stop - 1].key in _TRAILING or words[stop - 1].key.endswith("ly")):
        stop -= 1
    if first < stop:
        return first, stop
    return verb + 1, next((at for at in range(verb + 1, clause.stop) if words[at].key in _MARKS), clause.stop)


def _after_opening(keys: Sequence[str], first: int, stop: int) -> int:
    """Pass over "Also on Tuesday," or "leading", which stand before the speaker."""
    if keys[first : first + 1] and keys[first] in _OPENERS:
        comma = next((at for at in range(first, min(first + 6, stop)) if keys[at] == ","), None)
        return (
            first + 1
            if comma is None and keys[first] == "leading"
            else (first if comma is None else comma + 1)
        )
    return first


def _is_side(keys: Sequence[str]) -> bool:
    joined = tuple(keys)
    phrases = (
        joined[at : at + len(phrase)] == phrase for phrase in _SIDE_PHRASES for at in range(len(joined))
    )
    return (
        bool(_SIDES.intersection(keys)) or any(phrases) or bool(groups()["combatant"] & _UNCOMMON & set(keys))
    )


# Police are the ordinary source of ordinary news; fighters of any kind speak for a side.
_UNCOMMON: Final = frozenset(
    "fighter fighters guerrilla guerrillas soldier soldiers rebel rebels separatist peshmerga".split()
)
