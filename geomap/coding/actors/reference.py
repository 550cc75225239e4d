"""Who a subject that names nobody stands for: "they", "the group", "his fighters", "we"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from geomap.coding.actors.party import Party
from geomap.coding.actors.sides import chains
from geomap.coding.detection import VIOLENT, Hit

_OWN_WORDS: Final = frozenset("he they it she we".split())
_GROUP_WORDS: Final = frozenset("group movement organisation organization outfit faction".split())
_CLAIMING: Final = frozenset("claimed claims claim claiming".split())


def named_for(
    own: Party, found: Sequence[Party], speaker: Sequence[Party], earlier: Sequence[Party]
) -> Party:
    """The party that "his fighters" are, by the name of the side that they belong to, where that is told."""
    before = [party for party in found if party.stop <= own.first and not party.is_own]
    owners = _sides_of(before) or tuple(speaker) or _sides_of(earlier)
    if not owners:
        return replace(own, is_own=False)
    whose = owners[0]
    return replace(
        own,
        name=whose.name,
        kind=whose.kind,
        inter=whose.inter,
        country=whose.country,
        place=whose.place,
        form=whose.form,
        noun_class=whose.noun_class,
        is_metonym=True,
        is_own=False,
    )


def _sides_of(found: Sequence[Party]) -> tuple[Party, ...]:
    """The first list of fighters or states that no preposition governs."""
    free = [each for each in chains(found) if not each[0].governor and each[0].kind != "people"]
    return free[0] if free else ()


def stood_for(
    hit: Hit, found: Sequence[Party], speaker: Sequence[Party], earlier: Sequence[Party]
) -> tuple[Party, ...]:
    """The parties that "we", "they" or "the group" stand for, or that claim the deed."""
    before = [party for party in found if party.first < hit.first]
    if "we" in hit.sentence.keys[hit.clause.first : hit.first]:
        return tuple(speaker) or tuple(before[-1:])
    if hit.layer in VIOLENT and _CLAIMING & frozenset(hit.sentence.keys[: hit.first]):
        return tuple(before[:1])
    if refers_back(hit.sentence.keys[hit.clause.first : hit.head]):
        return _antecedent(before) or _antecedent(earlier)
    return ()


def refers_back(keys: Sequence[str]) -> bool:
    """Whether words hold a subject that stands for another: "they", "the group"."""
    is_group = any(one == "the" and other in _GROUP_WORDS for one, other in pairwise(keys))
    return is_group or not _OWN_WORDS.isdisjoint(keys)


def _antecedent(found: Sequence[Party]) -> tuple[Party, ...]:
    """The subject of what was told before: the first list without a preposition, fighters before people."""
    free = [each for each in chains(found) if not each[0].governor and each[0].form != "country"]
    return next((each for each in free if each[0].kind != "people"), free[0] if free else ())
