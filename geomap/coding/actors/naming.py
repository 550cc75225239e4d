"""What a phrase's actor is called: by the table, by its country and force, or in the text's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geomap.codes.actor_nouns import CLASSES, ActorKind, NounClass, members, noun_classes
from geomap.codes.actors import KnownActor
from geomap.coding.actors.party import Form, Party
from geomap.coding.actors.phrases import Country, Ground, Phrase
from geomap.coding.actors.words import MODIFIERS, PEOPLES, POSSESSIVES, TITLES

_OFFICERS: Final = CLASSES["officers"]
# "A police convoy", "a rebel commander": what the noun before says goes for these.
_LENDS: Final = ("police", "rebels")
_BORROWS: Final = frozenset("officers officials asset member government".split())
_GROUPS: Final = {
    "armed": "armed",
    "rights": "persons",
    "aid": "persons",
    "jihadi": "rebels",
    "family": "persons",
}
_BOMBERS: Final = frozenset({"bomber", "bombers"})
_FORCEFUL: Final = frozenset("military police government rebels officials".split())
# "His fighters" are the side of the one who has them; "his bodyguard" is a man.
_OWN: Final = frozenset(
    """
    fighters forces force troops men soldiers army navy units unit members militants warplanes jets aircraft
    planes helicopters drones police artillery commanders militia militiamen guerrillas rebels positions
    snipers pilots
    """.split()
)
_STATE: Final[tuple[ActorKind, int]] = ("state", 1)
_POSSESSIVE_MARKS: Final = frozenset({"'s", "’s"})


def party_of(known: Ground, phrase: Phrase) -> Party | None:
    """The actor that a phrase names; None where its noun alone is none, as "positions" or "group" are."""
    noun = noun_of(known, phrase)
    actor = _actor_in(known, phrase)
    if actor is not None and (noun is None or noun.kind != "people" or _head(known, phrase) in members()):
        party = _party(known, phrase, actor.name, "named", (_kind(actor), actor.inter))
        return replace(party, country=actor.country)
    if noun is None:
        return None
    country = _country_of(known, phrase)
    if country is not None and noun.pattern is not None and not _is_of_a_people(known, country, phrase):
        return _force(known, phrase, noun, country)
    if not _stands_alone(known, phrase, noun, country):
        return None
    return _in_words(known, phrase, noun)


def _kind(actor: KnownActor) -> ActorKind:
    if actor.inter == CLASSES["persons"].inter:
        return "people"
    return "state" if actor.side == "state" else "nonstate"


def _actor_in(known: Ground, phrase: Phrase) -> KnownActor | None:
    found = (known.named[at][1] for at in range(phrase.first, phrase.stop) if at in known.named)
    return next(found, None)


def _head(known: Ground, phrase: Phrase) -> str:
    return known.keys[phrase.head]


def noun_of(known: Ground, phrase: Phrase) -> NounClass | None:
    """The class of a phrase's noun, or of the noun before that says more; None of a bare name."""
    classes = noun_classes()
    head = _head(known, phrase)
    if head == "." or tuple(known.keys[max(0, phrase.head - 2) : phrase.head]) == ("chief", "of"):
        return _OFFICERS
    if head in _BOMBERS and "suicide" in known.keys[phrase.first : phrase.head]:
        return CLASSES["armed"]
    noun = classes.get(head) if phrase.head not in known.bits else None
    if noun is None or noun.name not in _BORROWS:
        return noun
    return _lent(known.keys[phrase.first : phrase.head], noun)


def _lent(before: Sequence[str], noun: NounClass) -> NounClass:
    """The class that the words before a noun give it: "a police convoy", "gang members", "an armed group"."""
    if noun.name == "member":
        lent = next((name for word, name in _GROUPS.items() if word in before), None)
        named = [noun_classes()[key] for key in before if key in noun_classes()]
        return CLASSES[lent] if lent else (named[-1] if named else noun)
    names = {noun_classes()[key].name for key in before if key in noun_classes()}
    lent = next((name for name in _LENDS if name in names), None)
    return CLASSES[lent] if lent else noun


