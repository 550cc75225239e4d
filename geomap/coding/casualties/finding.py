"""Losses found in running text: each verb of loss, joined to the persons that it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from geomap.coding.casualties.clause import Clause, Link
from geomap.coding.casualties.groups import Group, groups_of
from geomap.coding.casualties.idioms import IDIOM_WORDS, idioms_of
from geomap.coding.casualties.linking import links_of
from geomap.coding.casualties.loss import Loss, Numbers
from geomap.coding.casualties.sides import sides_of
from geomap.coding.casualties.tally import summed
from geomap.coding.casualties.words import BE, COUNTED, LIVES_TAKEN, TOLLS, VERBS
from geomap.model import LossKind, Span
from geomap.segmentation import Token, sentences, tokens

# A war, a year or a campaign summed up: no event's own count.
_TOTAL: Final = re.compile(
    r"\b(?:this\s+month\s+alone\b|so\s+far\s+this\b|since\b(?!\s+(?:last\s+(?:week|night|month)|yesterday|dawn|midnight|this\s+morning|early|late|"
    r"\w{3,6}day\b|the\s+(?:attack|assault|blast|raid|offensive|strike)))|so\s+far\s+this\b|this\s+year\b|in\s+total\b|overall\b|altogether\b|over\s+the\s+years\b"
    r"|(?:over|in|during|within)\s+(?:the\s+)?(?:past|last)\s+(?:\S+\s+)?(?:year|decade|month|week)s?\b"
    r"|(?:in|during|throughout|of)\s+(?:the\s+)?(?:\S+\s+){0,4}?"
    r"(?:war|conflict|uprising|insurgency|revolution|genocide|campaign)\b"
    r"|(?:war|conflict|insurgency|uprising|genocide)\s+(?:\S+\s+){0,6}?(?:has|have)\s+"
    r"|(?:displaced|killed|died|dead|fled|wounded)\s+(?:by|in|because\s+of)\s+the\s+(?:war|conflict)\b"
    r"|last\s+year\b.{0,120}\b(?:across\s+the\s+country|nationwide|countrywide|worldwide)\b"
    r"|(?:in|during|throughout)\s+(?:19|20)\d\d\b|(?:in|during)\s+the\s+(?:19|20)\d\ds\b)",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(
    r"\b(?:highest|deadliest|worst|first|latest|biggest|bloodiest|heaviest|\w{3,9}th|second|third)"
    r"(?:\s+\S+){0,4}\s+\Z",
    re.IGNORECASE,
)
_SIGNAL: Final = frozenset({*VERBS, *COUNTED, *TOLLS, *IDIOM_WORDS})
# How far a toll's figure may stand behind the word ("the death toll from the attack has risen to 31").
_TOLL_REACH: Final = 16
_RISES: Final = frozenset("risen rose rises climbed climbs grown grew increased jumped up soared".split())
_BEFORE_A_TOLL: Final = frozenset(
    "to at reached reaches hit hits of is was exceeded exceeds passed surpassed topped stands from".split()
)


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Loss, ...]:
    """The losses that ``text[start:end]`` tells of, in order, with offsets into the whole text.

    Only what is told as done: threats, plans, possibilities and denials are none, but "no one was killed" is
    a zero. A plural without a number is a loss with no number told. Linear in the length of the text.
    """
    stop = len(text) if end is None else min(end, len(text))
    losses: list[Loss] = []
    for sentence in sentences(text[start:stop]):
        losses.extend(_losses(text, tokens(text, start + sentence.start, start + sentence.end)))
    return tuple(losses)


def _losses(text: str, words: Sequence[Token]) -> list[Loss]:
    if not any(word.text.lower() in _SIGNAL for word in words):
        return []
    clause = Clause(words, groups_of(text, words))
    verbs = [*links_of(clause), *_nouns(clause), *_tolls(clause)]
    taken = {group for link in verbs for group in link.groups}
    # "Three decapitated bodies were found": one loss, told twice.
    found = [*verbs, *(link for link in idioms_of(clause) if taken.isdisjoint(link.groups))]
    total = _totals(text, words)
    told = [link for link in found if not _is_unknown(clause, link)]
    told.sort(key=lambda link: link.verb)
    ends = [0, *(max([link.verb[1], *(group.end for group in link.groups)]) for link in told)]
    return [
        _loss(text, clause, link, total, apart=_is_apart(clause, end, link))
        for end, link in zip(ends, told, strict=False)
    ]


def _is_apart(clause: Clause, end: int, link: Link) -> bool:
    """Whether words between two losses tell of another deed: "a day after an attack killed nine"."""
    first = min([link.verb[0], *(group.start for group in link.groups)])
    return end > 0 and any(clause.word(index) in _ANOTHER_DEED for index in range(end, first))


_ANOTHER_DEED: Final = frozenset(
    "after before since earlier previous previously similar another separate".split()
)


def _is_unknown(clause: Clause, link: Link) -> bool:
    """Whether the words leave a number open: "how many people", "no deaths were reported", "on each side"."""
    first = min((group.start for group in link.groups), default=link.verb[0])
    end = max([link.verb[1], *(group.end for group in link.groups)])
    after = [clause.word(index) for index in range(end, end + 3)]
    is_none = bool(link.groups) and link.groups[0].best == 0
    is_hearsay = is_none and after[0] in BE and not _REPORTED.isdisjoint(after)
    before = {clause.word(index) for index in range(max(0, first - _DENIAL_REACH), first + 1)}
    is_denied = not before.isdisjoint({"denied", "denies", "deny", "denying"}) and "that" in before
    # "Ten of those killed were soldiers": how many were killed in all is not told.
    is_share = clause.word(link.verb[0] - 1) in {"those", "the"} and clause.word(link.verb[0] - 2) == "of"
    return is_share or clause.word(first - 1) == "how" or is_denied or is_hearsay or after in _EACH_SIDE


_DENIAL_REACH: Final = 6
_REPORTED: Final = frozenset("reported confirmed recorded known announced".split())
_EACH_SIDE: Final = (["on", "each", "side"], ["on", "both", "sides"])


def _totals(text: str, words: Sequence[Token]) -> Span | None:
    found = _TOTAL.search(text, words[0].start, words[-1].end)
    # "The deadliest attack this year" sums up nothing.
    if found is None or _COMPARED.search(text, max(words[0].start, found.start() - 40), found.start()):
        return None
    return Span(start=found.start(), end=found.end())


def _loss(text: str, clause: Clause, link: Link, total: Span | None, *, apart: bool) -> Loss:
    words = clause.words
    first = min([link.verb[0], *(group.start for group in link.groups)])
    last = max([link.verb[1], *(group.end for group in link.groups)])
    span = Span(start=words[first].start, end=words[last - 1].end)
    verb_span = Span(start=words[link.verb[0]].start, end=words[link.verb[1] - 1].end)
    told = _sum(link)
    return Loss(
        span=span,
        text=text[span.start : span.end],
        verb_span=verb_span,
        kinds=link.kinds,
        low=told.low,
        best=told.best,
        high=told.high,
        victims=_victims(text, words, link.groups),
        reason=_reason(link, told),
        sentence=words[0].start,
        apart=apart,
        total=total is not None,
        **sides_of(clause, link),
    )


def _victims(text: str, words: Sequence[Token], groups: Sequence[Group]) -> str | None:
    if not any(group.named for group in groups):
        return None
    return text[words[groups[0].start].start : words[groups[-1].end - 1].end]


def _sum(link: Link) -> Numbers:
    """The numbers of a list added up."""
    one = [Numbers(1, 1, 1)] if link.single else []
    # "15 sailors and marines" are 15 in all: a number goes for the bare plurals listed after it.
    is_counted = bool(link.groups) and link.groups[0].counted
    groups = [group for group in link.groups if not is_counted or group.counted or group.best is not None]
    return summed([*one, *(group.numbers for group in groups)])


def _reason(link: Link, told: Numbers) -> str:
    if len(link.kinds) > 1 and told != (0, 0, 0):
        return "one count for several kinds of loss: not divided"
    if told == (None, None, None):
        return "persons without a number: how many stays unknown"
    return link.reason


def _nouns(clause: Clause) -> list[Link]:
    """Counted nouns of loss: "five deaths", "no casualties", "claimed 12 lives"."""
    links: list[Link] = []
    for index, word in enumerate(clause.words):
        lower = word.text.lower()
        kinds = COUNTED.get(lower)
        if kinds is None and lower == "lives" and _takes_lives(clause, index):
            kinds = frozenset[LossKind]({"killed"})
        group = None if kinds is None else _count_of(clause, index)
        if kinds is not None and group is not None:
            links.append(Link((index, index + 1), kinds, (group,), "a counted noun of loss"))
    return links


def _takes_lives(clause: Clause, index: int) -> bool:
    return any(word.text.lower() in LIVES_TAKEN for word in clause.words[max(0, index - 6) : index])


def _count_of(clause: Clause, index: int) -> Group | None:
    before = clause.group_ending(index, {"civilian", "confirmed", "reported", "people", "military"})
    if before is not None and before.counted:
        return before
    if index + 1 < len(clause.words) and clause.words[index + 1].text.lower() == "of":
        after = clause.group_starting(index + 2)
        return after if after is not None and (after.counted or after.best == 1) else None
    return None


def _risen(group: Group) -> Group:
    """What "from 25 to 31" ends at; it reads like a range elsewhere."""
    return group._replace(low=group.high, best=group.high)


def _toll(index: int, group: Group) -> Link:
    return Link((index, index + 1), frozenset[LossKind]({"killed"}), (group,), "a toll of deaths")


def _tolls(clause: Clause) -> list[Link]:
    links: list[Link] = []
    for index, word in enumerate(clause.words):
        if word.text.lower() not in TOLLS:
            continue
        told: list[Group] = []
        for group in clause.groups_within(index + 1, index + _TOLL_REACH):
            before = clause.words[group.start - 1].text.lower()
            if group.counted and before in _BEFORE_A_TOLL:
                told.append(_risen(group) if before == "from" else group)
        if told:
            # "The toll, which stood at 20, has risen to 24."
            links.append(_toll(index, next((each for each in told if _is_risen(clause, each)), told[0])))
    return links


def _is_risen(clause: Clause, group: Group) -> bool:
    return clause.word(group.start - 1) == "to" and clause.word(group.start - 2) in _RISES
