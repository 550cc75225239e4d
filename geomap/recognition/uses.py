"""Metonyms: a capital or a country that stands for its government, as in "Tehran said"."""

from __future__ import annotations

from typing import Final

from geomap.recognition import words
from geomap.recognition.sentence import Sentence

_DECIDING: Final = frozenset(
    """
    accepted accepts accused accuses adopted agreed agrees aims announced announces appealed approved asked
    backed backs banned believes blamed blames blocked broke called calls cancelled claimed claims closed
    condemned condemns confirmed considers continues criticised criticized cut decided decides declared
    declined defended demanded demands denied denies denounced deployed dismissed dispatched dropped ended
    endorsed expects expelled expressed faces fears fought funded funds gave hailed helped hopes imposed
    insisted insists intends invaded invited joined launched lifted maintains moved negotiated offered
    opposed opposes ordered plans pledged praised promised proposed protested provided provides pulled
    pushed ratified reacted recalled recognised recognized refused refuses rejected rejects released
    reopened responded restored resumed retaliated said says seeks sees sent severed shares signed sought
    sponsored stopped supported supports suspended threatened told took trained tried urged urges voiced
    voted vowed vows wanted wants warned warns welcomed welcomes withdrew
    """.split()
)
_MODALS: Final = frozenset("will would must should could may might can shall wants".split())
_BEING: Final = frozenset("is was are were has have had 's".split())
# After a form of "be" or "have", these tell of one who acts; "Iraq is burning" tells of a place.
_ACTING: Final = frozenset(
    """
    accused accusing agreed aiding allied also always arming backing believed building called calling
    committed considered considering continuing demanding denied denying determined developing doing
    expected exporting funding given helping hoping interested long negotiating offered offering opposed
    planning prepared preparing pressing promised providing pursuing pushing ready refused refusing rejected
    repeatedly said seeking sending sent sponsoring supplying supported supporting threatening training
    trying unwilling urged urging using vowed waging warned willing working
    """.split()
)
_NOT_ACTING: Final = frozenset("be remain become see have experience host get".split())
_GOVERNING: Final = frozenset(
    """
    accuse accused accuses accusing against asked asking backed backing blamed blaming by called condemned
    considered convince criticised criticized describe described describing help helped helping let persuade
    praised press pressed pressing pressure pressured regard regarded regards sued supply supplying support
    supported supporting thanked told trust urge urged urging warned warning
    """.split()
)
_RELATIONS: Final = frozenset(
    """
    agreement agreements alliance ceasefire conflict consultations contacts cooperation coordination deal
    deals dialogue diplomacy dispute disputes feud friendship negotiations pact partnership rapprochement
    relations relationship rivalry row standoff talks tension tensions ties trade treaty truce war
    """.split()
)
# What a government has, and a country as land does not.
_BELONGINGS: Final = frozenset(
    """
    aid ambassador ambitions assistance backing decision demand demands diplomacy diplomats efforts envoy
    foreign help intentions interests involvement leadership offer policy position proposal reaction
    readiness refusal response role sanctions stance stated statement support supports threat threats
    willingness
    """.split()
)
_BODIES: Final = frozenset(
    """
    administration backed diplomats envoys forces government jets lawmakers leaders led military ministers
    officials sponsored supported troops warplanes
    """.split()
)
_BETWEEN: Final = frozenset("with between".split())
_SKIPPED: Final = frozenset("the a an also , on".split()) | words.WEEKDAYS


def is_metonym(sentence: Sentence, start: int, end: int, governing: frozenset[int]) -> bool:
    """Whether the name at these tokens stands for a government.

    `governing` holds the tokens of countries and capitals, so that "Iran and Iraq signed" speaks of both.
    """
    if sentence.word(end) in {"'s", "’s"} and _owns_a_policy(sentence, end + 1):
        return True
    if _is_located(sentence, start):
        return False
    return (
        _is_adjective(sentence, end)
        or _acts(sentence, _past_siblings(sentence, end, governing))
        or _is_acted_on(sentence, start)
        or _is_related(sentence, start, end, governing)
    )


def _is_adjective(sentence: Sentence, end: int) -> bool:
    """Whether the name tells whose forces are meant: "US troops", "US and Iranian officials"."""
    at = end + 2 if sentence.word(end) == "and" and sentence.is_capital(end + 1) else end
    at += sentence.word(at) == "-"
    return any(word in _BODIES for word in sentence.lowers[at : at + 1])


def _is_located(sentence: Sentence, start: int) -> bool:
    at = start - 1
    while sentence.word(at) in words.COMPASS or sentence.word(at) in {"the", "-"}:
        at -= 1
    before = sentence.word(at)
    if before in words.LOCATIVE or before in {"from", "to", "into", "toward", "towards"}:
        return True
    return before == "of" and sentence.word(at - 1) in words.UNITS_BEFORE


def _past_siblings(sentence: Sentence, end: int, governing: frozenset[int]) -> int:
    """The first token after "and Iraq", where such a sibling follows."""
    at = end
    while sentence.word(at) in {"and", ",", "or"} and at + 1 in governing:
        at += 2
        while at in governing:
            at += 1
    return at


def _acts(sentence: Sentence, at: int) -> bool:
    for _ in range(4):
        if sentence.word(at) not in _SKIPPED and not sentence.word(at).endswith("ly"):
            break
        at += 1
    word, following = sentence.word(at), sentence.word(at + 1)
    if following == "not" or following.endswith("ly") or following == "also":
        following = sentence.word(at + 2)
    if word in _MODALS:
        return bool(following) and following.isalpha() and following not in _NOT_ACTING
    return word in _DECIDING or (word in _BEING and following in _ACTING)


def _is_acted_on(sentence: Sentence, start: int) -> bool:
    before = sentence.word(start - 1)
    if before == "on":
        return sentence.word(start - 2) in {"called", "pressure", "sanctions", "calls", "embargo"}
    return before in _GOVERNING


def _is_related(sentence: Sentence, start: int, end: int, governing: frozenset[int]) -> bool:
    """Whether the name is a party to ties, talks or a deal: "ties with Baghdad", "Tehran-Baghdad talks"."""
    earlier = sentence.lowers[max(0, start - 6) : start]
    if any(word in _BETWEEN for word in earlier[-4:]) and any(word in _RELATIONS for word in earlier):
        return True
    glued = (start - 2 in governing and sentence.word(start - 1) == "-") or (
        end + 1 in governing and sentence.word(end) == "-"
    )
    return glued and any(word in _RELATIONS for word in sentence.lowers[end : end + 5])


def _owns_a_policy(sentence: Sentence, at: int) -> bool:
    return any(word in _BELONGINGS for word in sentence.lowers[at : at + 2])
