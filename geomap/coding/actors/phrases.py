"""Noun phrases that name an actor: known names, nouns for people and forces, and what stands before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from geomap.codes.actor_nouns import noun_classes
from geomap.codes.actors import ActorTable, KnownActor
from geomap.codes.countries import country_adjectives, country_names
from geomap.coding.actors.words import (
    AFTER_NOUNS,
    ALSO_VERBS,
    DETERMINERS,
    MODIFIERS,
    PEOPLES,
    TITLES,
    ends_phrase,
)
from geomap.coding.governing import LOCATIVE
from geomap.coding.sentence import Sentence
from geomap.model import Resolution
from geomap.names import fold

_LONGEST_ALIAS: Final = 9
# Words of a phrase before its noun; more are a misreading.
_LONGEST: Final = 7
_LONGEST_NAME: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's name or adjective in a sentence, or its capital, and whether it stands for the state."""

    first: int
    stop: int
    name: str
    code: str | None
    is_demonym: bool
    is_metonym: bool
    is_capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a sentence's words are known to be: actors of the table, countries, other places."""

    sentence: Sentence
    named: Mapping[int, tuple[int, KnownActor]]
    countries: Mapping[int, Country]
    places: frozenset[int]
    bits: Mapping[int, int] = field(default_factory=dict)

    @property
    def keys(self) -> Sequence[str]:
        """The sentence's words in small letters."""
        return self.sentence.keys

    def text(self, first: int, stop: int) -> str:
        """The characters of a run of words."""
        words, offset = self.sentence.words, self.sentence.span.start
        return self.sentence.text[words[first].start - offset : words[stop - 1].end - offset]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words ``first`` to ``stop`` (exclusive); ``head`` is the noun, the last word but for a name."""

    first: int
    stop: int
    head: int


def ground(sentence: Sentence, resolutions: Sequence[Resolution], table: ActorTable) -> Ground:
    """What is known of a sentence's words."""
    named = dict(_named(sentence, table))
    countries, places = _places(sentence, resolutions)
    bits = {at: first for first, (stop, _) in named.items() for at in range(first, stop)}
    return Ground(sentence=sentence, named=named, countries=countries, places=places, bits=bits)


def _named(sentence: Sentence, table: ActorTable) -> Iterator[tuple[int, tuple[int, KnownActor]]]:
    """First word -> the word after the last, and the actor, for the longest alias from each word."""
    spelled = _spelled(sentence)
    at = 0
    while at < len(spelled):
        found = _longest(sentence, spelled, at, table)
        if found is None:
            at += 1
            continue
        length, actor = found
        yield spelled[at][1], (spelled[at + length - 1][1] + 1, actor)
        at += length


def _spelled(sentence: Sentence) -> list[tuple[str, int]]:
    """The folded words with the words that they are parts of: "al-Shabab" is one word and two parts."""
    offset = sentence.span.start
    return [
        (part, at)
        for at, word in enumerate(sentence.words)
        for part in fold(sentence.text[word.start - offset : word.end - offset]).split()
    ]


def _longest(
    sentence: Sentence, spelled: Sequence[tuple[str, int]], at: int, table: ActorTable
) -> tuple[int, KnownActor] | None:
    if at and spelled[at - 1][1] == spelled[at][1]:
        return None
    for length in range(min(_LONGEST_ALIAS, len(spelled) - at), 0, -1):
        stop = at + length
        if stop < len(spelled) and spelled[stop][1] == spelled[stop - 1][1]:
            continue
        found = table.get(tuple(part for part, _ in spelled[at:stop]))
        if found is not None and found.fits(_words(sentence, spelled[at][1], spelled[stop - 1][1] + 1)):
            return length, found.actor
    return None


def _words(sentence: Sentence, first: int, stop: int) -> str:
    offset = sentence.span.start
    return sentence.text[sentence.words[first].start - offset : sentence.words[stop - 1].end - offset]


def _places(
    sentence: Sentence, resolutions: Sequence[Resolution]
) -> tuple[dict[int, Country], frozenset[int]]:
    countries: dict[int, Country] = {}
    others: set[int] = set()
    for each in resolutions:
        first, last = sentence.word_at(each.mention.start), sentence.word_at(each.mention.end - 1)
        if first is None or last is None or each.place is None:
            continue
        if sentence.words[last].end > each.mention.end:
            # "Iranian-backed", "Russian-installed": the word is not the country's.
            continue
        place, is_capital = each.place, each.place.feature_code == "PPLC"
        if place.kind == "country" or is_capital:
            countries[first] = Country(
                first=first,
                stop=last + 1,
                name=country_names().get(place.country or "", place.name) if is_capital else place.name,
                code=place.country,
                is_demonym=each.mention.kind == "demonym",
                is_metonym=each.mention.use == "metonym",
                is_capital=is_capital,
            )
        if place.kind != "country":
            others.update(range(first, last + 1))
    taken = {at for each in countries.values() for at in range(each.first, each.stop)} | others
    countries |= {each.first: each for each in _adjectives(sentence) if each.first not in taken}
    return countries, frozenset(others)


