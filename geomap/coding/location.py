"""Where an event happened: the place that its clause governs, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from geomap.coding.clauses import SPEECH
from geomap.coding.detection import Hit
from geomap.coding.governing import (
    LOCATIVE,
    UNITS_OF,
    first_word,
    governor,
    outer_start,
    preposition_of,
)
from geomap.coding.linking import shipped_linker, spots
from geomap.coding.sentence import Sentence, read_sentences
from geomap.model import Document, GeoPrecision, Place, PlaceKind, Relation, Resolution, Span, Where

# Types that are words, not deeds: they happen where they are spoken, not where they speak of.
SPEECH_TYPES: Final = frozenset(
    f"diplomacy.{name}"
    for name in "statement_support aid_offer request accuse reject threaten claim_or_denial statement".split()
)

# What else may set a place beside a deed; "" is a plain object, as in "shelled Aleppo".
_ALSO: Final = {
    "battle.territory_gov": frozenset({"", "of", "from"}),
    "battle.territory_nonstate": frozenset({"", "of", "from"}),
    "battle.armed_clash": frozenset({"", "for", "against"}),
    "remote_violence.air_strike": frozenset({"", "against"}),
    "remote_violence.shelling": frozenset({"", "of", "at", "against", "from"}),
    "remote_violence.explosive": frozenset({""}),
    "civilian_violence.attack": frozenset({""}),
    "strategic.withdrawal": frozenset({"", "from"}),
    "strategic.force_movement": frozenset({"to", "towards"}),
    "strategic.other": frozenset({"", "from"}),
    "strategic.property": frozenset({""}),
    "diplomacy.visit": frozenset({"", "to"}),
    "diplomacy.aid": frozenset({"to"}),
    "riot.violent_demonstration": frozenset({""}),
}
_PRECISION: Final[dict[PlaceKind, GeoPrecision]] = {
    "settlement": "city",
    "facility": "city",
    "admin2": "adm2",
    "admin1": "adm1",
    "country": "country",
    "region": "region",
    "water": "region",
    "terrain": "region",
    "other": "city",
}
_LINK: Final = re.compile(
    r",?\s+(?:also\s+)?(?:of|in)\s+"
    r"(?:(?:the|rural|central|northern|southern|eastern|western|north\w*|south\w*|east|west)\s+)*"
)
_LONGEST_LINK: Final = 40
_COARSENESS: Final[dict[PlaceKind, int]] = {"admin2": 1, "admin1": 2, "region": 3, "country": 4}
_APPOSITION: Final = 6
_OPENS_APPOSITION: Final = frozenset("a an about some around roughly nearly just located situated".split())
# Clauses that tell of one deed together: "…, killing five", "when a bomb exploded".
_TOGETHER: Final = frozenset({"main", "when", "participle"})
# "South of Tikrit" without a distance: the countryside of a town, taken as far as the next town often is.
_VICINITY_KM: Final = 20.0


def locate(hit: Hit, resolutions: Sequence[Resolution]) -> tuple[Where, ...]:
    """The places of a deed from its own sentence, the likeliest first; none where no words govern one."""
    if hit.type in SPEECH_TYPES:
        spoken = spoken_at(hit.sentence, resolutions)
        return (spoken,) if spoken is not None else ()
    found = list(places_in(hit.sentence, resolutions))
    linked = shipped_linker().chosen(hit.sentence, hit.head, spots(hit.sentence, resolutions))
    likely = [
        spot.resolution for spot in linked if spot.resolution in found and _may_hold(hit, spot.resolution)
    ]
    governed = likely or _governed(hit, found)[:1]
    kept = [each for each in governed if not any(_holds(each, other) for other in governed)]
    return tuple(where(each, hit.sentence, f"stands with {hit.evidence().text!r}") for each in kept)


def _may_hold(hit: Hit, resolution: Resolution) -> bool:
    """Whether no rule forbids it: a quotation's deeds have their own places, and owners are none."""
    same_quotation = hit.sentence.is_quoted(resolution.mention.start) == hit.is_quoted
    return (
        same_quotation
        and not _is_possessive(hit.sentence, resolution)
        and not _names_who_acted(hit, resolution)
        and not _is_somebody_s(hit, resolution)
    )


