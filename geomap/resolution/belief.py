"""From shares of belief to candidates: the most probable first, each with what speaks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from geomap.model import Candidate
from geomap.resolution.own import Option

# Below this the best candidate is no answer: better unknown than wrong.
THRESHOLD: Final = 0.1
_SMALLEST_SHARE: Final = 0.02
_MOST: Final = 6
# Sums and exponentials differ in the last bits from one Python to the next; what is told shall not.
_DECIMALS: Final = 6
# A belief is never certain, however it is rounded.
_SUREST: Final = 1.0 - 10.0**-_DECIMALS


def believed(
    options: Sequence[Option], shares: Sequence[float], reasons: Callable[[int], tuple[str, ...]]
) -> tuple[Candidate, ...]:
    """The candidates, most probable first; () where none is likely enough. `reasons` is asked by index."""
    told = [min(round(share, _DECIMALS), _SUREST) for share in shares]
    ranked = sorted(range(len(told)), key=lambda index: (-told[index], options[index].match.place.id))
    if not ranked or told[ranked[0]] < THRESHOLD:
        return ()
    return tuple(
        Candidate(place=options[index].match.place, probability=told[index], reasons=reasons(index))
        for index in ranked[:_MOST]
        if told[index] >= min(_SMALLEST_SHARE, told[ranked[0]])
    )
