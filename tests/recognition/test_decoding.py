"""The best set of disjoint candidates, against trying all sets."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.recognition.decoding import best_set
from geomap.recognition.reading import Candidate
from geomap.recognition.spans import Chunk
from geomap.recognition.standing import Standing


def candidate(start, end):
    return Candidate(start, end, "x", is_whole=True, chunk=Chunk(0, 9, (0,), (9,)), standing=Standing())


def is_disjoint(chosen):
    return all(before.end <= after.start for before, after in pairwise(sorted(chosen)))


_RANGES = st.tuples(st.integers(0, 6), st.integers(1, 4)).map(lambda pair: (pair[0], sum(pair)))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(_RANGES, st.integers(-3, 9)), max_size=7, unique_by=lambda pair: pair[0]))
def test_no_other_set_gains_more(pairs):
    candidates = [candidate(*found) for found, _ in pairs]
    gains = dict(zip(candidates, (float(gain) for _, gain in pairs), strict=True))
    taken = best_set(candidates, list(gains.values()))
    assert is_disjoint(taken)
    assert taken == sorted(taken)
    sets = (chosen for size in range(len(pairs) + 1) for chosen in combinations(candidates, size))
    best = max(sum(gains[each] for each in chosen) for chosen in sets if is_disjoint(chosen))
    assert sum(gains[each] for each in taken) == best
    assert all(gains[each] > 0 for each in taken)
