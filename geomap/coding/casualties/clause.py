"""A sentence's tokens with the groups of persons in it, and a verb joined to the groups that it tells of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from geomap.coding.casualties.groups import Group
from geomap.model import LossKind
from geomap.segmentation import Token

#: The groups that a verb tells of, whether one person more is meant, and why these.
Persons = tuple[tuple[Group, ...], bool, str]


class Link(NamedTuple):
    """A verb (tokens ``verb[0]`` to ``verb[1]``, exclusive) and the groups that it tells of, in order."""

    verb: tuple[int, int]
    kinds: frozenset[LossKind]
    groups: tuple[Group, ...]
    reason: str
    single: bool = False


class Clause(NamedTuple):
    """A sentence's tokens and the groups of persons in it."""

    words: Sequence[Token]
    groups: Sequence[Group]

    def word(self, index: int) -> str:
        """The token in small letters; "" beyond either end."""
        return self.words[index].text.lower() if 0 <= index < len(self.words) else ""

    def group_starting(self, index: int) -> Group | None:
        """The group whose first token is at ``index``."""
        at = bisect_left(self.groups, index, key=lambda group: group.start)
        return self.groups[at] if at < len(self.groups) and self.groups[at].start == index else None

    def group_ending(self, index: int, over: Collection[str] = ()) -> Group | None:
        """The group that ends before ``index``, with at most two of the words ``over`` between."""
        at = bisect_left(self.groups, index + 1, key=lambda group: group.end) - 1
        if at < 0 or index - self.groups[at].end > 2:
            return None
        between = range(self.groups[at].end, index)
        return self.groups[at] if all(self.word(position) in over for position in between) else None

    def group_around(self, index: int) -> Group | None:
        """The group within which a token stands, not as its first."""
        at = bisect_left(self.groups, index, key=lambda group: group.start) - 1
        return self.groups[at] if at >= 0 and self.groups[at].end > index else None

    def before_an_age(self, index: int) -> int:
        """The token before ", 45 ," where that stands and ends at ``index``, else ``index`` itself."""
        is_age = self.word(index) == "," and self.word(index - 1).isdigit() and self.word(index - 2) == ","
        return index - 3 if is_age else index

    def groups_within(self, start: int, end: int) -> Sequence[Group]:
        """The groups that start between two tokens."""
        first = bisect_left(self.groups, start, key=lambda group: group.start)
        return self.groups[first : bisect_left(self.groups, end, key=lambda group: group.start)]
