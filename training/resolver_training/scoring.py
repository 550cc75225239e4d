"""How well a ranker resolves linked mentions: same id, within 161 km, and how honest its shares are."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from geomap.resolution.ranker import Ranker
from resolver_training.corpora import Linked, distance_km
from resolver_training.fitting import outlets_of, train

_NEAR_KM = 161.0
_FOLDS = 5
_BINS = 10


@dataclass(frozen=True)
class Scored:
    """One linked mention: whether the answer is the same id, near, and how probable it was told to be."""

    corpus: str
    same: bool
    near: bool
    share: float


def scored(documents: Sequence[Linked], ranker: Ranker, outlets) -> list[Scored]:
    """All linked mentions; one without any candidate is wrong."""
    found = []
    for one, outlet in zip(documents, outlets):
        looks, _ = ranker.looks(one.names, outlet)
        for standing, gold, look in zip(one.names.standings, one.text.golds, looks, strict=True):
            if gold is None:
                continue
            best = max(range(len(look)), key=lambda index: look[index], default=None)
            if best is None:
                found.append(Scored(one.text.corpus, same=False, near=False, share=0.0))
                continue
            place = one.names.known[standing.name].options[best].match.place
            near = distance_km(gold, place.latitude, place.longitude) <= _NEAR_KM
            found.append(Scored(one.text.corpus, place.id == f"gn:{gold.id}", near, look[best]))
    return found


def tell(found: Sequence[Scored], what: str) -> None:
    """Print the figures of each corpus."""
    for corpus in sorted({one.corpus for one in found} - {"countries", "seats"}):
        own = [one for one in found if one.corpus == corpus]
        print(
            f"{what} {corpus}: {len(own)} mentions, same id {_mean(own, lambda one: one.same):.3f}, "
            f"within 161 km {_mean(own, lambda one: one.near):.3f}, "
            f"either {_mean(own, lambda one: one.same or one.near):.3f}, "
            f"calibration error {calibration_error(own):.3f}"
        )


def report(documents: Sequence[Linked], ranker: Ranker, what: str) -> None:
    """Print how a ranker does on documents."""
    looks = [ranker.looks(one.names)[0] for one in documents]
    tell(scored(documents, ranker, [None]*len(documents)), what+' alone')
    tell(scored(documents, ranker, outlets_of(documents, looks)), what+' outlets')


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


def cross_validate(
    documents: Sequence[Linked], temperature: float, leave_out: Callable[[str], bool] | None = None
) -> None:
    """Print what five folds give, by document, then what each corpus gives without itself."""
    alone: list[Scored] = []
    found: list[Scored] = []
    for fold in range(_FOLDS):
        a,b = held_out(
            documents, temperature, leave_out, {id(one) for one in documents if _fold(one) == fold}
        )
        alone+=a; found+=b
    tell(alone, "five folds alone")
    tell(found, "five folds")
    for corpus in ("LGL", "TR", "UCDP"):
        held = {id(one) for one in documents if one.text.corpus == corpus}
        a,b= held_out(documents, temperature, leave_out, held)
        tell(a, "left out alone")
        tell(b, "left out")


def held_out(documents, temperature, leave_out, held):
    """The mentions of the documents held, by a ranker that learnt from the others."""
    ranker = train([one for one in documents if id(one) not in held], leave_out, temperature)
    looks = [ranker.looks(one.names)[0] for one in documents]
    outlets = outlets_of(documents, looks)
    own = [one for one in documents if id(one) in held]
    return scored(own,ranker,[None]*len(own)), scored(own, ranker, [o for one,o in zip(documents,outlets) if id(one) in held])


def _fold(one: Linked) -> int:
    key = f"fold {one.text.corpus} {one.text.document.id}".encode()
    return int(hashlib.sha1(key, usedforsecurity=False).hexdigest(), 16) % _FOLDS


def _mean(found: Sequence[Scored], value: Callable[[Scored], float]) -> float:
    return sum(map(value, found)) / max(1, len(found))
