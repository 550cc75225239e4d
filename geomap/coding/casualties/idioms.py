"""Losses told by more than a verb: "lost their lives", "the bodies of eight men", "fled their homes"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from geomap.coding.casualties.groups import Group
from geomap.coding.casualties.linking import Clause, Link
from geomap.coding.casualties.words import AUXILIARIES, BE, DETERMINERS, ONE, PREPOSITIONS, UNREAL
from geomap.model import LossKind

_LIVES: Final = frozenset({"lives", "life"})
_HARMS: Final = frozenset("injuries wounds burns".split())
_SUFFER: Final = frozenset("suffered sustained suffering sustaining received".split())
_FOUND: Final = frozenset(
    "found recovered discovered pulled retrieved received unearthed exhumed brought dumped buried collected "
    "counted finding recovering seen saw lay lying".split()
)
_FOUND_REACH: Final = 14
# Whoever is told as fleeing so has left home; gunmen flee too, but from the scene.
_AT_HOME: Final = frozenset(
    "people persons civilians residents villagers families family inhabitants locals women children "
    "townspeople refugees households citizens christians yazidis muslims kurds men".split()
)
_FLED: Final = frozenset("fled flee fleeing evacuated uprooted".split())
_TO_LEAVE: Final = frozenset("flee leave abandon".split())
_FORCED: Final = frozenset("forced forcing drove driving driven compelled sent sending prompted".split())
_HOMES: Final = frozenset("home homes house houses villages village".split())
_HOMES_REACH: Final = 7
_PRISONER: Final = frozenset("prisoner prisoners hostage hostages captive captives".split())
_TAKE: Final = frozenset("took taken take takes taking held holding hold".split())
_OF_TOLL: Final[dict[str, LossKind]] = {
    "dead": "killed", "deaths": "killed", "fatalities": "killed", "killed": "killed", "wounded": "wounded",
    "injured": "wounded", "injuries": "wounded", "missing": "missing", "displaced": "displaced",
    "detainees": "detained", "detained": "detained", "arrests": "detained",
}  # fmt: skip
_BEFORE_A_NUMBER: Final = frozenset(
    "to at reached reaches hit is was exceeded exceeds passed surpassed topped stands".split()
)
_TOLL_REACH: Final = 10
_LISTED: Final = frozenset({",", "and"})
_BURNED: Final = frozenset("burned burnt buried".split())
_TO_DEATH: Final = frozenset(
    "stabbed beaten burned burnt hacked tortured starved stoned crushed trampled battered frozen shot".split()
)


def idioms_of(clause: Clause) -> list[Link]:
    """The losses of a sentence that idioms tell as done."""
    words = [clause.word(index) for index in range(len(clause.words))]
    links: list[Link] = []
    for index, word in enumerate(words):
        if word in _LIVES:
            links += _lives_lost(clause, index)
        elif word in _HARMS:
            links += _suffered(clause, index)
        elif word == "lost":
            links += _men_lost(clause, index)
        elif word in {"bodies", "body", "corpses", "corpse"}:
            links += _bodies(clause, index)
        elif word in _FLED or word in _FORCED:
            links += _displaced(clause, index)
        elif word in _PRISONER:
            links += _taken(clause, index)
        elif word == "number" and clause.word(index + 1) == "of":
            links += _number_of(clause, index)
        elif word == "killed" and index == 0:
            links += _inverted(clause)
        elif word == "death" and clause.word(index - 1) == "to" and clause.word(index - 2) in _TO_DEATH:
            links += _to_death(clause, index)
        elif word == "alive" and clause.word(index - 1) in _BURNED:
            links += _to_death(clause, index + 1)
        elif word == "treated" and clause.word(index + 1) == "for":
            links += _treated(clause, index)
        elif word == "shot":
            links += _shot_in(clause, index)
    return links


def _link(
    clause: Clause, index: int, kind: LossKind, groups: tuple[Group, ...], reason: str, *, single: bool = False
) -> list[Link]:
    start = max(0, index - 4)
    if any(clause.word(before) in UNREAL for before in range(start, index)):
        return []
    return [Link((index, index + 1), frozenset[LossKind]({kind}), groups, reason, single=single)]


def _subject(clause: Clause, index: int) -> tuple[Group, ...]:
    """The persons before a verb and its helpers, with those listed before them; () where there are none."""
    position = index
    while clause.word(position - 1) in AUXILIARIES or clause.word(position - 1) in {"also", "later", "already"}:
        position -= 1
    group = clause.group_ending(position)
    if group is None or group.part:
        return ()
    groups = [group]
    has_and = False
    while (before := _listed_before(clause, groups[0])) is not None:
        has_and = has_and or "and" in {clause.word(at) for at in range(before.end, groups[0].start)}
        # "According to the police, five people …" is no list.
        if not has_and or clause.word(before.start - 1) in PREPOSITIONS | {"to"}:
            break
        groups.insert(0, before)
    return tuple(groups)


def _listed_before(clause: Clause, group: Group) -> Group | None:
    position = group.start
    while clause.word(position - 1) in _LISTED:
        position -= 1
    return clause.group_ending(position) if position < group.start else None


def _lives_lost(clause: Clause, index: int) -> list[Link]:
    """ "Twenty-two people lost their lives"; "cost three workers their lives"."""
    verb = next((at for at in range(index - 1, max(-1, index - 4), -1) if clause.word(at) == "lost"), None)
    if verb is not None:
        groups = _subject(clause, verb)
        one = clause.word(verb - 1) in ONE
        return _link(clause, verb, "killed", groups, "those who lost their lives", single=one) if groups or one else []
    group = clause.group_ending(index - 1) if clause.word(index - 1) in DETERMINERS else None
    if group is None or clause.word(group.start - 1) not in {"cost", "costing", "costs"}:
        return []
    return _link(clause, index, "killed", (group,), "those whom it cost their lives")


def _suffered(clause: Clause, index: int) -> list[Link]:
    """ "Twelve people suffered burns"."""
    verb = next((at for at in range(index - 1, max(-1, index - 4), -1) if clause.word(at) in _SUFFER), None)
    groups = _subject(clause, verb) if verb is not None else ()
    return _link(clause, index, "wounded", groups, "those who suffered injuries") if groups else []


def _men_lost(clause: Clause, index: int) -> list[Link]:
    """ "The army lost 12 soldiers"."""
    group = clause.group_starting(index + 1)
    if group is None or not group.counted or not group.named:
        return []
    return _link(clause, index, "killed", (group,), "those whom a side lost")


def _bodies(clause: Clause, index: int) -> list[Link]:
    """ "Nine bodies were found", "the bodies of three women": the dead, where somebody has found them."""
    near = range(max(0, index - _FOUND_REACH), min(len(clause.words), index + _FOUND_REACH))
    if not any(clause.word(at) in _FOUND for at in near):
        return []
    if clause.word(index + 1) == "of":
        group = clause.group_starting(index + 2)
    else:
        group = _number_before(clause, index)
    return _link(clause, index, "killed", (group,), "the bodies that were found") if group is not None else []


def _number_before(clause: Clause, index: int) -> Group | None:
    """A number one or two words before a noun ("three decapitated bodies")."""
    for end in (index, index - 1, index - 2):
        group = clause.group_ending(end)
        if group is not None and group.end == end:
            return group if group.counted and not group.named else None
    return None


def _displaced(clause: Clause, index: int) -> list[Link]:
    """ "3,000 people fled", "were forced to flee", "drove 30,000 people from their homes"."""
    reason = "those who left their homes"
    if clause.word(index) in _FORCED:
        group = clause.group_starting(index + 1)
        if group is not None:
            leaves = _names_home(clause, group.end)
            return _link(clause, index, "displaced", (group,), reason) if leaves else []
        if clause.word(index - 1) not in BE or not _names_home(clause, index + 1):
            return []
    elif clause.word(index - 1) == "to":
        return []
    groups = _subject(clause, index)
    if not groups or not groups[-1].counted or not _lives_somewhere(clause, groups[-1]):
        return []
    return _link(clause, index, "displaced", groups, reason)


def _lives_somewhere(clause: Clause, group: Group) -> bool:
    return any(clause.word(index) in _AT_HOME for index in range(group.start, group.end))


def _names_home(clause: Clause, start: int) -> bool:
    words = [clause.word(index) for index in range(start, start + _HOMES_REACH)]
    return bool(_TO_LEAVE.intersection(words[:2]) or (words[0] in {"from", "out"} and _HOMES.intersection(words)))


def _taken(clause: Clause, index: int) -> list[Link]:
    """ "Took 14 sailors hostage", "four soldiers were taken prisoner"."""
    reason = "those who were taken captive"
    if clause.word(index - 1) in _TAKE and clause.word(index - 2) in AUXILIARIES:
        groups = _subject(clause, index - 1)
        return _link(clause, index, "detained", groups, reason) if groups else []
    held = clause.group_ending(index + 1)
    if held is not None and held.counted and held.end == index + 1 and clause.word(held.start - 1) in _TAKE:
        return _link(clause, index, "detained", (held,), reason)
    group = clause.group_ending(index)
    if group is None or clause.word(group.start - 1) not in _TAKE:
        taken = clause.word(index - 1) in _TAKE and clause.group_ending(index - 1)
        return _link(clause, index, "detained", (taken,), reason) if taken else []
    return _link(clause, index, "detained", (group,), reason)


def _number_of(clause: Clause, index: int) -> list[Link]:
    """ "Put the number of dead at 44"."""
    at = next((at for at in range(index + 2, index + 5) if clause.word(at) in _OF_TOLL), None)
    if at is None:
        return []
    for group in clause.groups_within(at + 1, at + _TOLL_REACH):
        if group.counted and clause.word(group.start - 1) in _BEFORE_A_NUMBER:
            return _link(clause, at, _OF_TOLL[clause.word(at)], (group,), "a toll")
    return []


def _inverted(clause: Clause) -> list[Link]:
    """ "Killed in the attack were two teachers and a nurse"."""
    verb = next((at for at in range(1, _FOUND_REACH) if clause.word(at) in BE), None)
    groups = tuple(_listed_from(clause, verb + 1)) if verb is not None else ()
    return _link(clause, 0, "killed", groups, "the persons after the verb") if groups else []


def _listed_from(clause: Clause, index: int) -> Iterator[Group]:
    group = clause.group_starting(index)
    while group is not None and not group.part:
        yield group
        position = group.end
        while clause.word(position) in _LISTED:
            position += 1
        group = clause.group_starting(position) if position > group.end else None


def _to_death(clause: Clause, index: int) -> list[Link]:
    """ "Two men were stabbed to death"; "stabbed a man to death" has its object between."""
    verb = index - 2
    groups = _subject(clause, verb)
    one = _subject_is_one(clause, verb)
    return _link(clause, verb, "killed", groups, "a deadly deed", single=one) if groups or one else []


def _treated(clause: Clause, index: int) -> list[Link]:
    """ "Fifteen people were treated for injuries"."""
    groups = _subject(clause, index) if clause.word(index - 1) in BE else ()
    hurt = _HARMS.intersection(clause.word(at) for at in range(index + 2, index + 5))
    return _link(clause, index, "wounded", groups, "those who were treated for wounds") if groups and hurt else []


def _shot_in(clause: Clause, index: int) -> list[Link]:
    """ "Was shot in the leg", "shot a man in the leg": wounded, as the text says nothing more."""
    shot = clause.group_starting(index + 1)
    end = shot.end if shot is not None else index + 1
    if clause.word(end) != "in" or not {clause.word(end + 1), clause.word(end + 2)} & _LIMBS:
        return []
    groups = (shot,) if shot is not None else _subject(clause, index)
    one = shot is None and _subject_is_one(clause, index)
    return _link(clause, index, "wounded", groups, "shot in a limb", single=one) if groups or one else []


_LIMBS: Final = frozenset("leg legs arm arms foot feet hand hands shoulder thigh knee ankle".split())


def _subject_is_one(clause: Clause, index: int) -> bool:
    """Whether "he was" or a name with "was" stands before a verb."""
    if clause.word(index - 1) not in {"was", "is"}:
        return False
    position = clause.before_an_age(index - 2)
    return clause.word(position) in ONE or (position >= 0 and clause.words[position].text[:1].isupper())
