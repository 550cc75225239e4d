"""The words before a date that belong to it: prepositions, times of day, and parts of a period."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from geomap.coding.dates.expression import Modifier, Portion
from geomap.coding.dates.words import S

MODIFIERS: Final[dict[str, Modifier]] = {
    "since": "since",
    "ever since": "since",
    "from": "since",
    "starting": "since",
    "beginning": "since",
    "until": "until",
    "till": "until",
    "through": "until",
    "thru": "until",
    "before": "before",
    "prior to": "before",
    "ahead of": "before",
    "on the eve of": "before",
    "after": "after",
    "following": "after",
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "on or before": "by",
    "as of": "by",
    "around": "around",
    "about": "around",
    "circa": "around",
    "nearly": "around",
    "almost": "around",
    "some": "around",
    "over": "around",
    "more than": "around",
    "at least": "around",
    "less than": "around",
}
_PLAIN: Final = ("on", "in", "at", "during", "throughout", "within", "of", "for", "between", "as early as")
# These loosen an elapsed time ("more than two years ago"), and no other date ("over the weekend").
COUNTING: Final = frozenset({"over", "some", "more than", "at least", "less than", "nearly", "almost"})
_PORTIONS: Final[dict[str, Portion]] = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "middle",
    "middle": "middle",
    "late": "late",
    "end": "late",
    "earlier": "so_far",
    "later": "rest",
}

# Far enough for "in the early morning hours of ", and a bound on the look back.
_LOOK_BACK: Final = 60
_CLOCK: Final = (
    r"(?:\d{1,2}:\d\d|\d{1,2}(?:[:.]\d\d)?[ \t]?[ap]\.?m\.?|\d{4}(?=[ \t](?:GMT|UTC|hours|local)))"
    r"(?:[ \t](?:GMT|UTC|local[ \t]time|hours))?"
)
_TIME: Final = rf"""(?i:
    (?:(?:shortly|just){S})? (?:(?:at|before|after|around){S})? (?:about{S})?
    (?:dawn|daybreak|noon|midday|midnight|dusk|sunset|sunrise|nightfall|{_CLOCK}) (?:{S}(?:on|of))?
  | (?:(?:in|on|during|at){S})? (?:the{S})? (?:(?:early|late|pre-dawn|small){S})?
    (?:morning|hours|afternoon|evening|night) (?:{S}hours)? {S} (?:of|on)
  )"""
PREPOSITIONS: Final = "|".join(
    word.replace(" ", S) for word in sorted((*MODIFIERS, *_PLAIN), key=len, reverse=True)
)
_LEADING: Final = re.compile(
    rf"""(?<![\w'’$-]) (?:(?P<also>[Aa]lso){S})? (?P<body>
      (?:(?i:earlier|later|late|early){S}(?=[Oo]n\b))?
      (?:(?P<time>{_TIME}){S} | (?P<preposition>(?i:{PREPOSITIONS})){S} (?:{_TIME}{S})?)?
      (?P<the>[Tt]he{S})?
      (?:(?P<portion>(?i:early|mid|late|earlier|later))(?:-|{S}(?:in{S}(?:the{S})?)?)
       | (?P<part>(?i:beginning|middle|start|end)){S}of{S}(?:the{S})?)?
    )\Z""",
    re.VERBOSE,
)


class Lead(NamedTuple):
    """Where a date starts with the words before it, where it would start without them, and what they say."""

    start: int
    core: int
    preposition: str | None
    the: bool
    portion: Portion | None
    also: bool

    @property
    def modifier(self) -> Modifier | None:
        """What the preposition makes of the date; None where it simply dates."""
        return MODIFIERS.get(self.preposition or "")


def lead_of(text: str, floor: int, core: int) -> Lead:
    """The words before ``core`` that belong to a date that starts there, none from before ``floor``."""
    low = max(floor, core - _LOOK_BACK)
    found = _LEADING.search(text[low:core])
    if found is None:
        return Lead(core, core, None, the=False, portion=None, also=False)
    preposition = " ".join(found["preposition"].lower().split()) if found["preposition"] else None
    portion = _PORTIONS.get((found["portion"] or found["part"] or "").lower())
    # A lone article belongs to the noun that the date describes ("the January attack").
    has_words = bool(preposition or found["time"] or portion or found["body"][:1] in {"e", "l", "E", "L"})
    start = low + found.start("body") if has_words else core
    return Lead(start, core, preposition, bool(found["the"]), portion, bool(found["also"]))
