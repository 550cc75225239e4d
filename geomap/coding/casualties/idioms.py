"""Losses told by more than a verb: "lost their lives", "the bodies of eight men", "fled their homes"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from geomap.coding.casualties.clause import Clause, Link
from geomap.coding.casualties.groups import Group
from geomap.coding.casualties.idiom import LISTED, linked, subject_groups
from geomap.coding.casualties.uprooting import FLED, FORCED, PRISONER, custody, displaced, seized, taken
from geomap.coding.casualties.words import BE, DETERMINERS, ONE
from geomap.model import LossKind

_LIVES: Final = frozenset({"lives", "life"})
_HARMS: Final = frozenset("injuries wounds burns".split())
_SUFFER: Final = frozenset("suffered sustained suffering sustaining received".split())
_FOUND: Final = frozenset(
    "found recovered discovered pulled retrieved received unearthed exhumed brought dumped buried collected "
    "counted finding recovering seen saw lay lying".split()
)
_FOUND_REACH: Final = 14
_OF_TOLL: Final[dict[str, LossKind]] = {
    "dead": "killed", "deaths": "killed", "fatalities": "killed", "killed": "killed", "wounded": "wounded",
    "injured": "wounded", "injuries": "wounded", "missing": "missing", "displaced": "displaced",
    "detainees": "detained", "detained": "detained", "arrests": "detained",
}  # fmt: skip
_BEFORE_A_NUMBER: Final = frozenset(
    "to at reached reaches hit is was exceeded exceeds passed surpassed topped stands".split()
)
_TOLL_REACH: Final = 10
_BURNED: Final = frozenset("burned burnt buried".split())
_TO_DEATH: Final = frozenset(
    "stabbed beaten burned burnt hacked tortured starved stoned crushed trampled battered frozen shot".split()
)


def idioms_of(clause: Clause) -> list[Link]:
    """The losses of a sentence that idioms tell as done."""
    return [
        link
        for index in range(len(clause.words))
        if (reader := _READERS.get(clause.word(index))) is not None
        for link in reader(clause, index)
    ]


def _lives_lost(clause: Clause, index: int) -> list[Link]:
    """As in "Twenty-two people lost their lives"; "cost three workers their lives"."""
    verb = next((at for at in range(index - 1, max(-1, index - 4), -1) if clause.word(at) == "lost"), None)
    if verb is not None:
        groups = subject_groups(clause, verb)
        one = clause.word(verb - 1) in ONE
        return (
            linked(clause, verb, "killed", groups, "those who lost their lives", single=one)
            if groups or one
            else []
        )
    group = clause.group_ending(index - 1) if clause.word(index - 1) in DETERMINERS else None
    if group is None or clause.word(group.start - 1) not in {"cost", "costing", "costs"}:
        return []
    return linked(clause, index, "killed", (group,), "those whom it cost their lives")


def _suffered(clause: Clause, index: int) -> list[Link]:
    """As in "Twelve people suffered burns"."""
    verb = next((at for at in range(index - 1, max(-1, index - 4), -1) if clause.word(at) in _SUFFER), None)
    groups = subject_groups(clause, verb) if verb is not None else ()
    return linked(clause, index, "wounded", groups, "those who suffered injuries") if groups else []


def _men_lost(clause: Clause, index: int) -> list[Link]:
    """As in "The army lost 12 soldiers"."""
    group = clause.group_starting(index + 1)
    if group is None or not group.counted or not group.named:
        return []
    return linked(clause, index, "killed", (group,), "those whom a side lost")


def _bodies(clause: Clause, index: int) -> list[Link]:
    """As in "nine bodies were found", "the bodies of three women": the dead, where someone found them."""
    near = range(max(0, index - _FOUND_REACH), min(len(clause.words), index + _FOUND_REACH))
    if not any(clause.word(at) in _FOUND for at in near):
        return []
    if clause.word(index + 1) == "of":
        group = clause.group_starting(index + 2)
    else:
        group = _number_before(clause, index)
        if group is None and clause.word(index) == "body" and clause.word(index - 1) in {"a", "'s", "’s"}:
            return linked(clause, index, "killed", (), "the body that was found", single=True)
    return (
        linked(clause, index, "killed", (group,), "the bodies that were found") if group is not None else []
    )


def _number_before(clause: Clause, index: int) -> Group | None:
    """A number one or two words before a noun ("three decapitated bodies")."""
    for end in (index, index - 1, index - 2):
        group = clause.group_ending(end)
        if group is not None and group.end == end:
            return group if group.counted and not group.named else None
    return None


def _number_of(clause: Clause, index: int) -> list[Link]:
    """As in "Put the number of dead at 44"."""
    if clause.word(index + 1) != "of":
        return []
    at = next((at for at in range(index + 2, index + 5) if clause.word(at) in _OF_TOLL), None)
    if at is None:
        return []
    for group in clause.groups_within(at + 1, at + _TOLL_REACH):
        if group.counted and clause.word(group.start - 1) in _BEFORE_A_NUMBER:
            return linked(clause, at, _OF_TOLL[clause.word(at)], (group,), "a toll")
    return []


def _inverted(clause: Clause, index: int) -> list[Link]:
    """As in "Killed in the attack were two teachers and a nurse"."""
    if index:
        return []
    verb = next((at for at in range(1, _FOUND_REACH) if clause.word(at) in BE), None)
    groups = tuple(_listed_from(clause, verb + 1)) if verb is not None else ()
    return linked(clause, 0, "killed", groups, "the persons after the verb") if groups else []


def _listed_from(clause: Clause, index: int) -> Iterator[Group]:
    group = clause.group_starting(index)
    while group is not None and not group.part:
        yield group
        position = group.end
        while clause.word(position) in LISTED:
            position += 1
        group = clause.group_starting(position) if position > group.end else None


def _to_death(clause: Clause, index: int) -> list[Link]:
    """As in "Two men were stabbed to death"; "stabbed a man to death" has its object between."""
    is_alive = clause.word(index) == "alive"
    if not is_alive and clause.word(index - 1) != "to":
        return []
    end = index if is_alive else index - 1
    killed = clause.group_ending(end)
    verb = end - 1 if killed is None or killed.end < end else killed.start - 1
    if clause.word(verb) not in (_BURNED if is_alive else _TO_DEATH):
        return []
    groups = subject_groups(clause, verb) if verb == end - 1 or killed is None else (killed,)
    one = _subject_is_one(clause, verb)
    return linked(clause, verb, "killed", groups, "a deadly deed", single=one) if groups or one else []


def _treated(clause: Clause, index: int) -> list[Link]:
    """As in "Fifteen people were treated for injuries"."""
    if clause.word(index + 1) != "for" or clause.word(index - 1) not in BE:
        return []
    groups = subject_groups(clause, index)
    hurt = _HARMS.intersection(clause.word(at) for at in range(index + 2, index + 5))
    return (
        linked(clause, index, "wounded", groups, "those who were treated for wounds")
        if groups and hurt
        else []
    )


def _shot_in(clause: Clause, index: int) -> list[Link]:
    """As in "Was shot in the leg", "shot a man in the leg": wounded, as the text says nothing more."""
    shot = clause.group_starting(index + 1)
    end = shot.end if shot is not None else index + 1
    if clause.word(end) != "in" or not {clause.word(end + 1), clause.word(end + 2)} & _LIMBS:
        return []
    groups = (shot,) if shot is not None else subject_groups(clause, index)
    one = shot is None and _subject_is_one(clause, index)
    return linked(clause, index, "wounded", groups, "shot in a limb", single=one) if groups or one else []


_LIMBS: Final = frozenset("leg legs arm arms foot feet hand hands shoulder thigh knee ankle".split())


def _subject_is_one(clause: Clause, index: int) -> bool:
    """Whether "he was" or a name with "was" stands before a verb."""
    if clause.word(index - 1) not in {"was", "is"}:
        return False
    position = clause.before_an_age(index - 2)
    return clause.word(position) in ONE or (position >= 0 and clause.words[position].text[:1].isupper())


_Reader = Callable[[Clause, int], list[Link]]


def _table(*rows: tuple[str | frozenset[str], _Reader]) -> dict[str, _Reader]:
    return {
        word: reader
        for words, reader in rows
        for word in (words.split() if isinstance(words, str) else words)
    }


_READERS: Final = _table(
    (_LIVES, _lives_lost),
    (_HARMS, _suffered),
    ("seized seizing", seized),
    ("lost", _men_lost),
    ("bodies body corpses corpse skeletons", _bodies),
    (FLED | FORCED, displaced),
    (PRISONER, taken),
    ("custody", custody),
    ("number", _number_of),
    ("killed", _inverted),
    ("death alive", _to_death),
    ("treated", _treated),
    ("shot", _shot_in),
)
#: Words without which a sentence tells no loss by an idiom.
IDIOM_WORDS: Final = frozenset(_READERS) - {"killed"}
