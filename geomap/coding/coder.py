"""The coder: a document and its resolved mentions to events, each field with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geomap.coding import filters
from geomap.coding.actors import Party, actors, loser_and_winner, parties
from geomap.coding.detection import VIOLENT, Hit, hits
from geomap.coding.drafts import Draft, merged
from geomap.coding.location import SPEECH_TYPES, locate, spoken_at
from geomap.coding.losses import casualties, losses_of
from geomap.coding.sentence import Sentence, read_sentences
from geomap.coding.speech import Speech, speeches
from geomap.coding.timing import Calendar, read_calendar
from geomap.model import Document, Event, Evidence, Resolution, Status, When, Where

_TERRITORY: Final = frozenset({"battle.territory_gov", "battle.territory_nonstate"})


def code_events(document: Document, resolutions: Sequence[Resolution]) -> tuple[Event, ...]:
    """Code the events of a document (a `stages.Coder`): types by trigger, fields by clause.

    An event that has neither a place nor a date, and is told by a noun alone, is left out: such words
    ("the fighting", "talks") mostly name a topic.
    """
    sentences = read_sentences(document)
    said = speeches(sentences)
    text = _Text(
        document=document,
        resolutions=resolutions,
        sentences=sentences,
        speeches=said,
        calendar=read_calendar(document, sentences, said),
    )
    drafts = [draft for sentence in sentences for draft in text.drafts(sentence)]
    events = merged(drafts, text.same_speaker)
    return tuple(_event(document, draft) for draft in events if _is_told(draft))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A document read once: its sentences, speakers and dates."""

    document: Document
    resolutions: Sequence[Resolution]
    sentences: tuple[Sentence, ...]
    speeches: tuple[Speech | None, ...]
    calendar: Calendar

    def drafts(self, sentence: Sentence) -> list[Draft]:
        found = hits(sentence)
        real = [hit for hit in found if filters.why_not(hit) is None]
        if not real:
            return []
        inside = [each for each in self.resolutions if sentence.span.covers(each.mention.span)]
        drafts = [self._draft(hit, real, inside) for hit in real]
        return [draft for draft in drafts if draft is not None]

    def _draft(self, hit: Hit, rivals: Sequence[Hit], inside: Sequence[Resolution]) -> Draft | None:
        when = self._when(hit)
        if filters.is_background(hit, when) or self.calendar.is_history(hit, when):
            return None
        found = parties(hit.sentence, inside)
        where, told_at = self._where(hit, inside)
        losses = losses_of(self.document, hit.sentence)
        speech = self._speech_over(hit)
        return Draft(
            type=_refined(hit, found),
            status=_status(hit, speech),
            hits=(hit,),
            when=when,
            where=where,
            actors=actors(hit, found),
            casualties=casualties(hit, rivals, losses),
            quotes=(hit.sentence.quote("tells the event"), *told_at),
            claimed_by=speech.speaker if speech else None,
        )

    def _when(self, hit: Hit) -> When | None:
        when = self.calendar.when(hit)
        if when is not None or hit.type not in SPEECH_TYPES:
            return when
        dates = (self.calendar.said_on(sentence.index) for sentence in self._speech_run(hit))
        return next((date for date in dates if date is not None), None)

    def _where(self, hit: Hit, inside: Sequence[Resolution]) -> tuple[Where | None, tuple[Evidence, ...]]:
        """The place, and the sentence that gave it where that is not the event's own."""
        where = locate(hit, inside)
        if where is not None or hit.type not in SPEECH_TYPES:
            return where, ()
        for sentence in self._speech_run(hit):
            where = spoken_at(sentence, self.resolutions)
            if where is not None:
                return where, (sentence.quote("tells where it was said"),)
        return None, ()

    def _speech_run(self, hit: Hit) -> list[Sentence]:
        """The sentences after a public statement in which the same person goes on speaking."""
        run: list[Sentence] = []
        for sentence in self.sentences[hit.sentence.index + 1 :]:
            if not self._speaks_again(hit.sentence, self.speeches[sentence.index]):
                break
            run.append(sentence)
        return run

    def same_speaker(self, one: Hit, other: Hit) -> bool:
        """Whether a later public statement is of the person who made the first."""
        return self._speaks_again(one.sentence, self.speeches[other.sentence.index])

    def _speaks_again(self, first: Sentence, later: Speech | None) -> bool:
        """Whether the speaker of a later sentence is named, by surname, in the first."""
        if later is None:
            return False
        names = [word.strip('"“”.,') for word in later.speaker.text.split() if word[:1].isupper()]
        return bool(names) and names[-1].lower() in first.text.lower()

    def _speech_over(self, hit: Hit) -> Speech | None:
        """The attribution that an act is told under: reported, quoted, or with the speaker at the end."""
        speech = self.speeches[hit.sentence.index]
        if speech is None or hit.first <= speech.verb < hit.stop:
            return None
        closing = hit.sentence.clause_at(speech.verb).kind == "attribution"
        return speech if hit.clause.kind == "reported" or hit.is_quoted or closing else None


def _status(hit: Hit, speech: Speech | None) -> Status:
    """Planned if it lies ahead, claimed if a side tells of its own war, denied if a denial tells it."""
    if hit.verb.tense == "future":
        return "planned"
    if speech is None or hit.layer not in VIOLENT:
        return "occurred"
    verb = speech.sentence.keys[speech.verb]
    if verb.startswith(("deni", "deny")):
        return "denied"
    return "claimed" if speech.is_side or verb.startswith(("claim", "alleg")) else "occurred"


def _refined(hit: Hit, found: Sequence[Party]) -> str:
    """Who gained the ground decides between the two types of a battle for territory."""
    if hit.type not in _TERRITORY:
        return hit.type
    lost, won = loser_and_winner(hit, found)
    if won == "nonstate" and lost != "nonstate":
        return "battle.territory_nonstate"
    if lost == "nonstate" or won == "state":
        return "battle.territory_gov"
    return hit.type


def _is_told(draft: Draft) -> bool:
    named_only = all(hit.verb.tense == "none" for hit in draft.hits)
    return draft.where is not None or draft.when is not None or not named_only


def _event(document: Document, draft: Draft) -> Event:
    trigger = draft.hits[0].evidence()
    return Event(
        id=f"{document.digest[:16]}-{trigger.span.start}-{trigger.span.end}",
        type=draft.type,
        status=draft.status,
        trigger=trigger,
        quotes=draft.quotes,
        document=document.id,
        confidence=_confidence(draft),
        when=draft.when,
        where=draft.where,
        actors=draft.actors,
        casualties=draft.casualties,
        claimed_by=draft.claimed_by,
    )


def _confidence(draft: Draft) -> float:
    """An order of trust, not yet a calibrated probability: less for general words, open places and dates."""
    trigger = 0.9 if max(hit.trigger.weight for hit in draft.hits) == 2 else 0.7
    place = draft.where.resolution.confidence if draft.where else 0.8
    date = 1.0 if draft.when else 0.85
    source = 0.85 if draft.status != "occurred" else 1.0
    return round(trigger * place * date * source, 3)
