"""A sentence as the coder sees it: words, quotations and clauses, with offsets into the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from geomap.coding.clauses import Clause, clauses
from geomap.model import Document, Evidence, Span
from geomap.segmentation import Token, cut_sentences, tokens


class Word(NamedTuple):
    """A word in small letters without its hyphens, or a mark; and the characters that it fills."""

    key: str
    start: int
    end: int


# The class is not asked to make its values: a text has thousands.
_word: Final[Callable[[Iterable[str | int]], Word]] = partial(tuple.__new__, Word)


def _word_start(word: Word) -> int:
    return word.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a document; ``quoted`` are the stretches inside quotation marks."""

    index: int
    span: Span
    text: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    quoted: tuple[Span, ...]
    clauses: tuple[Clause, ...]

    def evidence(self, start: int, end: int, reason: str) -> Evidence:
        """The characters from `start` to `end` of the document, which lie in this sentence."""
        piece = self.text[start - self.span.start : end - self.span.start]
        return Evidence(span=Span(start=start, end=end), text=piece, reason=reason)

    def quote(self, reason: str) -> Evidence:
        """The whole sentence as evidence."""
        return Evidence(span=self.span, text=self.text, reason=reason)

    def is_quoted(self, offset: int) -> bool:
        """Whether a character of the document stands inside quotation marks."""
        return any(each.start <= offset < each.end for each in self.quoted)

    def is_capital(self, word: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.words[word].start - self.span.start].isupper()

    def clause_at(self, word: int) -> Clause:
        """The clause that holds a word."""
        return next(each for each in self.clauses if each.first <= word < each.stop)

    def word_at(self, offset: int) -> int | None:
        """The word that holds a character of the document."""
        index = bisect_right(self.words, offset, key=_word_start) - 1
        return index if index >= 0 and offset < self.words[index].end else None


_LONGEST: Final = 1_500
_WORD: Final = re.compile(r"[^\W_]")
_QUOTATION: Final = re.compile(r'["“”«»]')


def read_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of a document; a quotation left open goes on into the next sentence of its paragraph."""
    return tuple(sentence_of(document.text, outline) for outline in outlines(document.text))


class Outline(NamedTuple):
    """A sentence before its words are read: its number, where it stands, and what it quotes."""

    number: int
    span: Span
    quoted: tuple[Span, ...]


def outlines(text: str) -> Iterator[Outline]:
    """The sentences of a text in outline, for those who need the words of few of them."""
    is_open = False
    end = 0
    for index, span in enumerate(cut_sentences(text, _LONGEST)):
        if "\n" in text[end : span.start]:
            is_open = False
        quoted, is_open = _quotations(text, span, is_open=is_open)
        yield Outline(index, span, quoted)
        end = span.end


def sentence_of(text: str, outline: Outline) -> Sentence:
    """A sentence read from its outline."""
    index, span, quoted = outline
    # Marks alone say nothing, and a text may hold millions of them.
    has_words = _WORD.search(text, span.start, span.end) is not None
    words = _words(tokens(text, span.start, span.end)) if has_words else ()
    keys = tuple(word.key for word in words)
    return Sentence(
        index=index,
        span=span,
        text=text[span.start : span.end],
        words=words,
        keys=keys,
        quoted=quoted,
        clauses=clauses(keys),
    )


def _quotations(text: str, span: Span, *, is_open: bool) -> tuple[tuple[Span, ...], bool]:
    found: list[Span] = []
    start = span.start
    for mark in _QUOTATION.finditer(text, span.start, span.end):
        if is_open and start < mark.start():
            found.append(Span(start=start, end=mark.start()))
        is_open = not is_open
        start = mark.end()
    if is_open and start < span.end:
        found.append(Span(start=start, end=span.end))
    return tuple(found), is_open


def _words(parts: Sequence[Token]) -> tuple[Word, ...]:
    """Join what hyphens join: "Iranian-backed" is one word here, and "cease-fire" is "ceasefire"."""
    words: list[Word] = []
    glue, stop = False, -1
    for text, start, end in parts:
        touches, stop = stop == start, end
        if text == "-" and touches and words[-1].key[-1].isalnum():
            glue = True
            words[-1] = _word((words[-1].key, words[-1].start, end))
            continue
        if glue and touches and text[0].isalnum():
            words[-1] = _word((words[-1].key + text.lower(), words[-1].start, end))
        else:
            words.append(_word((text.lower(), start, end)))
        glue = False
    return tuple(words)
