"""Which persons a verb of loss tells of: its object, its subject, or the number beside it."""

from __future__ import annotations

from typing import Final

from geomap.coding.casualties.clause import Clause, Link, Persons
from geomap.coding.casualties.groups import Group
from geomap.coding.casualties.subjects import listed_before, subject_of
from geomap.coding.casualties.words import (
    ACHIEVED,
    ARTICLES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DIED_AWAY,
    NOT_DONE,
    ONE,
    PREPOSITIONS,
    SHOT,
    SHOT_DOWN,
    SKIPPED,
    UNREAL,
    VERBS,
    Verb,
)

_UNREAL_REACH: Final = 5
_BEFORE_AN_OBJECT: Final = frozenset("also reportedly dead instantly down up all “ \" '".split())
_LINKS_OF_VERBS: Final = frozenset({"or", "and", ",", "/"})


def links_of(clause: Clause) -> list[Link]:
    """The verbs of loss of a sentence that are told as done, each with its persons."""
    links: list[Link] = []
    taken = -1
    index = 0
    while index < len(clause.words):
        end = _chain_end(clause, index)
        if end == index:
            index += 1
            continue
        link = _link(clause, index, end, taken)
        if link is not None:
            links.append(link)
            taken = max([taken, *(group.end for group in link.groups if group.start > index)])
        index = end
    return links


def _chain_end(clause: Clause, index: int) -> int:
    """The end of "killed or wounded or arrested" from its first verb; ``index`` where no verb stands."""
    verb = VERBS.get(clause.word(index))
    if verb is None:
        return index
    end = index + 1
    while True:
        following = end
        while following < end + 2 and clause.word(following) in _LINKS_OF_VERBS:
            following += 1
        following += following > end and clause.word(following) in {
            "even",
            "were",
            "have",
            "been",
            "are",
            "is",
            "went",
        }
        other = VERBS.get(clause.word(following))
        if following == end or other is None or not _agree(verb, other):
            return end
        end = following + 1


def _agree(verb: Verb, other: Verb) -> bool:
    return other.form == verb.form or {verb.form, other.form} == {"participle", "state"}


def _link(clause: Clause, start: int, end: int, taken: int) -> Link | None:
    verb = VERBS[clause.word(start)]
    kinds = frozenset(
        VERBS[word.text.lower()].kind for word in clause.words[start:end] if word.text.lower() in VERBS
    )
    start = _shot_from(clause, start)
    if _is_unreal(clause, start, verb) or (
        clause.word(end) in DIED_AWAY and clause.word(start) not in SHOT_DOWN
    ):
        return None
    # "The wounded", "the dead": persons, not what befell them.
    is_noun = clause.word(start - 1) in ARTICLES and verb.form != "gerund"
    persons = None if is_noun else _persons(clause, start, end, verb, taken)
    if persons is None:
        return None
    groups, single, reason = persons
    return Link((start, end), kinds, groups, reason, single=single)


def _shot_from(clause: Clause, start: int) -> int:
    """Where "shot dead" or "shot and killed" starts, for its second verb."""
    before = start - 2 if clause.word(start - 1) == "and" else start - 1
    return before if clause.word(before) in SHOT else start


def _persons(clause: Clause, start: int, end: int, verb: Verb, taken: int) -> Persons | None:
    if (around := clause.group_around(start)) is not None:
        return _within(around, verb, taken)
    if verb.form in {"gerund", "base"}:
        return _object(clause, end)
    before = _before_adverbs(clause, start)
    shot = clause.word(start) in SHOT
    passive = clause.word(before) in BE
    if verb.form == "participle" or shot:
        told = None if passive else _object(clause, end)
        if told is not None:
            return told
    return _beside_or_before(clause, start, end, verb, taken, passive=passive)


def _within(around: Group, verb: Verb, taken: int) -> Persons | None:
    """The group that a verb stands in: "34 injured people"; captives are named so for another deed."""
    is_told = around.counted and verb.kind != "detained" and around.start >= taken
    return ((around,), False, "the number beside the verb") if is_told else None


