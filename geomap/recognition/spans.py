"""Candidate spans: every stretch of capitalised words that may name a place, known or not; they overlap."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from geomap.recognition import words
from geomap.recognition.organisations import HEADS
from geomap.recognition.persons import TITLES
from geomap.recognition.sentence import Sentence

# No name in use is longer; it keeps the search linear in the length of the text.
_MOST_TOKENS: Final = 10
_MOST_NAMED: Final = 7
# A longer run of capitals is a table or a heading, not one name: the names in it are short.
_LONGEST_RUN: Final = 40
_MOST_IN_TABLE: Final = 3
_APOSTROPHES: Final = frozenset("'’‘`")
# The opening marks alone: the others are the usual quotation marks and apostrophes.
_AYNS: Final = frozenset("‘`")
_HYPHENS: Final = frozenset("-‐‑–")
# What may begin a name without a capital.
_OPENING: Final = words.ARTICLES | _AYNS
_JOINING: Final = words.CONNECTORS | words.ARTICLES | {"and", "&", "'s", "’s"}
# A name of its own may end with one of these, though more capitals follow.
_ENDING: Final = words.UNITS_AFTER | words.FEATURES | words.FACILITIES | words.STREETS | {"city", "town"}
_CONTRACTED: Final = frozenset(
    "i'd i'll i'm i've he'd he'll she'd she'll we'd we'll we're we've they'd they'll you'd it'll".split()
)
# No name of a place consists of one of these alone, and none that no gazetteer holds begins with one.
_NEVER_ALONE: Final = (
    words.FUNCTION_WORDS | words.WEEKDAYS | words.MONTHS | words.MOVEMENTS | _CONTRACTED | TITLES
) - {"new"}
# Behind these a name begins, though capitals stand before it.
_BEFORE: Final = TITLES | words.COMPASS | words.WEEKDAYS | words.MONTHS | words.FUNCTION_WORDS | HEADS
_OTHER_ABBREVIATIONS: Final = frozenset("alta co is jr man mts ont que sask twp".split())
_ABBREVIATED: Final = words.SAINTS | words.STREETS | words.STATE_ABBREVIATIONS | _OTHER_ABBREVIATIONS


class Chunk(NamedTuple):
    """A run of tokens that names may lie in: where it starts and ends, and where names may."""

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def chunks(sentence: Sentence) -> list[Chunk]:
    """The runs of capitalised words of a sentence, with the small words and marks that join them."""
    found: list[Chunk] = []
    at = 0
    pairs = enumerate(zip(sentence.capitals, sentence.lowers, strict=True))
    for index in [index for index, (capital, lower) in pairs if capital or lower in _OPENING]:
        if index >= at and (sentence.capitals[index] or _opens(sentence, index)):
            found.append(_chunk(sentence, index))
            at = found[-1].end
    return found


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether a token without a capital begins a name: an article, or the mark of an Arabic letter."""
    lower = sentence.lowers[index]
    if lower in words.ARTICLES:
        return _is_article(sentence, index)
    return lower in _AYNS and sentence.is_glued(index + 1) and sentence.is_capital(index + 1)


def _is_article(sentence: Sentence, index: int) -> bool:
    """Whether an article in small letters stands before a capitalised word: "al-Anbar", "al Faw"."""
    if sentence.word(index - 1) in _HYPHENS and sentence.is_glued(index):
        return False
    if sentence.word(index + 1) in _HYPHENS:
        return sentence.is_capital(index + 2)
    return sentence.lowers[index] in {"al", "el"} and sentence.is_capital(index + 1)


def _chunk(sentence: Sentence, index: int) -> Chunk:
    starts, ends = [index], []
    at, end, length = index, index, len(sentence.tokens)
    capitals, lowers = sentence.capitals, sentence.lowers
    while at < length:
        lower = lowers[at]
        if capitals[at]:
            if at > index and lowers[at - 1] not in _APOSTROPHES:
                starts.append(at)
            end = at + 1
            ends.append(end)
        elif (lower[0].isdigit() and at > index) or (lower == "." and at > index and _is_stop(sentence, at)):
            end = at + 1
            ends.append(end)
        elif lower in words.ARTICLES and _is_article(sentence, at):
            starts.extend((at,) if at > index else ())
        elif not _goes_on(sentence, at):
            break
        at += 1
    return Chunk(index, end, tuple(starts), tuple(ends))


