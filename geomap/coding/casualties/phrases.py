"""Phrases that count persons, token by token: where the noun of a number ends, and what stands for one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geomap.coding.casualties.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    INCLUDING,
    PERSON,
    PERSONS,
    PREPOSITIONS,
    RELATIVES,
    VERBS,
)
from geomap.coding.numbers import Quantity
from geomap.segmentation import Token

# Words between a number and the noun that it counts ("23 heavily armed Islamic State group fighters").
LONGEST_PHRASE: Final = 8
ELLIPTIC: Final = frozenset({"others", "more", "other", "victims"})
# "Took six prisoner": the word tells what became of them.
CAPTIVE: Final = frozenset({"prisoner", "hostage", "captive"})
ENDS_PHRASE: Final = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | RELATIVES | frozenset(VERBS) | INCLUDING
_ORDINALS: Final = frozenset("second third fourth fifth sixth seventh".split())
_AFTER_ONE_MORE: Final = AUXILIARIES | PREPOSITIONS | frozenset(VERBS)


def one_more(tokens: Sequence[Token], index: int) -> int | None:
    """Where "another" or "a third" ends when it stands for one more person; None where a noun follows."""
    words = [token.text.lower() for token in tokens[index : index + 3]]
    end = 1 if words[0] == "another" else 2
    if end == 2 and (len(words) < 2 or words[1] not in _ORDINALS):
        return None
    is_alone = len(words) <= end or words[end] in _AFTER_ONE_MORE or not words[end][0].isalnum()
    return index + end if is_alone else None


def before_a_shared_noun(tokens: Sequence[Token], index: int, counts: dict[int, Quantity]) -> int | None:
    """Where "four Iraqi" ends in "four Iraqi and two Iranian soldiers", whose noun comes but once."""
    for following in range(index + 1, min(index + 3, len(tokens) - 1)):
        if tokens[following].text.lower() == "and" and (other := counts.get(following + 1)) is not None:
            # A plural there is a noun of its own: "11 bodies and 34 injured people".
            between = [token.text for token in tokens[index:following]]
            is_plain = all(word[0].isalpha() and not word.endswith(("s", "ies")) for word in between)
            after = following + 1 + len(other.text.split())
            is_shared = is_plain and head_after(tokens, after, plural=True) is not None
            return following if is_shared else None
    return None


def is_age_or_year(tokens: Sequence[Token], index: int, after: int) -> bool:
    """Whether a lone number is an age ("Karim, 37, was held") or a year ("1775 - born")."""
    word = tokens[index].text
    between_commas = (
        index and tokens[index - 1].text == "," and after < len(tokens) and tokens[after].text in ",)"
    )
    return bool(between_commas) or (
        after == index + 1 and len(word) == 4 and word.isdigit() and word < "2100"
    )


def head_after(tokens: Sequence[Token], index: int, *, plural: bool) -> int | None:
    """Where the noun that a number counts ends; None where it counts no persons, or stands alone."""
    if index < len(tokens) and tokens[index].text.lower() == "of":
        index += 1
    for position in range(index, min(index + LONGEST_PHRASE, len(tokens))):
        word = tokens[position].text.lower()
        if word in PERSONS or (word in PERSON and not plural):
            return head_end(tokens, position)
        # "Two captured pilots": the verb stands within the phrase.
        if _is_attribute(tokens, position):
            continue
        if word in ENDS_PHRASE or not (word[0].isalnum() or word in "-'’\""):
            return None
    return None


def _is_attribute(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle stands right before a noun for persons."""
    verb = VERBS.get(tokens[index].text.lower())
    following = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
    return verb is not None and verb.form == "participle" and following in PERSON | PERSONS


def head_end(tokens: Sequence[Token], index: int) -> int:
    """The end of a run of person nouns and names after one ("police officers", "General Hamid Taqavi")."""
    end = index + 1
    while end < min(index + LONGEST_PHRASE, len(tokens)) and is_person(tokens, end):
        end += 1
    return end


def is_person(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a noun for persons."""
    word = tokens[index].text.lower()
    return word in PERSON or word in PERSONS


def stands_alone(tokens: Sequence[Token], index: int, quantity: Quantity) -> bool:
    """Whether a number without a noun can be of persons: a verb, a preposition or an end follows."""
    if quantity.text.lower() == "no":
        return False
    if index >= len(tokens):
        return True
    word = tokens[index].text.lower()
    return word in ELLIPTIC | CAPTIVE or word in ENDS_PHRASE or not word[0].isalnum()
