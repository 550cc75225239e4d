"""Who did it, and to whom: armed actors by name, forces by their country, others as the text calls them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.codes.actors import FORCES, UNNAMED, ActorKind, known_actors
from geomap.coding.detection import Hit
from geomap.coding.sentence import Sentence
from geomap.model import Actor, Evidence, Resolution, Role
from geomap.segmentation import Token, tokens

# "Iranian air force fighter planes": the force stands this near to its country's adjective.
_REACH: Final = 4
_LONGEST_ALIAS: Final = 8
# Acts that two sides do together: whoever stands before and whoever after has the same part in them.
_MUTUAL: Final = frozenset({"strategic.agreement", "diplomacy.meeting", "battle.armed_clash"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """An actor as it stands in a sentence."""

    name: str
    kind: ActorKind
    evidence: Evidence

    @property
    def start(self) -> int:
        """Offset in the document."""
        return self.evidence.span.start


def parties(sentence: Sentence, resolutions: Sequence[Resolution]) -> tuple[Party, ...]:
    """The actors of a sentence in order; where two readings overlap, the named group wins over the force."""
    words = [word for word in tokens(sentence.text) if word.text[0].isalnum()]
    found: list[Party] = []
    for party in (
        *_named(sentence, words),
        *_forces(sentence, words, resolutions),
        *_unnamed(sentence, words),
    ):
        if not any(party.evidence.span.overlaps(other.evidence.span) for other in found):
            found.append(party)
    return tuple(sorted(found, key=lambda party: party.start))


def actors(hit: Hit, found: Sequence[Party]) -> tuple[Actor, ...]:
    """The actors of an event by where they stand: before or after the verb, turned round in the passive."""
    first, stop = _reach(hit)
    near = [party for party in found if first <= party.start < stop]
    before = [party for party in near if party.start < hit.start]
    after = [party for party in near if party.start >= hit.start]
    doers, targets = (after, before) if hit.verb.passive else (before, after)
    if hit.verb.passive:
        doers = [party for party in doers if _is_by(hit, party)]
    if hit.type in _MUTUAL:
        return tuple(_actor(party, "actor") for party in (*doers, *targets))
    return (*(_actor(party, "actor") for party in doers), *(_actor(party, "target") for party in targets))


def loser_and_winner(hit: Hit, found: Sequence[Party]) -> tuple[ActorKind | None, ActorKind | None]:
    """The kinds of the side that lost a place and of the side that took it, each None if untold."""
    told = actors(hit, found)
    kinds = {party.evidence.span: party.kind for party in found}
    lost = next((kinds[actor.evidence.span] for actor in told if actor.role == "target"), None)
    won = next((kinds[actor.evidence.span] for actor in told if actor.role == "actor"), None)
    return lost, won


def _reach(hit: Hit) -> tuple[int, int]:
    """Where an event's actors stand: in its clause, or in the noun that a relative clause is of."""
    words = hit.sentence.words
    first = words[hit.clause.first].start
    if hit.clause.kind in {"relative", "participle"}:
        first = hit.sentence.span.start if hit.clause.kind == "participle" else words[_noun(hit)].start
    return first, words[hit.clause.stop - 1].end


def _noun(hit: Hit) -> int:
    return max(0, hit.clause.first - 6)


def _is_by(hit: Hit, party: Party) -> bool:
    between = hit.sentence.text[hit.end - hit.sentence.span.start : party.start - hit.sentence.span.start]
    return " by " in f" {between} "


def _actor(party: Party, role: Role) -> Actor:
    return Actor(name=party.name, role=role, evidence=party.evidence)


def _party(sentence: Sentence, name: str, kind: ActorKind, first: Token, last: Token) -> Party:
    offset = sentence.span.start
    evidence = sentence.evidence(offset + first.start, offset + last.end, f"names {name}")
    return Party(name=name, kind=kind, evidence=evidence)


def _named(sentence: Sentence, words: Sequence[Token]) -> Iterator[Party]:
    table = known_actors()
    keys = [word.text.lower() for word in words]
    at = 0
    while at < len(words):
        lengths = range(min(_LONGEST_ALIAS, len(words) - at), 0, -1)
        length = next((length for length in lengths if tuple(keys[at : at + length]) in table), 0)
        # "is" and "let" are words: an alias of one short word counts only in the capitals of its name.
        if length and words[at].text[0].isupper():
            actor = table[tuple(keys[at : at + length])]
            yield _party(sentence, actor.name, actor.kind, words[at], words[at + length - 1])
        at += max(length, 1)


def _forces(sentence: Sentence, words: Sequence[Token], resolutions: Sequence[Resolution]) -> Iterator[Party]:
    """A country's adjective or name with a word for its forces, and a country that acts itself."""
    offset = sentence.span.start
    index = {word.start + offset: at for at, word in enumerate(words)}
    for each in resolutions:
        mention, place = each.mention, each.place
        at = index.get(mention.start)
        if at is None or place is None or place.kind != "country":
            continue
        found = _force(words, at + len(mention.text.split()))
        if found is not None:
            kind: ActorKind = (
                "nonstate" if FORCES[words[found].text.lower()].startswith("Rebels") else "state"
            )
            name = FORCES[words[found].text.lower()].format(place.name)
            yield _party(sentence, name, kind, words[at], words[found])
        elif mention.use == "metonym":
            yield _party(sentence, f"Government of {place.name}", "state", words[at], words[at])


def _force(words: Sequence[Token], first: int) -> int | None:
    """The word for a force that goes with the country named before it; a verb or a comma ends the search."""
    for at in range(first, min(first + _REACH, len(words))):
        word = words[at].text
        if word.lower() in FORCES:
            return at
        if word.lower() in _ENDS or (at > first and words[at - 1].end + 1 < words[at].start):
            return None
    return None


_ENDS: Final = frozenset("and or in on at to of from by with for was were is are has have had said".split())


def _unnamed(sentence: Sentence, words: Sequence[Token]) -> Iterator[Party]:
    for word in words:
        kind = UNNAMED.get(word.text.lower())
        if kind is not None:
            yield _party(sentence, word.text.lower(), kind, word, word)
