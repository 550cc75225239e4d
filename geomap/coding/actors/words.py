"""The little words that end a noun phrase, or set it beside the rest of its sentence."""

from __future__ import annotations

from functools import cache
from typing import Final

from geomap.codes.actor_nouns import noun_classes
from geomap.coding.clauses import SPEECH
from geomap.coding.lexicon import triggers

DETERMINERS: Final = frozenset(
    "the a an his her its their our this that these those all both my your".split()
)
POSSESSIVES: Final = frozenset("his her their our its my".split())
QUANTITIES: Final = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million dozen dozens scores hundreds thousands several many some few more other another most any no
    least at than as up about around nearly almost over only fewer less roughly approximately every each
    further additional
    """.split()
)
PREPOSITIONS: Final = frozenset(
    """
    of in at near outside inside around across on along within throughout through over into between from
    to by for with against after before during towards toward upon onto behind alongside among amid
    under without via despite beside besides about like as including
    """.split()
)
AND: Final = frozenset("and or & ,".split())
_JOINING: Final = frozenset(
    "and or but nor than as if when while where who whom whose which that because".split()
)
_AUXILIARIES: Final = frozenset(
    """
    is are was were be been being am has have had having do does did will would shall should can could
    may might must not n't out off back down away up also just then there here it he she they we you i
    him them who what
    """.split()
)
_DAYS: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december today yesterday tomorrow tonight morning afternoon
    evening night dawn noon midnight week month year weekend overnight ago late early earlier later
    """.split()
)
# Verbs that no ending shows.
_VERBS: Final = frozenset(
    """
    went came left hit struck fell shot blew fled broke held met began became got made sent set drove
    fought won lost withdrew took beat shook saw gave put led ran kept found brought told said slew tore
    burnt burst hurt cut rose swept let wants want seeks seek vows vow hits say says threw hurled dead
    alive
    """.split()
)
# Words before a noun that look like verbs.
MODIFIERS: Final = frozenset(
    """
    suspected armed masked unidentified alleged displaced detained wounded injured retired united allied
    elected appointed hooded uniformed unarmed exiled jailed disgruntled aggrieved organised organized
    accused convicted sacked unnamed wanted imprisoned uprooted disabled married mixed bearded hired
    unspecified besieged visiting leading protesting striking opposing ruling fleeing surviving warring
    passing marching neighbouring neighboring dissenting rampaging invading occupying pregnant elderly
    riot border attack combat fighting rival unknown angry young old islamist islamic tribal local
    foreign former senior top high ranking female male ethnic security special rescue aid opposition
    government military paramilitary
    """.split()
)
# Of these, what stands right after a noun is its verb.
ALSO_VERBS: Final = frozenset(
    """
    detained wounded injured displaced elected appointed exiled jailed accused convicted sacked wanted
    imprisoned uprooted disabled hired besieged protesting striking fleeing leading marching rampaging
    invading occupying fighting attack combat
    """.split()
)
# Adjectives that may follow their noun: "an army loyal to", "a journalist critical of".
AFTER_NOUNS: Final = frozenset(
    """
    loyal close critical responsible able unable ready likely aged old abroad alone home nearby opposed
    hostile friendly sympathetic unhappy dead alive active present involved
    """.split()
)
PEOPLES: Final = frozenset(
    "christian muslim hindu sikh shiite sunni yazidi kurd rohingya hutu tutsi roma".split()
)
TITLES: Final = frozenset("gen brig col maj lt sgt capt cmdr adm pres".split())


@cache
def _acts() -> frozenset[str]:
    """Every verb of the trigger lexicon in all its forms."""
    found = (trigger for each in triggers().values() for trigger in each)
    return frozenset(
        word
        for trigger in found
        for slot in trigger.slots
        for word, form in slot.words.items()
        if form != "noun"
    )


@cache
def ends_phrase(key: str) -> bool:
    """Whether a word cannot stand between a noun and the start of its phrase."""
    if key in MODIFIERS:
        return False
    if not key[0].isalpha() or key in _CLOSED or key in _VERBS or key in SPEECH:
        return True
    if key in noun_classes():
        return False
    return key in _acts() or key.endswith(("ed", "ing", "ly"))


_CLOSED: Final = (
    DETERMINERS | QUANTITIES | PREPOSITIONS | AND | _JOINING | _AUXILIARIES | _DAYS | frozenset({"'s", "’s"})
)
