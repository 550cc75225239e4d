"""How a candidate lies to the other candidates of its sentence, as small whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from geomap.recognition.context import is_announced, is_dateline, is_located
from geomap.recognition.reading import Candidate, ReadSentence
from geomap.recognition.standing import Standing

_JOINTS: Final = {",": 1, "and": 2, "or": 2, "(": 3, "-": 4, "/": 5}


class Neighbours:
    """What is known of the other candidates of a sentence, by where they start and end."""

    def __init__(self, read: ReadSentence) -> None:
        self._sentence = read.sentence
        self._starting: dict[int, list[Candidate]] = defaultdict(list)
        self._ending: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in read.candidates:
            if candidate.standing.step:
                self._starting[candidate.start].append(candidate)
                self._ending[candidate.end].append(candidate)
        self._located: dict[int, int] = {}

    def covers(self, candidate: Candidate) -> tuple[int, ...]:
        """Known names that cover the candidate from one of its ends, and known ones that it covers."""
        start, end = candidate.start, candidate.end
        cover = tokens = prefix = suffix = 0
        for other in self._starting.get(start, ()):
            if other.end > end:
                cover, tokens = max(cover, other.standing.weight), max(tokens, other.end - start)
            elif other.end < end:
                prefix = max(prefix, other.standing.weight)
        for other in self._ending.get(end, ()):
            if other.start < start:
                cover, tokens = max(cover, other.standing.weight), max(tokens, end - other.start)
            elif other.start > start:
                suffix = max(suffix, other.standing.weight)
        return cover, tokens, prefix, suffix

    def beside(self, candidate: Candidate) -> tuple[int, ...]:
        """The known names that a comma or "and" joins to the candidate, after and before it."""
        lowers, end, start = self._sentence.lowers, candidate.end, candidate.start
        at = end + 1 if self._sentence.word(end) == "." else end
        after = _best(self._starting.get(at + 1, ())) if self._sentence.word(at) in _JOINTS else _NONE
        joint = _JOINTS.get(lowers[start - 1], 0) if start else 0
        before = _best(self._ending.get(start - 1, ())) if joint else _NONE
        return after.weight, after.kind, before.weight, before.kind, joint

    def places(self, candidate: Candidate) -> tuple[int, ...]:
        """Whether it has a locative before it, a unit word beside it, opens a report, is quoted."""
        start, end, sentence = candidate.start, candidate.end, self._sentence
        located = self._located.get(start)
        if located is None:
            located = self._located[start] = int(is_located(sentence, start))
        return (
            located,
            is_announced(sentence, start, end),
            start < 5 and is_dateline(sentence, start, end),
            sentence.word(start - 1) in _QUOTES and sentence.word(end) in _QUOTES,
        )


_NONE: Final = Standing()
_QUOTES: Final = frozenset("\"“”'‘’")


def _best(candidates: Sequence[Candidate]) -> Standing:
    best = _NONE
    for candidate in candidates:
        if candidate.standing.weight > best.weight:
            best = candidate.standing
    return best
