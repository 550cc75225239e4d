"""Puts the losses of one event together: a count for each kind, and what the text does not divide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geomap.coding.casualties.loss import Loss, Numbers
from geomap.model import LOSS_KINDS, Casualties, Combined, Count, Evidence, LossKind


def tally(losses: Sequence[Loss]) -> Casualties:
    """The casualties that losses of one event come to; the sum of a war or a year is left out.

    Counts of one kind in one sentence are added up ("five died there, two in hospital"); of a later
    sentence's only what was not told before is taken, as it mostly tells the same again.
    """
    own = [loss for loss in losses if not loss.total]
    return Casualties(
        fatalities=_count(own, "killed"),
        wounded=_count(own, "wounded"),
        missing=_count(own, "missing"),
        detained=_count(own, "detained"),
        displaced=_count(own, "displaced"),
        civilians=_side(own, lambda loss: loss.civilians, "civilians"),
        combatants=_side(own, lambda loss: loss.combatants, "combatants"),
        combined=_combined(own),
    )


def _count(losses: Sequence[Loss], kind: LossKind) -> Count | None:
    told = [loss for loss in losses if kind in loss.kinds and loss.told and not _is_undivided(loss)]
    return _added(told, lambda loss: Numbers(loss.low, loss.best, loss.high), None)


def _side(losses: Sequence[Loss], of: Callable[[Loss], Numbers | None], name: str) -> Count | None:
    told = [loss for loss in losses if loss.kinds == {"killed"} and of(loss) is not None]
    return _added(told, lambda loss: of(loss) or Numbers(None, None, None), f"{name} among those killed")


def _added(told: Sequence[Loss], of: Callable[[Loss], Numbers], reason: str | None) -> Count | None:
    if not told:
        return None
    first = told[0]
    added = [first, *(loss for loss in told[1:] if loss.sentence == first.sentence and not loss.apart)]
    numbers = summed([of(loss) for loss in added])
    if not numbers.told:
        return None
    evidence = _evidence(first, reason)
    return Count(low=numbers.low, best=numbers.best, high=numbers.high, evidence=evidence)


def summed(numbers: Sequence[Numbers]) -> Numbers:
    """Numbers added up; what one of them leaves untold, the sum leaves untold, but for the lowest."""
    lows = [each.low for each in numbers if each.low is not None]
    return Numbers(
        sum(lows) if lows else None,
        _sum_of_all([each.best for each in numbers]),
        _sum_of_all([each.high for each in numbers]),
    )


def _sum_of_all(numbers: Sequence[int | None]) -> int | None:
    told = [number for number in numbers if number is not None]
    return sum(told) if told and len(told) == len(numbers) else None


def _combined(losses: Sequence[Loss]) -> Combined | None:
    loss = next((loss for loss in losses if _is_undivided(loss)), None)
    if loss is None:
        return None
    return Combined(
        kinds=tuple(kind for kind in LOSS_KINDS if kind in loss.kinds),
        low=loss.low,
        best=loss.best,
        high=loss.high,
        evidence=_evidence(loss, None),
    )


def _is_undivided(loss: Loss) -> bool:
    """Whether one count goes for several kinds; none of all is none of each."""
    return len(loss.kinds) > 1 and (loss.low, loss.best, loss.high) != (0, 0, 0)


def _evidence(loss: Loss, reason: str | None) -> Evidence:
    return Evidence(span=loss.span, text=loss.text, reason=reason or loss.reason)
