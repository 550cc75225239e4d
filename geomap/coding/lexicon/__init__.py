"""The trigger lexicon: words that tell an event, and what must or must not stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from geomap.codes.event_types import event_types
from geomap.coding.lexicon.forms import Form, expand
from geomap.errors import InputError

_FIELDS: Final = 7
_WEIGHTS: Final = frozenset({"1", "2"})
_GAP: Final = ".."
# "pushed Islamic State militants out of": the object stands between, and is seldom longer.
_GAP_WORDS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One word of a phrase: the words that fill it with their forms, and how many others may come before."""

    words: Mapping[str, Form]
    gap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A line of the lexicon; ``weight`` 2 names the act itself, 1 gives way to it."""

    type: str
    slots: tuple[Slot, ...]
    before: frozenset[str]
    after: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    weight: int

    def match(self, words: Sequence[str], first: int, stop: int) -> tuple[int, int, Form] | None:
        """Where the phrase ends (exclusive) if it starts at word `first`, its head, and the head's form.

        The head is the phrase's first verb, or its first word where it has none.
        """
        form = self.slots[0].words.get(words[first])
        if form is None:
            return None
        at, head = first, first
        for slot in self.slots[1:]:
            window = range(at + 1, min(at + 2 + slot.gap, stop))
            found = next((index for index in window if words[index] in slot.words), None)
            if found is None:
                return None
            at = found
            if form == "noun" and slot.words[words[at]] != "noun":
                head, form = at, slot.words[words[at]]
        return at + 1, head, form


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Every trigger of the lexicon, by each word that its phrase may start with."""
    index: dict[str, list[Trigger]] = {}
    for trigger in _read():
        for word in trigger.slots[0].words:
            index.setdefault(word, []).append(trigger)
    return {word: tuple(each) for word, each in index.items()}


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """The named groups of words that lines of the lexicon refer to as @name."""
    lines = (line.partition("=") for line in _lines("groups.txt"))
    return {name.strip(): frozenset(_words(words.split())) for name, _, words in lines}


@cache
def group_forms() -> Mapping[str, Form]:
    """The form of each word of the groups; one that is a noun or a present verb alike is taken for a noun."""
    found: dict[str, Form] = {}
    for line in _lines("groups.txt"):
        for entry in line.partition("=")[2].split():
            for word, form in expand(entry).items():
                is_plain = form in {"base", "present"}
                found.setdefault(word, "noun" if is_plain else form)
    return found


def _read() -> Iterator[Trigger]:
    for number, line in enumerate(_lines("triggers.tsv"), start=1):
        cells = line.split("\t")
        is_known = len(cells) == _FIELDS and cells[0] in event_types()
        if not is_known or not cells[1].strip() or cells[-1] not in _WEIGHTS:
            raise InputError(
                f"triggers.tsv, entry {number}: a line is {_FIELDS} cells: a known event type, a phrase, "
                "four sets of words, and the weight 1 or 2."
            )
        try:
            yield _trigger(cells)
        except KeyError as error:
            raise InputError(f"triggers.tsv, entry {number}: groups.txt has no group {error}.") from None


def _trigger(cells: Sequence[str]) -> Trigger:
    kind, phrase, before, after, near, unless, weight = cells
    return Trigger(
        type=kind,
        slots=_slots(phrase),
        before=_set(before),
        after=_set(after),
        near=_set(near),
        unless=_set(unless),
        weight=int(weight),
    )


def _slots(phrase: str) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    gap = 0
    for part in phrase.split():
        if part == _GAP:
            gap = _GAP_WORDS
            continue
        words: dict[str, Form] = {}
        for alternative in part.split("|"):
            words.update(_forms(alternative))
        slots.append(Slot(words=words, gap=gap))
        gap = 0
    return tuple(slots)


def _forms(word: str) -> Mapping[str, Form]:
    if word.startswith("@"):
        return dict.fromkeys(groups()[word[1:]], "noun")
    return expand(word)


def _set(cell: str) -> frozenset[str]:
    return frozenset(_words(cell.split()))


def _words(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        yield from _forms(part)


def _lines(name: str) -> list[str]:
    text = (files("geomap.coding.lexicon") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
