"""From scores to names: of candidates that overlap, the set that is best in sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from geomap.recognition.reading import Candidate


def best_set(candidates: Sequence[Candidate], gains: Sequence[float]) -> list[Candidate]:
    """The disjoint candidates of a sentence whose gains sum to the most, in order; gains below 0 are left.

    Weighted interval scheduling, linear in the number of candidates and the tokens that they span.
    """
    ending: dict[int, list[tuple[float, Candidate]]] = defaultdict(list)
    for candidate, gain in zip(candidates, gains, strict=True):
        if gain > 0:
            ending[candidate.end].append((gain, candidate))
    if not ending:
        return []
    last = max(ending)
    sums, chosen = [0.0] * (last + 1), [None] * (last + 1)  # type: tuple[list[float], list[Candidate | None]]
    for end in range(1, last + 1):
        sums[end] = sums[end - 1]
        for gain, candidate in ending.get(end, ()):
            total = sums[candidate.start] + gain
            if total > sums[end]:
                sums[end], chosen[end] = total, candidate
    return _traced(chosen)


def _traced(chosen: Sequence[Candidate | None]) -> list[Candidate]:
    found: list[Candidate] = []
    at = len(chosen) - 1
    while at > 0:
        candidate = chosen[at]
        if candidate is None:
            at -= 1
        else:
            found.append(candidate)
            at = candidate.start
    return found[::-1]
