"""Who did it, and to whom: the parties of a sentence by their parts in an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from geomap.codes.actor_nouns import CLASSES, ActorKind
from geomap.coding.actors.mutual import LOSSES, clash, crowd_control, together
from geomap.coding.actors.party import Party
from geomap.coding.actors.reference import named_for, stood_for
from geomap.coding.actors.sides import Sides, after, by, chains, harmed, is_passive, owner, subject, within
from geomap.coding.clauses import is_finite
from geomap.coding.detection import VIOLENT, Hit
from geomap.model import Actor, Role

_CLASH: Final = frozenset({"battle.armed_clash", "riot.violent_demonstration"})
# Acts that two sides do together and alike.
_MUTUAL: Final = frozenset({"strategic.agreement", "diplomacy.meeting"})
_CROWD_CONTROL: Final = frozenset({"protest.intervention", "protest.excessive_force"})
_PARTLESS: Final = frozenset(
    """
    protest.peaceful civic.funeral diplomacy.claim_or_denial strategic.force_movement strategic.base
    strategic.withdrawal
    """.split()
)
# Prepositions that set the one whom an act is done to beside it, where it has no bare object.
_TO: Final = {
    "battle": frozenset("on against with at of".split()),
    "remote_violence": frozenset("on against at into of among".split()),
    "civilian_violence": frozenset("on against at of".split()),
    "protest": frozenset("on at against".split()),
    "riot": frozenset("with at on against".split()),
    "strategic": frozenset("with of on".split()),
    "diplomacy": frozenset("to with on for against of from between upon".split()),
    "civic": frozenset(),
}
# "Their vehicle hit a landmine": the subject is the victim.
_MEETING: Final = frozenset("hit hits struck strikes strike ran stepped drove triggered".split())
_TERRITORY: Final = frozenset({"battle.territory_gov", "battle.territory_nonstate"})
_LOCATIVE: Final = frozenset("in at near inside outside around across within through from".split())
_PEOPLE: Final = {"protest": CLASSES["protesters"].inter, "riot": CLASSES["rioters"].inter}


def actors(
    hit: Hit, found: Sequence[Party], speaker: Sequence[Party] = (), earlier: Sequence[Party] = ()
) -> tuple[Actor, ...]:
    """The actors of an event by syntax.

    `speaker` are the parties of the one who tells it, which "his fighters" and "we" stand for; `earlier`
    those of the sentence before, which a pronoun may stand for.
    """
    owning = owner(hit, found)
    known = [named_for(party, found, speaker, earlier) if party.is_own else party for party in found]
    usable = [party for party in known if party in owning or _may_act(hit, party)]
    sides = _sides(hit, usable)
    if not sides.doers and not is_passive(hit):
        sides = replace(sides, doers=stood_for(hit, usable, speaker, earlier))
    targets = [party for party in sides.targets if party.name not in {doer.name for doer in sides.doers}]
    told = [_actor(hit, party, "actor") for party in sides.doers]
    return _distinct([*told, *(_actor(hit, party, "target") for party in targets)])


def loser_and_winner(hit: Hit, found: Sequence[Party]) -> tuple[ActorKind | None, ActorKind | None]:
    """The kinds of the side that lost a place and of the side that took it, each None if untold."""
    told = actors(hit, found)
    kinds = {party.evidence.span: party.kind for party in found}
    lost = next((kinds[actor.evidence.span] for actor in told if actor.role == "target"), None)
    won = next((kinds[actor.evidence.span] for actor in told if actor.role == "actor"), None)
    return lost, won


def _may_act(hit: Hit, party: Party) -> bool:
    """Whether a country alone can have a part: as a state that acts, or in what states say to one another."""
    if party.form != "country":
        return True
    if hit.layer == "diplomacy":
        return hit.type == "diplomacy.visit" or party.is_metonym or party.governor not in _LOCATIVE
    following = hit.sentence.keys[party.stop : party.stop + 3]
    if "blamed" in hit.sentence.keys[max(0, party.first - 3) : party.first]:
        return True
    if hit.layer in VIOLENT and not MEANS.isdisjoint(following) and party.governor in {"in", "by", ""}:
        # "Killed in an Israeli strike".
        return True
    return party.is_metonym or (hit.layer == "strategic" and not party.governor) or _is_subject(hit, party)


def _is_subject(hit: Hit, party: Party) -> bool:
    """Whether a country stands right before a verb, with no preposition: "the United States carried out"."""
    keys = hit.sentence.keys
    is_free = party.stop <= hit.head and not party.governor
    return is_free and (party.stop == hit.head or is_finite(keys[party.stop]))


def _sides(hit: Hit, found: Sequence[Party]) -> Sides:
    if hit.layer in VIOLENT and "under" in hit.sentence.keys[max(0, hit.first - 3) : hit.stop]:
        return Sides(
            doers=after(hit, found, frozenset({"from", "by"})), targets=subject(hit, found, hit.first)
        )
    if hit.type in _CROWD_CONTROL:
        return crowd_control(hit, found)
    if hit.type in _CLASH and _is_mutual(hit):
        return clash(hit, found)
    if hit.type in _MUTUAL:
        return together(hit, found)
    sides = _of_noun(hit, found) if _is_noun(hit, found) else _of_verb(hit, found)
    if hit.type in _PARTLESS:
        return replace(sides, targets=())
    return sides


def _is_noun(hit: Hit, found: Sequence[Party]) -> bool:
    """Whether the trigger names the act: a noun, or an -ing form of somebody's, "by Israeli shelling"."""
    is_gerund = hit.sentence.keys[hit.head].endswith("ing")
    return hit.verb.tense == "none" or (is_gerund and bool(owner(hit, found)))