def _is_stop(sentence: Sentence, at: int) -> bool:
    before = sentence.lowers[at - 1]
    if not sentence.is_glued(at) or not sentence.capitals[at - 1]:
        return False
    return len(before) == 1 or before in _ABBREVIATED


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a token without a capital joins what stands before it to a capital after it."""
    lower = sentence.lowers[at]
    if lower in _HYPHENS:
        return (sentence.is_glued(at) or sentence.is_glued(at + 1)) and _is_named(sentence, at + 1)
    if lower == "/":
        return sentence.is_glued(at) and sentence.is_capital(at + 1)
    if lower in _APOSTROPHES:
        return sentence.is_glued(at + 1) and sentence.is_capital(at + 1)
    if sentence.is_glued(at) and len(lower) < 4 and sentence.word(at + 1) in _HYPHENS:
        return sentence.is_glued(at + 1) and sentence.is_capital(at + 2)  # Mazar-e-Sharif
    if lower not in _JOINING:
        return False
    following = sentence.word(at + 1)
    return sentence.is_capital(at + 1) or (
        following in {"the", "la", "las", "los"} and sentence.is_capital(at + 2)
    )


def _is_named(sentence: Sentence, at: int) -> bool:
    return (
        sentence.is_capital(at)
        or sentence.word(at)[:1].isdigit()
        or (sentence.word(at) in _APOSTROPHES and sentence.is_capital(at + 1))
        or (sentence.word(at + 1) in _HYPHENS and sentence.is_capital(at + 2))
        or (sentence.word(at) in words.ARTICLES and sentence.word(at + 1) in _HYPHENS)
    )


def joined(sentence: Sentence, start: int, end: int) -> str:
    """The tokens' text, with a space wherever the text has any."""
    tokens = sentence.tokens
    if end - start == 1:
        return tokens[start].text
    parts = [tokens[start].text]
    for at in range(start + 1, end):
        if tokens[at].start > tokens[at - 1].end:
            parts.append(" ")
        parts.append(tokens[at].text)
    return "".join(parts)


def ranges(sentence: Sentence, chunk: Chunk) -> list[tuple[int, int, bool]]:
    """The ranges of a chunk that may be names; the third tells whether the words alone allow it.

    A range that they do not allow is a candidate only if the gazetteer holds its name.
    """
    found = []
    most = _MOST_NAMED if chunk.end - chunk.start <= _LONGEST_RUN else _MOST_IN_TABLE
    for number, start in enumerate(chunk.starts):
        is_small = _is_small(sentence, start)
        opens = not is_small and (number == 0 or _may_begin(sentence, start))
        first = bisect_right(chunk.ends, start)
        for end in chunk.ends[first : first + most]:
            if end - start > _MOST_TOKENS:
                break
            if is_small and end == start + 1:
                continue
            found.append((start, end, opens and (end == chunk.end or _may_end(sentence, end))))
    return found


def _is_small(sentence: Sentence, at: int) -> bool:
    """Whether the word is one that never is a name, and no abbreviation: "Us", not "US"."""
    lower = sentence.lowers[at]
    if lower not in _NEVER_ALONE and lower.replace("’", "'") not in _NEVER_ALONE:
        return False
    return len(lower) == 1 or lower in words.MOVEMENTS or not sentence.tokens[at].text.isupper()


def _may_begin(sentence: Sentence, start: int) -> bool:
    before = sentence.lowers[start - 1]
    return not sentence.capitals[start - 1] or before in _BEFORE


def _may_end(sentence: Sentence, end: int) -> bool:
    following, last = sentence.lowers[end], sentence.lowers[end - 1]
    return (
        (not sentence.capitals[end] and following != ".")
        or last in _ENDING
        or (last == "." and sentence.lowers[end - 2] in _ABBREVIATED)
        or following in _BEFORE
    )
