"""Who did it, and to whom: armed actors by name, forces by their country, others as the text calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geomap.codes.actors import FORCES, QUALIFIED, UNNAMED, ActorKind, known_actors
from geomap.coding.detection import VIOLENT, Hit
from geomap.coding.sentence import Sentence
from geomap.model import Actor, Evidence, Resolution, Role
from geomap.segmentation import Token, tokens

# "Iranian air force fighter planes": the force stands this near to its country's adjective.
_REACH: Final = 4
_LONGEST_ALIAS: Final = 8
# The noun that a relative clause is of stands within this many words before it.
_ANTECEDENT: Final = 6
# "three soldiers and at least two policemen": what stands between two members of a list.
_LIST: Final = re.compile(r"\s*(?:,|,?\s*(?:and|or|as well as)\s)\s*(?:[\w'-]+\s+){0,4}")
_DETERMINERS: Final = frozenset("the a an his her its their our this that these those all both".split())
_HARMED: Final = frozenset(
    "killed wounded injured hit targeted attacked struck dead died martyred hurt".split()
)
_POSSESSIVES: Final = frozenset("his her their our its my".split())
_OWN_FORCES: Final = frozenset("fighters forces troops men soldiers army group movement units unit".split())
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
    named = (*_named(sentence, words), *_forces(sentence, words, resolutions))
    found: list[Party] = []
    for party in (*named, *_unnamed(sentence, words, named)):
        if not any(party.evidence.span.overlaps(other.evidence.span) for other in found):
            found.append(party)
    return tuple(sorted(found, key=lambda party: party.start))


def actors(hit: Hit, found: Sequence[Party], speaker: Sequence[Party] = ()) -> tuple[Actor, ...]:
    """The actors of an event by where they stand: before or after the verb, turned round in the passive.

    `speaker` are the parties of the one who tells it, which "his fighters" and "we" stand for.
    """
    if hit.layer == "civic":
        return ()
    doers, targets = _told_by_noun(hit, found) if hit.verb.tense == "none" else _told_by_verb(hit, found)
    if not doers and _is_own_side(hit):
        doers = list(speaker)
    if _is_mutual(hit):
        return _distinct([_actor(party, "actor") for party in (*doers, *targets)])
    # "Worshippers … in the bombing": before a noun stand those whom it hit.
    is_noun = hit.verb.tense == "none" and hit.layer in VIOLENT
    harmed = [party for party in doers if is_noun and party.kind == "people"]
    doing = [_actor(party, "actor") for party in doers if party not in harmed]
    return _distinct([*doing, *(_actor(party, "target") for party in (*harmed, *targets))])


def loser_and_winner(hit: Hit, found: Sequence[Party]) -> tuple[ActorKind | None, ActorKind | None]:
    """The kinds of the side that lost a place and of the side that took it, each None if untold."""
    told = actors(hit, found)
    kinds = {party.evidence.span: party.kind for party in found}
    lost = next((kinds[actor.evidence.span] for actor in told if actor.role == "target"), None)
    won = next((kinds[actor.evidence.span] for actor in told if actor.role == "actor"), None)
    return lost, won


def _is_mutual(hit: Hit) -> bool:
    """Whether both sides do it: "clashed with", but not "attacked", which asks for an object."""
    return hit.type in _MUTUAL and not hit.trigger.after


def _told_by_verb(hit: Hit, found: Sequence[Party]) -> tuple[list[Party], list[Party]]:
    before, after = _before(hit, found), _after(hit, found)
    if not hit.verb.passive:
        return before, after
    return [party for party in after if _is_by(hit, party)], _subject(hit.sentence, before)


def _subject(sentence: Sentence, before: Sequence[Party]) -> list[Party]:
    """The last of the parties before a passive, with those that a list joins to it.

    In "the army took the town and five militants were killed" the army is the subject of another verb.
    """
    kept = list(before[-1:])
    for one, following in zip(reversed(before[:-1]), reversed(before), strict=False):
        between = sentence.text[
            one.evidence.span.end - sentence.span.start : following.start - sentence.span.start
        ]
        if not _LIST.fullmatch(between):
            break
        kept.insert(0, one)
    return kept


def _told_by_noun(hit: Hit, found: Sequence[Party]) -> tuple[list[Party], list[Party]]:
    """Who bombed in "the rebels' bombing" and whom it hit in "soldiers died in a bombing"."""
    doers: list[Party] = []
    targets: list[Party] = []
    for party in _before(hit, found):
        (targets if _is_harmed(hit, party) else doers).append(party)
    for party in _after(hit, found):
        (doers if _is_by(hit, party) else targets).append(party)
    return doers, targets


def _before(hit: Hit, found: Sequence[Party]) -> list[Party]:
    """The parties before a trigger: in its clause, or in the noun or the main clause that this hangs on."""
    first = hit.sentence.words[hit.clause.first].start
    own = [party for party in found if first <= party.start < hit.turn]
    earlier = [party for party in found if party.start < first]
    if own or not earlier:
        return own
    if hit.clause.kind == "relative":
        near = hit.sentence.words[max(0, hit.clause.first - _ANTECEDENT)].start
        return [party for party in earlier[-1:] if party.start >= near]
    return earlier[:1] if hit.clause.kind == "participle" else []


def _after(hit: Hit, found: Sequence[Party]) -> list[Party]:
    """The parties after a trigger in its clause, up to an infinitive of purpose: "to fight militants"."""
    stop = hit.sentence.words[_purpose(hit) - 1].end
    return [party for party in found if hit.turn <= party.start < stop]


def _purpose(hit: Hit) -> int:
    """The word "to" that opens an infinitive after a trigger, or the end of its clause."""
    sentence = hit.sentence
    for at in range(hit.stop, hit.clause.stop - 1):
        following = sentence.words[at + 1]
        is_name = sentence.text[following.start - sentence.span.start].isupper()
        is_verb = following.key.isalpha() and following.key not in _DETERMINERS and not is_name
        if sentence.keys[at] == "to" and is_verb:
            return at
    return hit.clause.stop


def _is_harmed(hit: Hit, party: Party) -> bool:
    """Whether a verb of loss stands between a party and a noun trigger: "soldiers were killed in clashes"."""
    words = hit.sentence.words[hit.clause.first : hit.first]
    return any(word.key in _HARMED for word in words if word.start > party.start)


def _is_own_side(hit: Hit) -> bool:
    """Whether the speaker's own side is the subject: "his fighters had pushed", "we captured"."""
    keys = hit.sentence.keys[hit.clause.first : hit.first]
    owned = any(one in _POSSESSIVES and other in _OWN_FORCES for one, other in pairwise(keys))
    return owned or "we" in keys


