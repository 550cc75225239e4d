"""What the other documents of an outlet tell of a document: where the outlet is at home.

A local paper writes "Athens" and means the one next door; it says so only now and then. A home is learnt
without any gold from what the names of the outlet's documents mean by themselves. An outlet that reports on
the whole world has no home, and nothing is concluded from it.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geomap.model import Document
from geomap.resolution.clues import Name
from geomap.resolution.home import OF_DOCUMENTS, Homes, Key, homes_of, masses_of
from geomap.resolution.own import Option

#: So many documents of an outlet are enough to know its home; more only cost time and memory.
MOST_DOCUMENTS: Final = 16
#: So many outlets are remembered at most, those of the smallest digests.
MOST_OUTLETS: Final = 2000
# What a name means less probably than this is no evidence of a home.
_LEAST_SHARE: Final = 0.02
_HOST: Final = re.compile(r"\s*[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/@?#]*@)?([^/:?#\s]+)")
_PREFIX: Final = re.compile(r"^(?:www\d?|m|mobile|amp|edition)\.(?=.)")

Shares = Sequence[tuple[Option, float]]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as one of its documents sees it: the homes that the others speak for."""

    homes: Homes
    document: str
    best: Mapping[str, float]


def outlet_of(document: Document) -> str | None:
    """The outlet that a document names: its source, or else the host of its URL; None for neither."""
    host = _HOST.match(document.url or "")
    named = (document.source or "").strip() or (host[1] if host is not None else "")
    return _PREFIX.sub("", named.casefold()) or None


def sample(documents: Iterable[Document]) -> list[Document]:
    """The documents to learn from: of each outlet that has two or more those of the smallest digests.

    Neither their order nor a text that is given twice changes what is taken.
    """
    held: dict[str, dict[str, Document]] = {}
    for document in documents:
        outlet = outlet_of(document)
        if outlet is not None:
            _keep(held.setdefault(outlet, {}), document)
        if len(held) > 2 * MOST_OUTLETS:
            held = _fewer(held)
    several = (found for found in _fewer(held).values() if len(found) > 1)
    return [found[digest] for found in several for digest in sorted(found)]


def _keep(found: dict[str, Document], document: Document) -> None:
    found[document.digest] = document
    if len(found) > MOST_DOCUMENTS:
        del found[max(found)]


def _fewer(held: dict[str, dict[str, Document]]) -> dict[str, dict[str, Document]]:
    return {outlet: held[outlet] for outlet in sorted(held, key=_digest)[:MOST_OUTLETS]}


def _digest(outlet: str) -> str:
    return hashlib.sha256(outlet.encode("utf-8", "surrogatepass")).hexdigest()


def homes_of_outlets(
    read: Iterable[tuple[Document, Mapping[Name, Shares]]],
) -> dict[str, Homes]:
    """The homes of each outlet by what the names of its documents probably mean."""
    told: dict[str, dict[Hashable, Mapping[Key, float]]] = defaultdict(dict)
    for document, beliefs in read:
        outlet = outlet_of(document)
        if outlet is not None and beliefs:
            told[outlet][document.digest] = _told(beliefs)
    return {outlet: homes_of(found, OF_DOCUMENTS) for outlet, found in told.items()}


def outlet_for(document: Document, homes: Mapping[str, Homes]) -> Outlet | None:
    """The outlet of a document as its other documents tell; None where there are none."""
    found, digest = homes.get(outlet_of(document) or ""), document.digest
    if found is None or not found.witnesses - {digest}:
        return None
    best = {level: found.best(digest, level) for level in found.levels}
    return Outlet(homes=found, document=digest, best=best)


def _told(beliefs: Mapping[Name, Shares]) -> dict[Key, float]:
    """How probably any name of a document means a place in each area, and each very place."""
    silent: dict[Key, float] = defaultdict(lambda: 1.0)
    for shares in beliefs.values():
        probable = [(option, share) for option, share in shares if share >= _LEAST_SHARE]
        for key, share in masses_of(probable).items():
            silent[key] *= 1.0 - min(share, 1.0)
        for option, share in probable:
            silent["place", option.match.place.id] *= 1.0 - share
    return {key: 1.0 - share for key, share in silent.items()}
