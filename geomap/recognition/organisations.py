"""Names of organisations, wars and media: the toponyms in them ("Bank of England") are nested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from geomap.recognition import words
from geomap.recognition.sentence import Sentence

# A run of capitalised words with one of these in it names a body, a paper, a law or a happening.
HEADS: Final = (
    frozenset(
        """
    academy accord accords administration agency agreement airlines airways alliance ambulance armed army
    assembly associates association authority awakening awards bank battalion board brigade brigades
    broadcasting bulls bureau cabinet caliphate center centre chamber championship championships chronicle
    church clinic club co coalition college command commission commissioners committee community company
    confederation conference congress consulate convention corp corporation corps council courier court
    courts cowboys crescent cup daily department dept directorate dispatch division duma embassy enquirer
    enterprises examiner exchange express fc federation festival force forces foundation front fund gazette
    giants globe government group guard guards hawks herald holdings inc inquirer institute insurgency
    intelligence international investigations jihad journal league legion legislature liberation lions llc
    ltd media ministry mirror mission mobilisation mobilization monitor monitoring movement news newspaper
    observatory observer office olympics open orchestra organisation organization pact panel parliament
    party patrol police political post press prize protocol radio railways rangers regiment register
    registry review revolution school schools secretariat security senate sentinel service services society
    sox squad squadron star state-journal statement stock strategy summit sun survey symphony syndicate
    systems taliban taskforce team telegraph television theater theatre tigers times treaty tribunal tribune
    tv union unit united units university war watch weekly yankees
    """.split()
    )
    - words.FACILITIES
)
# "State" heads a body's name only after these.
_STATE_OF: Final = frozenset({"islamic"})
# In small letters these make a compound with the names before them: "Iran-Iraq war".
_SMALL_HEADS: Final = frozenset({"war", "wars"})
_LONGEST_RUN: Final = 16


def organisations(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The ranges of tokens that name organisations and the like, in order and disjoint."""
    at = 0
    lowers = sentence.lowers
    for index in [index for index, capital in enumerate(sentence.capitals) if capital]:
        if index < at or lowers[index] in words.FUNCTION_WORDS:
            continue
        end = _run_end(sentence, index)
        start = _own_start(sentence, index, end)
        named = _named(sentence, start, end)
        if named:
            yield _with_article(sentence, start), named
        at = max(named, end)


def _own_start(sentence: Sentence, index: int, end: int) -> int:
    """Where the body's own name starts: after "Students of the", which names no body itself."""
    start = index
    for at in range(index, end):
        if _is_head(sentence, at, index):
            break
        if sentence.lowers[at] in {"of", "for"}:
            start = at + 1
    while start < end and not sentence.capitals[start]:
        start += 1
    return start


def _with_article(sentence: Sentence, index: int) -> int:
    """Where the name starts if its first word has an article in small letters: "al-Anbar Council"."""
    has_article = sentence.word(index - 1) == "-" and sentence.word(index - 2) in words.ARTICLES
    return index - 2 if has_article and index > 1 and sentence.is_glued(index) else index


def _run_end(sentence: Sentence, start: int) -> int:
    """Where the capitalised words from here end, small joining words between capitals included."""
    at = end = start
    while at < len(sentence) and at - start < _LONGEST_RUN:
        if sentence.capitals[at] and not _breaks(sentence, at):
            end = at + 1
        elif not _connects(sentence, at):
            break
        at += 1
    return end


def _breaks(sentence: Sentence, at: int) -> bool:
    return sentence.lowers[at] in words.WEEKDAYS or sentence.lowers[at] in words.MONTHS


def _connects(sentence: Sentence, at: int) -> bool:
    lower = sentence.lowers[at]
    if lower == "-":
        return sentence.is_glued(at) and sentence.is_glued(at + 1)
    return lower in {"of", "for", "and", "the", "&"} or (
        lower in words.ARTICLES and sentence.word(at + 1) == "-"
    )


def _named(sentence: Sentence, start: int, end: int) -> int:
    """Where the body's name that starts with this run ends; 0 if the run names no body."""
    if end - start >= 1 and sentence.word(end) in _SMALL_HEADS:
        return end + 1
    heads = [at for at in range(start, end) if _is_head(sentence, at, start)]
    if not heads:
        return 0
    last = heads[-1]
    following = sentence.word(last + 1)
    stop = end if following in {"of", "for"} and last + 2 < end else last + 1
    # "Police" or "Parliament" alone holds no toponym.
    return stop if stop - start > 1 else 0


def _is_head(sentence: Sentence, at: int, start: int) -> bool:
    lower = sentence.lowers[at]
    if lower == "state" and at > start:
        return sentence.lowers[at - 1] in _STATE_OF
    return sentence.capitals[at] and lower in HEADS
