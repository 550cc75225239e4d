"""The words that dates are made of, and pieces of pattern built from them."""

from __future__ import annotations

from typing import Final

_MONTHS: Final = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "May"),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
_WEEKDAYS: Final = (
    ("Monday", "Mon"),
    ("Tuesday", "Tues", "Tue"),
    ("Wednesday", "Weds", "Wed"),
    ("Thursday", "Thurs", "Thur", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
)

MONTHS: Final = {name.lower(): number for number, names in enumerate(_MONTHS, 1) for name in names}
WEEKDAYS: Final = {name.lower(): number for number, names in enumerate(_WEEKDAYS) for name in names}
SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
DIRECTIONS: Final = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "ago": -1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "later": 1,
    "after": 1,
}

# White space within an expression: it may run over one line's end, never over a blank line. Bounded, as
# everything here is, so that a text made to hurt costs no more than another of its length.
S: Final = r"(?:[ \t\u00a0\u202f]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,3})"
COMMA: Final = rf"(?:{S}?,{S}?|{S})"
DASH: Final = rf"{S}?[-–—]{S}?"
COUNTS: Final = {
    word: number
    for number, words in {
        1: "a an one",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        15: "fifteen",
        20: "twenty",
        30: "thirty",
    }.items()
    for word in words.split()
}
SMALL: Final = rf"(?i:{'|'.join(COUNTS)}|[1-9]\d{{0,2}})\b"


def _cased(names: list[str]) -> str:
    """The names as news writes them: a capital first, or all capitals."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join([*ordered, *(name.upper() for name in ordered)])


MONTH_NAME: Final = "(?:" + _cased([names[0] for names in _MONTHS]) + ")"
MONTH: Final = (
    rf"(?:{MONTH_NAME}\b|(?:" + _cased([short for names in _MONTHS for short in names[1:]]) + r")(?:\.|\b))"
)
WEEKDAY_NAME: Final = "(?:" + _cased([names[0] for names in _WEEKDAYS]) + ")"
WEEKDAY: Final = rf"{WEEKDAY_NAME}\b"
# Short forms stand for weekdays only beside a date: elsewhere "Sun" is a newspaper and "Sat" a verb.
WEEKDAY_SHORT: Final = "(?:" + _cased([short for names in _WEEKDAYS for short in names]) + r")\b\.?"
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])"
DAY_ORDINAL: Final = rf"{DAY}(?:st|nd|rd|th)?(?![\w%])(?![.,:/]\d)"
YEAR: Final = r"(?:1[7-9]\d\d|20\d\d)(?!\w)(?![.,:/]\d)"
SEASON: Final = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
