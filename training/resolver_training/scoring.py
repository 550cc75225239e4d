"""How well a ranker resolves linked mentions: same id, within 161 km, and how honest its shares are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import Final

from geomap.resolution.outlets import Outlet
from geomap.resolution.own import Option
from geomap.resolution.ranker import Ranker
from resolver_training.corpora import Gold, Linked, distance_km
from resolver_training.fitting import outlets_of, train

_NEAR_KM = 161.0
_FOLDS = 5
_BINS = 10
#: What features of each group begin with.
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "prominence": ("size", "smaller than", "of 1", "rank among", "code: ", "kind, where little"),
    "how the name matches": ("step: ", "looser", "other name", "town's other", "unit asked", "no unit"),
    "the words beside it": (
        "sort ",
        "held",
        "owned",
        "holds the one",
        "as near as told",
        "fuller",
        "near its",
    ),
    "areas named": ("its country", "its unit", "share of"),
    "what lies about it": ("others ", "distance to"),
    "the text's home": ("home ",),
    "the outlet's home": ("outlet's ",),
}


@dataclass(frozen=True)
class Scored:
    """One linked mention: whether the answer is the same id, near, and how probable it was told to be."""

    corpus: str
    same: bool
    near: bool
    share: float


def scored(documents: Sequence[Linked], ranker: Ranker, outlets: Sequence[Outlet | None]) -> list[Scored]:
    """All linked mentions; one without any candidate is wrong."""
    found = []
    for one, outlet in zip(documents, outlets, strict=True):
        looks, _ = ranker.looks(one.names, outlet)
        for standing, gold, look in zip(one.names.standings, one.text.golds, looks, strict=True):
            if gold is not None:
                options = one.names.known[standing.name].options
                found.append(_scored(one.text.corpus, gold, options, look))
    return found


def _scored(corpus: str, gold: Gold, options: Sequence[Option], look: Sequence[float]) -> Scored:
    best = max(range(len(look)), key=lambda index: look[index], default=None)
    if best is None:
        return Scored(corpus, same=False, near=False, share=0.0)
    place = options[best].match.place
    near = distance_km(gold, place.latitude, place.longitude) <= _NEAR_KM
    return Scored(corpus, place.id == f"gn:{gold.id}", near, look[best])


def tell(found: Sequence[Scored], what: str) -> None:
    """Print the figures of each corpus."""
    for corpus in sorted({one.corpus for one in found} - {"countries", "continents", "seats"}):
        own = [one for one in found if one.corpus == corpus]
        print(
            f"{what} {corpus}: {len(own)} mentions, same id {_mean(own, lambda one: one.same):.3f}, "
            f"within 161 km {_mean(own, lambda one: one.near):.3f}, "
            f"either {_mean(own, lambda one: one.same or one.near):.3f}, "
            f"calibration error {calibration_error(own):.3f}"
        )


def report(documents: Sequence[Linked], ranker: Ranker, what: str) -> None:
    """Print how a ranker does on documents, each by itself, and with what its outlet's others tell."""
    alone, outlets = both_ways(documents, ranker, documents)
    tell(alone, f"{what}, each document alone,")
    tell(outlets, f"{what}, with outlets,")


def both_ways(
    documents: Sequence[Linked], ranker: Ranker, observed: Sequence[Linked]
) -> tuple[list[Scored], list[Scored]]:
    """The linked mentions of documents, first each by itself, then with the outlets of the observed."""
    outlets = outlets_of(observed, [ranker.looks(one.names)[0] for one in observed])
    by_document = {id(one): outlet for one, outlet in zip(observed, outlets, strict=True)}
    alone = scored(documents, ranker, [None] * len(documents))
    return alone, scored(documents, ranker, [by_document[id(one)] for one in documents])


def calibration_error(found: Sequence[Scored]) -> float:
    """Expected calibration error in ten equal bins; right is the same id or within 161 km."""
    answered = [one for one in found if one.share > 0.0]
    bins: dict[int, list[Scored]] = {}
    for one in answered:
        bins.setdefault(min(_BINS - 1, int(one.share * _BINS)), []).append(one)
    gaps = (
        len(held) * abs(_mean(held, lambda one: one.same or one.near) - _mean(held, lambda one: one.share))
        for held in bins.values()
    )
    return sum(gaps) / max(1, len(answered))


def cross_validate(documents: Sequence[Linked], temperature: float) -> None:
    """Print what five folds give, by document, then what each corpus gives without itself."""
    _tell_both(folds(documents, temperature), "five folds")
    for corpus in ("LGL", "TR", "UCDP"):
        held = {id(one) for one in documents if one.text.corpus == corpus}
        _tell_both(held_out(documents, temperature, held), "left out")


def ablate(documents: Sequence[Linked], temperature: float) -> None:
    """Print what five folds give without each group of features."""
    for group, heads in GROUPS.items():
        found = folds(documents, temperature, partial(_begins, heads))
        _tell_both(found, f"without {group}")


def _begins(heads: tuple[str, ...], name: str) -> bool:
    return name.startswith(heads)


def folds(
    documents: Sequence[Linked], temperature: float, leave_out: Callable[[str], bool] | None = None
) -> tuple[list[Scored], list[Scored]]:
    """The mentions of each fold by a ranker that learnt from the other four."""
    alone, outlets = list[Scored](), list[Scored]()
    for fold in range(_FOLDS):
        held = {id(one) for one in documents if _fold(one) == fold}
        found = held_out(documents, temperature, held, leave_out)
        alone += found[0]
        outlets += found[1]
    return alone, outlets


def held_out(
    documents: Sequence[Linked],
    temperature: float,
    held: AbstractSet[int],
    leave_out: Callable[[str], bool] | None = None,
) -> tuple[list[Scored], list[Scored]]:
    """The mentions of the documents held, by a ranker that learnt from the others."""
    ranker = train([one for one in documents if id(one) not in held], temperature, leave_out)
    return both_ways([one for one in documents if id(one) in held], ranker, documents)


def _tell_both(found: tuple[list[Scored], list[Scored]], what: str) -> None:
    tell(found[0], f"{what}, each document alone,")
    tell(found[1], f"{what}, with outlets,")


def _fold(one: Linked) -> int:
    key = f"fold {one.text.corpus} {one.text.document.id}".encode()
    return int(hashlib.sha1(key, usedforsecurity=False).hexdigest(), 16) % _FOLDS


def _mean(found: Sequence[Scored], value: Callable[[Scored], float]) -> float:
    return sum(map(value, found)) / max(1, len(found))
