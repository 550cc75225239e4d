"""The actors of a sentence, in order: phrases named, joined where "of" joins them, and what governs each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geomap.codes.actor_nouns import CLASSES, members, noun_classes
from geomap.codes.actors import ActorTable, known_actors
from geomap.coding.actors.naming import country_party, noun_of, party_of
from geomap.coding.actors.party import Party
from geomap.coding.actors.phrases import Ground, Phrase, ground, phrases
from geomap.coding.actors.words import AND, DETERMINERS, PREPOSITIONS, QUANTITIES, ends_phrase
from geomap.coding.sentence import Sentence
from geomap.model import Resolution

# "members of the", "gunmen from the banned": between the two nouns stand a preposition and this many words.
_BETWEEN: Final = 4
_FROM: Final = frozenset("of from in with to calls calling called as".split())
_SELF: Final = frozenset("that which calls calling called itself themselves known as loyal belonging".split())
_ANDS: Final = (("and",), ("or",), (",",))
_MARKS: Final = (("'",), ("’",), ("'s",), ("’s",))
_TOTALS: Final = frozenset("total thousands hundreds dozens scores tens number".split())
_SPOKEN: Final = frozenset("prisoners prisoner".split())


def parties(
    sentence: Sentence, resolutions: Sequence[Resolution], table: ActorTable | None = None
) -> tuple[Party, ...]:
    """The actors of a sentence in order, by the package's table of actors or another."""
    known = ground(sentence, resolutions, known_actors() if table is None else table)
    found = phrases(known)
    named = list(_joined(known, found))
    return tuple(_governed(known, sorted((*named, *_countries(known, named)), key=lambda party: party.first)))


def _joined(known: Ground, found: Sequence[Phrase]) -> Iterator[Party]:
    """The party of each phrase; what "of" joins to a group has the group's name, and is told once."""
    at = 0
    while at < len(found):
        phrase = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        if following and _owns(known, phrase, following):
            at += 1
            continue
        inner = party_of(known, following) if following and _is_of(known, phrase, following) else None
        if inner is not None and _takes_name_of(known, phrase, inner):
            yield _widened(known, phrase, inner)
            at += 2
            continue
        party = _of_country(known, phrase) or party_of(known, phrase)
        if party is not None:
            yield _with_tail(known, party)
        at += 1


def _owns(known: Ground, phrase: Phrase, following: Phrase) -> bool:
    """Whether people only tell whose the next are: "police officers' relatives"."""
    party = party_of(known, phrase)
    mark = known.keys[phrase.stop : following.first]
    return party is not None and party.form != "named" and mark in _MARKS


def _is_of(known: Ground, phrase: Phrase, following: Phrase) -> bool:
    """Whether a phrase is joined to the next: "members of the", "a gang that calls itself"."""
    between = known.keys[phrase.stop : following.first]
    if not between or len(between) > _BETWEEN:
        return False
    is_self = between[0] in _SELF and set(between) <= _SELF | {"to"}
    rest = all(not ends_phrase(key) or key in DETERMINERS | QUANTITIES for key in between[1:])
    return is_self or (between[0] in _FROM and rest)


def _takes_name_of(known: Ground, phrase: Phrase, inner: Party) -> bool:
    head = known.keys[phrase.head]
    between = known.keys[phrase.stop]
    noun = noun_classes().get(head)
    if between in _SELF:
        return inner.form == "named"
    if head not in members():
        joins = {"of"} if noun is not None and noun.name in {"military", "craft"} else {"from"}
        is_force = noun is not None and (noun.kind == "nonstate" or joins == {"of"})
        return is_force and between in joins and inner.form in {"named", "force"}
    return between == "of" or (between in {"from", "in", "with"} and inner.form in {"named", "force"})


def _widened(known: Ground, phrase: Phrase, inner: Party) -> Party:
    words = known.sentence.words
    start, end = words[phrase.first].start, words[inner.stop - 1].end
    return replace(
        inner,
        first=phrase.first,
        evidence=known.sentence.evidence(start, end, inner.evidence.reason or ""),
    )


