"""What sets a name beside the rest of its sentence: the preposition or the verb that governs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geomap.coding.sentence import Sentence
from geomap.model import Resolution

#: Prepositions that set a deed at a place.
LOCATIVE: Final = frozenset(
    """
    in at near outside inside around across on along within throughout through over into between
    """.split()
)
# Words between a preposition and a name: "in the northern town of", "on the outskirts of".
_BETWEEN: Final = frozenset(
    """
    the a an its their this that town city village district province governorate region area neighbourhood
    neighborhood suburb camp capital port provinces towns cities villages outskirts suburbs countryside
    parts part centre center north south east west northern southern eastern western central northeastern
    northwestern southeastern southwestern northeast northwest southeast southwest of nearby besieged
    restive volatile coastal border main key strategic neighbouring neighboring street streets square
    squares heart edge coast shores settlement settlements rural
    suburban downtown hills valley island islands districts regions
    """.split()
)
UNITS_OF: Final = _BETWEEN - frozenset("the a an of its their this that nearby".split())
# Words passed over between a preposition and a unit, and before a place that describes another.
_SPARE: Final = 3
ARTICLES: Final = frozenset("a an the".split())
# These end the search for a preposition: what stands before them has no part in the place.
_STOPPING: Final = frozenset("from to by for with against after before and or but , . ; :".split())


def first_word(sentence: Sentence, resolution: Resolution) -> int | None:
    """The index of the word that the place starts with, the words of its relation included."""
    return sentence.word_at(outer_start(resolution))


def outer_start(resolution: Resolution) -> int:
    """Where the place starts in the text, the words of its relation included."""
    relation = resolution.relation
    start = resolution.mention.start
    return min(start, relation.evidence.span.start) if relation else start


def governor(sentence: Sentence, index: int, floor: int = -1) -> int:
    """The word that sets a name beside the rest, past "the northern town of" and the like; `floor` if none.

    Before a word for a unit, as "town" is, up to three others are passed over: "Mexico's northern city of".
    """
    keys = sentence.keys
    at, spare = index - 1, _SPARE
    if at > 0 and keys[at] == "," and keys[at - 1] in UNITS_OF:
        at -= 1
    while at > floor and not _is_governor(keys, at):
        if keys[at] not in _BETWEEN and not keys[at].endswith("held"):
            if (at == index - 1 and keys[at - 1] not in ARTICLES) or spare == 0:
                return at
            spare -= 1
        at -= 1
    return at


def _is_governor(keys: Sequence[str], at: int) -> bool:
    if keys[at] == "of":
        return at == 0 or keys[at - 1] not in UNITS_OF
    return keys[at] in LOCATIVE or keys[at] in _STOPPING


def preposition_of(sentence: Sentence, index: int) -> str:
    """The governor of the word at `index`; "" where there is none."""
    at = governor(sentence, index)
    return sentence.keys[at] if at >= 0 else ""
