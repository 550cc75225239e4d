"""The resolver: all mentions of a document together, each to the place that the text makes likeliest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from geomap.model import Candidate, Document, Match, Mention, Place, Relation, Resolution
from geomap.resolution.belief import believed
from geomap.resolution.context import Setting, setting
from geomap.resolution.relations import relation_of
from geomap.resolution.scores import Surroundings, scored
from geomap.resolution.units import with_unit

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

_CANDIDATES: Final = 30
# A settlement this probable at the first reading places its neighbours at the second.
_ANCHOR: Final = 0.8
_MOST_ANCHORS: Final = 12
# Between a name and the place that holds it: "Paris, Texas", "Hilla in Iraq", "Mosul (Iraq)".
_HELD: Final = re.compile(r"(?:,\s+|,?\s+in\s+(?:the\s+)?(?:\w+ern\s+)?|\s+\()")
_SETTLED: Final = re.compile(
    r"\b(?:city|town|village|suburb|neighbou?rhood|port|capital)\s+of\s+$", re.IGNORECASE
)
_SETTLED_AFTER: Final = re.compile(r"\s+(?:city|town|village)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextResolver:
    """Resolves by prominence and by the rest of the document; a Resolver (see `geomap.stages`)."""

    gazetteer: Gazetteer

    def __call__(self, document: Document, mentions: Sequence[Mention], /) -> tuple[Resolution, ...]:
        """One resolution for each mention, in the same order; no candidates where nothing is likely."""
        return tuple(
            replace(resolution, mention=mention)
            for resolution, mention in zip(
                self._resolved(document, [with_unit(document.text, mention) for mention in mentions]),
                mentions,
                strict=True,
            )
        )

    def _resolved(self, document: Document, mentions: Sequence[Mention]) -> tuple[Resolution, ...]:
        found = {mention.text: _matches(self.gazetteer, mention) for mention in mentions}
        held = setting(mentions, found)
        about = _surroundings(document.text, mentions, found, held)
        first = {text: believed(scored(text, found[text], about[text])) for text in found}
        anchors = _anchors(first)
        beliefs = {text: _again(text, found, about[text], anchors) for text in found} if anchors else first
        return tuple(
            Resolution(
                mention=mention,
                candidates=beliefs[mention.text],
                relation=_relation(document.text, mention, beliefs[mention.text]),
            )
            for mention in mentions
        )


def context_resolver(gazetteer: Gazetteer) -> ContextResolver:
    """Resolution by prominence and document context; a name means one place throughout a document."""
    return ContextResolver(gazetteer=gazetteer)


def _matches(gazetteer: Gazetteer, mention: Mention) -> tuple[Match, ...]:
    if mention.kind == "demonym":
        return tuple(
            Match(
                place=place,
                quality=1.0,
                step="demonym",
                matched_name=place.name,
                how=f"the adjective {mention.text!r}",
            )
            for place in gazetteer.demonym(mention.text)
        )
    return gazetteer.matches(mention.text, limit=_CANDIDATES)


def _surroundings(
    text: str, mentions: Sequence[Mention], found: Mapping[str, Sequence[Match]], held: Setting
) -> dict[str, Surroundings]:
    """What stands about each name anywhere in the document: one sense a document."""
    holders: dict[str, list[Place]] = {mention.text: [] for mention in mentions}
    settled: set[str] = set()
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if following is not None and _HELD.fullmatch(text, mention.end, following.start):
            holders[mention.text] += _holding(found[following.text])
        if _SETTLED.search(text, max(0, mention.start - 20), mention.start) or _SETTLED_AFTER.match(
            text, mention.end
        ):
            settled.add(mention.text)
    return {
        name: Surroundings(setting=held, holders=tuple(places), settled=name in settled)
        for name, places in holders.items()
    }


def _holding(matches: Sequence[Match]) -> list[Place]:
    """The countries and first-level units that a name may mean; none if it is rather a town's."""
    return [
        match.place for match in matches if match.place.kind in {"country", "admin1"} and match.quality > 0.9
    ]


def _anchors(beliefs: Mapping[str, Sequence[Candidate]]) -> tuple[Place, ...]:
    sure = [found[0] for found in beliefs.values() if found and found[0].probability >= _ANCHOR]
    places = [candidate.place for candidate in sure if candidate.place.kind not in {"country", "admin1"}]
    return tuple(places[:_MOST_ANCHORS])


def _again(
    text: str, found: Mapping[str, Sequence[Match]], about: Surroundings, anchors: tuple[Place, ...]
) -> tuple[Candidate, ...]:
    placed = Surroundings(
        setting=about.setting, holders=about.holders, settled=about.settled, anchors=anchors
    )
    return believed(scored(text, found[text], placed))


def _relation(text: str, mention: Mention, candidates: Sequence[Candidate]) -> Relation | None:
    if mention.kind == "demonym":
        return None
    found = relation_of(text, mention)
    # "outside Iraq" is anywhere else, not a ring about it.
    if found is not None and found.kind == "near" and candidates and candidates[0].place.kind == "country":
        return None
    return found
