"""From scores to probabilities, with a share for "none of these"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from geomap.model import Candidate
from geomap.resolution.scores import Scored

# What "none of these" scores: a village of some hundred inhabitants that nothing else speaks for.
_NONE: Final = 2.0
# Scores are sums of parts that lean on one another, so each point is worth less than one of log odds.
_TEMPERATURE: Final = 0.9
# Below this the best candidate is no answer: better unknown than wrong.
THRESHOLD: Final = 0.2
_SMALLEST_SHARE: Final = 0.02
_MOST: Final = 6
# Sums and exponentials differ in the last bits from one Python to the next; what is told shall not.
_DECIMALS: Final = 6
# A belief is never certain, however it is rounded.
_SUREST: Final = 1.0 - 10.0**-_DECIMALS


def believed(scored: Sequence[Scored]) -> tuple[Candidate, ...]:
    """The candidates with a probability each, most probable first; () where none is likely enough."""
    ranked = sorted(scored, key=lambda one: (-one.score, one.place.id))
    if not ranked:
        return ()
    top = max(ranked[0].score, _NONE)
    weights = [math.exp((one.score - top) / _TEMPERATURE) for one in ranked]
    total = sum(weights) + math.exp((_NONE - top) / _TEMPERATURE)
    shares = [weight / total for weight in weights]
    if shares[0] < THRESHOLD:
        return ()
    return tuple(
        Candidate(place=one.place, probability=_told(share), reasons=one.reasons)
        for one, share in list(zip(ranked, shares, strict=True))[:_MOST]
        if share >= _SMALLEST_SHARE
    )


def _told(share: float) -> float:
    return min(round(share, _DECIMALS), _SUREST)
