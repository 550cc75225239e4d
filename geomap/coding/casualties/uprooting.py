"""Who fled or was driven from home, and who was taken captive, by idioms: "fled their homes"."""

from __future__ import annotations

from typing import Final

from geomap.coding.casualties.clause import Clause, Link
from geomap.coding.casualties.groups import Group
from geomap.coding.casualties.idiom import linked, subject_groups
from geomap.coding.casualties.words import AUXILIARIES, BE

# Whoever is told as fleeing so has left home; gunmen flee too, but from the scene.
_AT_HOME: Final = frozenset(
    "people persons civilians residents villagers families family inhabitants locals women children "
    "townspeople refugees households citizens christians yazidis muslims kurds men".split()
)
FLED: Final = frozenset("fled flee fleeing evacuated uprooted".split())
_TO_LEAVE: Final = frozenset("flee leave abandon".split())
FORCED: Final = frozenset("forced forcing drove driving driven compelled sent sending prompted".split())
_HOMES: Final = frozenset("home homes house houses villages village".split())
_HOMES_REACH: Final = 7
PRISONER: Final = frozenset("prisoner prisoners hostage hostages captive captives".split())
_TAKE: Final = frozenset("took taken take takes taking held holding hold".split())


def displaced(clause: Clause, index: int) -> list[Link]:
    """As in "3,000 people fled", "were forced to flee", "drove 30,000 people from their homes"."""
    reason = "those who left their homes"
    if clause.word(index) in FORCED:
        group = clause.group_starting(index + 1)
        if group is not None:
            leaves = _names_home(clause, group.end)
            return linked(clause, index, "displaced", (group,), reason) if leaves else []
        if clause.word(index - 1) not in BE or not _names_home(clause, index + 1):
            return []
    elif clause.word(index - 1) == "to":
        return []
    groups = subject_groups(clause, index)
    if not groups or not groups[-1].counted or not _lives_somewhere(clause, groups[-1]):
        return []
    return linked(clause, index, "displaced", groups, reason)


def _lives_somewhere(clause: Clause, group: Group) -> bool:
    return any(clause.word(index) in _AT_HOME for index in range(group.start, group.end))


def _names_home(clause: Clause, start: int) -> bool:
    words = [clause.word(index) for index in range(start, start + _HOMES_REACH)]
    return bool(
        _TO_LEAVE.intersection(words[:2]) or (words[0] in {"from", "out"} and _HOMES.intersection(words))
    )


def taken(clause: Clause, index: int) -> list[Link]:
    """As in "Took 14 sailors hostage", "four soldiers were taken prisoner"."""
    reason = "those who were taken captive"
    if clause.word(index - 1) in _TAKE and clause.word(index - 2) in AUXILIARIES:
        groups = subject_groups(clause, index - 1)
        return linked(clause, index, "detained", groups, reason) if groups else []
    held = clause.group_ending(index + 1)
    if held is not None and held.counted and held.end == index + 1 and clause.word(held.start - 1) in _TAKE:
        return linked(clause, index, "detained", (held,), reason)
    group = clause.group_ending(index)
    if group is None or clause.word(group.start - 1) not in _TAKE:
        taken = clause.word(index - 1) in _TAKE and clause.group_ending(index - 1)
        return linked(clause, index, "detained", (taken,), reason) if taken else []
    return linked(clause, index, "detained", (group,), reason)


def custody(clause: Clause, index: int) -> list[Link]:
    """As in "took 19 people into custody", "three suspects are in custody"."""
    if clause.word(index - 1) not in {"in", "into"}:
        return []
    before = index - 1
    if clause.word(before - 1) in _TAKE | BE:
        groups = subject_groups(clause, before - 1 if clause.word(before - 2) in AUXILIARIES else before)
    else:
        group = clause.group_ending(before)
        groups = (group,) if group is not None and clause.word(group.start - 1) in _TAKE else ()
    return linked(clause, index, "detained", groups, "those who were taken into custody") if groups else []


def seized(clause: Clause, index: int) -> list[Link]:
    """As in "gunmen seized two engineers"; towns and weapons are seized as well, and are no persons."""
    group = clause.group_starting(index + 1)
    if group is None or not group.named or clause.word(group.end) in {"'", "'s", "’s", "’"}:
        return []
    return linked(clause, index, "detained", (group,), "those who were seized")
