"""Casualties of sentences against numbers coded by hand, one JSON object a line.

A line is ``{"text": …, "killed": [low, best, high], …}`` with the fields of `KINDS`, each absent or null
where the text does not tell it, and ``combined``: ``{"kinds": ["killed", "wounded"], "count": [24, null,
null]}``. ``civilians_killed`` and ``combatants_killed`` are scored beside, as their nouns are a matter of
definition.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geomap import __version__
from geomap.errors import InputError
from geomap.evaluation.event_report import plain
from geomap.evaluation.fields import Fields
from geomap.evaluation.shares import Share, share
from geomap.evaluation.toponym_files import rows_of, text_of
from geomap.evaluation.toponym_report import told_share
from geomap.model import LOSS_KINDS, Casualties

Bounds = tuple[int | None, int | None, int | None]
Told = Mapping[str, Any]
CasualtiesOf = Callable[[str], Casualties]

#: Field of a line -> the count of `Casualties` that it is compared with.
KINDS: Final[Mapping[str, str]] = {
    "killed": "fatalities",
    "wounded": "wounded",
    "missing": "missing",
    "detained": "detained",
    "displaced": "displaced",
}
SIDES: Final[Mapping[str, str]] = {"civilians_killed": "civilians", "combatants_killed": "combatants"}
_SCORED: Final = (*KINDS, "combined")


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyAnswer:
    """A sentence, what it was coded as by hand, and what was read."""

    text: str
    gold: Told
    given: Told

    @property
    def wrong(self) -> tuple[str, ...]:
        """The scored fields that differ."""
        return tuple(name for name in _SCORED if self.gold[name] != self.given[name])


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyScore:
    """The answers to the sentences of a file."""

    file: str
    answers: tuple[CasualtyAnswer, ...]

    @property
    def exact(self) -> Share:
        """Sentences of which every scored field is the gold's, low, best and high, told or untold."""
        return share(not each.wrong for each in self.answers)

    @property
    def by_field(self) -> dict[str, Share]:
        """For each field: of the sentences where gold or answer tells any, those that agree."""
        return {
            name: share(
                each.gold[name] == each.given[name]
                for each in self.answers
                if each.gold[name] is not None or each.given[name] is not None
            )
            for name in (*_SCORED, *SIDES)
        }

    @property
    def errors(self) -> list[CasualtyAnswer]:
        """The sentences that are not exact, those first whose wrong fields are the commonest."""
        wrong = [each for each in self.answers if each.wrong]
        counts = Counter(each.wrong for each in wrong)
        return sorted(wrong, key=lambda each: (-counts[each.wrong], each.wrong))

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many errors."""
        return {
            "geomap": __version__,
            "corpus": self.file,
            "sentences": len(self.answers),
            "exact": self.exact.as_json(),
            "by_field": {name: each.as_json() for name, each in self.by_field.items()},
            "wrong": [
                {
                    "text": each.text,
                    **{name: {"gold": each.gold[name], "given": each.given[name]} for name in each.wrong},
                }
                for each in self.errors[:most]
            ],
        }


def score_casualties(path: str | Path, casualties_of: CasualtiesOf) -> CasualtyScore:
    """Read the sentences of a file; raises InputError naming the line and what is not as it should be."""
    path = Path(path)
    answers = tuple(
        CasualtyAnswer(text=row.text("text"), gold=_gold(row), given=_given(casualties_of(row.text("text"))))
        for row in rows_of(path, text_of(path))
    )
    if not answers:
        raise InputError(f"{path} holds no sentence: write one JSON object a line, with a text.")
    return CasualtyScore(file=path.name, answers=answers)


def _gold(row: Fields) -> Told:
    told: dict[str, Any] = {name: _bounds(row, name) for name in (*KINDS, *SIDES)}
    combined = row.child("combined")
    told["combined"] = None
    if combined.values:
        kinds = combined.texts("kinds")
        if not set(kinds) <= set(LOSS_KINDS) or len(kinds) < 2:
            raise combined.problem("kinds", f"two or more of {', '.join(LOSS_KINDS)}")
        told["combined"] = (frozenset(kinds), _bounds(combined, "count"))
    return told


def _bounds(row: Fields, name: str) -> Bounds | None:
    value = row.values.get(name)
    if value is None:
        return None
    if (
        not isinstance(value, list)
        or len(value) != 3
        or not all(each is None or (isinstance(each, int) and each >= 0) for each in value)
    ):
        raise row.problem(name, "three numbers from 0 up, low, best and high, each of which may be null")
    return value[0], value[1], value[2]


def _given(found: Casualties) -> Told:
    told: dict[str, Any] = {}
    for name, field in {**KINDS, **SIDES}.items():
        count = getattr(found, field)
        told[name] = None if count is None else (count.low, count.best, count.high)
    both = found.combined
    # A loss that is told without any number is unknown, as if untold.
    bounds = None if both is None else (both.low, both.best, both.high)
    known = both is not None and bounds != (None, None, None)
    told["combined"] = (frozenset(both.kinds), bounds) if both is not None and known else None
    return told


def render_casualties(score: CasualtyScore, most: int) -> str:
    """The report, with so many errors."""
    lines = [
        f"{plain(score.file)}: {len(score.answers)} sentences",
        f"  {'exact':<20} {told_share(score.exact)}",
        *(f"    {name:<18} {told_share(each)}" for name, each in score.by_field.items()),
        *_error_lines(score.errors[:most]),
    ]
    return "\n".join(lines) + "\n"


def _error_lines(errors: Sequence[CasualtyAnswer]) -> list[str]:
    lines = ["", "Wrong"] if errors else []
    for each in errors:
        lines.append(f"  {plain(each.text)}")
        lines += [
            f"    {name}: {_words(each.gold[name])} read as {_words(each.given[name])}" for name in each.wrong
        ]
    return lines


def _words(told: Any) -> str:  # noqa: ANN401 - bounds, or the kinds and bounds of a combined count
    if told is None:
        return "untold"
    if isinstance(told[0], frozenset):
        return f"{' or '.join(kind for kind in LOSS_KINDS if kind in told[0])} {_words(told[1])}"
    return " ".join(
        f"{name} {number}"
        for name, number in zip(("low", "best", "high"), told, strict=True)
        if number is not None
    )
