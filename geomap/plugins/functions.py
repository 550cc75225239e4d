"""A user's own function as recogniser or resolver: a language model, a rule, another program.

What such a function says is checked against the text and the gazetteer: a name that does not stand in the
text is no mention, and a place that is no candidate is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from geomap.gazetteer import Gazetteer
from geomap.model import Candidate, Document, Mention, MentionKind, Resolution, Span
from geomap.plugins.spans import in_order
from geomap.stages import Resolver


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRecognizer:
    """The places in the text of the names that a function gives; a Recognizer (see `geomap.stages`)."""

    names_of: Callable[[str], Iterable[str]]
    gazetteer: Gazetteer

    def __call__(self, document: Document, /) -> Sequence[Mention]:
        """Every mention of every name, in the order of the text; where two overlap, the longer stays."""
        names = {name.strip() for name in self.names_of(document.text)}
        return in_order(mention for name in names if name for mention in self._mentions(name, document.text))

    def _mentions(self, name: str, text: str) -> Iterator[Mention]:
        kind: MentionKind = "demonym" if self.gazetteer.demonym(name) else "name"
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            span = Span(start=found.start(), end=found.end())
            yield Mention(span=span, text=name, kind=kind)


def name_recognizer(names_of: Callable[[str], Iterable[str]], gazetteer: Gazetteer) -> NameRecognizer:
    """A recogniser from a function that takes a text and gives the names of places as they stand in it.

    Names that do not stand in the text are left out.
    """
    return NameRecognizer(names_of=names_of, gazetteer=gazetteer)


#: Takes the text, a mention and its candidates, and gives the id of the one that is meant, or None.
Choice = Callable[[str, Mention, Sequence[Candidate]], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChooser:
    """Another resolver's candidates, chosen among by a function; a Resolver (see `geomap.stages`)."""

    resolve: Resolver
    choose: Choice

    def __call__(self, document: Document, mentions: Sequence[Mention], /) -> tuple[Resolution, ...]:
        """One resolution for each mention, in the same order; no candidates where none was chosen."""
        return tuple(self._chosen(document.text, one) for one in self.resolve(document, mentions))

    def _chosen(self, text: str, resolution: Resolution) -> Resolution:
        if not resolution.candidates:
            return resolution
        wanted = self.choose(text, resolution.mention, resolution.candidates)
        places = [candidate.place.id for candidate in resolution.candidates]
        # What was held likelier than the choice is refused by it; the choice itself gains no certainty.
        left = resolution.candidates[places.index(wanted) :] if wanted in places else ()
        relation = resolution.relation if left else None
        return Resolution(mention=resolution.mention, candidates=tuple(left), relation=relation)


def place_chooser(resolve: Resolver, choose: Choice) -> PlaceChooser:
    """A resolver from a function that chooses among the candidates of another resolver.

    `choose` gives a candidate's id, or None for "none of these"; an id that is no candidate counts as None.
    """
    return PlaceChooser(resolve=resolve, choose=choose)
