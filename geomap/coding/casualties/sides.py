"""Which of the persons lost are civilians, and which fight: by the nouns that the text gives them.

Soldiers, militias and police bear arms for a side, as UCDP counts them; who is named by a civil calling, by
age or as kin is a civilian. "People", "men", "gunmen" and "prisoners" tell neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

from geomap.coding.casualties.clause import Clause, Link
from geomap.coding.casualties.groups import Group
from geomap.coding.casualties.loss import Numbers
from geomap.coding.casualties.tally import summed

_COMBATANTS: Final = frozenset(
    """
    soldier soldiers troop troops trooper troopers militant militants fighter fighters rebel rebels
    insurgent insurgents jihadist jihadists terrorist terrorists policeman policemen policewoman policewomen
    police marine marines commander commanders general generals colonel colonels captain captains lieutenant
    lieutenants sergeant sergeants major corporal corporals officer officers paratrooper paratroopers
    militiaman militiamen conscript conscripts guerrilla guerrillas combatant combatants separatist
    separatists mercenary mercenaries infantryman infantrymen servicemen servicewomen cadet cadets recruit
    recruits loyalist loyalists peshmerga commando commandos gendarme gendarmes jihadis mujahideen extremist
    extremists
    """.split()
)
_CIVILIANS: Final = frozenset(
    """
    civilian civilians child children boy boys girl girls baby babies infant infants toddler toddlers
    newborn teenager teenagers schoolgirls schoolboys schoolchildren woman women mother mothers daughter
    daughters wife wives husband husbands grandmother grandmothers family families villager villagers
    resident residents worshipper worshippers worshiper worshipers pilgrim pilgrims student students pupil
    pupils teacher teachers doctor doctors nurse nurses medic medics paramedic paramedics patient patients
    journalist journalists reporter reporters cameraman cameramen photographer photographers worker workers
    labourer labourers laborer laborers farmer farmers fisherman fishermen herder herders shepherd shepherds
    miner miners trader traders shopper shoppers shopkeeper shopkeepers schoolgirl schoolboy councillor
    councillors passenger passengers driver drivers passerby passersby bystander bystanders pedestrian
    pedestrians tourist tourists guest guests mourner mourners protester protesters protestor protestors
    demonstrator demonstrators activist activists refugee refugees migrant migrants contractor contractors
    priest priests imam imams nun nuns vendor vendors
    """.split()
)
# "Most of them women" does not say how many.
_PARTS_REACH: Final = 40
_PART_REACH: Final = 4


class Sides(TypedDict):
    """The numbers of civilians and of combatants, None where no noun tells of any."""

    civilians: Numbers | None
    combatants: Numbers | None


def sides_of(clause: Clause, link: Link) -> Sides:
    """The civilians and combatants among the persons of a link, and among the parts told of them."""
    groups = [*link.groups, *_parts(clause, link)]
    return Sides(
        civilians=_numbers(clause, groups, _CIVILIANS),
        combatants=_numbers(clause, groups, _COMBATANTS),
    )


def _numbers(clause: Clause, groups: Sequence[Group], nouns: frozenset[str]) -> Numbers | None:
    """The numbers of the groups of a side; a part of a group of the same side is counted in it already."""
    own = [group for group in groups if _is_of(clause, group, nouns)]
    whole = [group for group in own if not group.part]
    told = summed([group.numbers for group in (whole or own)])
    return told if told.told else None


def _is_of(clause: Clause, group: Group, nouns: frozenset[str]) -> bool:
    words = [clause.word(index) for index in range(group.start, group.end)]
    return not nouns.isdisjoint(words)


def _parts(clause: Clause, link: Link) -> list[Group]:
    """The groups that break down the last group of a link ("including two women")."""
    end = max([link.verb[1], *(group.end for group in link.groups)])
    first = min([link.verb[0], *(group.start for group in link.groups)])
    within = clause.groups_within(first, end)
    parts = [group for group in within if group.part and group not in link.groups]
    for group in clause.groups_within(end, end + _PARTS_REACH):
        if not group.part or group.start - end > _PART_REACH:
            break
        parts.append(group)
        end = group.end
    return parts