def _distinct(told: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each name once in each part."""
    first = {(actor.name, actor.role): actor for actor in reversed(told)}
    return tuple(actor for actor in told if first[actor.name, actor.role] is actor)


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
        if length and _is_written_as_name(words[at], length):
            actor = table[tuple(keys[at : at + length])]
            yield _party(sentence, actor.name, actor.kind, words[at], words[at + length - 1])
        at += max(length, 1)


def _is_written_as_name(word: Token, length: int) -> bool:
    """Whether capitals tell a name from a word: "IS" is a group, and "Is" a verb."""
    return word.text.isupper() if length == 1 and len(word.text) < 4 else word.text[0].isupper()


def _forces(sentence: Sentence, words: Sequence[Token], resolutions: Sequence[Resolution]) -> Iterator[Party]:
    """A country's adjective or name with a word for its forces, and a country that acts itself."""
    offset = sentence.span.start
    index = {word.start + offset: at for at, word in enumerate(words)}
    for each in resolutions:
        mention, place = each.mention, each.place
        at = index.get(mention.start)
        if at is None or place is None or place.kind != "country":
            continue
        stop = at + len(mention.text.split())
        found = _force(words, stop)
        if found is not None:
            yield _force_of(sentence, place.name, words[at], words[found])
        elif (shared := _shared_force(words, stop)) is not None:
            # "US and Iranian officials": the word for the force stands once for both.
            name, kind = _name_of_force(words[shared], place.name)
            yield _party(sentence, name, kind, words[at], words[stop - 1])
        elif mention.use == "metonym":
            yield _party(sentence, f"Government of {place.name}", "state", words[at], words[at])


def _force_of(sentence: Sentence, country: str, first: Token, force: Token) -> Party:
    name, kind = _name_of_force(force, country)
    return _party(sentence, name, kind, first, force)


def _name_of_force(force: Token, country: str) -> tuple[str, ActorKind]:
    pattern = FORCES[force.text.lower()]
    kinds: dict[str, ActorKind] = {"Rebels": "nonstate", "Civilians": "people"}
    return pattern.format(country), kinds.get(pattern.split()[0], "state")


def _shared_force(words: Sequence[Token], at: int) -> int | None:
    if at + 1 < len(words) and words[at].text.lower() == "and" and words[at + 1].text[0].isupper():
        return _force(words, at + 2)
    return None


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


def _unnamed(sentence: Sentence, words: Sequence[Token], named: Sequence[Party]) -> Iterator[Party]:
    """Parties without a name of their own; "militants" right after a named group are that group's."""
    named_ends = {party.evidence.span.end - sentence.span.start for party in named}
    before: Token | None = None
    for word in words:
        kind = UNNAMED.get(word.text.lower())
        qualified = QUALIFIED.get((before.text.lower(), word.text.lower())) if before else None
        is_named = before is not None and before.end in named_ends and word.start - before.end == 1
        if before is not None and qualified is not None:
            yield _party(sentence, f"{before.text} {word.text}".lower(), qualified, before, word)
        elif kind is not None and not is_named:
            yield _party(sentence, word.text.lower(), kind, word, word)
        before = word
