"""Who did it and to whom, against sentences coded by hand.

Of the events that are read from a sentence the one of the gold's type is scored; where there is none, the
surest of its layer, else the surest of all. A role is right when it holds the expected names, all of them and
no others; in a sentence that gave no event, both are wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from geomap import __version__
from geomap.evaluation.actor_gold import ROLES, ActorSentence, read_actor_sentences
from geomap.evaluation.event_report import plain
from geomap.evaluation.shares import Share, share
from geomap.evaluation.toponym_report import told_share
from geomap.model import Document, Event, Reading, Role

#: Text -> the events that are read from it.
EventsOf = Callable[[str], Sequence[Event]]
_ROLE_OF: Final[Mapping[str, Role]] = {"initiator": "actor", "target": "target"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAnswer:
    """A sentence and the names that were found by role; ``type`` is None where no event was."""

    sentence: ActorSentence
    type: str | None
    names: Mapping[str, tuple[str, ...]]

    def is_right(self, role: str) -> bool:
        """Whether the names of a role are the expected ones."""
        return self.type is not None and same_names(self.sentence.names[role], self.names[role])

    @property
    def both_right(self) -> bool:
        """Whether both roles are."""
        return all(map(self.is_right, ROLES))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorScore:
    """The answers to the sentences of a file."""

    file: str
    answers: tuple[ActorAnswer, ...]

    @property
    def halves(self) -> dict[str, tuple[ActorAnswer, ...]]:
        """The answers by the file's own halves, in the order in which these come up."""
        names = dict.fromkeys(each.sentence.half for each in self.answers)
        return {name: tuple(each for each in self.answers if each.sentence.half == name) for name in names}

    @property
    def wrong(self) -> list[ActorAnswer]:
        """The answers in which a role is wrong, in the file's order."""
        return [each for each in self.answers if not each.both_right]

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many wrong answers."""
        return {
            "geomap": __version__,
            "corpus": self.file,
            "sentences": len(self.answers),
            "halves": {
                name: {title: told.as_json() for title, told in figures(answers).items()}
                for name, answers in self.halves.items()
            },
            "wrong": [_wrong_as_json(each) for each in self.wrong[:most]],
        }


def figures(answers: Sequence[ActorAnswer]) -> dict[str, Share]:
    """The share that is right: of each role, of both together, and of both where an event was found."""
    return {
        **{role: share(each.is_right(role) for each in answers) for role in ROLES},
        "both": share(each.both_right for each in answers),
        "both, event found": share(each.both_right for each in answers if each.type is not None),
    }


def same_names(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the names are the same, whatever their order and case; "a|b" stands for either."""
    either = [{name.casefold() for name in names.split("|")} for names in expected]
    told = {name.casefold() for name in found}
    return all(told & names for names in either) and all(
        any(name in names for names in either) for name in told
    )


def score_actors(path: str | Path, events_of: EventsOf) -> ActorScore:
    """Score the actors found in the sentences of a file (see `actor_gold`)."""
    answers = (_answer(each, events_of(each.text)) for each in read_actor_sentences(path))
    return ActorScore(file=Path(path).name, answers=tuple(answers))


def _answer(sentence: ActorSentence, events: Sequence[Event]) -> ActorAnswer:
    event = max(events, key=lambda event: _likeness(sentence, event), default=None)
    told = event.actors if event is not None else ()
    names = {
        role: tuple(actor.name for actor in told if actor.role == ours) for role, ours in _ROLE_OF.items()
    }
    return ActorAnswer(sentence=sentence, type=event.type if event else None, names=names)


def _likeness(sentence: ActorSentence, event: Event) -> tuple[bool, bool, float]:
    same_layer = event.type.partition(".")[0] == sentence.type.partition(".")[0]
    return event.type == sentence.type, same_layer, event.confidence


def event_reader(read: Callable[[Document], Reading]) -> EventsOf:
    """The events that a reader finds in a text."""

    def events_of(text: str) -> Sequence[Event]:
        return read(Document(id="sentence", text=text)).events

    return events_of


def render_actors(score: ActorScore, most: int) -> str:
    """The report, with so many wrong answers."""
    lines = [f"{plain(score.file)}: {len(score.answers)} sentences"]
    for name, answers in score.halves.items():
        lines += ["", f"{plain(name)}: {len(answers)} sentences"]
        lines += [f"  {title:<30} {told_share(told)}" for title, told in figures(answers).items()]
    return "\n".join([*lines, *_wrong_lines(score.wrong[:most])]) + "\n"


def _wrong_lines(wrong: Sequence[ActorAnswer]) -> list[str]:
    lines = ["", "Wrong"] if wrong else []
    for each in wrong:
        gold = each.sentence
        lines.append(f"  {plain(gold.id)} {gold.type} read as {each.type or 'no event'}")
        lines.append(f"    {plain(gold.text)}")
        lines += [
            f"    {role}: {_told(gold.names[role])}; found {_told(each.names[role])}"
            for role in ROLES
            if not each.is_right(role)
        ]
    return lines


def _told(names: Sequence[str]) -> str:
    return plain(", ".join(names)) or "none"


def _wrong_as_json(each: ActorAnswer) -> dict[str, Any]:
    return {
        "id": each.sentence.id,
        "half": each.sentence.half,
        "text": each.sentence.text,
        "type": each.sentence.type,
        "read_as": each.type,
        **{
            role: {"gold": list(each.sentence.names[role]), "found": list(each.names[role])} for role in ROLES
        },
    }
