"""Sentences and words of English news text, with offsets; linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final, NamedTuple

from geomap.model import Span


class Token(NamedTuple):
    """A word, number or punctuation mark, and the half-open range of characters that it fills."""

    text: str
    start: int
    end: int


# The class is not asked to make its values: a text has thousands.
_token: Final[Callable[[Iterable[str | int]], Token]] = partial(tuple.__new__, Token)

# A word keeps an apostrophe within it (Qa'ani) but gives up a possessive (Iraq | 's) and a hyphen
# (Tehran | - | Baghdad), so that names can be found on either side.
_TOKEN: Final = re.compile(
    r"""
    (?:[A-Za-z]\.){2,}                                   # U.S., a.m.
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b                  # 1,200  3.5  7th
    | ['’]s\b                                            # the possessive
    | [^\W_]+ (?: ['’ʼʻʿʾ`‘] (?!s\b) [^\W_]+ )*          # a word
    | [^\w\s]                                            # one mark
    """,
    re.VERBOSE,
)

_STOP: Final = re.compile(r"[.!?…]+[\"'”’)\]]*|\n[ \t]*\n|\n")
_BLANK: Final = re.compile(r"\s*")
_OPENING: Final = "\"'“‘([«"
_TERMINAL: Final = re.compile(r"[.!?…:;][\"'”’)\]]*$")

# Ranks, titles and the like, which stand before a name and so before a capital letter.
_BEFORE_A_NAME: Final = frozenset(
    """
    adj adm amb asst att ave brig capt cdr cmdr cmdt col cpl dep det dr el fr ft gen gov hon insp lt ltd maj
    messrs mme mr mrs ms msgr mt no nos pfc pres prof pvt rep reps rev sen sens sgt spc spt sr st supt vol vs
    """.split()
)
# These end a sentence only when what follows could not go on with it.
_MONTHS: Final = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_LAST_WORD: Final = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")

# A word before a full stop that may be an abbreviation is no longer than this; it bounds the look back.
_LOOK_BACK: Final = 24


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, with offsets into the whole of ``text``."""
    stop = len(text) if end is None else end
    found, at = [], start
    for word in _TOKEN.findall(text, start, stop):
        # Only blanks and underscores lie between two tokens, so that the next such word is this one.
        begin = text.find(word, at)
        at = begin + len(word)
        found.append(_token((word, begin, at)))
    return tuple(found)


# The stages of a pipeline read one document one after another.
@lru_cache(maxsize=1)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, without the white space around them.

    A line's end is a sentence's end, as in headlines and one-line paragraphs, unless the text is
    hard-wrapped.
    """
    spans: list[Span] = []
    start = 0
    for end in _ends(text):
        _append(spans, text, start, end)
        start = max(start, end)
    _append(spans, text, start, len(text))
    return tuple(spans)


def _ends(text: str) -> Iterator[int]:
    """Offsets at which a sentence ends, in order."""
    wrapped = _is_hard_wrapped(text)
    quotation_marks = counted = 0
    for stop in _STOP.finditer(text):
        quotation_marks += text.count('"', counted, stop.start())
        counted = stop.start()
        if stop[0][0] == "\n":
            quotation_marks = 0
        if _ends_sentence(text, stop, wrapped=wrapped):
            # In `help."The aim` the mark opens a quotation if none is open: it belongs to what follows.
            opens = _is_glued(text, stop) and stop[0][-1] == '"' and quotation_marks % 2 == 0
            yield stop.end() - 1 if opens else stop.end()


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    length = len(piece.strip())
    if length:
        spans.append(Span(start=start, end=start + length))


def _skip_blank(text: str, start: int) -> int:
    found = _BLANK.match(text, start)
    return found.end() if found else start


def _is_hard_wrapped(text: str) -> bool:
    """Whether lines end within sentences: no mark at the end, and the next goes on in small letters."""
    lines = [line.strip() for line in text.split("\n")]
    going_on = sum(
        1
        for line, following in pairwise(lines)
        if line and following[:1].islower() and not _TERMINAL.search(line[-8:])
    )
    return going_on * 4 >= len(lines)


def _ends_sentence(text: str, stop: re.Match[str], *, wrapped: bool) -> bool:
    mark = stop[0]
    if mark[0] == "\n":
        return not wrapped or "\n" in mark[1:]
    following = _skip_blank(text, stop.end())
    if following == len(text):
        return True
    if following == stop.end() and not _is_glued(text, stop):
        return False
    if mark == "." and _is_abbreviation(text, stop.start(), following):
        return False
    return _may_start_a_sentence(text, following)


def _is_glued(text: str, stop: re.Match[str]) -> bool:
    """Whether a quotation mark stands between two sentences without a space, as after sloppy editing."""
    if len(stop[0]) < 2 or stop[0][-1] not in '"”' or stop.end() == len(text):
        return False
    return text[stop.end()].isupper()


def _may_start_a_sentence(text: str, start: int) -> bool:
    first = text[start]
    if first in _OPENING and start + 1 < len(text):
        first = text[start + 1]
    # Scripts without case (Arabic, Hebrew …) have no capitals to tell by.
    return not first.islower() and first not in ",;:"


def _is_abbreviation(text: str, dot: int, following: int) -> bool:
    found = _LAST_WORD.search(text[max(0, dot - _LOOK_BACK) : dot + 1])
    if found is None:
        return False
    word = found[1].lower()
    if word in _BEFORE_A_NAME:
        return True
    if word in _MONTHS:
        return text[following].isdigit()
    is_initial = len(found[1]) == 1 and found[1].isupper()
    # "U.S. President" goes on; "in the U.S. The" does not: the word after tells, where it is a common opener.
    dotted = "." in word and all(len(part) == 1 for part in word.split("."))
    return is_initial or (dotted and not _OPENER.match(text, following))


_OPENER: Final = re.compile(
    r"(?:The|A|An|He|She|It|They|We|In|On|At|But|And|Meanwhile|However|This|That|There|His|Her|Its|Their)\b"
)


def cut_sentences(text: str, longest: int) -> Iterator[Span]:
    """The sentences of a text, those longer than any of news cut at a blank, so that time stays linear."""
    for span in sentences(text):
        start = span.start
        while span.end - start > longest:
            blank = text.rfind(" ", start + 1, start + longest)
            stop = blank if blank > 0 else start + longest
            yield Span(start=start, end=stop)
            start = stop + 1 if blank > 0 else stop
        if start < span.end:
            yield Span(start=start, end=span.end)
