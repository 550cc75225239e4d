"""Finds the triggers of a sentence, each with its type, its clause and its grammar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from geomap.coding.clauses import SPEECH, Clause
from geomap.coding.grammar import Verb, read_verb
from geomap.coding.lexicon import Trigger, triggers
from geomap.coding.lexicon.forms import Form
from geomap.coding.sentence import Sentence
from geomap.model import Evidence

Keys = tuple[str, ...]
Rank = tuple[int, bool, int, int, int]

VIOLENT: Final = frozenset({"battle", "remote_violence", "civilian_violence"})
_WITH_THE_VERB: Final = frozenset("dead to death down".split())
# The noun that a relative clause is of stands within this many words before it.
_ANTECEDENT: Final = 8
_AFTER_A_REDUCED_PASSIVE: Final = frozenset(
    "in by at near during when while after outside on amid as , . - :".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A trigger that fired on words ``first`` to ``stop`` (exclusive) of a sentence; ``head`` is its verb.

    ``share`` is the probability, by the classifier, that the sentence tells the type before all others.
    """

    trigger: Trigger
    sentence: Sentence
    clause: Clause
    first: int
    stop: int
    head: int
    verb: Verb
    share: float = 0.0
    reason: str = "tells {type}"

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
    def turn(self) -> int:
        """Offset of the head: who acts stands before it."""
        return self.sentence.words[self.head].start

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
        return self.sentence.evidence(self.start, self.end, self.reason.format(type=self.type))


def hits(sentence: Sentence) -> tuple[Hit, ...]:
    """The triggers of a sentence, one for each act: the most specific where several fired on it."""
    found = [(hit, _rank(hit)) for hit in _hits(sentence)]
    kept = [one for one in found if not any(_beats(other, one) for other in found)]
    return tuple(sorted((hit for hit, _ in kept), key=lambda hit: hit.first))


def _hits(sentence: Sentence) -> Iterator[Hit]:
    index = triggers()
    for clause in sentence.clauses:
        around = _around(sentence, clause)
        for first in range(clause.first, clause.stop):
            for trigger in index.get(sentence.keys[first], ()):
                hit = _hit(sentence, clause, trigger, first)
                if hit is not None and trigger.unless.isdisjoint(around):
                    yield hit


def _hit(sentence: Sentence, clause: Clause, trigger: Trigger, first: int) -> Hit | None:
    matched = trigger.match(sentence.keys, first, clause.stop)
    if matched is None:
        return None
    stop, head, form = matched
    verb = read_verb(sentence.keys, head, form, clause.first)
    if head != first and verb.mood == "real":
        # "No bomb exploded": what is said of the noun goes for its verb.
        verb = replace(verb, mood=read_verb(sentence.keys, first, "noun", clause.first).mood)
    before, after = _sides(sentence, clause, trigger, first, stop)
    if _is_reduced(trigger, form, before, sentence.keys[head + 1 : clause.stop]):
        verb = replace(verb, passive=True)
    if not _fits(trigger, verb, before, after):
        return None
    return Hit(
        trigger=trigger, sentence=sentence, clause=clause, first=first, stop=stop, head=head, verb=verb
    )


def _around(sentence: Sentence, clause: Clause) -> frozenset[str]:
    """The words of a clause, and of what it says of the circumstances: "when their car overturned"."""
    told = [clause]
    if clause.kind in {"main", "reported"}:
        told += [each for each in sentence.clauses if each.kind == "when"]
    return frozenset(key for each in told for key in sentence.keys[each.first : each.stop])


def _sides(sentence: Sentence, clause: Clause, trigger: Trigger, first: int, stop: int) -> tuple[Keys, Keys]:
    """The words before and after a phrase that may be its subject and its objects.

    A relative clause looks back no further than to the noun that it is of. Those who only report a deed
    have no part in it: "police said" makes no policeman of the dead.
    """
    keys = sentence.keys
    if trigger.type.startswith("diplomacy"):
        # What is denied, demanded or praised is told in the clause that follows.
        return keys[:first], keys[stop:]
    if clause.kind == "relative":
        return keys[max(0, clause.first - _ANTECEDENT) : first], keys[stop : clause.stop]
    earlier = [each for each in sentence.clauses if each.stop <= clause.first and not _reports(keys, each)]
    before = tuple(key for each in earlier for key in keys[each.first : each.stop])
    return before + keys[clause.first : first], keys[stop : clause.stop]


def _reports(keys: Keys, clause: Clause) -> bool:
    return clause.kind == "attribution" or bool(SPEECH.intersection(keys[clause.first : clause.stop]))


def _is_reduced(trigger: Trigger, form: Form, before: Keys, after: Keys) -> bool:
    """Whether a bare participle stands for a passive, as in "five soldiers killed in a blast"."""
    if form not in {"past", "participle"} or trigger.after.isdisjoint(before):
        return False
    following = next((key for key in after if key not in _WITH_THE_VERB), ".")
    return following in _AFTER_A_REDUCED_PASSIVE


def _fits(trigger: Trigger, verb: Verb, before: Keys, after: Keys) -> bool:
    """Whether the words that the lexicon asks for stand on the right side of the phrase.

    In the passive the object stands first, and the subject after "by" if anywhere: "five soldiers were
    attacked by rebels".
    """
    by = after.index("by") if verb.passive and "by" in after else len(after)
    subjects = after[by:] if by < len(after) else before
    objects = before if verb.passive else after
    asked = (
        (trigger.before, subjects),
        (trigger.after, objects),
        (trigger.near, (*before, *after)),
    )
    return all(not words or bool(words.intersection(side)) for words, side in asked)


def _beats(winner: tuple[Hit, Rank], loser: tuple[Hit, Rank]) -> bool:
    """Whether the second gives way: it tells the same act in words that say less."""
    (one, rank), (other, other_rank) = winner, loser
    if one is other:
        return False
    if one.first < other.stop and other.first < one.stop:
        if one.type == other.type and _is_real(one) != _is_real(other):
            # "A Turkish drone strike": the noun tells an act, what reads it as a verb a habit.
            return _is_real(one)
        return rank > other_rank
    violent = {one.layer, other.layer} <= VIOLENT | {"strategic"} and other.layer in VIOLENT | {"strategic"}
    # "a bomb exploded …, killing five": the killing is what the bomb did.
    general = other.trigger.weight == 1 and one.trigger.weight == 2 and one.verb.mood == "real"
    if violent and general and one.layer in VIOLENT:
        return True
    same = one.type == other.type or (one.layer == other.layer and one.layer in VIOLENT)
    return same and one.clause == other.clause and rank > other_rank


def _is_real(hit: Hit) -> bool:
    return hit.verb.mood == "real" and hit.verb.tense != "present"


def _rank(hit: Hit) -> Rank:
    constraints = sum(map(bool, (hit.trigger.before, hit.trigger.after, hit.trigger.near)))
    length = hit.stop - hit.first
    return hit.trigger.weight, bool(hit.trigger.after), length, constraints, -_distance_to_object(hit)


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
