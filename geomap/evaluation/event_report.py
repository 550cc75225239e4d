"""An event score as plain text: the counts, then each difference field by field, the worst first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from geomap.evaluation.event_pairs import Pair
from geomap.evaluation.events import EventScore, Extra, Missed
from geomap.matching import Difference
from geomap.model import Event

_LONGEST: Final = 100


def render(score: EventScore) -> str:
    """The report: missed events, wrong ones (most fields wrong first), extras, then what is right."""
    wrong = sorted((pair for pair in score.matched if not pair.fully_right), key=_fields_right)
    right = [pair for pair in score.matched if pair.fully_right]
    extras = sorted(score.extras, key=lambda extra: not extra.notes)
    lines = [
        *_headline(score),
        *_part("Missed", map(_missed, score.missed)),
        *_part("Not fully right", map(_pair, wrong)),
        *_part("Extras", map(_extra, extras)),
        *_part("Fully right", map(_pair, right)),
        *_part("Optional, not scored", map(_pair, score.optional_matched)),
    ]
    return "\n".join(lines) + "\n"


def _fields_right(pair: Pair) -> int:
    return -len(pair.differences)


def _headline(score: EventScore) -> Iterator[str]:
    counts = score.summary
    yield (
        f"{score.gold.name}: {counts['fully_right']} of {counts['required']} required events fully right, "
        f"{counts['matched']} matched, {counts['missed']} missed; {counts['extras']} extras; "
        f"{counts['optional_matched']} of {counts['optional']} optional found"
    )
    if any(score.wrong.values()):
        told = (f"{field} {count}" for field, count in score.wrong.items() if count)
        yield f"Wrong among the matched: {', '.join(told)}"
    yield from map(plain, score.notes)


def _part(title: str, blocks: Iterable[list[str]]) -> Iterator[str]:
    """A title and its blocks; nothing at all where there are none."""
    for number, block in enumerate(blocks):
        if number == 0:
            yield from ("", title)
        yield from block


def _missed(missed: Missed) -> list[str]:
    return [
        f"  {plain(missed.gold.id)} {plain(missed.gold.type)}",
        *map(_difference, missed.differences),
        *(f'      "{plain(sentence.text)}"' for sentence in missed.gold.sentences),
    ]


def _pair(pair: Pair) -> list[str]:
    return [
        f"  {plain(pair.gold.id)} {_event(pair.event)}",
        *map(_difference, pair.differences),
        *(f"{_difference(difference)} (not scored)" for difference in pair.beside),
    ]


def _extra(extra: Extra) -> list[str]:
    return [
        f"  {_event(extra.event)}",
        *(f"      {plain(note)}" for note in extra.notes),
        f'      "{plain(extra.event.quotes[0].text)}"',
    ]


def _event(event: Event) -> str:
    return f'{plain(event.type)} "{plain(event.trigger.text)}" at {event.trigger.span.start}'


def _difference(difference: Difference) -> str:
    expected, found = (_or_unknown(each) for each in (difference.expected, difference.found))
    return f"      {difference.field}: expected {expected}, found {found}"


def _or_unknown(value: str | None) -> str:
    return "unknown" if value is None else plain(value)


def plain(text: str) -> str:
    """Text of an article on one line of a terminal: no control characters, and no longer than fits."""
    line = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
