"""The recogniser: names that the gazetteer knows, taken or left by the words around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from geomap.model import Document, Mention, MentionUse, Place, Span
from geomap.recognition import words
from geomap.recognition.candidates import Candidate, candidates, is_announced, is_located
from geomap.recognition.judgement import CERTAIN, THRESHOLD, Standing, evidence, standing
from geomap.recognition.organisations import HEADS, organisations
from geomap.recognition.persons import persons, surnames
from geomap.recognition.sentence import Sentence, read_sentences
from geomap.recognition.uses import is_metonym

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

# A name within a body's name needs this much standing of its own: "Baghdad Operations Command" holds a
# place, "Badr Brigades" none that a reader would think of.
_NESTED_STANDING: Final = 2.0
# The gazetteer lists the best places of a name first; more of them tell nothing new.
_LOOKED_AT: Final = 8
_CONTRACTED: Final = frozenset(
    "i'd i'll i'm i've he'd he'll she'd we'd we'll we're they'd you'd you'll".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerRecognizer:
    """Finds toponyms and demonyms by gazetteer and context; a Recognizer (see `geomap.stages`)."""

    gazetteer: Gazetteer

    def __call__(self, document: Document, /) -> tuple[Mention, ...]:
        """The mentions of a document in the order of its text, none overlapping another."""
        finds = _Finds(self.gazetteer, read_sentences(document))
        text = document.text
        return tuple(mention for found in finds.judged() for mention in _mentions(found, text))


def gazetteer_recognizer(gazetteer: Gazetteer) -> GazetteerRecognizer:
    """Recognition by rules over a gazetteer: linear in the length of the text, the same on every run."""
    return GazetteerRecognizer(gazetteer=gazetteer)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A sentence with the candidates that were taken, and the longer name about each, if any."""

    sentence: Sentence
    taken: tuple[tuple[Candidate, tuple[int, int] | None], ...]
    governing: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with all that was found in it before judging."""

    sentence: Sentence
    candidates: tuple[Candidate, ...]
    persons: Mapping[int, tuple[int, int]]
    bodies: Mapping[int, tuple[int, int]]


@dataclass(slots=True)
class _Finds:
    """What one document holds; look-ups are kept for as long as it is read."""

    gazetteer: Gazetteer
    sentences: Sequence[Sentence]
    known: dict[str, Standing] = field(default_factory=dict)

    def judged(self) -> Iterator[_Judged]:
        read = [self._read(sentence) for sentence in self.sentences]
        introduced = frozenset(
            name
            for one in read
            for person in set(one.persons.values())
            for name in surnames(one.sentence, *person)
        )
        small = _small_words(self.sentences)
        scored = [(one, [(each, self._score(one, each, small)) for each in one.candidates]) for one in read]
        certain = {each.name for one, scores in scored for each, score in scores if score >= CERTAIN}
        for one, scores in scored:
            taken = tuple(
                (each, _body_about(each, one.bodies))
                for each, score in scores
                if self._is_taken(one, each, score, certain, introduced)
            )
            yield _Judged(sentence=one.sentence, taken=taken, governing=self._governing(taken))

    def _read(self, sentence: Sentence) -> _Read:
        found = tuple(candidates(sentence, self.gazetteer))
        if not found:
            return _Read(sentence, (), _by_token(persons(sentence)), {})
        bodies = _by_token((*organisations(sentence), *_streets(sentence, found)))
        return _Read(sentence, found, _by_token(persons(sentence)), bodies)

    def _standing(self, candidate: Candidate) -> Standing:
        name = candidate.name
        if name not in self.known:
            self.known[name] = standing(name, self._places(candidate))
        return self.known[name]

    def _places(self, candidate: Candidate) -> tuple[Place, ...]:
        found = self.gazetteer.matches(candidate.name, limit=_LOOKED_AT) if candidate.is_known else ()
        return tuple(match.place for match in found)

    def _is_nested_place(self, candidate: Candidate, certain: set[str]) -> bool:
        weight = self._standing(candidate).weight
        if candidate.name.lower() in words.ORDINARY | HEADS:
            return weight >= 2.4
        return weight >= _NESTED_STANDING or candidate.name in certain

    def _score(self, read: _Read, candidate: Candidate, small: frozenset[str]) -> float:
        if candidate.kind == "demonym":
            return CERTAIN
        if _is_person(read, candidate, self._standing(candidate)):
            return 0.0
        return evidence(read.sentence, candidate, self._standing(candidate).weight, small)

    def _is_taken(
        self, read: _Read, candidate: Candidate, score: float, certain: set[str], introduced: frozenset[str]
    ) -> bool:
        if _is_barred(read.sentence, candidate) or _is_person(read, candidate, self._standing(candidate)):
            return False
        if candidate.kind == "demonym":
            return True
        if candidate.name.lower() in introduced and not is_located(read.sentence, candidate.start):
            return False
        if _body_about(candidate, read.bodies) is not None:
            return self._is_nested_place(candidate, certain)
        support = 1.25 if candidate.name in certain else 0.0
        return score + support >= THRESHOLD

    def _governing(self, taken: Iterable[tuple[Candidate, tuple[int, int] | None]]) -> frozenset[int]:
        return frozenset(
            at
            for each, _ in taken
            if each.kind == "name" and self._standing(each).governs
            for at in range(each.start, each.end)
        )


def _is_barred(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the text of a candidate never names a place, whatever stands beside it."""
    name = candidate.name
    if candidate.kind == "demonym":
        return False
    if name.lower() in words.STATE_ABBREVIATIONS and sentence.word(candidate.end) == ".":
        return True
    if name.isupper() and len(name) < 5 and candidate.core_end - candidate.start == 1:
        return name not in words.ABBREVIATIONS and len(name) < 4
    lower = name.lower().replace("’", "'")
    return len(name) < 3 or lower in words.NEVER or lower in _CONTRACTED


