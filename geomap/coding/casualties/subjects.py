"""The persons before a verb of loss that are its subject."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from geomap.coding.casualties.clause import Clause, Persons
from geomap.coding.casualties.groups import Group
from geomap.coding.casualties.words import (
    BE,
    CLAUSE_STARTS,
    ONE,
    PREPOSITIONS,
    RELATIVES,
    SINGULAR_BE,
    SKIPPED,
    VERBS,
)

# How far before its verb a subject may stand, and a word that makes the verb unreal.
_SUBJECT_REACH: Final = 24
_ALONG: Final = frozenset({("along", "with"), ("together", "with")})
# Adverbs and helpers that may stand between a subject and its verb.
_HELPERS_REACH: Final = 6


def subject_of(clause: Clause, start: int, taken: int) -> Persons | None:
    """The persons before a verb, none up to ``taken``, which an earlier verb has; None without."""
    position = start - 1
    while position > start - _HELPERS_REACH and (
        clause.word(position) in SKIPPED | BE or clause.word(position).endswith("ly")
    ):
        position -= 1
    position = clause.before_an_age(position)
    word = clause.word(position)
    if word in ONE:
        return _with_company(clause, start, (), "one person, by a pronoun")
    if word in {"they", "we"}:
        return (), False, "persons, by a pronoun"
    if word in RELATIVES:
        return _antecedent(clause, position)
    group = _subject_group(clause, position, taken)
    if group is not None:
        return listed_before(clause, group, taken), False, "the subject of the verb"
    single = {clause.word(each) for each in range(position + 1, start)} & SINGULAR_BE
    is_name = 0 <= position < len(clause.words) and clause.words[position].text[:1].isupper()
    return _with_company(clause, start, (), "one person named") if is_name and single else None


def _with_company(clause: Clause, verb: int, groups: tuple[Group, ...], reason: str) -> Persons:
    """One person, and those named right after the verb: "was killed along with six bodyguards"."""
    index = verb + 1
    if (clause.word(index), clause.word(index + 1)) in _ALONG:
        company = clause.group_starting(index + 2)
        groups = (*groups, company) if company is not None else groups
    return groups, True, reason


def _antecedent(clause: Clause, relative: int) -> Persons | None:
    """The group that "who were killed" goes on from, whatever stands before it."""
    group = clause.group_ending(relative, {",", "of"})
    return None if group is None else ((group,), False, "the subject of the verb")


def listed_before(clause: Clause, group: Group, taken: int) -> tuple[Group, ...]:
    """A group and those before it in the same list, none that an earlier verb has taken."""
    listed = [group]
    has_and = False
    at = bisect_left(clause.groups, group.start, key=lambda each: each.start) - 1
    while at >= 0 and clause.groups[at].end > taken and not clause.groups[at].part:
        between = {word.text.lower() for word in clause.words[clause.groups[at].end : listed[0].start]}
        has_and = has_and or "and" in between
        # "One civilian, a woman, was killed" is no list.
        if not between or not between <= {",", "and", "all", "both"} or not has_and:
            break
        listed.insert(0, clause.groups[at])
        at -= 1
    return tuple(listed)


def _is_aside(clause: Clause, group: Group) -> bool:
    """Whether a group stands in "…, most of them women and children, …", which tells of those before it."""
    before = {clause.word(index) for index in range(max(0, group.start - 5), group.start)}
    return "them" in before and bool(before & {"most", "many", "some", "mostly", "all", "half"})


def _after_the_fallen(clause: Clause, end: int) -> int:
    """Past "of the wounded" after a number: there the verb is a noun."""
    is_noun = clause.word(end) == "of" and clause.word(end + 1) == "the" and clause.word(end + 2) in VERBS
    return end + 3 if is_noun else end


def _subject_group(clause: Clause, position: int, taken: int) -> Group | None:
    """The nearest group before a verb that can be its subject: no part of another, after no preposition."""
    floor = max(0, position - _SUBJECT_REACH, taken)
    for group in reversed(clause.groups_within(floor, position + 1)):
        if _is_aside(clause, group):
            continue
        gap = {clause.word(each) for each in range(_after_the_fallen(clause, group.end), position + 1)}
        if gap & CLAUSE_STARTS or (gap - {"dead", "missing"}) & frozenset(VERBS):
            return None
        if group.part or clause.word(group.start - 1) in PREPOSITIONS | frozenset(VERBS):
            continue
        return group
    return None