def _of_country(known: Ground, phrase: Phrase) -> Party | None:
    """The force of a country named after it: "the army of Iraq"."""
    at = phrase.stop + 1
    noun = noun_of(known, phrase)
    if noun is None or noun.pattern is None or known.keys[phrase.stop : at] != ("of",):
        return None
    at += known.keys[at : at + 1] == ("the",)
    country = known.countries.get(at)
    if country is None or country.is_demonym or country.is_capital:
        return None
    party = replace(country_party(known, country), name=noun.pattern.format(country.name), form="force")
    return _widened(known, phrase, replace(party, kind=noun.kind, inter=noun.inter, noun_class=noun.name))


def _with_tail(known: Ground, party: Party) -> Party:
    """A phrase that "of" completes: "prisoners of war"."""
    tail = known.keys[party.stop : party.stop + 2]
    if tail != ("of", "war") or known.keys[party.stop - 1] not in _SPOKEN or party.form != "words":
        return party
    words, stop = known.sentence.words, party.stop + 2
    name = f"{party.name} of war"
    evidence = known.sentence.evidence(party.start, words[stop - 1].end, f"names {name}")
    return replace(party, name=name, stop=stop, evidence=evidence)


def _countries(known: Ground, named: Sequence[Party]) -> Iterator[Party]:
    taken = {at for party in named for at in range(party.first, party.stop)}
    for first, country in known.countries.items():
        if first not in taken:
            alone = country_party(known, country)
            yield _sharing(known, alone, named) or alone


def _sharing(known: Ground, country: Party, named: Sequence[Party]) -> Party | None:
    """A country whose force is told once for two: "Turkish and Syrian soldiers"."""
    if known.keys[country.stop : country.stop + 1] not in _ANDS:
        return None
    force = next(
        (party for party in named if party.first == country.stop + 1 and party.form == "force"), None
    )
    if force is None or force.noun_class is None:
        return None
    pattern = CLASSES[force.noun_class].pattern or force.name
    return replace(
        force,
        name=pattern.format(country.place),
        place=country.place,
        country=country.country,
        first=country.first,
        stop=country.stop,
        evidence=country.evidence,
    )


def _governed(known: Ground, found: Sequence[Party]) -> Iterator[Party]:
    """Each party with its preposition; the members of a list share that of the first."""
    before: Party | None = None
    for party in found:
        at = _before(known, party.first)
        key = known.keys[at] if at >= 0 else ""
        is_joined = (
            before is not None and _is_list(known, before, at) and _is_one_clause(known, before, party)
        )
        if is_joined and before is not None:
            before = replace(party, governor=before.governor, joined=True)
        else:
            before = replace(party, governor=key if key in PREPOSITIONS and not _opens(known, at) else "")
        yield before


def _opens(known: Ground, at: int) -> bool:
    """Whether a word opens a clause, as "after" does before a verb: "after the militants attacked"."""
    clause = known.sentence.clause_at(at)
    return clause.first == at and clause.kind in {"after", "when"}


def _is_one_clause(known: Ground, one: Party, other: Party) -> bool:
    return known.sentence.clause_at(one.first) == known.sentence.clause_at(other.first)


def _before(known: Ground, first: int) -> int:
    """The word before a phrase, its determiners and numbers passed over; -1 at the start."""
    at = first - 1
    while at >= 0 and (known.keys[at] in DETERMINERS | QUANTITIES or known.keys[at][0].isdigit()):
        at -= 1
    if at > 0 and known.keys[at] == "of" and _counts(known.keys[at - 1]):
        return _before(known, at - 1)
    return at


def _counts(key: str) -> bool:
    """Whether "of" after a word tells of how many: "four of its fighters", "a total of"."""
    return key in _TOTALS | QUANTITIES or key[0].isdigit()


def _is_list(known: Ground, before: Party, at: int) -> bool:
    """Whether nothing but "and" or a comma stands between a party and the word before the next."""
    between = known.keys[before.stop : at + 1]
    return 0 < len(between) <= 3 and all(key in AND or key in {"as", "well"} for key in between)
