"""Where the parties of an event stand: its subject, its objects, those after "by", the sides of a clash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geomap.coding.actors.party import Party
from geomap.coding.actors.words import DETERMINERS, MODIFIERS, QUANTITIES
from geomap.coding.clauses import SPEECH, is_finite
from geomap.coding.detection import Hit

# The noun that a relative clause is of stands within this many words before it.
_ANTECEDENT: Final = 8
# "…, backed by militias, have attacked": a verb that takes up its subject again stands first in its clause.
_RESUMING: Final = 2
# "Backed by", "along with": those help the one before them to do it.
_HELPING: Final = frozenset("backed supported aided assisted accompanied joined alongside helped".split())
_WITH_HELP: Final = frozenset("alongside together along".split())
_COORDINATING: Final = frozenset("and or but then also".split())
_ADVERBS: Final = frozenset("was were is are be been being had has have also then later reportedly".split())
#: Verbs of loss that have those whom it hit as their object.
HARMING: Final = frozenset(
    """
    killing killed kills wounding wounded injuring injured hurting hurt leaving left affecting hit
    hitting struck striking targeting targeted claiming displacing displaced maiming
    """.split()
)
_SUFFERING: Final = frozenset("killed died injured wounded hurt dead slain martyred dies".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties of an event in the order of the text, by their place in its clause."""

    doers: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()


def chain(found: Sequence[Party], start: int) -> tuple[Party, ...]:
    """The list that a party opens: "three soldiers, two policemen and a guard"."""
    stop = start + 1
    while stop < len(found) and found[stop].joined:
        stop += 1
    return tuple(found[start:stop])


def chains(found: Sequence[Party]) -> list[tuple[Party, ...]]:
    """The parties by the lists that they stand in."""
    starts = [at for at, party in enumerate(found) if at == 0 or not party.joined]
    return [chain(found, start) for start in starts]


def within(found: Sequence[Party], first: int, stop: int) -> list[Party]:
    """The parties that start in a run of words."""
    return [party for party in found if first <= party.first < stop]


def subject(hit: Hit, found: Sequence[Party], at: int | None = None) -> tuple[Party, ...]:
    """The subject of a trigger's verb with those that help it, () where the clause has none."""
    at = hit.head if at is None else at
    own = within(found, hit.clause.first, at)
    free = [each for each in chains(own) if not each[0].governor]
    if not free:
        return _outer_subject(hit, found)
    first = _first_of_verbs(hit, at)
    near = [each for each in free if each[0].first < first]
    chosen = near[-1] if near and first < at else (free[0] if _is_joined(hit, at) else free[-1])
    return (*chosen, *_helpers(hit, own, chosen))


def _first_of_verbs(hit: Hit, at: int) -> int:
    """The first of the verbs that "and" or "or" joins side by side: "were killed or wounded or arrested"."""
    keys = hit.sentence.keys
    while at - 2 > hit.clause.first and keys[at - 1] in {"and", "or", ","} and is_finite(keys[at - 2]):
        at -= 2
    return at


def _is_joined(hit: Hit, at: int) -> bool:
    """Whether "and" joins the verb to an earlier one with its object: "took Homs and killed five"."""
    keys = hit.sentence.keys
    before = at - 1
    while before > hit.clause.first and (keys[before] in _ADVERBS or keys[before].endswith("ly")):
        before -= 1
    return keys[before] in _COORDINATING


def _helpers(hit: Hit, own: Sequence[Party], chosen: Sequence[Party]) -> tuple[Party, ...]:
    """Those who help: "backed by Shiite militias", "alongside", "together with"."""
    keys = hit.sentence.keys
    found: list[Party] = []
    for each in chains(own):
        start = each[0].first
        near = frozenset(keys[max(chosen[-1].stop, start - 5) : start])
        helps = each[0].governor == "by" and near & _HELPING
        beside = each[0].governor == "alongside" or (each[0].governor == "with" and near & _WITH_HELP)
        lends = each[0].governor in {"from", "of"} and not near.isdisjoint({"support", "help", "backing"})
        if start >= chosen[-1].stop and (helps or beside or lends):
            found.extend(each)
    return tuple(found)


