"""What the judgement counts with: one row of whole numbers a candidate, each column with a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from geomap.recognition.neighbours import Neighbours
from geomap.recognition.reading import Candidate, Range, ReadDocument, ReadSentence
from geomap.recognition.sentence import Sentence
from geomap.recognition.vocabulary import Usage

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
    *("context", "run_context", "company", "run_company"),
    *("first_rarity", "first_capital", "last_rarity", "last_capital", "least_capital"),
    *("before_rarity", "after_rarity", "after_capital", "run_last_capital", "spelling"),
    *("same_name", "same_whole", "same_context", "same_located", "same_person"),
)
MASKED: Final = ("before2", "before", "first", "last", "within", "after", "after2", "run_rest", "run_before")

_AHEAD: Final = 8
_REMEMBERED: Final = 16_384
_LONGEST_WORD: Final = 40


class Rows(NamedTuple):
    """The columns of a document's candidates: numbers, weights of the words about them, lists as bits."""

    numbers: list[list[int]]
    contexts: list[list[int]]
    masks: list[list[int]]


#: A word's key -> its learnt weight at each of `PLACES`.
Weights = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of words: learnt weights, lists, weights of clusters, usage, and what letters tell."""

    weights: Weights
    classes: Mapping[str, int]
    clusters: Sequence[Sequence[int]]
    usage: Callable[[str], Usage]
    spelling: Callable[[str, str], int]
    _met: dict[tuple[str, str, bool], _Word] = field(default_factory=dict, compare=False, repr=False)

    def word(self, met: tuple[str, str, bool]) -> _Word:
        """What is known of a word as it is written, in lower case, and capitalised or not."""
        known = self._met.get(met)
        if known is None:
            known = _word(*met, self)
            if len(self._met) >= _REMEMBERED:
                self._met.clear()
            if len(met[0]) <= _LONGEST_WORD:
                self._met[met] = known
        return known


def word_keys(sentence: Sentence) -> list[str]:
    """How words are looked up among learnt weights: "^" stands before a capitalised one, 0 for digits.

    Two of "|" stand before and after the words of the sentence.
    """
    keys = map(_key, sentence.lowers, sentence.capitals)
    return ["|", "|", *keys, "|", "|"]


def _key(lower: str, capital: bool) -> str:  # noqa: FBT001 - it is called for each word
    return "^" + lower if capital else "0" if lower[0].isdigit() else lower


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


def rows(document: ReadDocument, knowledge: Knowledge) -> Rows:
    """The rows of all candidates of a document, in their order."""
    found = Rows([], [], [])
    for read in document.sentences:
        if read.candidates:
            _add_sentence(read, document, knowledge, found)
    _add_document(document, found)
    return found


_NO_USAGE: Final = Usage()
# What is known of a word by itself: by its key, by its cluster, its usage, the lists that hold it.
_Word = tuple[Sequence[int], Sequence[int], tuple[int, ...], int]


def _word(text: str, lower: str, capital: bool, knowledge: Knowledge) -> _Word:  # noqa: FBT001 - see `_key`
    weights, key, usage = knowledge.weights, _key(lower, capital), knowledge.usage(text)
    learnt = weights.get(key) or weights[fallback(key)]
    # Plain tuples of numbers, thousands of which cost the collector of garbage nothing.
    return learnt, knowledge.clusters[usage[0]], tuple(usage), knowledge.classes.get(lower, 0)


def _words(sentence: Sentence, knowledge: Knowledge) -> Iterator[tuple[Any, ...]]:
    """The words of a sentence, two more at either end as `word_keys` has them; a row for each of `_Word`."""
    weights, clusters = knowledge.weights, knowledge.clusters
    beyond = (weights.get("|") or weights[fallback("|")], clusters[_NO_USAGE[0]], _NO_USAGE, 0)
    texts = [token[0] for token in sentence.tokens]
    words = map(knowledge.word, zip(texts, sentence.lowers, sentence.capitals, strict=True))
    return zip(beyond, beyond, *words, beyond, beyond, strict=True)


def _add_sentence(read: ReadSentence, document: ReadDocument, knowledge: Knowledge, found: Rows) -> None:
    neighbours, sentence, spelt = Neighbours(read), read.sentence, knowledge.spelling
    words, companies, usages, bits = _words(sentence, knowledge)
    lowers = sentence.lowers
    for candidate in read.candidates:
        places = context_places(candidate)
        learnt = [words[at][place] if at >= 0 else 0 for place, at in enumerate(places)]
        company = [companies[at][place] if at >= 0 else 0 for place, at in enumerate(places)]
        lower = candidate.name.lower()
        found.contexts.append(learnt + company)
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
                *_sums(learnt),
                *_sums(company),
                *_usage(usages, places),
                spelt(lowers[candidate.start], lowers[candidate.end - 1]),
            ]
        )


def _sums(told: Sequence[int]) -> tuple[int, int]:
    """What the words beside a candidate tell together, and the rest of its run of capitals."""
    return told[0] + told[1] + told[4] + told[5], told[6] + told[7]


def _usage(usages: Sequence[Sequence[int]], places: Sequence[int]) -> tuple[int, ...]:
    _, before, first, last, after, _, run_last, _ = places
    return (
        usages[first][1],
        usages[first][2],
        usages[last][1],
        usages[last][2],
        min([each[2] for each in usages[first : last + 1]]),
        usages[before][1],
        usages[after][1],
        usages[after][2],
        usages[run_last][2] if run_last >= 0 else 0,
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
