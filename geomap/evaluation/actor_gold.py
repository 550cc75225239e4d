"""Sentences coded by hand for who did it and to whom, as JSON Lines.

A line is ``{"id", "half", "type", "text", "initiator", "target"}``: ``type`` is an event type of geomap's,
and the two roles are lists of names, empty where the text tells none. A name is that of the table of actors,
or the sentence's own words; "a|b" is right either way. ``half`` is a word of the file's own by which scores
are told apart, such as "before" and "after".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geomap.codes.event_types import event_types
from geomap.errors import InputError
from geomap.evaluation.fields import Fields
from geomap.evaluation.toponym_files import rows_of, text_of

ROLES: Final = ("initiator", "target")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorSentence:
    """A sentence, the type of the event that it is coded for, and the expected names by role."""

    id: str
    half: str
    type: str
    text: str
    names: Mapping[str, tuple[str, ...]]


def read_actor_sentences(path: str | Path) -> tuple[ActorSentence, ...]:
    """The lines of a file; raises InputError naming the file, the line and what is not as it should be."""
    path = Path(path)
    sentences = tuple(map(_sentence, rows_of(path, text_of(path))))
    if not sentences:
        raise InputError(f"{path} holds no sentence: write one a line, as a JSON object.")
    return sentences


def _sentence(row: Fields) -> ActorSentence:
    if row.text("type") not in event_types():
        raise row.problem("type", "an id of the table of event types")
    return ActorSentence(
        id=row.text("id"),
        half=row.text("half"),
        type=row.text("type"),
        text=row.text("text"),
        names={role: _names(row, role) for role in ROLES},
    )


def _names(row: Fields, role: str) -> tuple[str, ...]:
    names = row.values.get(role)
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        raise row.problem(role, "a list of names, [] where the text tells none")
    return tuple(names)
