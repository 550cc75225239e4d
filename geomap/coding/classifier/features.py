"""What the classifier sees of a sentence: stems, ideas (groups of the lexicon), and their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from geomap.coding.lexicon import groups

_ENDINGS: Final = ("ings", "ing", "ers", "ies", "ied", "ed", "es", "er", "s", "e")
_SHORTEST_STEM: Final = 4
# Little words stand between those that tell something.
_LITTLE: Final = frozenset(
    """
    a an the of in on at to and or for by with from as is was were be been has have had it its that this
    which who their his her he she they them said says
    """.split()
)
# Two words are beside each other if at most one other that tells something stands between.
_BESIDE: Final = 2


def features(keys: Sequence[str], told: Iterable[str]) -> frozenset[str]:
    """The features of a sentence's words in small letters; `told` are the types that the lexicon finds in it.

    "word:kill" is a stem, "@armed" an idea, "@armed kill" an idea and a stem beside each other in this
    order, and "trigger:battle.armed_clash" a line of the lexicon that fired.
    """
    return frozenset(single(keys, told) | paired(keys))


def single(keys: Sequence[str], told: Iterable[str]) -> set[str]:
    """The features of words that stand alone, and of the lexicon's lines."""
    found = {f"trigger:{kind}" for kind in told}
    for key in keys:
        if key[0].isalnum():
            found.update(of_word(key))
    return found


def paired(keys: Sequence[str]) -> set[str]:
    """The features of words that stand beside each other, little words left out."""
    telling = [(stem(key), _ideas().get(key, ())) for key in keys if key[0].isalnum() and key not in _LITTLE]
    found: set[str] = set()
    for at, (base, ideas) in enumerate(telling):
        for next_base, next_ideas in telling[at + 1 : at + 1 + _BESIDE]:
            found.update(f"{idea} {next_base}" for idea in ideas)
            found.update(f"{base} {idea}" for idea in next_ideas)
    return found


@cache
def of_word(key: str) -> tuple[str, ...]:
    """The features of a word that stands alone."""
    return (f"word:{stem(key)}", *_ideas().get(key, ()))


@cache
def stem(key: str) -> str:
    """A word without its ending, and "#" for a number; rough, but the same for all forms of most words."""
    if any(letter.isdigit() for letter in key):
        return "#"
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            return key[: -len(ending)]
    return key


@cache
def _ideas() -> Mapping[str, tuple[str, ...]]:
    """Word -> "@" and the names of the groups that hold it."""
    found: dict[str, list[str]] = {}
    for name, words in groups().items():
        for word in words:
            found.setdefault(word, []).append(f"@{name}")
    return {word: tuple(names) for word, names in found.items()}
