"""Groups of persons in a sentence, with their numbers: "at least 23 soldiers", "his wife", "militants"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from geomap.coding import dates, numbers
from geomap.coding.casualties.loss import Numbers
from geomap.coding.casualties.phrases import (
    CAPTIVE,
    ELLIPTIC,
    ENDS_PHRASE,
    LONGEST_PHRASE,
    before_a_shared_noun,
    head_after,
    head_end,
    is_age_or_year,
    is_person,
    one_more,
    stands_alone,
)
from geomap.coding.casualties.words import (
    AUXILIARIES,
    COLLECTIVES,
    COUNTED,
    DETERMINERS,
    INCLUDING,
    PERSON,
    PERSONS,
    VERBS,
)
from geomap.coding.numbers import Quantity
from geomap.segmentation import Token

_COUNTED: Final = frozenset({*COUNTED, "lives", "bodies", "corpses", "body"})


class Group(NamedTuple):
    """Tokens ``[start, end)`` that name persons; all numbers None where a plural is not counted.

    ``counted`` says that a number word or figure stands there, ``part`` that the group is part of another
    ("including two women").
    """

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    counted: bool
    named: bool
    part: bool

    @property
    def numbers(self) -> Numbers:
        """The numbers alone."""
        return Numbers(self.low, self.best, self.high)


def groups_of(text: str, tokens: Sequence[Token]) -> list[Group]:
    """The groups of persons in a sentence's tokens, in order, none overlapping another."""
    groups: list[Group] = []
    counts = _counts(text, tokens)
    position = 0
    while position < len(tokens):
        group = _group_at(tokens, position, counts, groups)
        if group is not None:
            groups.append(group)
        position = group.end if group is not None else position + 1
    return groups


def _counts(text: str, tokens: Sequence[Token]) -> dict[int, Quantity]:
    """Numbers by the token that they start at, without the figures of dates."""
    if not tokens:
        return {}
    start, end = tokens[0].start, tokens[-1].end
    days = [expression.span for expression in dates.find(text, start, end) if _has_figure(expression.text)]
    starts = [token.start for token in tokens]
    counts: dict[int, Quantity] = {}
    for quantity in numbers.find(text, start, end):
        index = bisect_left(starts, quantity.span.start)
        at_hand = bisect_left(days, quantity.span)
        if any(day.overlaps(quantity.span) for day in days[max(0, at_hand - 1) : at_hand + 1]):
            continue
        if index < len(tokens) and starts[index] == quantity.span.start:
            counts[index] = quantity
    return counts


def _has_figure(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _group_at(
    tokens: Sequence[Token], index: int, counts: dict[int, Quantity], groups: Sequence[Group]
) -> Group | None:
    quantity = counts.get(index)
    if quantity is not None:
        return _counted(tokens, index, counts, groups)
    word = tokens[index].text.lower()
    if word == "couple" and index and tokens[index - 1].text.lower() in DETERMINERS:
        return Group(index - 1, index + 1, 2, 2, 2, counted=False, named=True, part=False)
    if word not in PERSON and word not in PERSONS:
        return None
    if word in CAPTIVE and groups and groups[-1].end == index and groups[-1].counted:
        return None
    end = head_end(tokens, index)
    head = tokens[end - 1].text.lower()
    start = _phrase_start(tokens, index, groups[-1].end if groups else 0)
    one = None if head in PERSONS else 1
    part = _is_part(tokens, start, groups)
    return Group(start, end, one, one, one, counted=False, named=True, part=part)


def _counted(
    tokens: Sequence[Token], index: int, counts: dict[int, Quantity], groups: Sequence[Group]
) -> Group | None:
    quantity = counts[index]
    after = index
    while after < len(tokens) and tokens[after].start < quantity.span.end:
        after += 1
    head = None if _of_them(tokens, after) else head_after(tokens, after, plural=quantity.best not in {0, 1})
    is_article = quantity.text.lower() in {"a", "an", "another"}
    if head is None and is_article and (ordinal := one_more(tokens, index)) is not None:
        return Group(index, ordinal, 1, 1, 1, counted=True, named=False, part=False)
    if head is None:
        head = before_a_shared_noun(tokens, after, counts)
    if head is None and (is_article or not _may_be_persons(tokens, index, after, quantity)):
        return None
    start = _collective_start(tokens, index)
    end, part = _with_its_part(tokens, start, after if head is None else head, groups)
    numbers = quantity.low, quantity.best, quantity.high
    return Group(start, end, *numbers, counted=not is_article, named=head is not None, part=part)


def _may_be_persons(tokens: Sequence[Token], index: int, after: int, quantity: Quantity) -> bool:
    """Whether a number without a noun of its own can be of persons, or of losses."""
    of_losses = any(token.text.lower() in _COUNTED for token in tokens[after : after + 3])
    is_told = of_losses or stands_alone(tokens, after, quantity)
    return is_told and not is_age_or_year(tokens, index, after)


def _with_its_part(
    tokens: Sequence[Token], start: int, end: int, groups: Sequence[Group]
) -> tuple[int, bool]:
    """Where a counted group ends, "others" and "of them" included, and whether it is part of another."""
    while end < len(tokens) and tokens[end].text.lower() in ELLIPTIC:
        end += 1
    if not _of_them(tokens, end):
        return end, _is_part(tokens, start, groups)
    end += 2
    # "Two of them policemen": the noun is theirs.
    while end < len(tokens) and is_person(tokens, end):
        end += 1
    return end, end < len(tokens) and tokens[end].text.lower() not in AUXILIARIES | frozenset(VERBS)


def _phrase_start(tokens: Sequence[Token], index: int, floor: int) -> int:
    """Where the phrase with its noun at ``index`` starts: at its determiner, or its first modifier."""
    start = index
    while start > max(floor, index - LONGEST_PHRASE):
        word = tokens[start - 1].text.lower()
        if word in ENDS_PHRASE or not (word[0].isalnum() or word in {"-", "'s", "’s", "."}):
            break
        start -= 1
        if word in DETERMINERS and word not in {"'s", "’s"}:
            break
    return start


def _collective_start(tokens: Sequence[Token], index: int) -> int:
    """Back over "a family of" before a number."""
    if (
        index >= 2
        and tokens[index - 1].text.lower() == "of"
        and tokens[index - 2].text.lower() in COLLECTIVES
    ):
        start = index - 2
        return _with_determiner(tokens, start)
    return _with_determiner(tokens, index)


def _with_determiner(tokens: Sequence[Token], start: int) -> int:
    return start - 1 if start and tokens[start - 1].text.lower() in DETERMINERS else start


def _of_them(tokens: Sequence[Token], end: int) -> bool:
    words = [token.text.lower() for token in tokens[end : end + 2]]
    return len(words) == 2 and words[0] == "of" and words[1] in {"them", "whom", "these", "those"}


def _is_part(tokens: Sequence[Token], start: int, groups: Sequence[Group]) -> bool:
    """Whether a group breaks another down: after "including", in brackets, or listed with one that does."""
    before = [token.text.lower() for token in tokens[max(0, start - 4) : start]]
    if before[-1:] and before[-1] in INCLUDING:
        return True
    if before[-2:] in (["among", "them"], ["amongst", "them"]):
        return True
    if {"(", "["} & set(before) and not {")", "]"} & set(before):
        return True
    if not groups or not groups[-1].part:
        return False
    between = {token.text.lower() for token in tokens[groups[-1].end : start]}
    return bool(between) and between <= {",", "and"}
