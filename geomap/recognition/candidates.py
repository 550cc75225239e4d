"""Candidates: stretches of a sentence that the gazetteer knows, or whose neighbours announce a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geomap.model import MentionKind
from geomap.recognition import words
from geomap.recognition.organisations import HEADS
from geomap.recognition.sentence import Sentence

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer

# No name in use is longer; it keeps the search linear in the length of the text.
_MOST_WORDS: Final = 7
# Another romanisation of a name finds its match with this quality (`geomap.gazetteer`).
_LEAST_QUALITY: Final = 0.7
# How far a list of names is followed back to its "in".
_SIBLING_TOKENS: Final = 12
_JOINING: Final = words.ARTICLES | {"and", "or", ",", "-"}
_PLAIN_LOCATIVES: Final = frozenset("in near outside".split())
_NEVER_UNKNOWN: Final = words.NEVER | words.ORDINARY | HEADS | words.STREETS


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A range of tokens that may name a place; `core_end` is where the unit word in it starts.

    `is_known` tells whether the gazetteer holds the core under its very name.
    """

    start: int
    end: int
    core_end: int
    name: str
    kind: MentionKind = "name"
    is_known: bool = True


def candidates(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """The candidates of a sentence from left to right, the longest at each place, disjoint."""
    index = 0
    while index < len(sentence):
        found = _candidate_at(sentence, index, gazetteer)
        if found is not None:
            yield found
            index = found.end
        else:
            index += 1


def _candidate_at(sentence: Sentence, index: int, gazetteer: Gazetteer) -> Candidate | None:
    if not sentence.capitals[index] and not _is_article(sentence, index):
        return None
    word = sentence.lowers[index]
    if word in words.CONNECTORS and sentence.is_first(index):
        return None
    demonym_end = _demonym_end(sentence, index, gazetteer)
    unit_end = _compass_unit_end(sentence, index, gazetteer)
    if unit_end:
        return _made(sentence, index, unit_end, is_known=False)
    known_end = _known_end(sentence, index, gazetteer)
    if demonym_end and demonym_end >= known_end:
        return _made(sentence, index, demonym_end, kind="demonym")
    if known_end:
        longer = _longer_end(sentence, index, known_end, gazetteer)
        return _made(sentence, index, longer or known_end, is_known=not longer)
    return _announced(sentence, index, gazetteer)


def _is_article(sentence: Sentence, index: int) -> bool:
    """Whether an article in small letters, joined to a capitalised word, starts here: "al-Anbar"."""
    if sentence.lowers[index] not in words.ARTICLES or sentence.word(index + 1) != "-":
        return False
    return sentence.is_capital(index + 2) and not (
        sentence.word(index - 1) == "-" and sentence.is_glued(index)
    )


def _made(
    sentence: Sentence, start: int, core_end: int, *, kind: MentionKind = "name", is_known: bool = True
) -> Candidate:
    end = core_end
    if kind == "name" and _takes_unit(sentence, core_end):
        end = core_end + 1
    name = _joined(sentence, start, core_end)
    return Candidate(start=start, end=end, core_end=core_end, name=name, kind=kind, is_known=is_known)


def _joined(sentence: Sentence, start: int, end: int) -> str:
    """The tokens' text, with a space wherever the text has any."""
    parts: list[str] = []
    for at in range(start, end):
        if at > start and not sentence.is_glued(at):
            parts.append(" ")
        parts.append(sentence.tokens[at].text)
    return "".join(parts)


def _takes_unit(sentence: Sentence, at: int) -> bool:
    """Whether a unit word that belongs to the name stands here: "Diyala province", "Rapides Parish"."""
    word = sentence.word(at)
    if word not in words.UNITS_AFTER or sentence.is_glued(at):
        return False
    # "Tarrant County District Court" and "in Iraq State Department" go on; a small letter is plain.
    return not sentence.capitals[at] or not sentence.is_capital(at + 1) or word == "county"


def _steps(sentence: Sentence, index: int) -> list[tuple[str, int]]:
    """The words from here that one name may consist of, each with the token after it."""
    found: list[tuple[str, int]] = []
    at = index
    while at < len(sentence) and len(found) < _MOST_WORDS:
        lower = sentence.lowers[at]
        if sentence.capitals[at] or lower in words.ARTICLES or (found and _may_stand_within(sentence, at)):
            found.append((sentence.tokens[at].text, at + 1))
        elif not (found and _is_joining_mark(sentence, at)):
            break
        at += 1
    return found


def _may_stand_within(sentence: Sentence, at: int) -> bool:
    lower = sentence.lowers[at]
    return lower in words.CONNECTORS or lower.isdigit()


def _is_joining_mark(sentence: Sentence, at: int) -> bool:
    lower = sentence.lowers[at]
    if lower == ".":
        return sentence.lowers[at - 1] in words.SAINTS and sentence.is_glued(at)
    if lower == "-":
        return sentence.is_glued(at) or sentence.is_glued(at + 1)
    # 'Ayn 'Issa
    return lower in {"'", "’", "‘", "`"} and sentence.is_glued(at + 1) and not sentence.is_glued(at)


def _known_end(sentence: Sentence, index: int, gazetteer: Gazetteer) -> int:
    """Where the longest name that the gazetteer knows from here ends; 0 for none."""
    steps = _steps(sentence, index)
    if not steps:
        return 0
    known = _longest(sentence, steps, gazetteer)
    if not known and len(steps) > 1 and steps[0][0].lower() in words.ARTICLES:
        known = _longest(sentence, steps[1:], gazetteer)
    return known


def _longest(sentence: Sentence, steps: list[tuple[str, int]], gazetteer: Gazetteer) -> int:
    texts = [text for text, _ in steps]
    count = gazetteer.longest(texts)
    while count:
        end = steps[count - 1][1]
        # A name does not end in a small letter ("Isle of"), and not in the middle of "Khan al".
        if sentence.capitals[end - 1] or sentence.lowers[end - 1].isdigit():
            return end
        count = gazetteer.longest(texts[: count - 1])
    return 0


def _demonym_end(sentence: Sentence, index: int, gazetteer: Gazetteer) -> int:
    """Where a demonym that starts here ends ("South Korean", "Iraqis"); 0 for none."""
    if not sentence.capitals[index]:
        return 0
    text = sentence.tokens[index].text
    has_second = sentence.is_capital(index + 1) and not sentence.is_glued(index + 1)
    if has_second and _is_demonym(f"{text} {sentence.tokens[index + 1].text}", gazetteer):
        return index + 2
    return index + 1 if _is_demonym(text, gazetteer) else 0


def _is_demonym(text: str, gazetteer: Gazetteer) -> bool:
    if len(text) < 4:
        return False
    return bool(gazetteer.demonym(text)) or (text.endswith("s") and bool(gazetteer.demonym(text[:-1])))


def _compass_unit_end(sentence: Sentence, index: int, gazetteer: Gazetteer) -> int:
    """Where a unit's name that begins with a point of the compass ends ("North Khorassan"); else 0."""
    if sentence.lowers[index] not in words.COMPASS or not sentence.is_capital(index + 1):
        return 0
    end = _capitalised_end(sentence, index)
    if not _takes_unit(sentence, end):
        return 0
    matches = gazetteer.matches(_joined(sentence, index, end + 1), limit=1)
    return end if matches and matches[0].place.kind in {"admin1", "admin2"} else 0


def _longer_end(sentence: Sentence, start: int, known_end: int, gazetteer: Gazetteer) -> int:
    """Where the name ends that goes on after its known part: "Ras | al-Ain"; 0 if none is held."""
    if known_end >= len(sentence) or not _is_article(sentence, known_end):
        return 0
    end = known_end + 3
    return end if gazetteer.matches(_joined(sentence, start, end), limit=1) else 0


def _announced(sentence: Sentence, index: int, gazetteer: Gazetteer) -> Candidate | None:
    """A name that the gazetteer does not hold as it is written, where the words beside it make it a place.

    It needs a unit word ("the town of Marka", "Huwaysis village"), or a locative before it and
    another spelling of it in the gazetteer ("in Muqdadiyah").
    """
    end = _capitalised_end(sentence, index)
    if end == index or {sentence.lowers[index], sentence.lowers[end - 1]} & words.NEVER:
        return None
    made = _made(sentence, index, end, is_known=False)
    if is_announced(sentence, index, end):
        return made
    if not is_located(sentence, index):
        return None
    if _ends_in_a_kind(sentence, index, end) or _is_plainly_located(sentence, index, end):
        return made
    matches = gazetteer.matches(made.name, limit=1)
    return made if matches and matches[0].quality >= _LEAST_QUALITY else None


def _ends_in_a_kind(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the last word says what kind of place it is: "Kodori Gorge"."""
    last = sentence.lowers[end - 1]
    kinds = words.UNITS_AFTER, words.FEATURES, words.FACILITIES
    return end - start > 1 and any(last in kind for kind in kinds)


def _is_plainly_located(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name that no gazetteer holds stands right after "in" or "near", with nothing against it."""
    if sentence.is_headline or end - start > 3 or sentence.word(start - 1) not in _PLAIN_LOCATIVES:
        return False
    named = [at for at in range(start, end) if sentence.capitals[at]]
    if any(sentence.lowers[at] in _NEVER_UNKNOWN for at in named):
        return False
    return all(len(sentence.lowers[at]) > 2 and not sentence.tokens[at].text[1:].isupper() for at in named)


def is_announced(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a unit word beside the name makes it a place: "town of X", "X district", "X village"."""
    before = sentence.word(start - 1)
    if before == "of" and sentence.word(start - 2) in words.UNITS_BEFORE:
        return True
    after = sentence.word(end)
    if sentence.is_glued(end) or sentence.is_capital(end):
        return False
    return after in (words.UNITS_AFTER - {"state"}) or after in words.SETTLED_AFTER - {"camp", "area", "city"}


def is_located(sentence: Sentence, start: int) -> bool:
    """Whether a locative word stands before the name, with or without a point of the compass between."""
    at = start - 1
    while sentence.word(at) in words.COMPASS or (sentence.word(at) == "-" and at == start - 2):
        at -= 1
    if sentence.word(at) in {"and", "or", ","}:
        at = _before_siblings(sentence, at)
    if sentence.word(at) == "the":
        at -= 1
    return sentence.word(at) in words.LOCATIVE


def _before_siblings(sentence: Sentence, at: int) -> int:
    """The token before the names that "and" joins to this one: "in Taboun, Demsare and Dikajam"."""
    for back in range(at, max(-1, at - _SIBLING_TOKENS), -1):
        if not (sentence.capitals[back] or sentence.lowers[back] in _JOINING):
            return back
    return -1


def _capitalised_end(sentence: Sentence, index: int) -> int:
    """Where the capitalised words from here end: one name, or a name with its article."""
    at = end = index
    while at < len(sentence) and at - index < 2 * _MOST_WORDS:
        if sentence.capitals[at]:
            end = at + 1
        elif not (_is_joining_mark(sentence, at) and at > index) and not _is_article(sentence, at):
            break
        at += 1
    return end