def _is_somebody_s(hit: Hit, resolution: Resolution) -> bool:
    """Whether it is told of the one who reports the deed, or of a person who takes part in it.

    "Officials in Baghdad said", "the minister, who lives in Baghdad", "a car from Baghdad".
    """
    sentence, index = hit.sentence, first_word(hit.sentence, resolution)
    if index is None:
        return True
    clause = sentence.clause_at(index)
    if clause != hit.clause and clause.kind == "attribution":
        return True
    if clause != hit.clause and clause.kind == "relative" and sentence.keys[clause.first] in _OF_PERSONS:
        return True
    at = governor(sentence, index)
    comes_from = at > 0 and sentence.keys[at] == "from" and at < hit.first
    return comes_from and "from" not in _ALSO.get(hit.type, frozenset())


_OF_PERSONS: Final = frozenset("who whose whom".split())


def _holds(one: Resolution, other: Resolution) -> bool:
    """Whether a place is the unit or the country of another that was chosen beside it."""
    holder, place = one.candidates[0].place, other.candidates[0].place
    if holder.country != place.country or holder.id == place.id:
        return False
    return holder.kind == "country" or (holder.kind == "admin1" and holder.name == place.admin1)


def _governed(hit: Hit, found: Sequence[Resolution]) -> list[Resolution]:
    """The places that the words about a trigger govern by rule, the nearest first."""
    governed = [each for each in found if _governs(hit, each)]
    pairs = pairwise(governed)
    fits = governed[:1] + [each for before, each in pairs if not _lies_in(hit.sentence, before, each)]
    return sorted(fits, key=lambda each: _distance(hit, each))


def _lies_in(sentence: Sentence, one: Resolution, other: Resolution) -> bool:
    """Whether `other` only says where `one` lies: "the Ghouta region of rural Damascus"."""
    start, end = one.mention.end - sentence.span.start, other.mention.start - sentence.span.start
    return 0 < end - start < _LONGEST_LINK and _LINK.fullmatch(sentence.text, start, end) is not None


def spoken_at(sentence: Sentence, resolutions: Sequence[Resolution]) -> Where | None:
    """Where the words of a sentence were spoken: "told reporters in Tehran"."""
    for each in places_in(sentence, resolutions):
        index = first_word(sentence, each)
        if index is None:
            continue
        clause = sentence.clause_at(index)
        said = any(key in _SPEAKING for key in sentence.keys[max(clause.first, index - 6) : index])
        if (
            said
            and clause.kind in {"main", "attribution"}
            and preposition_of(sentence, index) in {"in", "at"}
        ):
            return where(each, sentence, "where it was said")
    return None


_SPEAKING: Final = SPEECH | frozenset(
    "speaking addressing addressed spoke conference reporters speech".split()
)


def places_in(sentence: Sentence, resolutions: Sequence[Resolution]) -> Iterator[Resolution]:
    """The mentions of a sentence that may hold an event: literal, resolved, and no mere description.

    In "Samarra, a town north of Baghdad" Baghdad only describes Samarra.
    """
    for each in resolutions:
        mention = each.mention
        if not sentence.span.covers(mention.span) or each.place is None:
            continue
        if mention.kind == "name" and mention.use == "literal" and not _describes(sentence, each):
            yield each


def where(resolution: Resolution, sentence: Sentence, reason: str) -> Where:
    """A Where from a resolution, its precision and radius from the place's kind and the relation."""
    place = resolution.candidates[0].place
    start = outer_start(resolution)
    return Where(
        resolution=resolution,
        precision=_precision(place, resolution.relation),
        radius_km=_radius(place, resolution.relation),
        evidence=sentence.evidence(start, resolution.mention.end, reason),
    )


def _precision(place: Place, relation: Relation | None) -> GeoPrecision:
    precision = _PRECISION[place.kind]
    if relation is None or relation.kind == "part":
        return precision
    return "vicinity" if precision == "city" else "region"


