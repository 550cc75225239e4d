"""The words that say where an event happened, by the step that finds them; fuzzy matches stand apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from covering.corpora import EventPlace
from covering.values import (
    KEY_STEPS,
    Coverage,
    FuzzyMatch,
    Gazetteer,
    Miss,
    Share,
    by_key,
    most_frequent_first,
)

_WORD = re.compile(r"[^\W\d_]+")


def event_places(places: Sequence[EventPlace], gazetteer: Gazetteer) -> Coverage:
    """Of the distinct strings and of their mentions: found by which step.

    A fuzzy match, tried where no key finds anything, needs a country: the one that the sentence names, if it
    names one only.
    """
    times = Counter(place.text for place in places)
    steps = {text: _step(text, gazetteer) for text in times}
    unknown = [place for place in places if steps[place.text] is None]
    fuzzy = {place: match for place in dict.fromkeys(unknown) if (match := _fuzzy(place, gazetteer))}
    shares = (
        *_by_step("distinct strings", dict.fromkeys(times, 1), steps),
        *_by_step("mentions", times, steps),
        *_fuzzy_shares(unknown, fuzzy, times),
    )
    missed = (Miss(text=text, detail="", times=times[text]) for text, step in steps.items() if step is None)
    return Coverage(shares=shares, misses=most_frequent_first(missed), fuzzy=_distinct(fuzzy.values()))


def countries_named(sentence: str, gazetteer: Gazetteer) -> set[str]:
    """The ISO 3166-1 codes of the countries that a sentence names, by name or demonym, with a capital.

    A word inside a longer name stands for nothing: the Niger Delta is not in Niger.
    """
    names = set(gazetteer.scan(sentence))
    codes: set[str] = set()
    reached = 0
    for start, end in sorted(names | _words(sentence), key=lambda span: (span[0], -span[1])):
        if start < reached or not sentence[start].isupper():
            continue
        meant = _countries(sentence[start:end], gazetteer)
        codes |= meant
        reached = end if meant or (start, end) in names else reached
    return codes


def _words(sentence: str) -> set[tuple[int, int]]:
    """The spans of words and of pairs of them, since demonyms are of one word or two."""
    words = [match.span() for match in _WORD.finditer(sentence)]
    return {*words, *((first[0], second[1]) for first, second in pairwise(words))}


def _countries(name: str, gazetteer: Gazetteer) -> set[str]:
    named = (place for place in gazetteer(name)[:1] if place.kind == "country")
    places = (*named, *gazetteer.demonym(name), *gazetteer.demonym(name.removesuffix("s")))
    return {place.country for place in places if place.country is not None}


def _step(text: str, gazetteer: Gazetteer) -> str | None:
    return next((match.step for match in by_key(gazetteer.matches(text))), None)


def _by_step(unit: str, times: Mapping[str, int], steps: Mapping[str, str | None]) -> Iterator[Share]:
    counts = Counter[str | None]()
    for text, step in steps.items():
        counts[step] += times[text]
    every = counts.total()
    for step in KEY_STEPS:
        yield Share(name=f"{unit} found by {step}", found=counts[step], of=every)
    yield Share(name=f"{unit} found, together", found=every - counts[None], of=every)


def _fuzzy(place: EventPlace, gazetteer: Gazetteer) -> FuzzyMatch | None:
    countries = countries_named(place.sentence, gazetteer)
    if len(countries) != 1:
        return None
    matches = gazetteer.matches(place.text, country=min(countries))
    found = (match for match in matches if match.step == "fuzzy")
    return next((FuzzyMatch.of(place.text, match) for match in found), None)


def _fuzzy_shares(
    unknown: Iterable[EventPlace], fuzzy: Mapping[EventPlace, FuzzyMatch], times: Mapping[str, int]
) -> tuple[Share, ...]:
    strings = {place.text for place in fuzzy}
    mentions = sum(place in fuzzy for place in unknown)
    return (
        Share(name="apart: distinct strings found fuzzily only", found=len(strings), of=len(times)),
        Share(name="apart: mentions found fuzzily only", found=mentions, of=sum(times.values())),
    )


def _distinct(matches: Iterable[FuzzyMatch]) -> tuple[FuzzyMatch, ...]:
    return tuple({(match.query, match.place.id): match for match in matches}.values())