def _is_person(read: _Read, candidate: Candidate, known: Standing) -> bool:
    """Whether the candidate is part of a person's name, and not the longer name of a place."""
    touched = (read.persons.get(at) for at in range(candidate.start, candidate.core_end))
    person = next((found for found in touched if found is not None), None)
    if person is None:
        return False
    start, end = person
    is_longer = candidate.start <= start and end <= candidate.core_end
    is_long = candidate.core_end - candidate.start > 1 and candidate.is_known
    announced = is_announced(read.sentence, candidate.start, candidate.core_end)
    located = announced or is_located(read.sentence, candidate.start)
    return not (is_longer and is_long and (located or known.weight >= 2.4))


def _body_about(candidate: Candidate, bodies: Mapping[int, tuple[int, int]]) -> tuple[int, int] | None:
    """The range of the longer name that the candidate is part of, or None."""
    about = bodies.get(candidate.start)
    if about is None:
        return None
    start, end = about
    inside = start <= candidate.start and candidate.end <= end
    return about if inside and (end - start) > (candidate.end - candidate.start) else None


def _by_token(ranges: Iterable[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Each token's range, so that finding it takes the same time in a text of any length."""
    found: dict[int, tuple[int, int]] = {}
    for start, end in ranges:
        for at in range(start, end):
            found.setdefault(at, (start, end))
    return found


def _streets(sentence: Sentence, found: Iterable[Candidate]) -> Iterator[tuple[int, int]]:
    """Names of streets that begin with a toponym: they are named after it, not at it."""
    for candidate in found:
        end = candidate.end
        if sentence.is_capital(end) and sentence.word(end) in words.STREETS:
            yield candidate.start, end + 1


def _small_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset(
        lower
        for sentence in sentences
        for lower, token in zip(sentence.lowers, sentence.tokens, strict=True)
        if len(lower) > 2 and token.text[0].islower()
    )


def _mentions(found: _Judged, text: str) -> Iterator[Mention]:
    for candidate, body in found.taken:
        span = found.sentence.span(candidate.start, candidate.end)
        parent = found.sentence.span(*body) if body is not None else None
        yield Mention(
            span=span,
            text=text[span.start : span.end],
            kind=candidate.kind,
            use=_use(found, candidate, parent),
            parent=parent,
        )


def _use(found: _Judged, candidate: Candidate, parent: Span | None) -> MentionUse:
    if parent is not None:
        return "nested"
    if candidate.kind == "name" and candidate.start in found.governing:
        at = candidate.start, candidate.end
        return "metonym" if is_metonym(found.sentence, *at, found.governing) else "literal"
    return "literal"
