"""Finds the triggers of a sentence, each with its type, its clause and its grammar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geomap.coding.clauses import Clause
from geomap.coding.grammar import Verb, read_verb
from geomap.coding.lexicon import Trigger, triggers
from geomap.coding.sentence import Sentence
from geomap.model import Evidence

VIOLENT: Final = frozenset({"battle", "remote_violence", "civilian_violence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A trigger that fired on words ``first`` to ``stop`` (exclusive) of a sentence."""

    trigger: Trigger
    sentence: Sentence
    clause: Clause
    first: int
    stop: int
    verb: Verb

    @property
    def type(self) -> str:
        """The event type that the lexicon gives."""
        return self.trigger.type

    @property
    def layer(self) -> str:
        """The layer of the type."""
        return self.type.partition(".")[0]

    @property
    def start(self) -> int:
        """Offset of the trigger in the document."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """Offset of the trigger's end, exclusive."""
        return self.sentence.words[self.stop - 1].end

    @property
    def is_quoted(self) -> bool:
        """Whether it stands inside quotation marks."""
        return self.sentence.is_quoted(self.start)

    def evidence(self) -> Evidence:
        """The trigger's words."""
        return self.sentence.evidence(self.start, self.end, f"tells {self.type}")


def hits(sentence: Sentence) -> tuple[Hit, ...]:
    """The triggers of a sentence, one for each act: the most specific where several fired on it."""
    found = list(_hits(sentence))
    kept = [hit for hit in found if not any(_beats(other, hit) for other in found)]
    return tuple(sorted(kept, key=lambda hit: hit.first))


def _hits(sentence: Sentence) -> Iterator[Hit]:
    index = triggers()
    for clause in sentence.clauses:
        for first in range(clause.first, clause.stop):
            for trigger in index.get(sentence.keys[first], ()):
                hit = _hit(sentence, clause, trigger, first)
                if hit is not None:
                    yield hit


def _hit(sentence: Sentence, clause: Clause, trigger: Trigger, first: int) -> Hit | None:
    matched = trigger.match(sentence.keys, first, clause.stop)
    if matched is None or not _fits(sentence, clause, trigger, first, matched[0]):
        return None
    stop, form = matched
    verb = read_verb(sentence.keys, first, form, clause.first)
    return Hit(trigger=trigger, sentence=sentence, clause=clause, first=first, stop=stop, verb=verb)


def _fits(sentence: Sentence, clause: Clause, trigger: Trigger, first: int, stop: int) -> bool:
    """Whether the words that the lexicon asks for stand in the sentence on the right side of the phrase.

    The side is taken within the sentence, since a subject stands before its relative clause; what must not
    stand there is looked for in the clause.
    """
    before = sentence.keys[:first]
    # What is denied, demanded or praised is told in the clause that follows.
    after = sentence.keys[stop : None if trigger.type.startswith("diplomacy") else clause.stop]
    inside = sentence.keys[clause.first : clause.stop]
    # In the passive the object stands first: "five soldiers were attacked".
    near = (*before, *after)
    return (
        not trigger.unless.intersection(inside)
        and (not trigger.before or bool(trigger.before.intersection(near if _is_by(after) else before)))
        and (not trigger.after or bool(trigger.after.intersection(near)))
        and (not trigger.near or bool(trigger.near.intersection(near)))
    )


def _is_by(after: tuple[str, ...]) -> bool:
    return "by" in after[:3]


def _beats(one: Hit, other: Hit) -> bool:
    """Whether `other` gives way: it tells the same act in words that say less."""
    if one is other:
        return False
    if one.first < other.stop and other.first < one.stop:
        return _rank(one) > _rank(other)
    violent = {one.layer, other.layer} <= VIOLENT | {"strategic"} and other.layer in VIOLENT | {"strategic"}
    # "a bomb exploded …, killing five": the killing is what the bomb did.
    general = other.trigger.weight == 1 and one.trigger.weight == 2 and one.verb.mood == "real"
    if violent and general and one.layer in VIOLENT:
        return True
    same = one.type == other.type or (one.layer == other.layer and one.layer in VIOLENT)
    return same and one.clause == other.clause and _rank(one) > _rank(other)


def _rank(hit: Hit) -> tuple[int, int, int, int]:
    constraints = sum(map(bool, (hit.trigger.before, hit.trigger.after, hit.trigger.near)))
    return (hit.trigger.weight, hit.stop - hit.first, constraints, -_distance_to_object(hit))


def _distance_to_object(hit: Hit) -> int:
    """Words between a trigger and what its line asks for, on the side of the object first.

    It decides whether "killed" is of a combatant or of a civilian where the sentence names both.
    """
    asked = hit.trigger.after | hit.trigger.near
    keys = hit.sentence.keys
    before = next((hit.first - at for at in range(hit.first - 1, -1, -1) if keys[at] in asked), _FAR)
    after = next((at - hit.stop + 1 for at in range(hit.stop, len(keys)) if keys[at] in asked), _FAR)
    behind, ahead = (after, before) if hit.verb.passive else (before, after)
    return min(ahead, behind + _FAR)


# More words than a sentence has: the object's side always comes first.
_FAR: Final = 1000
