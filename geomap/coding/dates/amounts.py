"""Shapes of times that date no event: lengths, habits, hours, and words for past, present and future.

They are told apart from dates because a reader of events must not take "for three years" for a day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from geomap.coding.dates.expression import DateKind
from geomap.coding.dates.grammar import FIGURE_SHAPES, WORD_SHAPES, WORDS_AFTER_THE
from geomap.coding.dates.shapes import Shape
from geomap.coding.dates.words import SEASON, SEASONS, YEAR, S

_THE: Final = rf"(?:[Tt]he{S})?"
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES: Final = "one two three four five six seven eight nine"
_ALL: Final = f"{_ONES} {_TEENS} {_TENS}".split()
_NUMBER: Final = (
    rf"(?:(?i:(?:{'|'.join(_TENS.split())})-(?:{'|'.join(_ONES.split())})"
    rf"|{'|'.join(sorted(_ALL, key=len, reverse=True))}|an?)\b"
    rf"|\d{{1,3}}(?:,\d{{3}})?(?![.,]?\d|[A-Za-z])|\d{{4}}(?!\w))"
)
_LENGTHS: Final = (
    r"(?P<length>seconds|minute|hour|day|week|weekend|month|quarter(?!,?\sof\b)|year|decade|centur(?=y|ies))"
)
_ADJECTIVE: Final = rf"(?:(?:trading|working|business|consecutive|straight|full|whole|long){S})?"
_MANY: Final = rf"(?:a{S}few|several|few|many|some|recent|numerous|countless)"
_ENDS: Final = rf"(?:s|y|ies)?\b(?:(?:-|{S})(?:old|long)\b)?(?!{S}(?:labou?r|trip|trader|care|school|book))"


def _shape(kind: DateKind, pattern: str, common: Mapping[str, Any] | None = None) -> Shape:
    return Shape(kind, re.compile(pattern), common or {})


_LONG: Final = (
    _shape("duration", rf"(?P<amount>{_NUMBER})(?:-|{S}){_ADJECTIVE}{_LENGTHS}{_ENDS}"),
    _shape(
        "duration",
        rf"{_NUMBER}(?:-|{S})(?:to|or)(?:-|{S}){_NUMBER}(?:-|{S}){_LENGTHS}{_ENDS}",
    ),
)
_HALF: Final = tuple(
    _shape("duration", rf"(?i:half)(?:{S}an?{S}|-){whole}\b", {"length": unit, "number": number})
    for whole, unit, number in (
        ("hour", "minute", 30),
        ("day", "hour", 12),
        ("year", "month", 6),
        ("decade", "year", 5),
        ("century", "year", 50),
    )
)
_LOOSE: Final = (
    _shape("duration", rf"(?i:a){S}couple{S}of{S}{_LENGTHS}s\b", {"number": 2}),
    _shape("duration", rf"(?i:{_MANY}){S}(?:more{S}|long{S})?{_LENGTHS}(?:s|ies)\b"),
)
_WHOLE_LONG: Final = (
    _shape("duration", r"(?P<length>hour|day|week|month|year|decade)(?:-?|\s)long\b", {"number": 1}),
)
_SINCE_LONG: Final = _shape("duration", rf"{_LENGTHS}(?:s|ies)\b(?!{S}of\b)", {"needs": "preposition"})
_ORDINAL: Final = "(?i:first|second|third|fourth|final)"
_OUTER_YEAR: Final = rf"(?:the{S}|(?P<outer_direction>last|this|next){S})(?P<outer_unit>year)\b"
_NUMBERED_QUARTERS: Final = (
    _shape("quarter", rf"Q(?P<figure>[1-4]){S}(?:of{S})?(?P<year>{YEAR})"),
    _shape("quarter", r"Q(?P<figure>[1-4])\b"),
)
_SHORT_DECADE: Final = _shape(
    "decade", rf"{_THE}['’]?(?P<short_decade>[2-9]0)s\b", {"vague": True, "needs": "the"}
)
_SAME: Final = rf"{_THE}(?i:same){S}"
_YEAR_BEFORE: Final = (
    rf"{S}(?:(?:of|in){S})?(?:a{S}year{S}(?:ago|earlier|before)|(?:the{S})?(?:last|previous){S}year)\b"
)
_AHEAD: Final = (
    _shape(
        "duration",
        rf"{_THE}(?i:last|past|next|coming|first|final|previous){S}(?P<amount>{_NUMBER}){S}"
        rf"{_ADJECTIVE}{_LENGTHS}s?\b",
    ),
    _shape("duration", rf"{_THE}(?:last|past|next|coming){S}(?P<length>decade|century)\b", {"number": 1}),
    _shape("duration", rf"{_THE}(?:last|past|next|coming|recent){S}(?:few{S}|several{S})?{_LENGTHS}s\b"),
    _shape("quarter", rf"{_THE}(?P<quarter>{_ORDINAL})[ -]quarter\b"),
    _shape("quarter", rf"{_THE}(?P<quarter>{_ORDINAL})[ -]quarter{S}(?:of{S}|in{S})?(?P<year>{YEAR})"),
    _shape("half", rf"{_THE}(?P<half>{_ORDINAL}){S}half{S}of{S}(?:(?P<year>{YEAR})|{_OUTER_YEAR})"),
    _shape("reference", rf"[Tt]he{S}(?:(?:near|foreseeable|immediate){S})?future\b", {"offset": 1}),
    _shape("reference", rf"[Tt]he{S}(?:near|long|short|medium){S}term\b", {"offset": 1}),
    _shape("reference", rf"[Tt]he{S}(?:recent{S}|distant{S})?past\b", {"offset": -1, "needs": "preposition"}),
    _shape("reference", rf"[Tt]he{S}time\b(?=\s*[.,;])", {"offset": -1, "needs": "preposition"}),
    _shape("reference", rf"[Tt]he{S}(?:moment|present|time{S}being)\b(?=\s*[.,;])", {"offset": 0}),
    _SHORT_DECADE,
    _shape("chained", rf"(?:(?i:earlier|later|late|early){S}in{S})?[Tt]he{S}(?P<unit>day)\b",
           {"offset": 0, "needs": "part of"}),
    _shape("chained", rf"[Tt]he{S}(?:entire|whole|full){S}(?P<unit>week|month|year)\b", {"offset": 0}),
    _shape("chained", rf"{_SAME}(?:month|period){_YEAR_BEFORE}", {"unit": "month", "offset": -12}),
    _shape("chained", rf"{_SAME}quarter{_YEAR_BEFORE}", {"unit": "quarter", "offset": -4}),
)  # fmt: skip
_REFERENCES: Final = (
    _shape("reference", r"(?i:now|currently|presently|nowadays)\b", {"offset": 0}),
    _shape("reference", rf"(?:[Cc]urrent)\b(?=\s[a-z])(?!{S}(?:week|month|year)\b)", {"offset": 0}),
    _shape(
        "reference", rf"(?:[Mm]ore{S}|[Mm]ost{S})?(?i:recently|lately|previously|formerly)\b", {"offset": -1}
    ),
    _shape("reference", r"(?i:soon)\b(?!\s(?:after|before|as|follow))", {"offset": 1}),
    _shape("reference", r"(?i:present)\b(?=\s?[,.;]|\s[a-z])", {"offset": 0, "needs": "at"}),
    _shape(
        "reference",
        rf"[Rr]ecent\b(?!{S}(?:few|several|hours|days|weeks|months|years|decades))",
        {"offset": -1},
    ),
)
_ADVERBS: Final = (
    *(
        _shape("every", rf"(?i:{words})\b", {"recurrent": True, "unit": unit})
        for words, unit in (
            ("daily", "day"), ("weekly", "week"), ("monthly", "month"), ("quarterly", "quarter"),
            ("annual|annually|yearly", "year"),
        )
    ),
)  # fmt: skip
_RATES: Final = (
    _shape(
        "every",
        rf"(?i:once|twice|times){S}(?:a|an|per){S}(?P<unit>day|week|month|year)\b",
        {"recurrent": True},
    ),
    _shape("every", rf"(?i:every){S}(?P<amount>{_NUMBER}){S}{_LENGTHS}s\b", {"recurrent": True}),
    _shape("every", rf"(?i:per){S}(?P<unit>day|week|month|year)\b", {"recurrent": True}),
)
_ZONE: Final = rf"(?:{S}?\(?(?P<zone>GMT|UTC|[Ll]ocal{S}time|[A-Z]{{1,3}}T)(?:{S}?[+-]\d{{1,2}})?\)?)?"
_ZONE_TOLD: Final = _ZONE[:-1]
_CLOCKS: Final = (
    _shape("clock", rf"(?P<clock>\d{{1,2}}(?:[:.]\d\d)?[ ]?[apAP](?:\.?m\b\.?|\.?M\b\.?)){_ZONE}"),
    _shape("clock", r"(?P<clock>[012]?\d:[0-5]\d)(?![:\d])", {"needs": "preposition"}),
    _shape("clock", rf"(?P<clock>[012]?\d:[0-5]\d)(?![:\d]){_ZONE_TOLD}"),
    _shape("clock", rf"(?P<clock>[012]\d[0-5]\d){S}(?P<zone>GMT|UTC|hours)\b"),
    _shape("clock", rf"(?P<clock>\d{{1,2}}){S}o['’]clock\b"),
)
_PARTS: Final = (
    _shape("clock", r"(?P<clock>(?i:noon|midday|midnight))\b"),
    _shape(
        "clock", r"(?P<clock>(?i:dawn|dusk|sunset|sunrise|nightfall|daybreak))\b", {"needs": "preposition"}
    ),
)
_OF_DAY: Final = (
    _shape("clock", rf"[Tt]he{S}(?:(?:early|late){S})?(?P<clock>morning|afternoon|evening)\b(?!{S}of\b)"),
)
_IN_TRADE: Final = (
    _shape(
        "clock", rf"(?P<clock>morning|afternoon|evening)\b(?={S}(?:trading|trade|session|prayers|rush)\b)"
    ),
)
_SEASON_ALONE: Final = (
    _shape("season", rf"{_THE}(?P<season>{SEASON})\b", {"vague": True, "needs": "preposition"}),
)


def _table(*parts: tuple[str, tuple[Shape, ...]]) -> dict[str, tuple[Shape, ...]]:
    table: dict[str, tuple[Shape, ...]] = {}
    for words, shapes in parts:
        for word in words.split():
            table[word] = (*table.get(word, ()), *shapes)
    return table


_MORE: Final = _table(
    (" ".join(_ALL) + " a an", _LONG),
    ("a", _LOOSE),
    ("several few many some recent numerous countless", _LOOSE),
    ("half", _HALF),
    ("seconds minutes hours days weeks months years decades centuries", (_SINCE_LONG,)),
    ("the last past next coming first second third fourth final previous same recent", _AHEAD),
    ("earlier later early late", _AHEAD),
    ("now currently presently nowadays current soon present", _REFERENCES),
    ("more most recently lately recent previously formerly", _REFERENCES),
    ("daily weekly monthly quarterly annual annually yearly", _ADVERBS),
    ("hour hourlong day daylong week weeklong month monthlong year yearlong decade decadelong", _WHOLE_LONG),
    ("once twice times per every", _RATES),
    ("q", _NUMBERED_QUARTERS),
    ("noon midday midnight dawn dusk sunset sunrise nightfall daybreak", _PARTS),
    ("the", _OF_DAY),
    ("morning afternoon evening", _IN_TRADE),
    (" ".join(SEASONS) + " the", _SEASON_ALONE),
)

#: As the tables of `geomap.coding.dates.grammar`, with these shapes beside those.
ALL_FIGURE_SHAPES: Final = (*FIGURE_SHAPES, *_LONG, *_CLOCKS, _SHORT_DECADE)
ALL_WORD_SHAPES: Final[Mapping[str, tuple[Shape, ...]]] = {
    word: (*_MORE.get(word, ()), *WORD_SHAPES.get(word, ())) for word in sorted({*WORD_SHAPES, *_MORE})
}
#: "The" starts a time before these alone.
ALL_AFTER_THE: Final = WORDS_AFTER_THE | frozenset(
    "moment present time near long short medium very foreseeable immediate future past recent "
    "distant morning afternoon evening early late entire whole full ten eleven twelve".split()
)
