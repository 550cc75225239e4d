"""A sentence as the rules see it: its tokens, in lower case too, and which of them are capitalised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from geomap.model import Document, Span
from geomap.segmentation import Token, cut_sentences, tokens

# No name of a place has a word of this length; it keeps look-ups short whatever the text holds.
_LONGEST_WORD: Final = 40
# No sentence of news has so many characters, and no article: a longer run is cut, and a longer text read in
# parts, so that memory stays small however long the text is.
_LONGEST: Final = 5_000
_PART: Final = 50_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens with offsets into the document's text; `is_headline` where capitals tell nothing."""

    tokens: tuple[Token, ...]
    lowers: tuple[str, ...]
    capitals: tuple[bool, ...]
    is_headline: bool

    def __len__(self) -> int:
        return len(self.tokens)

    def is_glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def word(self, index: int) -> str:
        """The token in lower case; empty beyond the ends of the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def is_capital(self, index: int) -> bool:
        """Whether there is a capitalised word at this place."""
        return 0 <= index < len(self.capitals) and self.capitals[index]

    def span(self, start: int, end: int) -> Span:
        """The characters of a range of tokens."""
        return Span(start=self.tokens[start].start, end=self.tokens[end - 1].end)

    def is_first(self, index: int) -> bool:
        """Whether only marks stand before the token, so that its capital may be the sentence's."""
        return (
            not any(token.text[0].isalnum() for token in self.tokens[max(0, index - 4) : index])
            and index <= 4
        )


def read_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences that hold a capital letter; no other can name a place to these rules."""
    return _read_all(document.text, cut_sentences(document.text, _LONGEST))


def read_parts(document: Document) -> Iterator[tuple[Sentence, ...]]:
    """The same sentences in parts of which each is read as a document of its own: one, for any article."""
    part: list[Span] = []
    for span in cut_sentences(document.text, _LONGEST):
        if part and span.end - part[0].start > _PART:
            yield _read_all(document.text, part)
            part = []
        part.append(span)
    yield _read_all(document.text, part)


def _read_all(text: str, spans: Iterable[Span]) -> tuple[Sentence, ...]:
    return tuple(_read(text, span) for span in spans if _has_capital(text[span.start : span.end]))


def _has_capital(piece: str) -> bool:
    return piece != piece.lower()


def _read(text: str, span: Span) -> Sentence:
    found = tokens(text, span.start, span.end)
    texts = [token[0] if len(token[0]) <= _LONGEST_WORD else "…" for token in found]
    capitals = tuple([text[0].isupper() for text in texts])
    lowers = tuple(map(str.lower, texts))
    return Sentence(found, lowers, capitals, _is_headline(found, capitals))


def _is_headline(found: tuple[Token, ...], capitals: tuple[bool, ...]) -> bool:
    """Whether nearly all longer words are capitalised, so that a capital is no sign of a name."""
    longer = [capital for token, capital in zip(found, capitals, strict=True) if len(token[0]) > 3]
    return len(longer) >= 4 and sum(longer) >= 0.8 * len(longer)
