"""The resolver: all mentions of a document together, each to the place that the text makes likeliest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from geomap.model import Candidate, Document, Mention, MentionKind, Relation, Resolution
from geomap.resolution.belief import believed
from geomap.resolution.candidates import places_meant
from geomap.resolution.clues import Name
from geomap.resolution.features import Standing
from geomap.resolution.home import Homes
from geomap.resolution.outlets import Shares, homes_of_outlets, outlet_for, sample
from geomap.resolution.own import none_features, options_of
from geomap.resolution.ranker import Ranker, beliefs, bundled_ranker, features_of
from geomap.resolution.reading import DocumentNames, Known, read_names
from geomap.resolution.reasons import Case, reasons_of
from geomap.resolution.relations import relation_of
from geomap.resolution.surroundings import Surroundings
from geomap.resolution.units import with_unit

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer
    from geomap.stages import Recognizer

#: Documents of one day name the same few thousand places.
_KEPT: Final = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextResolver:
    """Resolves by a trained ranker over the gazetteer's candidates; a CorpusResolver (see `geomap.stages`).

    ``outlets`` are the homes of outlets, as their documents tell.
    """

    gazetteer: Gazetteer
    ranker: Ranker
    know: Callable[[str, MentionKind], Known]
    outlets: Mapping[str, Homes] = field(default_factory=dict)

    def observing(self, documents: Iterable[Document], recognize: Recognizer, /) -> ContextResolver:
        """The resolver that knows where the outlets of these documents are at home.

        A sample of each outlet's documents is read; their order makes no difference.
        """
        read = ((document, self._beliefs(document, recognize)) for document in sample(documents))
        return replace(self, outlets=homes_of_outlets(read))

    def __call__(self, document: Document, mentions: Sequence[Mention], /) -> tuple[Resolution, ...]:
        """One resolution for each mention, in the same order; no candidates where nothing is likely."""
        # The gazetteer is asked for "Diyala province", though the mention is "Diyala".
        asked = [with_unit(document.text, mention) for mention in mentions]
        names = read_names(document.text, asked, self.know)
        looks, about = self.ranker.looks(names, outlet_for(document, self.outlets))
        seen: dict[tuple[Standing, str], tuple[Candidate, ...]] = {}
        resolutions = []
        for mention, full, standing, shares in zip(mentions, asked, names.standings, looks, strict=True):
            key = standing, full.text
            if key not in seen:
                seen[key] = self._believed(full, standing, shares, names, about)
            relation = _relation(document.text, mention, seen[key])
            resolutions.append(Resolution(mention=mention, candidates=seen[key], relation=relation))
        return tuple(resolutions)

    def _beliefs(self, document: Document, recognize: Recognizer) -> Mapping[Name, Shares]:
        """What the names of a document mean by themselves."""
        asked = [with_unit(document.text, mention) for mention in recognize(document)]
        names = read_names(document.text, asked, self.know)
        looks, _ = self.ranker.looks(names)
        return beliefs(names, looks)

    def _believed(
        self,
        mention: Mention,
        standing: Standing,
        shares: Sequence[float],
        names: DocumentNames,
        about: Mapping[Name, Surroundings],
    ) -> tuple[Candidate, ...]:
        known, around = names.known[standing.name], about.get(standing.name)

        def reasons(index: int) -> tuple[str, ...]:
            option = known.options[index]
            features = features_of(standing, Known(options=(option,), none=()), around)[0]
            case = Case(mention, standing, option, around, features)
            outlet = around.outlet if around is not None else None
            return reasons_of(self.ranker.last(outlet), case)

        return believed(known.options, shares, reasons)


def context_resolver(gazetteer: Gazetteer) -> ContextResolver:
    """Resolution by prominence and document context, by a ranker that learnt from resolved news."""
    return ContextResolver(gazetteer=gazetteer, ranker=bundled_ranker(), know=knowing(gazetteer))


def knowing(gazetteer: Gazetteer) -> Callable[[str, MentionKind], Known]:
    """What is known of each name in every document; the latest names are kept."""

    @lru_cache(maxsize=_KEPT)
    def know(text: str, kind: MentionKind) -> Known:
        options = options_of(text, kind, places_meant(gazetteer, text, kind))
        return Known(options=options, none=none_features(options))

    return know


def _relation(text: str, mention: Mention, candidates: Sequence[Candidate]) -> Relation | None:
    if mention.kind == "demonym":
        return None
    found = relation_of(text, mention)
    # "outside Iraq" is anywhere else, not a ring about it.
    if found is not None and found.kind == "near" and candidates and candidates[0].place.kind == "country":
        return None
    return found