def _outer_subject(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """The subject of a clause that has none of its own, from the noun or the clause that it hangs on."""
    earlier = [party for party in found if party.first < hit.clause.first]
    if not earlier:
        return ()
    if hit.clause.kind == "relative":
        near = [each for each in chains(earlier) if each[-1].stop + _ANTECEDENT > hit.clause.first]
        return near[-1] if near else ()
    resumes = hit.clause.kind == "main" and hit.head - hit.clause.first <= _RESUMING
    if hit.clause.kind == "participle" or resumes:
        return _main_subject(hit, earlier)
    return ()


def _main_subject(hit: Hit, earlier: Sequence[Party]) -> tuple[Party, ...]:
    """Who does what a participle tells: the subject before it, or the one after "by" where that suffers."""
    free = [each for each in chains(earlier) if not each[0].governor]
    return (*free[0], *_helpers(hit, earlier, free[0])) if free else ()


def by(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Those after "by" that follow a trigger in its clause; the helpers' "backed by" is none."""
    keys = hit.sentence.keys
    for each in chains(within(found, hit.first, hit.clause.stop)):
        start = each[0].first
        if each[0].governor == "by" and not _HELPING & frozenset(keys[max(0, start - 4) : start]):
            return each
    return ()


def after(
    hit: Hit, found: Sequence[Party], governors: frozenset[str], *, stop: int | None = None
) -> tuple[Party, ...]:
    """The first list after a trigger's head that one of the prepositions governs, "" for the bare object."""
    limit = purpose(hit) if stop is None else stop
    for each in chains(within(found, hit.head + 1, limit)):
        if each[0].governor in governors and each[0].first >= hit.head:
            return each
    return ()


def purpose(hit: Hit) -> int:
    """The word "to" that opens an infinitive after a trigger, or the end of its clause."""
    sentence = hit.sentence
    for at in range(hit.stop, hit.clause.stop - 1):
        following = sentence.words[at + 1]
        is_name = sentence.text[following.start - sentence.span.start].isupper()
        is_verb = following.key.isalpha() and following.key not in DETERMINERS | MODIFIERS and not is_name
        if sentence.keys[at] == "to" and is_verb and following.key in _INFINITIVES:
            return at
    return hit.clause.stop


_INFINITIVES: Final = frozenset(
    """
    fight combat help protect stop prevent end support back free rescue disperse break quell counter
    demand protest discuss restore secure curb halt join defend defeat drive push retake recapture
    avenge punish
    """.split()
)


def harmed(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Whom the sentence tells to have suffered: "…, killing two farmers", "five soldiers died when …"."""
    return _harmed_after(hit, found) or _harmed_before(hit, found)


def _harmed_after(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    keys = hit.sentence.keys
    for each in chains([party for party in found if party.first > hit.head]):
        start = each[0].first
        before = keys[max(hit.first, start - 6) : start]
        verbs = [at for at, key in enumerate(before) if key in HARMING]
        if verbs and each[0].governor in {"", "of"} and not _breaks(before[verbs[-1] + 1 :]):
            return each
    return ()


def _breaks(between: Sequence[str]) -> bool:
    between = [key for key in between if key not in QUANTITIES]
    return any(
        key in {",", "in", "at", "near", "and", "with", "on", "by"} or key in SPEECH for key in between
    )


def _harmed_before(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Those of whom a verb of suffering tells, near to them: "five Malian soldiers died when"."""
    free = [each for each in chains(found) if not each[0].governor]
    return next((each for each in free if _suffers(hit.sentence.keys, each[-1].stop)), ())


def _suffers(keys: Sequence[str], stop: int) -> bool:
    """Whether a verb of suffering follows a subject that ends there, an aside within commas passed over."""
    if keys[stop : stop + 2] == (",", "including"):
        stop = next((at + 1 for at in range(stop + 2, min(stop + 9, len(keys))) if keys[at] == ","), stop)
    following = keys[stop : stop + 5]
    verb = next((at for at, key in enumerate(following) if key in _SUFFERING), None)
    return verb is not None and not any(key in {",", "who", "that"} for key in following[:verb])


def owner(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Whose act a noun tells by the words before it: "a Turkish drone strike", "the rebels' bombing"."""
    keys = hit.sentence.keys
    for each in reversed(chains(within(found, hit.clause.first, hit.stop))):
        between = keys[each[-1].stop : hit.first]
        if len(between) <= 4 and all(_is_beside(key) for key in between):
            return each
    return ()


_NOUN_MODIFIERS: Final = frozenset(
    """
    's ’s ' ’ air drone artillery rocket missile mortar suicide bomb car ground naval cross-border
    deadly new fresh fighter shelling overnight retaliatory heavy latest recent alleged led military jet
    aerial cross crossborder truck roadside precision helicopter arson gun knife night series of
    """.split()
)


def _is_beside(key: str) -> bool:
    return key in _NOUN_MODIFIERS or (key in MODIFIERS) or key.endswith("led")


def is_passive(hit: Hit) -> bool:
    """Whether the subject suffers; "fighters killed at least 40" is no "fighters killed in"."""
    keys = hit.sentence.keys
    is_counted = keys[hit.stop : hit.stop + 2] in {("at", "least"), ("at", "most"), ("as", "many")}
    helped = not _BE.isdisjoint(keys[max(hit.clause.first, hit.head - 4) : hit.head])
    return hit.verb.passive and (helped or not is_counted)


_BE: Final = frozenset("was were is are be been being got".split())
