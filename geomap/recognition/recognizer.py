"""The recogniser: candidates from gazetteer and capitals, judged by forest and tagger, the best set taken."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geomap.model import Document, Mention, MentionUse
from geomap.recognition import words
from geomap.recognition.decoding import best_set
from geomap.recognition.given_names import GIVEN_NAMES
from geomap.recognition.judge import Judge, shipped_judge
from geomap.recognition.reading import Candidate, Range, ReadDocument, ReadSentence, by_token, read_document
from geomap.recognition.sentence import Sentence, read_parts
from geomap.recognition.standing import Standing, standings
from geomap.recognition.tagging.shipped import shipped_tagger
from geomap.recognition.tagging.tagger import Tagger
from geomap.recognition.uses import is_metonym

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

# Log odds from which a candidate is taken; chosen by cross-validation on the training halves, where F1 is
# flat, towards recall: a missed place cannot be mended later, a doubtful one can still be left unresolved.
THRESHOLD: Final = -0.7
# What a name needs that is part of a body's name, or an ordinary word whose capital the sentence explains;
# and one in a body's name that is not the place's main one.
_DOUBTFUL: Final = -0.4
_ALIAS: Final = 0.0
# What a given name needs that begins what reads as a person's name: "Paris Hilton", "Chelsea Clinton".
_GIVEN: Final = 0.2
_OPENING: Final = 5
# All demonyms are mentions, whatever the judgement says of them: other stages ask for them.
_DEMONYM_GAIN: Final = 0.5
# Neither forest nor tagger is so sure that the other could not object, in log odds.
_SUREST: Final = 8.0
# A belief is told to so many decimals.
_DECIMALS: Final = 6
_LEAST: Final = 10.0**-_DECIMALS


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerRecognizer:
    """Finds toponyms and demonyms by gazetteer and context; a Recognizer (see `geomap.stages`)."""

    gazetteer: Gazetteer
    judge: Judge
    tagger: Tagger
    standing: Callable[[str, bool], Standing]

    def __call__(self, document: Document, /) -> tuple[Mention, ...]:
        """The mentions of a document in the order of its text, none overlapping another."""
        found: list[Mention] = []
        for sentences in read_parts(document):
            found.extend(self._part(document.text, sentences))
        return tuple(found)

    def _part(self, text: str, sentences: Sequence[Sentence]) -> Iterator[Mention]:
        read = read_document(sentences, self.standing)
        scores = together(read, self.judge(read), self.tagger(read))
        at = 0
        for one in read.sentences:
            count = len(one.candidates)
            if count:
                own = scores[at : at + count]
                taken = best_set(one.candidates, list(gains(one, own)))
                spans = ((each.start, each.end) for each in one.candidates)
                yield from _mentions(one, taken, text, dict(zip(spans, own, strict=True)))
            at += count


def gazetteer_recognizer(gazetteer: Gazetteer) -> GazetteerRecognizer:
    """Recognition by gazetteer and learnt weights: linear in the length of the text, alike on every run."""
    return GazetteerRecognizer(
        gazetteer=gazetteer, judge=shipped_judge(), tagger=shipped_tagger(), standing=standings(gazetteer)
    )


def together(document: ReadDocument, judged: Sequence[float], tagged: Sequence[int]) -> list[float]:
    """The log odds of candidates by forest and tagger (in sixteenths): their mean, each within bounds.

    An ordinary word whose capital the sentence explains is a place only if both say so.
    """
    candidates = ((read, candidate) for read in document.sentences for candidate in read.candidates)
    found = []
    for (read, candidate), one, other in zip(candidates, judged, tagged, strict=True):
        bounded = _within(one), _within(other / 16)
        found.append(min(bounded) if _is_explained(read, candidate) else sum(bounded) / 2)
    return found


def _within(score: float) -> float:
    return min(max(score, -_SUREST), _SUREST)


def gains(read: ReadSentence, scores: Sequence[float]) -> Iterator[float]:
    """What taking each candidate gains over leaving it."""
    for candidate, score in zip(read.candidates, scores, strict=True):
        gain = score - _needed(read, candidate)
        if candidate.standing.demonym and not candidate.standing.step and not _is_personal(read, candidate):
            gain = max(gain, _DEMONYM_GAIN)
        yield gain


def _needed(read: ReadSentence, candidate: Candidate) -> float:
    start, end = candidate.start, candidate.end
    if _is_given_name(read, candidate):
        return _GIVEN
    body = read.bodies.get(start)
    if body is not None and _is_part(start, end, body):
        return _DOUBTFUL if candidate.standing.is_main else _ALIAS
    return _DOUBTFUL if _is_explained(read, candidate) else THRESHOLD


def _is_explained(read: ReadSentence, candidate: Candidate) -> bool:
    """Whether the candidate is an ordinary word that opens its sentence, and so has a capital anyway."""
    start, end, sentence = candidate.start, candidate.end, read.sentence
    is_ordinary = end == start + 1 and sentence.lowers[start] in words.ORDINARY
    return is_ordinary and start < _OPENING and sentence.is_first(start)


def _is_given_name(read: ReadSentence, candidate: Candidate) -> bool:
    start, person = candidate.start, read.persons.get(candidate.start)
    is_first_word = person is not None and person[0] == start and candidate.end == start + 1 < person[1]
    return is_first_word and read.sentence.lowers[start] in GIVEN_NAMES


def _is_personal(read: ReadSentence, candidate: Candidate) -> bool:
    return candidate.start in read.persons or candidate.end - 1 in read.persons


def probability(score: float) -> float:
    """Log odds as a share, rounded so that it is the same on every machine, and never certain."""
    return min(max(round(1.0 / (1.0 + math.exp(-score)), _DECIMALS), _LEAST), 1.0 - _LEAST)


def _mentions(
    read: ReadSentence, taken: Sequence[Candidate], text: str, scores: Mapping[Range, float]
) -> Iterator[Mention]:
    sentence = read.sentence
    bodies = {**by_token(_streets(sentence, taken)), **read.bodies}
    governing = frozenset(at for each in taken if each.standing.governs for at in range(each.start, each.end))
    for candidate in taken:
        start, end = candidate.start, candidate.end
        span = sentence.span(start, end)
        about = bodies.get(start)
        body = about if about is not None and _is_part(start, end, about) else None
        is_demonym = bool(candidate.standing.demonym)
        yield Mention(
            span=span,
            text=text[span.start : span.end],
            kind="demonym" if is_demonym else "name",
            use=_use(sentence, candidate, body, governing),
            parent=None if body is None else sentence.span(*body),
            probability=probability(scores[start, end]),
        )


def _is_part(start: int, end: int, body: Range) -> bool:
    return body[0] <= start and end <= body[1] and body[1] - body[0] > end - start


def _use(
    sentence: Sentence, candidate: Candidate, body: Range | None, governing: frozenset[int]
) -> MentionUse:
    if body is not None:
        return "nested"
    if candidate.standing.demonym or not candidate.standing.governs:
        return "literal"
    return "metonym" if is_metonym(sentence, candidate.start, candidate.end, governing) else "literal"


def _streets(sentence: Sentence, taken: Iterable[Candidate]) -> Iterator[Range]:
    """Names of streets that begin with a toponym: they are named after it, not at it."""
    for candidate in taken:
        end = candidate.end
        if sentence.is_capital(end) and sentence.word(end) in words.STREETS:
            yield candidate.start, end + 1