def _beside_or_before(  # noqa: PLR0913 - what a verb in its sentence consists of
    clause: Clause, start: int, end: int, verb: Verb, taken: int, *, passive: bool
) -> Persons | None:
    beside = clause.group_ending(start, {"of", "them", "whom"})
    if not passive and beside is not None and beside.end > taken and _counts(clause, beside, end, verb):
        return listed_before(clause, beside, taken), False, "the number beside the verb"
    if passive or verb.form != "participle":
        return subject_of(clause, start, taken)
    if beside is None or not _ends_a_phrase(clause, end):
        return None
    return (beside,), False, "the persons beside the verb"


def _counts(clause: Clause, beside: Group, end: int, verb: Verb) -> bool:
    """Whether the verb befell the group right before it: "12 wounded", not "12 men killed a bill"."""
    if verb.form == "participle":
        return beside.counted and clause.word(end) not in DETERMINERS
    return True


def _ends_a_phrase(clause: Clause, index: int) -> bool:
    word = clause.word(index)
    return not word[:1].isalnum() or word in PREPOSITIONS | CONJUNCTIONS


def _before_adverbs(clause: Clause, index: int) -> int:
    """The token before a verb and the adverbs that may stand before it."""
    position = index - 1
    while position > max(-1, index - _UNREAL_REACH) and (
        clause.word(position) in SKIPPED - BE or clause.word(position).endswith("ly")
    ):
        position -= 1
    return position


def _is_unreal(clause: Clause, start: int, verb: Verb) -> bool:
    """Whether the verb tells of what was not done: a modal, a negation or a plan stands before it."""
    position = start - 1
    if verb.form == "gerund" and clause.word(position) in NOT_DONE:
        return True
    for before in range(position, max(-1, position - _UNREAL_REACH), -1):
        word = clause.word(before)
        if word in UNREAL:
            return True
        if word == "to" and verb.form != "gerund":
            return clause.word(before - 1) not in ACHIEVED
        if (
            word in {",", ";", ":"}
            or (word in VERBS and before < position)
            or clause.group_ending(before + 1)
        ):
            return False
    return False


def _object(clause: Clause, index: int) -> Persons | None:
    """The persons right after a verb, and those listed with them."""
    while clause.word(index) in _BEFORE_AN_OBJECT and clause.group_starting(index) is None:
        index += 1
    if clause.word(index) == "of":
        index += 1
    # "Executed a captured pilot"
    attribute = VERBS.get(clause.word(index + 1))
    if clause.word(index) in DETERMINERS and attribute is not None and attribute.form == "participle":
        index += 2
    if (group := clause.group_starting(index)) is None:
        return _one_and_others(clause, index)
    return tuple(_listed_after(clause, group)), False, "the object of the verb"


def _one_and_others(clause: Clause, index: int) -> Persons | None:
    """One person by a pronoun or by name, and those listed after ("himself and six others")."""
    if not _is_one(clause, index):
        return None
    others = clause.group_starting(index + 2) if clause.word(index + 1) == "and" else None
    listed = tuple(_listed_after(clause, others)) if others is not None else ()
    return listed, True, "one person named"


def _is_one(clause: Clause, index: int) -> bool:
    """Whether a pronoun for one person, or a name of two words and more, stands at a token."""
    if clause.word(index) in ONE:
        return True
    names = [word.text[:1].isupper() for word in clause.words[index : index + 2]]
    return names == [True, True] and not clause.word(index + 1).endswith("s")


def _listed_after(clause: Clause, group: Group) -> list[Group]:
    """A group and those joined to it by commas and "and", up to one that has a verb of its own."""
    listed = [group]
    while (following := _next_listed(clause, listed[-1])) is not None:
        if following.part or clause.word(following.end) in BE | frozenset(VERBS) | {"have", "had", "has"}:
            break
        listed.append(following)
    return listed


def _next_listed(clause: Clause, group: Group) -> Group | None:
    index = group.end
    while index < group.end + 2 and clause.word(index) in {",", "and"}:
        index += 1
    return clause.group_starting(index) if index > group.end else None
