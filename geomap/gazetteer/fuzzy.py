"""Names that differ from a known one by a letter, within one country: the last and weakest step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from geomap.gazetteer.lookup import Found, Keys, Posting
from geomap.gazetteer.romanised import ROMANISED_COUNTRIES
from geomap.names import loose, skeleton

#: A name of fewer letters has too many neighbours: Lanexa is not Lenexa. Two edits were tried, and were often
#: wrong (benchmarks/gazetteer_coverage.py --fuzzy-sample prints what is found).
_SHORTEST: Final = 12
_MOST_EDITS: Final = 1
#: Consonants that a romanised name must have, and those from which on one of them may differ.
_FEWEST_CONSONANTS: Final = 4
_MANY_CONSONANTS: Final = 6
#: What a near name is worth before its edits are counted; always below every other kind of match.
_BEST: Final = 0.5


class Near:
    """Keys of a country at a small edit distance: of their consonants above all where names are romanised.

    An insertion, a deletion, a substitution or a swap of neighbours is one edit (optimal string alignment).
    The first letter and all digits must agree, for slips are rare there and change the meaning.
    """

    def __init__(
        self, exact: Keys, loose_keys: Keys, numbers: Sequence[int], spans: Mapping[str, Sequence[int]]
    ) -> None:
        self._exact = exact
        self._loose = loose_keys
        self._numbers = numbers
        self._spans = spans
        self._keys = lru_cache(maxsize=8)(self._read_keys)

    def find(self, key: str, country: str) -> list[Found]:
        """What lies near a folded name, the nearest first."""
        romanised = country in ROMANISED_COUNTRIES
        query = loose(key) if romanised else key
        near = self._romanised(query, country) if romanised else self._plain(query, country)
        keys = self._loose if romanised else self._exact
        agreeing = sorted((distance, other) for distance, other in near if _agree(query, other))
        return [_found(keys.rows(other), distance, len(other), other) for distance, other in agreeing]

    def _plain(self, query: str, country: str) -> Iterator[tuple[int, str]]:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - the last step only
        from rapidfuzz.process import extract_iter  # noqa: PLC0415

        if len(query) >= _SHORTEST:
            keys, _ = self._keys(country)
            found = extract_iter(query, keys, scorer=OSA.distance, score_cutoff=_MOST_EDITS)
            yield from ((distance, other) for other, distance, _ in found)

    def _romanised(self, query: str, country: str) -> Iterator[tuple[int, str]]:
        from rapidfuzz.distance import OSA  # noqa: PLC0415
        from rapidfuzz.process import extract_iter  # noqa: PLC0415

        bones = skeleton(query)
        if len(bones) >= _FEWEST_CONSONANTS:
            edits = int(len(bones) >= _MANY_CONSONANTS)
            keys, skeletons = self._keys(country)
            for _, _, place in extract_iter(bones, skeletons, scorer=OSA.distance, score_cutoff=edits):
                distance = OSA.distance(query, keys[place])
                if distance <= _MOST_EDITS:
                    yield distance, keys[place]

    def _read_keys(self, country: str) -> tuple[list[str], list[str]]:
        """The keys of a country, and their consonants."""
        first, end = self._spans.get(country, (0, 0))
        trie = (self._loose if country in ROMANISED_COUNTRIES else self._exact).trie
        keys = [trie.restore_key(number) for number in self._numbers[first:end]]
        return keys, [skeleton(key) for key in keys]


def _agree(query: str, other: str) -> bool:
    return query[0] == other[0] and _digits(query) == _digits(other)


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def _found(postings: list[Posting], distance: int, length: int, other: str) -> Found:
    quality = _BEST * (1 - distance / length)
    return Found(postings, quality, "fuzzy", f"a letter away from {other!r}")
