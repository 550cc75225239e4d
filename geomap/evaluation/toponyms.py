"""Toponyms found and resolved against those marked by hand.

Spans are compared exactly, without a leading "the " and a trailing "'s", one count a span. A place is right
within 161 km of the gold position, or by the same id. With gold spans given, the resolver gets the gold
mentions of a document in the place of recognised ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from geomap import __version__
from geomap.evaluation.shares import Calibration, Share
from geomap.evaluation.toponym_errors import Errors, errors_of
from geomap.evaluation.toponym_figures import (
    EndToEnd,
    Placing,
    Recognition,
    calibrations,
    end_to_end,
    linked,
    located,
    placing,
    recognition,
)
from geomap.evaluation.toponym_gold import Half, ToponymCorpus
from geomap.evaluation.toponym_groups import KINDS, TRAITS, Group
from geomap.evaluation.toponym_outcomes import Extra, Outcome, outcome_of
from geomap.gazetteer import Gazetteer
from geomap.model import Document, Resolution
from geomap.stages import Recognizer, Resolver


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScore:
    """The gold toponyms of one kind or trait: those found, those well placed if given, those both."""

    group: Group
    found: Share
    given: Placing
    whole: EndToEnd

    def as_json(self) -> dict[str, Any]:
        """The shares of the group's gold toponyms."""
        return {
            "found": self.found.as_json(),
            "given_within_161_km": self.given.near.as_json(),
            "given_same_id": self.given.same_id.as_json(),
            "end_to_end_same_id": self.whole.same_id.as_json(),
            "end_to_end_within_161_km": self.whole.near.as_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymScore:
    """How toponyms found in a corpus, or half of it, compare with the gold.

    ``found`` holds each document with all that was emitted for it, resolved.
    """

    corpus: ToponymCorpus
    half: Half
    outcomes: tuple[Outcome, ...]
    extras: tuple[Extra, ...]
    found: tuple[tuple[Document, tuple[Resolution, ...]], ...]
    errors: Errors

    @property
    def recognition(self) -> Recognition:
        """Exact spans."""
        return recognition(self.outcomes, self.extras)

    @property
    def resolution(self) -> Placing:
        """Places with gold spans given."""
        return placing(self.outcomes)

    @property
    def end_to_end(self) -> EndToEnd:
        """Spans and places together."""
        return end_to_end(self.outcomes, self.extras)

    @property
    def calibration(self) -> Mapping[str, Calibration]:
        """Of the places of gold spans, and of all that was emitted, by position and by id."""
        return calibrations(self.outcomes, self.extras)

    @property
    def groups(self) -> tuple[GroupScore, ...]:
        """By kind, which divide the gold toponyms, then by traits, which do not; empty groups too."""
        return tuple(_group_score(group, self.outcomes) for group in (*KINDS, *TRAITS))

    @property
    def emitted(self) -> Mapping[str, Share]:
        """Of the spans emitted the right ones, by the kind and use that they were emitted with."""
        answers = [(each.found, True) for each in self.outcomes if each.found is not None]
        answers += [(each.found, False) for each in self.extras]
        names = [(f"{answer.mention.kind}, {answer.mention.use}", right) for answer, right in answers]
        return {
            name: Share(
                count=sum(right for each, right in names if each == name),
                of=sum(each == name for each, _ in names),
            )
            for name in sorted({name for name, _ in names})
        }

    @property
    def summary(self) -> dict[str, int]:
        """What there is to score, and the offsets mended in the whole file."""
        return {
            "documents": len(self.corpus.documents),
            "toponyms": len(self.outcomes),
            "with_id": len(linked(self.outcomes)),
            "with_position": len(located(self.outcomes)),
            "offsets_repaired": self.corpus.repaired,
            "left_out": self.corpus.lost,
        }

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many of each list of errors."""
        return {
            "geomap": __version__,
            "corpus": self.corpus.name,
            "half": self.half,
            "summary": self.summary,
            "recognition": self.recognition.as_json(),
            "resolution_with_gold_spans": self.resolution.as_json(),
            "end_to_end": self.end_to_end.as_json(),
            "calibration": {name: each.as_json() for name, each in self.calibration.items()},
            "groups": {each.group: each.as_json() for each in self.groups},
            "emitted": {name: each.as_json() for name, each in self.emitted.items()},
            "errors": self.errors.as_json(most),
        }


def score_toponyms(
    corpus: ToponymCorpus,
    recognize: Recognizer,
    resolve: Resolver,
    gazetteer: Gazetteer,
    *,
    half: Half = "all",
) -> ToponymScore:
    """Find and resolve the toponyms of a corpus, or of half of it, and compare them with the gold.

    The gazetteer tells demonyms, and which gold ids it lacks.
    """
    chosen = corpus.half(half)
    read = [outcome_of(gold, recognize, resolve, gazetteer) for gold in chosen.documents]
    outcomes = tuple(chain.from_iterable(each.outcomes for each in read))
    extras = tuple(chain.from_iterable(each.extras for each in read))
    return ToponymScore(
        corpus=chosen,
        half=half,
        outcomes=outcomes,
        extras=extras,
        found=tuple((each.gold.document, each.resolutions) for each in read),
        errors=errors_of(outcomes, extras, gazetteer),
    )


def _group_score(group: Group, outcomes: Sequence[Outcome]) -> GroupScore:
    held = [each for each in outcomes if group in each.groups]
    return GroupScore(
        group=group,
        found=recognition(held, ()).recall,
        given=placing(held),
        whole=end_to_end(held, ()),
    )
