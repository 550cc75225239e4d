"""What the idioms of loss share: a link unless the words deny it, and the subject of a verb."""

from __future__ import annotations

from typing import Final

from geomap.coding.casualties.clause import Clause, Link
from geomap.coding.casualties.groups import Group
from geomap.coding.casualties.words import AUXILIARIES, PREPOSITIONS, UNREAL
from geomap.model import LossKind

LISTED: Final = frozenset({",", "and"})


def linked(  # noqa: PLR0913 - as many as a link has parts
    clause: Clause,
    index: int,
    kind: LossKind,
    groups: tuple[Group, ...],
    reason: str,
    *,
    single: bool = False,
) -> list[Link]:
    """A link of one verb, in a list; none where the words before make it unreal."""
    start = max(0, index - 4)
    if any(clause.word(before) in UNREAL for before in range(start, index)):
        return []
    return [Link((index, index + 1), frozenset[LossKind]({kind}), groups, reason, single=single)]


def subject_groups(clause: Clause, index: int) -> tuple[Group, ...]:
    """The persons before a verb and its helpers, with those listed before them; () where there are none."""
    position = index
    while clause.word(position - 1) in AUXILIARIES or clause.word(position - 1) in {
        "also",
        "later",
        "already",
    }:
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
    while clause.word(position - 1) in LISTED:
        position -= 1
    return clause.group_ending(position) if position < group.start else None