def _adjectives(sentence: Sentence) -> Iterator[Country]:
    """Adjectives of countries that are no mention of their own: "German Foreign Minister"."""
    table, offset = country_adjectives(), sentence.span.start
    for at, word in enumerate(sentence.words):
        code = table.get(sentence.text[word.start - offset : word.end - offset])
        if code is not None:
            yield Country(
                first=at,
                stop=at + 1,
                name=country_names()[code],
                code=code,
                is_demonym=True,
                is_metonym=False,
                is_capital=False,
            )


def phrases(known: Ground) -> list[Phrase]:
    """The phrases of a sentence in order; none overlaps another."""
    found: list[Phrase] = []
    limit = len(known.keys)
    at = limit - 1
    while at >= 0:
        first, stop = _unit(known, at)
        if stop is None:
            at -= 1
            continue
        phrase = Phrase(first=_left(known, first), stop=min(limit, _with_name(known, stop)), head=stop - 1)
        found.append(phrase)
        limit = phrase.first
        at = limit - 1
    return found[::-1]


def _unit(known: Ground, at: int) -> tuple[int, int | None]:
    """The noun, title or known name that ends at a word; None where none does."""
    if at in known.bits:
        first = known.bits[at]
        return first, known.named[first][0]
    if known.keys[at] == "staff" and tuple(known.keys[max(0, at - 2) : at]) == ("chief", "of"):
        return at - 2, at + 1
    if known.keys[at] == "." and at and known.keys[at - 1] in TITLES:
        return at - 1, at + 1
    if known.keys[at] in noun_classes() and not _is_verb(known, at) and not _describes(known, at):
        return at, at + 1
    return at, None


def _is_verb(known: Ground, at: int) -> bool:
    """Whether "forces", "guards" or "targets" is a verb here, by the words beside it."""
    key, following = known.keys[at], known.keys[at + 1] if at + 1 < len(known.keys) else ""
    if key not in _NOUNS_AND_VERBS:
        return False
    return following in DETERMINERS or (
        at > 0 and known.keys[at - 1] in {"to", "will", "would", "must", "not"}
    )


def _describes(known: Ground, at: int) -> bool:
    """Whether a word for one person or people only describes the thing after it: "Rohingya homes"."""
    key, following = known.keys[at], known.keys[at + 1] if at + 1 < len(known.keys) else "."
    is_one = key in PEOPLES or (noun_classes()[key].name in _DESCRIBING and not key.endswith(_PLURAL))
    is_thing = (
        not ends_phrase(following)
        and following not in AFTER_NOUNS | MODIFIERS
        and following not in noun_classes()
    )
    return is_one and is_thing and known.text(at + 1, at + 2)[0].islower()


_DESCRIBING: Final = frozenset("persons civilians protesters rebels communal".split())
_PLURAL: Final = ("s", "men", "people", "children", "folk", "staff", "crew", "clergy", "youth")
_NOUNS_AND_VERBS: Final = frozenset(
    "forces force guards guard targets target posts post bases base heads head".split()
)


def _left(known: Ground, first: int) -> int:
    """Where a phrase starts whose noun is at word `first`."""
    floor = max(0, first - _LONGEST)
    while first > floor:
        at = first - 1
        unit, stop = _unit(known, at)
        if stop is not None and unit >= floor:
            first = unit
        elif at in known.bits or not _is_modifier(known, at):
            break
        else:
            first = at
    return first


def _is_modifier(known: Ground, at: int) -> bool:
    if _is_demonym(known, at):
        return True
    if at in known.places:
        # "In Mosul gunmen …", but "Gaza militants".
        return at > 0 and known.keys[at - 1] not in LOCATIVE
    if known.keys[at] in ALSO_VERBS and at and _unit(known, at - 1)[1] is not None:
        # "Police detained activists", but "detained activists".
        return False
    is_joined = "-" in known.text(at, at + 1)[1:-1]
    return is_joined or not ends_phrase(known.keys[at])


def _is_demonym(known: Ground, at: int) -> bool:
    return any(at in range(each.first, each.stop) for each in _near(known, at))


def _near(known: Ground, at: int) -> Iterator[Country]:
    """The countries whose words may hold word `at`: no name of a country is longer."""
    for first in range(max(0, at - _LONGEST_NAME), at + 1):
        if first in known.countries:
            yield known.countries[first]


def _with_name(known: Ground, stop: int) -> int:
    """Where a phrase ends, with the name of the person that it introduces: "commander Abu Omar"."""
    at = stop
    while at < min(stop + _LONGEST_NAME, len(known.keys)) and _is_name(known, at):
        at += 1
    return at


def _is_name(known: Ground, at: int) -> bool:
    if at in known.bits or at in known.countries or known.keys[at] in noun_classes():
        return False
    text = known.text(at, at + 1)
    is_capital = text[0].isupper() and not ends_phrase(known.keys[at])
    return is_capital or text.lower().startswith("al-")
