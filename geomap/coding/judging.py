"""Where the lexicon and the classifier meet: which acts a sentence tells, and of what type each is.

The lexicon speaks first, since it can say which words tell what. The classifier, which has read whole
sentences, is the guard against its false alarms, decides between types that share their words, and names the
type where no line of the lexicon fires; the word that speaks most for it is then the trigger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from geomap.coding import filters
from geomap.coding.classifier import Verdict, verdict_on_all, verdicts
from geomap.coding.classifier.verdicts import NONE, weight_of
from geomap.coding.detection import VIOLENT, Hit, hits
from geomap.coding.grammar import read_verb
from geomap.coding.lexicon import Trigger, group_forms, groups
from geomap.coding.lexicon.forms import Form
from geomap.coding.sentence import Sentence

# Shares were tuned on the training half of event-types, and on MEANTIME's news of business for the guard.
_SURE: Final = 0.4
_SURELY_NONE: Final = 0.9
_HARDLY: Final = 0.03
_DOUBTFUL: Final = 0.2
# A text of so few sentences mostly tells one thing, and its sentences may be heard together.
_BRIEF: Final = 4
_SURE_OF_ALL: Final = 0.3
# A deed's toll is told within so many sentences.
_NEAR: Final = 2
_DEEDS: Final = frozenset("battle remote_violence civilian_violence protest riot strategic".split())
_CROWDS: Final = frozenset({"protest", "riot"})
# A verb of weight below this says too little to stand for an act.
_TELLING: Final = 6
# Groups of persons, forces, places and aircraft.
_NO_ACTS: Final = tuple(
    """
    armed assailant combatant civilian masses protesters politics company territory government nonstate
    unarmed aircraft warplane flying
    """.split()
)


def acts(sentences: Sequence[Sentence]) -> list[tuple[Hit, ...]]:
    """The acts that each sentence tells, by the lexicon and the classifier."""
    found = [hits(sentence) for sentence in sentences]
    told = [{hit.type for hit in each} for each in found]
    said = verdicts(sentences, told)
    judgements: list[tuple[Hit, ...]] = []
    for sentence, each, verdict in zip(sentences, found, said, strict=True):
        earlier = [hit for before in judgements[-_NEAR:] for hit in before]
        is_retold = any(hit.trigger.weight > 1 and hit.layer in _DEEDS for hit in earlier)
        judgements.append(judged(sentence, each, verdict, is_retold=is_retold))
    is_untold = not any(hit.layer in _DEEDS for each in judgements for hit in each)
    if is_untold and 0 < len(sentences) <= _BRIEF:
        return _heard_together(sentences, found, judgements, verdict_on_all(sentences, told))
    return judgements


def _heard_together(
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[Hit]],
    judgements: list[tuple[Hit, ...]],
    verdict: Verdict,
) -> list[tuple[Hit, ...]]:
    """A brief text in which no sentence alone tells a deed for sure, with the deed that all of them tell."""
    best = verdict.best
    if best.partition(".")[0] not in _DEEDS or verdict.share(best) < _SURE_OF_ALL:
        return judgements
    for at, sentence in enumerate(sentences):
        for added in _hits_for(sentence, best, verdict):
            is_real = filters.why_not(added) is None
            if is_real and not any(_speaks_against(hit, added) for hit in found[at]):
                return [*judgements[:at], (*judgements[at], added), *judgements[at + 1 :]]
    return judgements


def judged(sentence: Sentence, found: Sequence[Hit], verdict: Verdict, *, is_retold: bool) -> tuple[Hit, ...]:
    """The acts that a sentence tells and that came to pass, in the order of their words.

    `is_retold`: a deed was told just before, so that "Five people were killed." may be what it did.
    """
    if not found and verdict.is_plain:
        return ()
    real = [replace(hit, share=verdict.share(hit.type)) for hit in found if filters.why_not(hit) is None]
    if verdict.share(NONE) >= _SURELY_NONE:
        return tuple(hit for hit in real if hit.layer not in _DEEDS)
    best = verdict.best
    if best == NONE and not is_retold:
        real = [hit for hit in real if not _is_doubted(hit, verdict)]
    if best.partition(".")[0] not in _DEEDS or verdict.share(best) < _SURE:
        return tuple(real)
    if any(hit.type == best for hit in found):
        return tuple(hit for hit in real if not _gives_way(hit, best))
    real = [_retyped(hit, best, verdict) if _gives_way(hit, best) else hit for hit in real]
    added = None if any(hit.layer in _DEEDS for hit in real) else _named(sentence, best, verdict)
    if added is None or any(_speaks_against(hit, added) for hit in found):
        return tuple(real)
    return tuple(sorted([*real, added], key=lambda hit: hit.first))


def _is_doubted(hit: Hit, verdict: Verdict) -> bool:
    """Whether a general word, such as "killed", stands in a sentence that more likely tells no event."""
    is_general = hit.trigger.weight == 1 and hit.layer in VIOLENT
    return is_general and hit.share < verdict.share(NONE)


def _speaks_against(hit: Hit, added: Hit) -> bool:
    """Whether what the lexicon finds denied, feared or planned would come to pass under another name."""
    reason = filters.why_not(hit)
    is_same = hit.first <= added.first < hit.stop
    return is_same or (hit.clause == added.clause and reason not in {None, filters.LASTING})


def _gives_way(hit: Hit, best: str) -> bool:
    """Whether the classifier may say what type a trigger has: both are violence, and hardly its own.

    A general word, such as "killed", gives way sooner than one that names the act itself.
    """
    layers = {hit.layer, best.partition(".")[0]}
    is_open = layers <= _CROWDS or (layers <= VIOLENT | _CROWDS and hit.layer in VIOLENT)
    least = _HARDLY if hit.trigger.weight > 1 else _DOUBTFUL
    return is_open and hit.type != best and hit.share <= least


def _retyped(hit: Hit, kind: str, verdict: Verdict) -> Hit:
    reason = f"may tell {hit.type}, and with the words around it tells {{type}}"
    trigger = replace(hit.trigger, type=kind, weight=1)
    return replace(hit, trigger=trigger, share=verdict.share(kind), reason=reason)


def _named(sentence: Sentence, kind: str, verdict: Verdict) -> Hit | None:
    """An act that no line of the lexicon tells, at the word that says most for its type."""
    hit = next(_hits_for(sentence, kind, verdict), None)
    if hit is None or filters.why_not(hit) is not None:
        return None
    return None if hit.clause.kind in {"relative", "after", "attribution"} else hit


def _hits_for(sentence: Sentence, kind: str, verdict: Verdict) -> Iterator[Hit]:
    """The acts of a type that a sentence may tell, at the words that say most for it first."""
    if _money_and_sport().isdisjoint(sentence.keys):
        for _, _, at, form in sorted(_words_for(sentence, kind), reverse=True):
            yield _hit(sentence, -at, kind, form, verdict)


@cache
def _money_and_sport() -> frozenset[str]:
    """Words of news in which those of war mean other things."""
    return groups()["sport"] | groups()["business"] | groups()["company"] | {"data"}


def _words_for(sentence: Sentence, kind: str) -> Iterator[tuple[bool, int, int, Form]]:
    """The words that may be the act, verbs first, then those that say most for the type, then the first."""
    for at, key in enumerate(sentence.keys):
        form = _act_form(key, is_capital=sentence.is_capital(at))
        weight = weight_of(key, kind) if form is not None else 0
        if form is not None and weight >= _TELLING:
            yield form != "noun", weight, -at, form


def _act_form(key: str, *, is_capital: bool) -> Form | None:
    """The form of a word that may be an act: one of the lexicon's groups, or any other in the past tense."""
    known = _act_forms().get(key)
    is_past = key.endswith("ed") and not is_capital and key not in _nobody()
    return known or ("past" if is_past else None)


@cache
def _act_forms() -> Mapping[str, Form]:
    """The words of the lexicon's groups that name no person, force or place, and their forms."""
    return {word: form for word, form in group_forms().items() if word not in _nobody()}


@cache
def _nobody() -> frozenset[str]:
    return frozenset().union(*(groups()[name] for name in _NO_ACTS))


def _hit(sentence: Sentence, at: int, kind: str, form: Form, verdict: Verdict) -> Hit:
    clause = sentence.clause_at(at)
    return Hit(
        trigger=_trigger(kind),
        sentence=sentence,
        clause=clause,
        first=at,
        stop=at + 1,
        head=at,
        verb=read_verb(sentence.keys, at, form, clause.first),
        share=verdict.share(kind),
        reason="with the words around it tells {type}",
    )


@cache
def _trigger(kind: str) -> Trigger:
    nothing: frozenset[str] = frozenset()
    return Trigger(type=kind, slots=(), before=nothing, after=nothing, near=nothing, unless=nothing, weight=1)