def _radius(place: Place, relation: Relation | None) -> float:
    if relation is None or relation.kind == "part":
        return place.radius_km
    return max(place.radius_km, relation.distance_km or _VICINITY_KM)


def _governs(hit: Hit, resolution: Resolution) -> bool:
    sentence = hit.sentence
    index = first_word(sentence, resolution)
    if index is None or sentence.is_quoted(resolution.mention.start) != hit.is_quoted:
        return False
    if _is_possessive(sentence, resolution) or not _same_deed(hit, index):
        return False
    if _is_modifier(hit, resolution) or _is_beside(resolution):
        return True
    # The search ends at the trigger: what stands before it sets nothing beside its object.
    at = governor(sentence, index, hit.stop - 1 if hit.stop <= index else -1)
    preposition = sentence.keys[at] if at >= 0 else ""
    also = _ALSO.get(hit.type, frozenset())
    is_object = hit.first < at + 1 <= hit.stop and "" in also
    return is_object or preposition in LOCATIVE | also - {""}


def _same_deed(hit: Hit, index: int) -> bool:
    """Whether a word stands in the trigger's clause, or in one that tells of the same deed."""
    clause = hit.sentence.clause_at(index)
    if clause == hit.clause:
        return True
    return clause.kind in _TOGETHER and hit.clause.kind in _TOGETHER | {"after"}


def _is_modifier(hit: Hit, resolution: Resolution) -> bool:
    """Whether the name stands right before a noun trigger: "the Samarra bombing"."""
    return _stands_before_a_noun(hit, resolution) and not _names_who_acted(hit, resolution)


def _stands_before_a_noun(hit: Hit, resolution: Resolution) -> bool:
    return hit.verb.tense == "none" and 0 < hit.start - resolution.mention.end <= 2


def _names_who_acted(hit: Hit, resolution: Resolution) -> bool:
    """Whether a country's name stands before a noun, and tells who acted: "the U.S. drone strike"."""
    return resolution.candidates[0].place.kind == "country" and _stands_before_a_noun(hit, resolution)


def _is_beside(resolution: Resolution) -> bool:
    """Whether the place's own words set the deed beside it: "near Lafia", "north of the capital"."""
    return resolution.relation is not None and resolution.relation.kind in {"bearing", "near"}


def _is_possessive(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether a country only owns what follows, which "Malawi's commercial capital" as a place does not."""
    rest = sentence.text[resolution.mention.end - sentence.span.start :]
    if rest[:2] not in {"'s", "’s"} or resolution.candidates[0].place.kind != "country":
        return False
    return not UNITS_OF.intersection(rest[2:].lower().split()[:3])


def _distance(hit: Hit, resolution: Resolution) -> tuple[bool, bool, int, int]:
    """What is nearest in sense: the same clause, after the trigger, no whole country or region, few words."""
    index = first_word(hit.sentence, resolution) or 0
    other_clause = hit.sentence.clause_at(index) != hit.clause
    coarse = _COARSENESS.get(resolution.candidates[0].place.kind, 0)
    is_country = coarse == _COARSENESS["country"]
    return other_clause or is_country, index < hit.first, coarse, abs(index - hit.first)


def _describes(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether the name only says where another name lies: ", a town north of Baghdad"."""
    index = first_word(sentence, resolution)
    if index is None:
        return True
    if resolution.relation is None:
        return False
    before = sentence.keys[max(0, index - _APPOSITION) : index]
    if "," not in before:
        return False
    after_comma = (*before[len(before) - before[::-1].index(",") :], sentence.keys[index])
    return len(after_comma) == 1 or after_comma[0] in _OPENS_APPOSITION or after_comma[0].isdigit()


def places_of_words(
    document: Document, resolutions: Sequence[Resolution], words: Span
) -> tuple[Resolution, ...]:
    """The places where a deed happened that the given words of a document tell, the likeliest first."""
    for sentence in read_sentences(document):
        index = sentence.word_at(words.start) if sentence.span.covers(words) else None
        if index is not None:
            found = shipped_linker().chosen(sentence, index, spots(sentence, resolutions))
            return tuple(spot.resolution for spot in found)
    return ()