def _country_of(known: Ground, phrase: Phrase) -> Country | None:
    """The country whose adjective or name stands in a phrase, or before it with a possessive."""
    within = (known.countries[at] for at in range(phrase.first, phrase.stop) if at in known.countries)
    country = next(within, None)
    if country is not None:
        return country
    if phrase.first > 0 and known.keys[phrase.first - 1] in _POSSESSIVE_MARKS:
        return next((each for each in _ending_at(known, phrase.first - 1)), None)
    return None


def _ending_at(known: Ground, stop: int) -> Iterator[Country]:
    for first in range(max(0, stop - 4), stop):
        if first in known.countries and known.countries[first].stop == stop:
            yield known.countries[first]


def _is_of_a_people(known: Ground, country: Country, phrase: Phrase) -> bool:
    """Whether a word of a people stands between: "Syrian Kurdish fighters" are no force of Syria."""
    words = range(country.stop, phrase.head)
    return any(
        known.text(at, at + 1)[0].isupper() and known.keys[at] not in noun_classes() for at in words
    ) and (noun_of(known, phrase) is CLASSES["rebels"])


def _force(known: Ground, phrase: Phrase, noun: NounClass, country: Country) -> Party:
    whole = replace(phrase, first=min(phrase.first, country.first))
    name = (noun.pattern or "{}").format(country.name)
    party = _party(known, whole, name, "force", (noun.kind, noun.inter))
    return replace(party, country=country.code, place=country.name, noun_class=noun.name)


def _stands_alone(known: Ground, phrase: Phrase, noun: NounClass, country: Country | None) -> bool:
    if noun.alone or _is_own(known, phrase):
        return True
    before = known.keys[phrase.first : phrase.head]
    classes = noun_classes()
    return country is not None or any(key in classes and classes[key].name in _FORCEFUL for key in before)


def _in_words(known: Ground, phrase: Phrase, noun: NounClass) -> Party:
    words = known.text(phrase.first, phrase.stop)
    name = _lowered(known, phrase, words)
    party = _party(known, phrase, name, "words", (noun.kind, noun.inter))
    own = noun_classes().get(_head(known, phrase), noun)
    return replace(party, noun_class=own.name, is_own=_is_own(known, phrase))


def _is_own(known: Ground, phrase: Phrase) -> bool:
    owner = known.keys[phrase.first - 1] if phrase.first else ""
    return owner in POSSESSIVES and _head(known, phrase) in _OWN


def _lowered(known: Ground, phrase: Phrase, words: str) -> str:
    """The words as they would stand within a sentence: "Gunmen" are gunmen, and "Fulani herders" stay."""
    key = known.keys[phrase.first]
    is_common = (key in noun_classes() or key in MODIFIERS) and key not in TITLES | PEOPLES
    return words[0].lower() + words[1:] if is_common and phrase.first == 0 else words


def _party(known: Ground, phrase: Phrase, name: str, form: Form, side: tuple[ActorKind, int]) -> Party:
    """A party of a phrase; `side` is its kind and ACLED's inter code."""
    words = known.sentence.words
    start, end = words[phrase.first].start, words[phrase.stop - 1].end
    return Party(
        name=name,
        kind=side[0],
        inter=side[1],
        form=form,
        first=phrase.first,
        stop=phrase.stop,
        evidence=known.sentence.evidence(start, end, f"names {name}"),
    )


def country_party(known: Ground, country: Country) -> Party:
    """A country's name or adjective, or a capital's, that stands alone: its government, should it act.

    An adjective in the plural is its people: "Serbs rallied".
    """
    phrase = Phrase(first=country.first, stop=country.stop, head=country.stop - 1)
    if country.is_demonym and known.keys[phrase.head].endswith("s"):
        people = CLASSES["persons"]
        name = known.text(phrase.first, phrase.stop)
        return replace(
            _party(known, phrase, name, "words", (people.kind, people.inter)), noun_class=people.name
        )
    party = _party(known, phrase, f"Government of {country.name}", "country", _STATE)
    return replace(party, country=country.code, place=country.name, is_metonym=country.is_metonym)
