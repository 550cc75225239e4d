"""Where an event happened: the place that its clause governs, or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from geomap.coding.clauses import SPEECH
from geomap.coding.detection import Hit
from geomap.coding.sentence import Sentence
from geomap.model import GeoPrecision, Place, PlaceKind, Relation, Resolution, Where

# Types that are words, not deeds: they happen where they are spoken, not where they speak of.
SPEECH_TYPES: Final = frozenset(
    f"diplomacy.{name}"
    for name in "statement_support aid_offer request accuse reject threaten claim_or_denial statement".split()
)

_LOCATIVE: Final = frozenset(
    "in at near outside inside around across on along within throughout over into between".split()
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
# Words between a preposition and a name: "in the northern town of", "on the outskirts of".
_BETWEEN: Final = frozenset(
    """
    the a an its their this that town city village district province governorate region area neighbourhood
    neighborhood suburb camp capital port provinces towns cities villages outskirts suburbs countryside
    parts part centre center north south east west northern southern eastern western central northeastern
    northwestern southeastern southwestern northeast northwest southeast southwest of nearby besieged
    restive volatile coastal border main key strategic rebelheld
    """.split()
)
_UNITS_OF: Final = _BETWEEN - frozenset("the a an of its their this that nearby".split())
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
# "South of Tikrit" without a distance: the countryside of a town, taken as far as the next town often is.
_VICINITY_KM: Final = 20.0


def locate(hit: Hit, resolutions: Sequence[Resolution]) -> Where | None:
    """The place of a deed from its own sentence; None where its words govern no place."""
    if hit.type in SPEECH_TYPES:
        return spoken_at(hit.sentence, resolutions)
    fits = [each for each in places_in(hit.sentence, resolutions) if _governs(hit, each)]
    if not fits:
        return None
    best = min(fits, key=lambda each: _distance(hit, each))
    return where(best, hit.sentence, f"stands with {hit.evidence().text!r}")


def spoken_at(sentence: Sentence, resolutions: Sequence[Resolution]) -> Where | None:
    """Where the words of a sentence were spoken: "told reporters in Tehran"."""
    for each in places_in(sentence, resolutions):
        index = _first_word(sentence, each)
        if index is None:
            continue
        clause = sentence.clause_at(index)
        said = any(key in _SPEAKING for key in sentence.keys[max(clause.first, index - 6) : index])
        if said and clause.kind in {"main", "attribution"} and _preposition(sentence, index) in {"in", "at"}:
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
    start = _outer_start(resolution)
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
    index = _first_word(sentence, resolution)
    if index is None or sentence.is_quoted(resolution.mention.start) != hit.is_quoted:
        return False
    if _is_possessive(sentence, resolution) or not _same_deed(hit, index):
        return False
    if _is_modifier(hit, resolution):
        return True
    preposition = _preposition(sentence, index)
    if preposition in _LOCATIVE | _ALSO.get(hit.type, frozenset()) - {""}:
        return True
    is_object = hit.stop <= index and all(key in _BETWEEN for key in sentence.keys[hit.stop : index])
    return is_object and "" in _ALSO.get(hit.type, frozenset())


def _same_deed(hit: Hit, index: int) -> bool:
    """Whether a word stands in the trigger's clause, or in one that tells of the same deed."""
    clause = hit.sentence.clause_at(index)
    if clause == hit.clause:
        return True
    together = {"main", "when", "participle"}
    return clause.kind in together and hit.clause.kind in together | {"after"}


def _is_modifier(hit: Hit, resolution: Resolution) -> bool:
    """Whether the name stands right before a noun trigger: "the Samarra bombing"."""
    gap = hit.start - resolution.mention.end
    return hit.verb.tense == "none" and 0 < gap <= 2


def _is_possessive(sentence: Sentence, resolution: Resolution) -> bool:
    after = sentence.text[resolution.mention.end - sentence.span.start :][:2]
    return after in {"'s", "’s"} and resolution.candidates[0].place.kind == "country"


def _distance(hit: Hit, resolution: Resolution) -> tuple[bool, bool, bool, int]:
    """What is nearest in sense: the same clause, no whole country, after the trigger, few words away."""
    index = _first_word(hit.sentence, resolution) or 0
    other_clause = hit.sentence.clause_at(index) != hit.clause
    is_country = resolution.candidates[0].place.kind == "country"
    return other_clause, is_country, index < hit.first, abs(index - hit.first)


def _first_word(sentence: Sentence, resolution: Resolution) -> int | None:
    return sentence.word_at(_outer_start(resolution))


def _outer_start(resolution: Resolution) -> int:
    """Where the place starts in the text, the words of its relation included."""
    relation = resolution.relation
    start = resolution.mention.start
    return min(start, relation.evidence.span.start) if relation else start


def _preposition(sentence: Sentence, index: int) -> str:
    """The word that sets a name beside the rest, past "the northern town of" and the like."""
    keys = sentence.keys
    at = index - 1
    while at >= 0 and keys[at] in _BETWEEN and keys[at] not in _LOCATIVE:
        if keys[at] == "of" and (at == 0 or keys[at - 1] not in _UNITS_OF):
            break
        at -= 1
    return keys[at] if at >= 0 else ""


def _describes(sentence: Sentence, resolution: Resolution) -> bool:
    """Whether the name only says where another name lies: ", a town north of Baghdad"."""
    index = _first_word(sentence, resolution)
    if index is None:
        return True
    if resolution.relation is None:
        return False
    before = sentence.keys[max(0, index - 4) : index + 1]
    commas = [at for at, key in enumerate(before) if key == ","]
    return bool(commas) and (commas[-1] == len(before) - 2 or before[commas[-1] + 1] in {"a", "an", "about"})
