"""The sides of what two do to or with one another: clashes, agreements, a crowd and those who disperse it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geomap.codes.actor_nouns import ActorKind
from geomap.coding.actors.party import Party
from geomap.coding.actors.sides import HARMING, Sides, after, chains, owner, subject, within
from geomap.coding.detection import Hit

#: Verbs after which a noun for an act tells what its subject suffered, or what came of the act.
LOSSES: Final = frozenset(
    "killed injured wounded died hurt dead condemned denounced reported rocked hit shook".split()
)


def crowd_control(hit: Hit, found: Sequence[Party]) -> Sides:
    """Forces act on a crowd, wherever the two stand: "protesters were dispersed by police"."""
    clause = [party for party in found if party.first < hit.clause.stop] or list(found)
    return Sides(
        doers=_first_of(clause, "state") or _first_of(found, "state"),
        targets=_first_of(clause, "people") or _first_of(found, "people"),
    )


def _first_of(found: Sequence[Party], kind: ActorKind) -> tuple[Party, ...]:
    return next((each for each in chains(found) if each[0].kind == kind and each[0].form != "country"), ())


def clash(hit: Hit, found: Sequence[Party]) -> Sides:
    """The side named first and the side named after it: "X clashed with Y", "clashes between X and Y"."""
    between = after(hit, found, frozenset({"between"}))
    if between:
        return Sides(doers=between[:1], targets=between[1:])
    killers = _before_a_kill(hit, found) if hit.verb.tense == "none" else None
    if killers is not None:
        return killers
    first = subject(hit, found)
    if first and _tells_loss(hit, first[-1].stop):
        return Sides(targets=first)
    other = after(hit, found, frozenset({"with", "against", "", "at"}))
    if first and other and hit.verb.tense == "none" and other[0].governor == "":
        other = ()
    if first and not other and len(first) > 1:
        return Sides(doers=first[:1], targets=first[1:])
    if not first and other and not other[0].governor:
        # "Clashes pitted rebels against tribesmen".
        first, other = other, after(hit, found, frozenset({"against", "and"}))
    if not first and hit.verb.tense == "none":
        first = owner(hit, found)
    return Sides(doers=first, targets=other)


def _before_a_kill(hit: Hit, found: Sequence[Party]) -> Sides | None:
    """Who killed whom in it: "police killed seven bandits in a shootout"; None where that is not told."""
    free = [each for each in chains(within(found, hit.clause.first, hit.first)) if not each[0].governor]
    if len(free) < _TWO or HARMING.isdisjoint(hit.sentence.keys[free[-2][-1].stop : free[-1][0].first]):
        return None
    return Sides(doers=free[-2], targets=free[-1])


_TWO: Final = 2


def _tells_loss(hit: Hit, first: int) -> bool:
    """Whether a verb of loss stands before the trigger: "soldiers and rebels were killed in clashes"."""
    return hit.verb.tense == "none" and not LOSSES.isdisjoint(hit.sentence.keys[first : hit.first])


def together(hit: Hit, found: Sequence[Party]) -> Sides:
    """What two do alike: both do it, where "and" or "between" names them together."""
    between = after(hit, found, frozenset({"between"})) or _before_between(hit, found)
    if between:
        return Sides(doers=between)
    return Sides(doers=subject(hit, found), targets=after(hit, found, frozenset({"with", "", "to"})))


def _before_between(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    inside = within(found, hit.clause.first, hit.clause.stop)
    return next((each for each in chains(inside) if each[0].governor == "between"), ())
