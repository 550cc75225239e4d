"""A document's names before they are ranked: their candidates, and what stands about each mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Final

from geomap.model import Mention, MentionKind, Place
from geomap.names import unit_words
from geomap.resolution.candidates import units_in_short
from geomap.resolution.clues import Clues, Name, clues_of, name_key
from geomap.resolution.features import Standing
from geomap.resolution.own import Feature, Option

# No article sets more places beside one name; each is compared with each candidate at each mention.
_MOST_BESIDE: Final = 100


@dataclass(frozen=True, slots=True)
class Known:
    """What is true of a name in every document: its options, and what speaks for none of them.

    ``scored`` keeps what weights made of these last, since names come again and again.
    """

    options: tuple[Option, ...]
    none: tuple[Feature, ...]
    scored: list[tuple[Mapping[str, float], list[float]]] = field(
        default_factory=list, compare=False, repr=False
    )


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of a document with their options, and for each mention in turn how it stands."""

    known: Mapping[Name, Known]
    standings: tuple[Standing, ...]


def read_names(
    text: str, mentions: Sequence[Mention], know: Callable[[str, MentionKind], Known]
) -> DocumentNames:
    """The names of a document's mentions."""
    known: dict[Name, Known] = {}
    for mention in mentions:
        name = name_key(mention)
        if name not in known:
            known[name] = know(mention.text, mention.kind)
    clues = _clues(text, mentions, known, know)
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


def _clues(
    text: str,
    mentions: Sequence[Mention],
    known: Mapping[Name, Known],
    know: Callable[[str, MentionKind], Known],
) -> list[Clues]:
    """The clues of each mention, among them units in short that are no mentions: "Fresno, Calif."."""
    short = units_in_short(text, mentions)
    found = {name: [option.match for option in one.options] for name, one in known.items()}
    for unit in short:
        found.setdefault(name_key(unit), [option.match for option in know(unit.text, unit.kind).options])
    together = [*mentions, *short]
    order = sorted(range(len(together)), key=lambda index: together[index].span)
    clues = clues_of(text, [together[index] for index in order], found)
    by_place = dict(zip(order, clues, strict=True))
    return [by_place[index] for index in range(len(mentions))]


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
        beside=_unlike(clue.beside for clue in found),
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
