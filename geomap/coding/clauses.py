"""Cuts a sentence into clauses by its little words; a rough cut, but one that can be explained.

What matters is which verb a date or a place goes with: "On Monday a funeral was held for a commander | who
was killed in Samarra" has two clauses, and Monday belongs to the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

ClauseKind = Literal["main", "relative", "reported", "attribution", "participle", "when", "after", "if"]


class Clause(NamedTuple):
    """Words from ``first`` up to ``stop`` (exclusive), and how they hang on the main clause."""

    kind: ClauseKind
    first: int
    stop: int


SPEECH: Final = frozenset(
    """
    said says say told tells added adds announced announces reported reports claimed claims stated
    states confirmed confirms warned warns denied denies deny noted notes declared declares insisted
    insists argued stressed explained tweeted wrote revealed alleged acknowledged admitted saying adding
    claiming reporting
    """.split()
)
_RELATIVE: Final = frozenset("who whom whose which where".split())
_WHEN: Final = frozenset("when while as whereas once".split())
_AFTER: Final = frozenset("after before since until because although though".split())
_IF: Final = frozenset("if unless whether".split())
_RESULT: Final = frozenset(
    """
    killing wounding injuring leaving causing destroying damaging forcing prompting leading sparking
    triggering targeting seizing capturing bringing setting burning firing calling demanding urging
    accusing
    """.split()
)
# Verbs that do not end in -ed, enough to tell "after the attack" from "after rebels took the town".
_FINITE: Final = frozenset(
    """
    was were is are has have had did does took went came left hit struck fell shot blew fled broke held
    met said told began became got made sent set drove fought fired won lost withdrew
    """.split()
)
# "The killing of", "accused of killing": a noun, or the object of a preposition.
_BEFORE_A_GERUND: Final = frozenset("of for in by from and the a an his her its their this that".split())
WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_BEFORE_REPORTED: Final = WEEKDAYS | {"that"}
_WITH_SPEECH: Final = WEEKDAYS | frozenset(", . : ; that on late early".split())
_HEARERS: Final = 7
_COMMA: Final = frozenset(",;")
_AFTER_A_PARTICIPLE: Final = frozenset("of by as to for with".split())
# "as well as", "as many as", "as a result" join no clause.
_NOT_AFTER_AS: Final = frozenset(
    "known identified described well many much a an the part of to part saying far long soon".split()
)
# A clause's verb stands this near to the word that opens it; it bounds the look ahead.
_LOOK_AHEAD: Final = 14
# A clause starts only at one of the first, or after one of the second: most words need no closer look.
_OPENING: Final = _RELATIVE | _WHEN | _AFTER | _IF | _RESULT | {"according", "that", "but"}
_CLOSING: Final = _COMMA | SPEECH | _BEFORE_REPORTED


def clauses(keys: Sequence[str]) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, without gaps; `keys` are its words in small letters."""
    if not keys:
        return ()
    cuts = [(0, _first_kind(keys)), *_cuts(keys)]
    ends = [first for first, _ in cuts[1:]] + [len(keys)]
    parts = zip(cuts, ends, strict=True)
    return tuple(Clause(kind, first, stop) for (first, kind), stop in parts if first < stop)


def is_speech(keys: Sequence[str], at: int) -> bool:
    """Whether a word is a verb of speech; the United States are none."""
    return keys[at] in SPEECH and not (keys[at] == "states" and at > 0 and keys[at - 1] == "united")


def is_finite(key: str) -> bool:
    """Whether a word may be the verb of a clause by its form."""
    return key in _FINITE or (len(key) > 4 and key.endswith("ed"))


def _first_kind(keys: Sequence[str]) -> ClauseKind:
    if tuple(keys[:2]) == ("according", "to"):
        return "attribution"
    return _subordinate(keys, 0) or "main"


def _cuts(keys: Sequence[str]) -> Iterator[tuple[int, ClauseKind]]:
    kind = _first_kind(keys)
    before = keys[0]
    for index, key in enumerate(keys):
        if index and (key in _OPENING or before in _CLOSING):
            found = _cut(keys, index, kind)
            if found is not None:
                kind = found
                yield index, kind
        before = key


