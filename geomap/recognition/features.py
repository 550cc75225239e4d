"""What the judgement counts with: one row of whole numbers a candidate, each column with a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from geomap.recognition.context import is_announced, is_dateline, is_located
from geomap.recognition.reading import Candidate, Range, ReadDocument, ReadSentence
from geomap.recognition.sentence import Sentence
from geomap.recognition.standing import Standing

#: Where a word stands to a candidate: two before, one before, the first within, the last, after, two after,
#: the last of the capitalised run after the candidate, and the first of it before.
PLACES: Final = ("before2", "before", "first", "last", "after", "after2", "run_last", "run_first")

NUMBERS: Final = (
    *("tokens", "characters", "sentence_index", "opens_sentence", "in_headline", "all_capitals", "has_digit"),
    *(
        "has_hyphen",
        "has_stop",
        "capitals_before",
        "capitals_after",
        "glued_before",
        "glued_after",
        "is_whole",
    ),
    *("step", "weight", "population", "kind", "places", "is_main", "demonym", "governs"),
    *("cover_weight", "cover_tokens", "prefix_weight", "suffix_weight"),
    *("next_weight", "next_kind", "previous_weight", "previous_kind", "previous_joint"),
    *("person", "person_tokens", "body", "body_tokens_after", "body_tokens_before"),
    *("introduced", "in_small", "located", "announced", "dateline", "quoted"),
    *("context", "run_context"),
    *("same_name", "same_whole", "same_context", "same_located", "same_person"),
)
MASKED: Final = ("before2", "before", "first", "last", "within", "after", "after2", "run_rest", "run_before")

_JOINTS: Final = {",": 1, "and": 2, "or": 2, "(": 3, "-": 4, "/": 5}
_AHEAD: Final = 8


class Rows(NamedTuple):
    """The columns of a document's candidates: numbers, weights of the words about them, lists as bits."""

    numbers: list[list[int]]
    contexts: list[list[int]]
    masks: list[list[int]]


#: A word's key -> its learnt weight at each of `PLACES`.
Weights = Mapping[str, Sequence[int]]


def word_keys(sentence: Sentence) -> list[str]:
    """How words are looked up among learnt weights: "^" stands before a capitalised one, 0 for digits.

    Two of "|" stand before and after the words of the sentence.
    """
    keys = [
        "^" + lower if capital else "0" if lower[0].isdigit() else lower
        for lower, capital in zip(sentence.lowers, sentence.capitals, strict=True)
    ]
    return ["|", "|", *keys, "|", "|"]


def fallback(key: str) -> str:
    """The key of a word that has no weight of its own."""
    return "^" if key[0] == "^" else "?"


def context_places(candidate: Candidate) -> tuple[int, ...]:
    """The indices into `word_keys` of the words at `PLACES`; -1 where there is none."""
    start, end, chunk = candidate.start, candidate.end, candidate.chunk
    return (
        start,
        start + 1,
        start + 2,
        end + 1,
        end + 2,
        end + 3,
        chunk.end + 1 if chunk.end > end else -1,
        chunk.start + 2 if chunk.start < start else -1,
    )


def rows(document: ReadDocument, weights: Weights, classes: Mapping[str, int]) -> Rows:
    """The rows of all candidates of a document, in their order."""
    found = Rows([], [], [])
    for read in document.sentences:
        if read.candidates:
            _add_sentence(read, document, weights, classes, found)
    _add_document(document, found)
    return found


def _add_sentence(
    read: ReadSentence, document: ReadDocument, weights: Weights, classes: Mapping[str, int], found: Rows
) -> None:
    neighbours = _Neighbours(read)
    sentence = read.sentence
    words = [weights.get(key) or weights[fallback(key)] for key in word_keys(sentence)]
    bits = [0, 0, *(classes.get(lower, 0) for lower in sentence.lowers), 0, 0]
    for candidate in read.candidates:
        places = enumerate(context_places(candidate))
        learnt = [words[at][place] if at >= 0 else 0 for place, at in places]
        lower = candidate.name.lower()
        found.contexts.append(learnt)
        found.masks.append(_masks(bits, candidate))
        found.numbers.append(
            [
                *_shape(sentence, candidate),
                *candidate.standing,
                *neighbours.covers(candidate),
                *neighbours.beside(candidate),
                *_longer_names(read, candidate),
                lower in document.introduced,
                lower in document.small,
                *neighbours.places(candidate),
                learnt[0] + learnt[1] + learnt[4] + learnt[5],
                learnt[6] + learnt[7],
            ]
        )


def _shape(sentence: Sentence, candidate: Candidate) -> tuple[int, ...]:
    start, end, name, is_whole, chunk, _ = candidate
    is_plain = name.isalpha()
    return (
        end - start,
        len(name),
        min(start, 30),
        start < 5 and sentence.is_first(start),
        sentence.is_headline,
        len(name) > 1 and name.isupper(),
        not is_plain and any(map(str.isdigit, name)),
        not is_plain and "-" in name,
        not is_plain and "." in name,
        start - chunk.start,
        chunk.end - end,
        sentence.is_glued(start),
        sentence.is_glued(end),
        is_whole,
    )


def _masks(bits: Sequence[int], candidate: Candidate) -> list[int]:
    """The lists that hold the words at `MASKED`; `bits` has two words more at either end."""
    start, end, chunk = candidate.start + 2, candidate.end + 2, candidate.chunk
    within = rest = before = 0
    for at in range(start, end):
        within |= bits[at]
    for at in range(end, min(chunk.end + 2, end + _AHEAD)):
        rest |= bits[at]
    for at in range(max(chunk.start + 2, start - _AHEAD), start):
        before |= bits[at]
    return [
        *(bits[start - 2], bits[start - 1], bits[start], bits[end - 1], within),
        *(bits[end], bits[end + 1], rest, before),
    ]


def _longer_names(read: ReadSentence, candidate: Candidate) -> tuple[int, ...]:
    """How the candidate lies to the person and to the body that its tokens belong to."""
    start, end = candidate.start, candidate.end
    person = read.persons.get(start) or read.persons.get(end - 1)
    body = read.bodies.get(start)
    return (
        _relation(candidate, person) if person else 0,
        person[1] - person[0] if person else 0,
        _relation(candidate, body) if body else 0,
        body[1] - end if body else 0,
        start - body[0] if body else 0,
    )


def _relation(candidate: Candidate, other: Range) -> int:
    """1 inside the other, 2 the same, 3 about it, 4 across its edge."""
    start, end = candidate.start, candidate.end
    if (start, end) == other:
        return 2
    if other[0] <= start and end <= other[1]:
        return 1
    return 3 if start <= other[0] and other[1] <= end else 4


class _Neighbours:
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


def _add_document(document: ReadDocument, found: Rows) -> None:
    """Add what the other mentions of the same name in the document tell."""
    context, located = NUMBERS.index("context"), NUMBERS.index("located")
    whole, person = NUMBERS.index("is_whole"), NUMBERS.index("person")
    names = [candidate.name for read in document.sentences for candidate in read.candidates]
    sums: dict[str, list[int]] = {}
    for name, row in zip(names, found.numbers, strict=True):
        told = sums.setdefault(name, [0, 0, -999, 0, 0])
        told[0] += 1
        told[1] += row[whole]
        told[2] = max(told[2], row[context])
        told[3] += row[located]
        told[4] += row[person] == 1
    for name, row in zip(names, found.numbers, strict=True):
        row.extend(sums[name])
