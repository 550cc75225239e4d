"""Numbers of persons as news tells them: words, figures, bounds and loose amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from geomap.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as told: the lowest, best and highest that the words allow; a None is not told.

    Rules of our own: a floor keeps its figure as its best ("at least 5", "more than 5": low and best 5);
    a ceiling is no estimate ("up to 40": high 40 alone); about 20 is best 20 with neither bound. A plural is
    two or more of what it counts: "several" has low 2, "dozens" low 24, and neither a best nor a high.
    """

    span: Span
    text: str
    low: int | None
    best: int | None
    high: int | None


_UNITS: Final = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PLURALS: Final = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
# A plural is of two or more.
_LOOSE: Final = frozenset(
    {"several", "a few", "few", "multiple", "numerous", "many", "a number of", "a handful of"}
)

_BLANK: Final = r"[ \t\u00a0\n]"
_WORD: Final = "|".join(
    (
        "(?:hundred|thousand|million|billion|dozen)(?!s)",
        *sorted((*_UNITS, *_TENS), key=len, reverse=True),
    )
)
# Bounded in every part, so that a text made to hurt costs no more than another of its length.
_WORDS: Final = (
    rf"(?:(?:an?|one){_BLANK})?(?:{_WORD})(?:(?:-|{_BLANK}|{_BLANK}and{_BLANK})(?:{_WORD})){{0,6}}"
)
_FIGURE: Final = r"(?:\d{1,3}(?:,\d{3}){1,3}(?!,?\d)|\d{1,9}(?![\d,]*\d))(?:\.\d{1,3})?"
_SCALED: Final = rf"{_FIGURE}(?:(?:-|{_BLANK})(?:hundred|thousand|million|billion|dozen)(?!s))?"
_EXACT: Final = rf"(?:half[ -]a[ -]dozen|{_WORDS}|{_SCALED})(?![\w%])(?!\.\d)"


def _any_of(phrases: str) -> str:
    return "(?:" + "|".join(phrase.strip().replace(" ", _BLANK) for phrase in phrases.split("|")) + ")"


_AT_LEAST: Final = _any_of(
    "at least|more than|no fewer than|no less than|not less than|not fewer than|upward of|upwards of|"
    "over|a minimum of"
)
_AT_MOST: Final = _any_of(
    "up to|as many as|at most|no more than|not more than|fewer than|less than|a maximum of|under"
)
_NEARLY: Final = _any_of("nearly|almost|close to|just under")
_ABOUT: Final = _any_of("about|around|approximately|roughly|some|an estimated|estimated|circa")
_FURTHER: Final = _any_of("another|a further|an additional")
_NONE: Final = _any_of("no one|none|nobody|zero|not a single|not one")
_NUMBER: Final = re.compile(
    rf"""(?<![\w$€£¥#@-])(?<!\d[.,:/])(?:"""
    rf"""(?P<none>{_NONE}|no(?!{_BLANK}(?:fewer|less|more)\b)(?={_BLANK}\w))"""
    rf"""|(?:between{_BLANK}(?P<low>{_EXACT}){_BLANK}and{_BLANK}"""
    rf"""|(?P<from>{_FIGURE})(?:{_BLANK}to{_BLANK}|[-–])|(?P<from_words>{_EXACT}){_BLANK}to{_BLANK})"""
    rf"""(?P<high>{_EXACT})"""
    rf"""|(?:(?:{_AT_LEAST}|{_NEARLY}|{_ABOUT}){_BLANK})?"""
    rf"""(?P<plural>{_any_of("tens of thousands|hundreds of thousands|" + "|".join(_PLURALS))})"""
    rf"""|(?:(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<nearly>{_NEARLY})|(?P<about>{_ABOUT})|{_FURTHER}){_BLANK})?"""
    rf"""(?P<exact>{_EXACT})(?P<more>\+|{_BLANK}or{_BLANK}more)?"""
    rf"""|(?P<couple>{_any_of("a couple of|a couple|both")})"""
    rf"""|(?P<loose>{_any_of("|".join(_LOOSE))})"""
    rf"""|(?P<single>an?|another)"""
    rf""")(?![\w%])(?!-\w+-old)(?!{_BLANK}?per{_BLANK}?cent)""",
    re.IGNORECASE,
)
Bounds = tuple[int | None, int | None, int | None]
_FIXED: Final[dict[str, Bounds]] = {
    "none": (0, 0, 0),
    "single": (1, 1, 1),
    "couple": (2, 2, 2),
    "loose": (2, None, None),
}
_TENS_OF_THOUSANDS: Final = {"tens": 20_000, "hundreds": 200_000}


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """The numbers of ``text[start:end]`` in order; ordinals, decimals, money and percentages are none.

    The articles "a" and "an" count as one, "no" and "nobody" as zero. Linear in the length of the text.
    """
    stop = len(text) if end is None else min(end, len(text))
    return tuple(
        quantity
        for found in _NUMBER.finditer(text, start, stop)
        if (quantity := _quantity(found)) is not None
    )


def _quantity(found: re.Match[str]) -> Quantity | None:
    bounds = _bounds(found)
    if bounds is None:
        return None
    return Quantity(
        span=Span(start=found.start(), end=found.end()),
        text=found[0],
        low=bounds[0],
        best=bounds[1],
        high=bounds[2],
    )


def _bounds(found: re.Match[str]) -> Bounds | None:
    for name, bounds in _FIXED.items():
        if found[name]:
            return bounds
    if found["plural"]:
        words = found["plural"].lower().split()
        return _TENS_OF_THOUSANDS[words[0]] if len(words) > 1 else _PLURALS[words[0]], None, None
    if found["high"]:
        low = found["low"] or found["from"] or found["from_words"]
        return _range(value_of(low), value_of(found["high"]))
    return _bounded(found, value_of(found["exact"]))


def _range(low: int | None, high: int | None) -> Bounds | None:
    return None if low is None or high is None or low >= high else (low, None, high)


def _bounded(found: re.Match[str], value: int | None) -> Bounds | None:
    if value is None:
        return None
    if found["least"] or found["more"]:
        return value, value, None
    if found["most"]:
        return None, None, value
    if found["nearly"]:
        return None, value, value
    return (None, value, None) if found["about"] else (value, value, value)


def value_of(words: str) -> int | None:
    """The whole number that words or figures tell ("twenty-five", "2.5 million"); None for a fraction."""
    parts = words.lower().replace("-", " ").split()
    if parts[:2] == ["half", "a"]:
        return 6
    total, part = 0, 0.0
    for word in parts:
        if word in _SCALES or word == "dozen":
            scale = _SCALES.get(word, 12)
            part = max(part, 1) * scale
            if scale >= 1_000:
                total, part = total + round(part), 0.0
        elif word not in {"and", "a", "an"}:
            part += _UNITS.get(word) or _TENS.get(word) or float(word.replace(",", ""))
    value = total + part
    return int(value) if value == int(value) else None