def _cut(keys: Sequence[str], index: int, kind: ClauseKind) -> ClauseKind | None:
    """The kind of the clause that starts at a word, or None where none starts."""
    before = keys[index - 1]
    if tuple(keys[index : index + 2]) == ("according", "to"):
        return "attribution"
    if before in _COMMA:
        return _after_comma(keys, index, kind)
    if is_speech(keys, index - 1) or (before in _BEFORE_REPORTED and _speech_before(keys, index - 1)):
        return _after_speech(keys, index)
    if keys[index] == "that":
        return None if _speech_before(keys, index) else _that(keys, index)
    if keys[index] == "but":
        return "main"
    return _subordinate(keys, index)


def _after_comma(keys: Sequence[str], index: int, kind: ClauseKind) -> ClauseKind | None:
    opened = _subordinate(keys, index)
    if opened is not None:
        return opened
    if _is_participle_phrase(keys, index):
        return "relative"
    if _is_closing_attribution(keys, index):
        return "attribution"
    # The comma closes a clause that hangs on the main one: ", who … , was". A mere list goes on.
    returns = kind not in {"main", "reported", "participle"}
    if returns or (keys[index] in {"and", "but"} and _has_verb(keys, index + 1)):
        return "main"
    return None


def _subordinate(keys: Sequence[str], index: int) -> ClauseKind | None:
    key = keys[index]
    following = keys[index + 1] if index + 1 < len(keys) else ""
    if key in _RELATIVE:
        return "relative"
    if key in _IF:
        return "if"
    is_as = key == "as" and (following in _NOT_AFTER_AS or (index > 0 and keys[index - 1] in _NOT_AFTER_AS))
    if key in _WHEN and not is_as and _has_verb(keys, index + 1):
        return "when"
    if key in _AFTER and _has_verb(keys, index + 1):
        return "after"
    if key in _RESULT and index > 0 and keys[index - 1] not in _BEFORE_A_GERUND:
        return "participle"
    return None


def _that(keys: Sequence[str], index: int) -> ClauseKind | None:
    following = keys[index + 1] if index + 1 < len(keys) else ""
    is_verb = following.endswith("ed") or following in _FINITE
    return "relative" if is_verb else None


def _after_speech(keys: Sequence[str], index: int) -> ClauseKind | None:
    """What follows "said" is reported, unless the sentence or the attribution ends there.

    The day, the hearers and the place of the speech go with it: "told reporters on Tuesday that …".
    """
    if keys[index] in _WITH_SPEECH or not _has_verb(keys, index):
        return None
    return None if "that" in keys[index : index + _HEARERS] else "reported"


def _is_closing_attribution(keys: Sequence[str], index: int) -> bool:
    """Whether ", police said." or ", he told reporters in Tehran" stands from here to the sentence's end."""
    rest = keys[index : index + _LOOK_AHEAD]
    spoken = next((at for at in range(len(rest)) if is_speech(rest, at)), None)
    if spoken is None or any(key in _COMMA for key in rest[:spoken]):
        return False
    return not _has_verb(keys, index + spoken + 1)


def _is_participle_phrase(keys: Sequence[str], index: int) -> bool:
    """Whether ", accused of plotting" or ", backed by tanks" describes the noun before the comma."""
    following = keys[index + 1] if index + 1 < len(keys) else ""
    is_participle = len(keys[index]) > 4 and keys[index].endswith("ed")
    return is_participle and following in _AFTER_A_PARTICIPLE


def _speech_before(keys: Sequence[str], index: int) -> bool:
    """Whether "that" follows a verb of speech: "told Iraqi News that", "said on Tuesday that"."""
    return any(is_speech(keys, at) for at in range(max(0, index - 5), index))


def _has_verb(keys: Sequence[str], first: int) -> bool:
    for key in keys[first : first + _LOOK_AHEAD]:
        if key in _COMMA or key in _RELATIVE:
            return False
        if is_finite(key):
            return True
    return False
