"""The coder: a document and its resolved mentions to events, each field with the words that say so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from geomap.codes.actors import ActorTable
from geomap.coding import filters
from geomap.coding.actors import Party, actors, loser_and_winner, parties, refers_back
from geomap.coding.casualties import Loss
from geomap.coding.detection import VIOLENT, Hit
from geomap.coding.drafts import Draft, merged
from geomap.coding.judging import acts
from geomap.coding.location import SPEECH_TYPES, locate, spoken_at
from geomap.coding.losses import casualties, losses_of, sums_up
from geomap.coding.sentence import Sentence, read_sentences
from geomap.coding.speech import Speech, speeches
from geomap.coding.timing import Calendar, read_calendar
from geomap.model import Casualties, Document, Event, Evidence, Resolution, Status, When, Where

# The classifier tells a topic from an act where nothing else about it is told.
_SURE: Final = 0.3
_TERRITORY: Final = frozenset({"battle.territory_gov", "battle.territory_nonstate"})


def code_events(
    document: Document, resolutions: Sequence[Resolution], table: ActorTable | None = None
) -> tuple[Event, ...]:
    """Code the events of a document (a `stages.Coder`): types by trigger, fields by clause.

    `table` are the actors that have a name, those of the package where it is None.

    An event that has no place, no date, no actor and no loss is left out: such words mostly name a topic.
    So are ordinary crimes in news of the police and the courts.
    """
    sentences = read_sentences(document)
    said = speeches(sentences)
    text = _Text(
        document=document,
        resolutions=resolutions,
        sentences=sentences,
        speeches=said,
        calendar=read_calendar(document, sentences, said),
        is_police_news=filters.is_police_news(sentences),
        table=table,
    )
    drafts = [
        draft
        for sentence, real in zip(sentences, acts(sentences), strict=True)
        for draft in text.drafts(sentence, real)
    ]
    events = merged(drafts, text.same_speaker)
    return tuple(_event(document, draft) for draft in events if _is_told(draft))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a sentence tells: the triggers that count, its places, its parties and its losses."""

    hits: tuple[Hit, ...]
    resolutions: Sequence[Resolution]
    parties: tuple[Party, ...]
    losses: tuple[Loss, ...]
    earlier: tuple[Party, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A document read once: its sentences, speakers and dates."""

    document: Document
    resolutions: Sequence[Resolution]
    sentences: tuple[Sentence, ...]
    speeches: tuple[Speech | None, ...]
    calendar: Calendar
    is_police_news: bool
    table: ActorTable | None

    def drafts(self, sentence: Sentence, acts: Sequence[Hit]) -> list[Draft]:
        """The events that a sentence tells, before retellings are joined."""
        real = tuple(hit for hit in acts if self._is_event(hit))
        if not real:
            return []
        inside = self._inside(sentence)
        told = _Told(
            hits=real,
            resolutions=inside,
            parties=parties(sentence, inside, self.table),
            losses=losses_of(self.document, sentence),
            earlier=self._earlier(sentence),
        )
        drafts = (self._draft(hit, told) for hit in real)
        return _placed_together([draft for draft in drafts if draft is not None])

    def _earlier(self, sentence: Sentence) -> tuple[Party, ...]:
        """The parties of the sentence before, which a pronoun may stand for."""
        if sentence.index == 0 or not refers_back(sentence.keys):
            return ()
        before = self.sentences[sentence.index - 1]
        return parties(before, self._inside(before), self.table)

    def _inside(self, sentence: Sentence) -> Sequence[Resolution]:
        """The resolutions of a sentence; they stand in the order of the text."""
        first = bisect_left(self.resolutions, sentence.span.start, key=_start)
        stop = bisect_left(self.resolutions, sentence.span.end, key=_start)
        return self.resolutions[first:stop]

    def _is_event(self, hit: Hit) -> bool:
        return not (self.is_police_news and filters.is_ordinary_crime(hit))

    def _draft(self, hit: Hit, told: _Told) -> Draft | None:
        when = self._when(hit)
        if filters.is_background(hit, when) or self.calendar.is_history(hit, when):
            return None
        if sums_up(hit, told.losses):
            return None
        places, told_at = self._places(hit, told.resolutions)
        speech = self._speech_over(hit)
        speaker = _parties_of(speech, told.parties)
        return Draft(
            type=_refined(hit, told.parties),
            status=_status(hit, speech),
            hits=(hit,),
            when=when,
            where=places[0] if places else None,
            also_at=places[1:],
            actors=actors(hit, told.parties, speaker, told.earlier),
            casualties=casualties(hit, told.hits, told.losses),
            quotes=(hit.sentence.quote("tells the event"), *told_at),
            claimed_by=speech.speaker if speech else None,
        )

    def _when(self, hit: Hit) -> When | None:
        when = self.calendar.when(hit)
        if when is not None or hit.type not in SPEECH_TYPES:
            return when
        dates = (self.calendar.said_on(sentence.index) for sentence in self._speech_run(hit))
        return next((date for date in dates if date is not None), None)

    def _places(
        self, hit: Hit, inside: Sequence[Resolution]
    ) -> tuple[tuple[Where, ...], tuple[Evidence, ...]]:
        """The places, the likeliest first, and the sentence that gave them where not the event's own."""
        places = locate(hit, inside)
        if places or hit.type not in SPEECH_TYPES:
            return places, ()
        for sentence in self._speech_run(hit):
            where = spoken_at(sentence, self._inside(sentence))
            if where is not None:
                return (where,), (sentence.quote("tells where it was said"),)
        return (), ()

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


def _start(resolution: Resolution) -> int:
    return resolution.mention.start


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


def _parties_of(speech: Speech | None, found: Sequence[Party]) -> tuple[Party, ...]:
    """The sides that a speaker is named with: "an official in the Badr Brigades said his fighters …"."""
    if speech is None:
        return ()
    return tuple(party for party in found if speech.speaker.span.covers(party.evidence.span))


def _placed_together(drafts: Sequence[Draft]) -> list[Draft]:
    """Give a deed without a place that of the deed told beside it: "… in Hit, and arrested 20 fighters"."""
    return [draft if draft.where else replace(draft, where=_place_beside(draft, drafts)) for draft in drafts]


def _place_beside(draft: Draft, drafts: Sequence[Draft]) -> Where | None:
    hit = draft.hits[0]
    if not _shares_place(hit):
        return None
    beside = [
        other
        for other in drafts
        if other.where and _shares_place(other.hits[0]) and other.hits[0].is_quoted == hit.is_quoted
    ]
    nearest = min(beside, key=lambda other: abs(other.hits[0].first - hit.first), default=None)
    return nearest.where if nearest else None


def _shares_place(hit: Hit) -> bool:
    is_deed = hit.layer in VIOLENT or hit.type == "strategic.arrest"
    return is_deed and hit.clause.kind in {"main", "participle", "reported", "when"}


def _is_told(draft: Draft) -> bool:
    if draft.type in SPEECH_TYPES:
        return draft.where is not None or bool(draft.actors)
    is_somewhere = draft.where is not None or draft.when is not None
    is_sure = max(hit.share for hit in draft.hits) >= _SURE
    return is_sure or is_somewhere or bool(draft.actors) or draft.casualties != Casualties()


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
        also_at=draft.also_at,
        actors=draft.actors,
        casualties=draft.casualties,
        claimed_by=draft.claimed_by,
    )


def _confidence(draft: Draft) -> float:
    """An order of trust, not yet a calibrated probability; the type counts most."""
    named = 0.9 if max(hit.trigger.weight for hit in draft.hits) == 2 else 0.7
    trigger = (named + max(hit.share for hit in draft.hits)) / 2
    place = draft.where.resolution.confidence if draft.where else 0.8
    date = 1.0 if draft.when else 0.85
    source = 0.85 if draft.status != "occurred" else 1.0
    return round(trigger * (2 + place) / 3 * (2 + date) / 3 * source, 3)
