"""The words that tell of losses, of the persons lost, and of what only sounds like either."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from geomap.model import LossKind

Form = Literal["participle", "gerund", "base", "state", "intransitive"]


class Verb(NamedTuple):
    """What a word says of persons, and the form that tells where they stand beside it."""

    kind: LossKind
    form: Form


_FORMS: Final[dict[LossKind, dict[Form, str]]] = {
    "killed": {
        "participle": "killed slain murdered massacred assassinated beheaded executed martyred lynched "
        "hanged decapitated gunned mowed electrocuted eliminated",
        "gerund": "killing murdering massacring assassinating beheading executing eliminating",
        "base": "kill kills",
        "state": "dead",
        "intransitive": "died perished die dies drowned succumbed",
    },
    "wounded": {
        "participle": "wounded injured hurt maimed hospitalised hospitalized",
        "gerund": "wounding injuring hurting maiming",
        "base": "wound wounds injure injures",
    },
    "missing": {"state": "missing unaccounted", "intransitive": "disappeared"},
    "detained": {
        "participle": "arrested detained captured abducted kidnapped imprisoned jailed rounded snatched",
        "gerund": "arresting detaining capturing abducting kidnapping",
        "base": "arrest arrests detain detains capture captures abduct abducts kidnap kidnaps",
    },
    "displaced": {
        "state": "homeless",
        "participle": "displaced uprooted",
        "gerund": "displacing uprooting",
        "base": "displace",
    },
}
VERBS: Final[Mapping[str, Verb]] = {
    word: Verb(kind, form)
    for kind, forms in _FORMS.items()
    for form, words in forms.items()
    for word in words.split()
}
# Nouns that are counted themselves ("five deaths", "no casualties").
COUNTED: Final[Mapping[str, frozenset[LossKind]]] = {
    "death": frozenset({"killed"}),
    "deaths": frozenset({"killed"}),
    "fatalities": frozenset({"killed"}),
    "fatality": frozenset({"killed"}),
    "casualties": frozenset({"killed", "wounded"}),
    "injuries": frozenset({"wounded"}),
    "arrests": frozenset({"detained"}),
}
TOLLS: Final = frozenset({"toll"})
LIVES_TAKEN: Final = frozenset(
    "claim claimed claims claiming take took taken takes taking cost costing".split()
)

_SINGULAR: Final = """
    person civilian soldier trooper militant fighter rebel insurgent terrorist extremist jihadist gunman
    policeman policewoman officer guard commander general colonel captain lieutenant sergeant major
    leader chief official member man woman child boy girl baby infant teenager youth student pupil
    teacher doctor nurse medic paramedic journalist reporter cameraman photographer correspondent worker
    labourer laborer farmer driver passenger passerby bystander pedestrian worshipper worshiper pilgrim
    tourist visitor shopper resident villager citizen national refugee migrant protester protestor
    demonstrator activist dissident politician minister president mayor governor lawmaker deputy senator
    judge lawyer prosecutor cleric priest bishop monk nun sheikh sheik elder tribesman wife husband son
    daughter brother sister father mother parent grandmother grandfather uncle aunt cousin nephew niece
    relative sibling friend neighbour neighbor colleague spouse twin suspect prisoner detainee inmate
    hostage captive bomber attacker assailant shooter sniper pilot sailor marine peacekeeper conscript
    recruit cadet reservist volunteer aide adviser advisor diplomat ambassador envoy contractor engineer
    miner fisherman herder shepherd trader merchant businessman customer employee staffer expatriate
    foreigner settler victim survivor adult human individual operative agent combatant loyalist
    separatist mercenary militiaman paratrooper firefighter rescuer spokesman spokeswoman candidate
    voter monitor observer missionary nationalist supporter sympathiser sympathizer follower convert
    smuggler trafficker dealer bodyguard gangster criminal robber thief cadre ranger constable corporal
    patient cleaner vendor athlete player fan spectator muezzin toddler newborn orphan widow bride groom
    guest mourner imam shopkeeper commando gendarme councillor professor scientist vigilante bandit pirate
    looter rioter hijacker kidnapper captor nomad hunter tailor cook waiter singer actor technician mechanic
    electrician cyclist motorist commuter schoolgirl schoolboy airman clerk guide translator interpreter
    """
# Used of one person, these are adjectives as a rule ("an Iraqi soldier"); of several, nouns.
_PEOPLES: Final = """
    Iraqi Iranian Syrian Afghan American Israeli Palestinian Kurd Turk Russian Ukrainian Egyptian Libyan
    Saudi Pakistani Indian Nigerian Somali Sudanese Yemeni Jordanian Shiite Sunni Christian Muslim
    Yazidi Briton German Italian European African Arab Houthi Malian Kenyan Ethiopian Congolese
    Colombian Mexican Australian Canadian Pole Serb Croat Bosnian Chechen Georgian Armenian Azerbaijani
    Nepali Filipino Indonesian
    """
_PLURAL: Final = """
    people persons men women children troops personnel police militia militiamen forces elements gunmen
    policemen policewomen babies cadres staff crew infantry tribesmen fishermen servicemen servicewomen
    infantrymen cameramen clergy mercenaries missionaries spokesmen businessmen seamen airmen crewmen
    firemen french british japanese chinese passersby wives dignitaries kids
    herdsmen schoolchildren peshmerga mujahideen jihadis
    """


def _plural_of(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"


PERSON: Final = frozenset(word.lower() for word in _SINGULAR.split())
PERSONS: Final = frozenset(
    {
        *(_plural_of(word) for word in PERSON),
        *(_plural_of(word) for word in _PEOPLES.lower().split()),
        *_PLURAL.split(),
    }
)

# "A family of five", "a group of 12 tourists": the number is the group's.
COLLECTIVES: Final = frozenset(
    "family group team party crew crowd convoy gang cell band unit patrol squad total".split()
)
INCLUDING: Final = frozenset("including includes include included among".split())
RELATIVES: Final = frozenset({"who", "that", "which", "whom"})
ONE: Final = frozenset({"he", "she", "him", "i", "himself", "herself"})
DETERMINERS: Final = frozenset(
    "the his her their its my our this that these those a an another one 's ’s any".split()
)
ARTICLES: Final = frozenset("the a an his her their its my our".split())
PREPOSITIONS: Final = frozenset(
    "in by of from with near at for against on to into onto over under between during after before since "
    "until inside outside around across through via among amid about as towards toward upon within "
    "without".split()
)
BE: Final = frozenset(
    "was were been be being is are am remain remains remained got get gets getting wasn't weren't isn't "
    "aren't".split()
)
SINGULAR_BE: Final = frozenset({"was", "is", "has", "got"})
AUXILIARIES: Final = BE | frozenset(
    "have has had having do does did hasn't haven't hadn't will would could may might can should must "
    "shall".split()
)
CONJUNCTIONS: Final = frozenset(
    "and or but nor while when as if because although though than then so".split()
)
# Words that end a clause for one who looks back for the subject of a verb.
CLAUSE_STARTS: Final = frozenset(
    "; : said says told that when while after before because although if where killing".split()
)
SKIPPED: Final = frozenset(
    "also either later reportedly allegedly still even now already since further confirmed instantly then "
    "both all have has had having been being found left just yesterday today currently initially "
    'reported declared so far " “ ”'.split()
)
# What did not happen, or may not have: a threat, a plan, a possibility, a denial.
UNREAL: Final = frozenset(
    "not never nearly almost would could may might can will should must shall if wasn't weren't isn't aren't "
    "hasn't haven't hadn't won't couldn't wouldn't cannot feared presumed without unless n't".split()
)
ACHIEVED: Final = frozenset(
    "managed able succeeded went known said reported believed thought understood claimed claims claim "
    "claiming alleged".split()
)
# "Accused of killing", "vowed against", "stop killing": told of, not done here.
NOT_DONE: Final = frozenset(
    "of for with from without against about avoid stop start deny denied denies at to".split()
)
# "Shot dead", "shot and killed": one verb in two words.
SHOT: Final = frozenset("shot stabbed beaten hacked tortured hanged bludgeoned".split())
# "Gunned down", "mowed down": here the little word belongs to the deed.
SHOT_DOWN: Final = frozenset("gunned mowed".split())
DIED_AWAY: Final = frozenset({"down", "out", "away", "off"})
