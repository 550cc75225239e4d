"""What the linker counts with: for each place of a sentence how it stands to the verb, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, get_args

from geomap.coding.clauses import SPEECH, ClauseKind, is_finite
from geomap.coding.governing import UNITS_OF, governor
from geomap.coding.linking.spots import Spot
from geomap.coding.sentence import Sentence
from geomap.model import MentionUse, PlaceKind, RelationKind

NUMBERS: Final = (
    *("distance", "apart", "words_between", "places", "places_between", "rank", "rank_on_side", "other_side"),
    *("same_clause", "clauses_apart", "clause_kind", "verb_clause_kind", "others_in_verb_clause"),
    *(
        "preposition",
        "preposition_from_verb",
        "governor_distance",
        "governor_after_verb",
        "is_governed_by_verb",
    ),
    *("is_possessive", "unit_before", "unit_after", "capital_before", "capital_after", "tokens"),
    *("kind", "use", "share_of_place", "share_of_name", "relation", "coarseness"),
    *("same_quotation", "is_quoted", "commas", "speech_between", "finite_between", "relative_between"),
    *("conjunction_between", "and_between", "to_between"),
    *("next_gap", "next_joint", "next_coarser", "lies_in_next"),
    *("previous_gap", "previous_joint", "previous_coarser", "previous_lies_in"),
    *("finest", "finer_in_verb_clause"),
    *("verb_form", "verb_after", "verb_before", "is_passive", "verb_at", "place_at", "words"),
)
#: The words whose learnt weights are further columns.
WORDS: Final = (
    *("verb", "verb_and_after", "before_verb", "verb_and_preposition"),
    *("head", "head_and_preposition", "noun", "before", "before2", "after", "after2"),
    *("first_between", "last_between", "opening", "marks", "path", "side"),
)

_PREPOSITIONS: Final = (
    "in at near on outside around inside across along within throughout through over into between to from of "
    "for by with against towards toward under after before and or , ( - until"
).split()
_OTHER: Final = len(_PREPOSITIONS) + 1
_CLAUSES: Final[tuple[ClauseKind, ...]] = get_args(ClauseKind)
_KINDS: Final[tuple[PlaceKind, ...]] = (
    *("other", "facility", "terrain", "water", "settlement", "region", "admin2", "admin1", "country"),
)
_USES: Final[tuple[MentionUse, ...]] = get_args(MentionUse)
_RELATIONS: Final[tuple[RelationKind, ...]] = get_args(RelationKind)
_POSSESSIVES: Final = frozenset({"'s", "’s"})
_RELATIVES: Final = frozenset("who which that where whose".split())
_CONJUNCTIONS: Final = frozenset("after when while as since before because".split())
_BE: Final = frozenset("was were been be being are is".split())
_JOINTS: Final[dict[tuple[str, ...], int]] = {
    (",",): 1, ("and",): 2, (",", "and"): 2, ("or",): 2, ("in",): 3, (",", "in"): 3, ("of",): 4, ("(",): 5,
}  # fmt: skip
_ON_THE_PATH: Final = (
    frozenset("who which that where when while after before as and but in at of to from by with was".split())
    | frozenset("were had has have is are , killing wounding leaving".split())
    | SPEECH
)
_LONGEST_PATH: Final = 6
_FAR: Final = 60
# What stands farther before a place is seldom the noun that it goes with.
_NOUN_REACH: Final = 8

#: The learnt weights of words at one of `WORDS`.
Weights = Mapping[str, int]


class Row(NamedTuple):
    """One place beside one verb: the numbers of `NUMBERS`, and the keys at `WORDS`."""

    numbers: list[int]
    words: list[str]


def rows(sentence: Sentence, verb: int, places: Sequence[Spot]) -> list[Row]:
    """A row for each place of a sentence, as they stand to its word `verb`."""
    return [_row(sentence, verb, places, number) for number in range(len(places))]


def _row(sentence: Sentence, verb: int, places: Sequence[Spot], number: int) -> Row:
    spot = places[number]
    low, high = (verb + 1, spot.outer) if verb < spot.first else (spot.stop, verb)
    between = sentence.keys[low:high]
    numbers = [
        *_distances(verb, places, spot, (low, high)),
        *_clauses(sentence, verb, places, spot),
        *_government(sentence, verb, spot),
        *_words_beside(sentence, spot),
        *_place(spot),
        *_between(sentence, verb, spot, between),
        *_neighbour(sentence, spot, places[number + 1] if number + 1 < len(places) else None, ahead=True),
        *_neighbour(sentence, spot, places[number - 1] if number else None, ahead=False),
        *_fineness(sentence, verb, places, spot),
        *_verb(sentence, verb, spot),
    ]
    return Row(numbers, _keys(sentence, verb, places, spot, between))


def _distances(verb: int, places: Sequence[Spot], spot: Spot, gap: tuple[int, int]) -> list[int]:
    distance = spot.first - verb
    others = [each for each in places if each is not spot]
    nearer = [each for each in others if abs(each.first - verb) < abs(distance)]
    return [
        max(-_FAR, min(_FAR, distance)),
        min(_FAR, abs(distance)),
        min(_FAR, gap[1] - gap[0]),
        len(places),
        sum(gap[0] <= each.first < gap[1] for each in others),
        len(nearer),
        sum((each.first > verb) == (distance > 0) for each in nearer),
        sum((each.first > verb) != (distance > 0) for each in others),
    ]


def _clauses(sentence: Sentence, verb: int, places: Sequence[Spot], spot: Spot) -> list[int]:
    own = sentence.clause_at(verb)
    numbers = {clause.first: number for number, clause in enumerate(sentence.clauses)}
    return [
        spot.clause == own,
        numbers[spot.clause.first] - numbers[own.first],
        _CLAUSES.index(spot.clause.kind),
        _CLAUSES.index(own.kind),
        sum(each.clause == own for each in places if each is not spot),
    ]


def _government(sentence: Sentence, verb: int, spot: Spot) -> list[int]:
    # The search from the verb on ends at it: what stands before it sets nothing beside its object.
    from_verb = governor(sentence, spot.outer, verb) if verb < spot.outer else -1
    return [
        _preposition(sentence, spot.governor),
        _preposition(sentence, from_verb),
        min(20, spot.outer - spot.governor),
        spot.governor > verb,
        from_verb == verb,
    ]


def _preposition(sentence: Sentence, at: int) -> int:
    if at < 0:
        return 0
    key = sentence.keys[at]
    return _PREPOSITIONS.index(key) + 1 if key in _PREPOSITIONS else _OTHER


def _words_beside(sentence: Sentence, spot: Spot) -> list[int]:
    keys = sentence.keys
    return [
        _key(keys, spot.stop) in _POSSESSIVES,
        any(key in UNITS_OF for key in keys[max(0, spot.first - 3) : spot.first]),
        any(key in UNITS_OF for key in keys[spot.stop : spot.stop + 2]),
        _is_capital(sentence, spot.first - 1),
        _is_capital(sentence, spot.stop),
        spot.stop - spot.first,
    ]


def _place(spot: Spot) -> list[int]:
    mention, place, relation = spot.resolution.mention, spot.place, spot.resolution.relation
    return [
        _KINDS.index(place.kind) + 1 if place is not None else 0,
        _USES.index(mention.use),
        round(20 * spot.resolution.confidence),
        round(20 * mention.probability),
        _RELATIONS.index(relation.kind) + 1 if relation is not None else 0,
        spot.coarseness,
    ]


def _between(sentence: Sentence, verb: int, spot: Spot, between: Sequence[str]) -> list[int]:
    quoted = sentence.is_quoted(spot.resolution.mention.start)
    return [
        quoted == sentence.is_quoted(sentence.words[verb].start),
        quoted,
        between.count(","),
        any(key in SPEECH for key in between),
        sum(map(is_finite, between)),
        any(key in _RELATIVES for key in between),
        any(key in _CONJUNCTIONS for key in between),
        between.count("and"),
        "to" in between,
    ]


def _neighbour(sentence: Sentence, spot: Spot, other: Spot | None, *, ahead: bool) -> list[int]:
    """The next place or the one before: how far, by what joined, how much coarser, and whether it holds."""
    if other is None:
        return [99, 0, -9, 0]
    one, two = (spot, other) if ahead else (other, spot)
    gap = sentence.keys[one.stop : two.outer]
    return [
        min(20, len(gap)),
        _JOINTS.get(tuple(gap), 6 if "in" in gap[:5] else 7 if "of" in gap[:8] else 8),
        other.coarseness - spot.coarseness,
        one.lies_in(two) if ahead else spot.coarseness > 1 and one.lies_in(two),
    ]


def _fineness(sentence: Sentence, verb: int, places: Sequence[Spot], spot: Spot) -> list[int]:
    own = sentence.clause_at(verb)
    finer = [each for each in places if each.coarseness < spot.coarseness]
    return [not finer, any(each.clause == own for each in finer)]


def _verb(sentence: Sentence, verb: int, spot: Spot) -> list[int]:
    keys = sentence.keys
    form = 1 if keys[verb].endswith("ing") else 2 if keys[verb].endswith("ed") else 0
    after, before = _key(keys, verb + 1), _key(keys, verb - 1)
    return [
        form,
        _PREPOSITIONS.index(after) + 1 if after in _PREPOSITIONS else 0,
        _PREPOSITIONS.index(before) + 1 if before in _PREPOSITIONS else 0,
        form != 1 and any(key in _BE for key in keys[max(0, verb - 3) : verb]),
        min(40, verb),
        min(40, spot.first),
        min(80, len(keys)),
    ]


def _keys(
    sentence: Sentence, verb: int, places: Sequence[Spot], spot: Spot, between: Sequence[str]
) -> list[str]:
    keys = sentence.keys
    governing = keys[spot.governor] if spot.governor >= 0 else "|"
    head = _word(sentence, spot.governor - 1)
    own = sentence.clause_at(verb)
    path = [key for key in between if key in _ON_THE_PATH]
    side = "after" if spot.first > verb else "before"
    nearer = sum(
        (each.first > verb) == (spot.first > verb) and _is_nearer(each, spot, verb) for each in places
    )
    return [
        _word(sentence, verb),
        f"{_word(sentence, verb)} {_word(sentence, verb + 1)}",
        _word(sentence, verb - 1),
        f"{_word(sentence, verb)} {governing}",
        head,
        f"{head} {governing}",
        _noun_before(sentence, spot.outer),
        _word(sentence, spot.outer - 1),
        _word(sentence, spot.outer - 2),
        _word(sentence, spot.stop),
        _word(sentence, spot.stop + 1),
        between[0] if between else "|",
        between[-1] if between else "|",
        keys[0] if keys[0] in _PREPOSITIONS or keys[0] in _CONJUNCTIONS else "^",
        "".join(key for key in between if key in ",;:()")[:4],
        " ".join(path[:_LONGEST_PATH]),
        f"{side} {governing} {min(3, nearer)} {'same' if spot.clause == own else spot.clause.kind}",
    ]


def _is_nearer(one: Spot, other: Spot, verb: int) -> bool:
    return abs(one.first - verb) < abs(other.first - verb)


def _noun_before(sentence: Sentence, at: int) -> str:
    """The last longer word before a place that is none of a unit, with or without a preposition between."""
    for index in range(at - 1, max(-1, at - 1 - _NOUN_REACH), -1):
        key = sentence.keys[index]
        if len(key) > 3 and key.isalpha() and key not in UNITS_OF and key not in _PREPOSITIONS:
            return _word(sentence, index)
    return "|"


def _word(sentence: Sentence, at: int) -> str:
    """The word, "^" for a capitalised one, which may be a name, and "0" for a number; "|" outside."""
    key = _key(sentence.keys, at)
    if _is_capital(sentence, at):
        return "^"
    return "0" if key[0].isdigit() else key


def _key(keys: Sequence[str], at: int) -> str:
    return keys[at] if 0 <= at < len(keys) else "|"


def _is_capital(sentence: Sentence, at: int) -> bool:
    return (
        0 <= at < len(sentence.words)
        and sentence.text[sentence.words[at].start - sentence.span.start].isupper()
    )