def _is_mutual(hit: Hit) -> bool:
    """Whether both sides do it: "clashed with", but not "attacked", which asks for an object."""
    return not hit.trigger.after


def _of_verb(hit: Hit, found: Sequence[Party]) -> Sides:
    if is_passive(hit):
        return _of_passive(hit, found)
    if hit.type == "remote_violence.explosive" and hit.sentence.keys[hit.head] in _MEETING:
        laid_by = by(hit, found)
        others = [party for party in found if party not in laid_by]
        return Sides(doers=laid_by, targets=harmed(hit, others) or subject(hit, others))
    doers = subject(hit, found) or by(hit, found) or _of_the_subject(hit, found)
    doers = doers or _described(hit, found)
    if hit.type in _TERRITORY and _falls(hit):
        return Sides(doers=after(hit, found, frozenset({"to"})), targets=())
    targets = _object(hit, found)
    if hit.layer in VIOLENT and all(party.noun_class == "asset" for party in targets):
        targets = harmed(hit, [party for party in found if party not in doers]) or targets
    return Sides(doers=doers, targets=targets)


def _of_the_subject(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Whose thing the subject is: "a bomb planted by rebels killed", "mortars fired by the army hit"."""
    before = within(found, hit.clause.first, hit.head)
    return next((each for each in reversed(chains(before)) if each[0].governor == "by"), ())


def _described(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Those whom the trigger describes: "rioting supporters"."""
    is_participle = hit.sentence.keys[hit.head].endswith("ing") and hit.stop == hit.head + 1
    return next((each for each in chains(found) if is_participle and each[0].first == hit.stop), ())


def _falls(hit: Hit) -> bool:
    """Whether the subject is the place that is lost: "the town fell to rebels"."""
    return hit.sentence.keys[hit.head] in {"fell", "falls", "fall", "fallen"}


def _object(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    if hit.type == "strategic.weapons_disrupted":
        return by(hit, found) or after(hit, found, frozenset({"from", "of"}))
    if hit.type in _TERRITORY:
        lost = after(hit, found, frozenset({"from"})) or after(hit, found, frozenset({"", "of"}))
        return tuple(party for party in lost if party.noun_class != "asset" or party.form != "words")
    if hit.type == "diplomacy.visit":
        return _host(hit, found)
    bare = after(hit, found, frozenset({""}))
    if hit.type == "diplomacy.accuse":
        return bare or by(hit, found) or _accused(hit, found)
    if bare and (hit.layer != "diplomacy" or bare[0].form != "words"):
        return bare
    return after(hit, found, _TO[hit.layer]) or bare


def _accused(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Whom a condemnation names beside its object; those of whose killing it tells are not accused."""
    beside = after(hit, found, _TO["diplomacy"])
    return beside if beside and (beside[0].governor != "of" or beside[0].form != "words") else ()


def _host(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Whom an official visits: the one named, or the government of the country or capital."""
    return after(hit, found, frozenset("to in at with".split()) | {""}, stop=hit.clause.stop)[:1]


def _of_passive(hit: Hit, found: Sequence[Party]) -> Sides:
    doers = by(hit, found) or _of_the_means(hit, found)
    others = [party for party in found if party not in doers]
    targets = subject(hit, others) or (harmed(hit, others) if hit.layer in VIOLENT else ())
    return Sides(doers=doers or _blamed(hit, others), targets=targets)


def _of_the_means(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Whose means it was: "killed in a U.S. drone strike", "in an attack by gunmen"."""
    keys = hit.sentence.keys
    for each in chains(within(found, hit.stop, hit.clause.stop)):
        following = keys[each[-1].stop : each[-1].stop + 3]
        if each[0].governor in {"in", "by"} and any(key in MEANS for key in following):
            return tuple(_armed(party) for party in each)
    return ()


MEANS: Final = frozenset(
    """
    strike strikes airstrike airstrikes attack attacks raid raids shelling bombing bombardment ambush
    bomb operation assault fire offensive
    """.split()
)


def _of_noun(hit: Hit, found: Sequence[Party]) -> Sides:
    own = owner(hit, found) if hit.layer in VIOLENT | {"strategic", "protest", "riot"} else ()
    doers = by(hit, found) or own or _blamed(hit, found) or _staged(hit, found)
    targets = _object_of_noun(hit, [party for party in found if party not in doers])
    return Sides(doers=tuple(map(_armed, doers)) if hit.layer in VIOLENT else doers, targets=targets)


def _blamed(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """Those on whom a deed is blamed: "a strike blamed on Israel"."""
    keys = hit.sentence.keys
    blamed = (each for each in chains(found) if "blamed" in keys[max(0, each[0].first - 3) : each[0].first])
    return next((each for each in blamed if each[0].governor == "on"), ())


def _staged(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    """The subject of the verb that a noun is the object of, where that is no verb of loss."""
    keys = hit.sentence.keys
    before = keys[hit.clause.first : hit.first]
    if any(key in LOSSES for key in before):
        return ()
    return subject(hit, found, hit.first)


def _object_of_noun(hit: Hit, found: Sequence[Party]) -> tuple[Party, ...]:
    on = after(hit, found, _TO[hit.layer] - {"with"}, stop=hit.clause.stop)
    if hit.layer not in VIOLENT:
        return on or (after(hit, found, frozenset({"", "with"})) if hit.layer == "diplomacy" else ())
    people = tuple(party for party in on if party.form != "country")
    return harmed(hit, found) or people


def _armed(party: Party) -> Party:
    """A country whose strike it was acts by its forces."""
    if party.form != "country" or party.place is None:
        return party
    return replace(party, name=f"Military Forces of {party.place}")


def _actor(hit: Hit, party: Party, role: Role) -> Actor:
    return Actor(
        name=_name_in(hit, party),
        role=role,
        evidence=party.evidence,
        inter=_PEOPLE.get(hit.layer, party.inter) if party.kind == "people" else party.inter,
        country=party.country,
    )


def _name_in(hit: Hit, party: Party) -> str:
    """States fight by their forces, and speak by their governments."""
    if party.place is None:
        return party.name
    if hit.layer == "diplomacy" and party.noun_class in {"officers", "military", "government", "asset"}:
        return f"Government of {party.place}"
    return _armed(party).name if hit.layer in VIOLENT else party.name


def _distinct(told: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each name once in each part."""
    first = {(actor.name, actor.role): actor for actor in reversed(told)}
    return tuple(actor for actor in told if first[actor.name, actor.role] is actor)
