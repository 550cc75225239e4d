"""A document's names before they are ranked: their candidates, and what stands about each mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from geomap.model import Mention, MentionKind, Place
from geomap.names import unit_words
from geomap.resolution.clues import Clues, Name, clues_of, name_key
from geomap.resolution.features import Standing
from geomap.resolution.own import Feature, Option

# No article sets more places beside one name; each is compared with each candidate at each mention.
_MOST_BESIDE: Final = 100


@dataclass(frozen=True, slots=True)
class Known:
    """What is true of a name in every document: its options, and what speaks for none of them."""

    options: tuple[Option, ...]
    none: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of a document with their options, and for each mention in turn how it stands."""

    known: Mapping[Name, Known]
    standings: tuple[Standing, ...]


def read_names(
    text: str, mentions: Sequence[Mention], know: Callable[[str, MentionKind], Known]
) -> DocumentNames:
    """The names of a document's mentions, which stand in the order of the text."""
    known: dict[Name, Known] = {}
    for mention in mentions:
        name = name_key(mention)
        if name not in known:
            known[name] = know(mention.text, mention.kind)
    found = {name: [option.match for option in one.options] for name, one in known.items()}
    clues = clues_of(text, mentions, found)
    everywhere = _everywhere(mentions, clues)
    fuller = _fuller(known)
    return DocumentNames(
        known=known,
        standings=tuple(
            Standing(
                name=name_key(mention),
                clues=clue,
                everywhere=everywhere[name_key(mention)],
                fuller=fuller.get(name_key(mention), ()),
            )
            for mention, clue in zip(mentions, clues, strict=True)
        ),
    )


def _everywhere(mentions: Sequence[Mention], clues: Sequence[Clues]) -> dict[Name, Clues]:
    """The clues of all mentions of a name together: one sense a document."""
    collected: dict[Name, list[Clues]] = defaultdict(list)
    for mention, clue in zip(mentions, clues, strict=True):
        collected[name_key(mention)].append(clue)
    return {name: _joined(found) for name, found in collected.items()}


def _joined(found: Sequence[Clues]) -> Clues:
    if len(found) == 1:
        return found[0]
    return Clues(
        holders=_unlike(clue.holders for clue in found),
        owners=_unlike(clue.owners for clue in found),
        sort=next((clue.sort for clue in found if clue.sort), ""),
    )


def _unlike(places: Iterable[Sequence[Place]]) -> tuple[Place, ...]:
    """Each place once, by where it stands first: a name may stand in a text a hundred thousand times."""
    return tuple(islice(dict.fromkeys(chain.from_iterable(places)), _MOST_BESIDE))


def _fuller(known: Mapping[Name, Known]) -> dict[Name, tuple[Place, ...]]:
    """For "Logan" the places of "Logan County", where the document has both."""
    found: dict[Name, tuple[Place, ...]] = {}
    for (key, kind), one in known.items():
        unit = unit_words(key) if kind == "name" else None
        if unit is not None and (unit.core, "name") in known:
            found[unit.core, "name"] = tuple(option.match.place for option in one.options[:12])
    return found
