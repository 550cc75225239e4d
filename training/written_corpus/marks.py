"""Texts with inline marks: `{{Dublin|Ohio, US}}` is the word Dublin, with a hint that fixes the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geomap.errors import InputError

_MARK: Final = re.compile(r"\{\{([^{}|]+)(?:\|([^{}|]*))?\}\}")
_BRACES: Final = re.compile(r"\{\{|\}\}")
_RULE: Final = "---"
_FIELDS: Final = ("title", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked toponym: half-open offsets in characters of the text without marks, its hint, its line.

    An empty hint says that the place is known to no gazetteer, or is not to be linked.
    """

    start: int
    end: int
    words: str
    hint: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article without its marks, and the marks in their order."""

    title: str
    source: str
    text: str
    marks: tuple[Mark, ...]


def read_article(path: Path) -> Article:
    """The article of a file; InputError in one sentence that names the file and the line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    fields, first = _front_matter(path, lines)
    body = "\n".join(lines[first:])
    leading = len(body) - len(body.lstrip())
    text, marks = _unmarked(path, body.strip(), first + 1 + body.count("\n", 0, leading))
    title, _ = _unmarked(path, fields["title"], 1)
    return Article(title=title, source=fields["source"], text=text, marks=tuple(marks))


def _front_matter(path: Path, lines: list[str]) -> tuple[dict[str, str], int]:
    """The title and the source, and the number of lines that tell them."""
    ends = [number for number, line in enumerate(lines) if line.strip() == _RULE][:2]
    if len(ends) < 2 or ends[0] != 0:
        raise InputError(f"{path}, line 1: begin with title and source between two lines of ---.")
    pairs = (line.partition(":") for line in lines[1 : ends[1]])
    fields = {key.strip(): value.strip() for key, _, value in pairs}
    for name in _FIELDS:
        if not fields.get(name):
            raise InputError(f"{path}, line 1: the front matter lacks its {name}.")
    return fields, ends[1] + 1


def _unmarked(path: Path, body: str, first_line: int) -> tuple[str, list[Mark]]:
    """The text without marks, and these; a mark without a bar has the last hint of the same words."""
    parts, marks, hints, length, last = list[str](), list[Mark](), dict[str, str](), 0, 0
    for match in _MARK.finditer(body):
        words, hint = match[1], match[2]
        parts += [body[last : match.start()], words]
        start = length + match.start() - last
        length, last = start + len(words), match.end()
        where = f"{path}, line {first_line + body.count(chr(10), 0, match.start())}"
        if words != words.strip():
            raise InputError(f"{where}: {match[0]} has a blank at an end of its words; move it out.")
        key = words.casefold()
        if hint is not None:
            hints[key] = hint.strip()
        marks.append(Mark(start=start, end=length, words=words, hint=hints.get(key, ""), where=where))
    text = "".join([*parts, body[last:]])
    for broken in _broken(text):
        line = first_line + text.count("\n", 0, broken)
        raise InputError(f"{path}, line {line}: braces that are no whole mark; write {{{{words|hint}}}}.")
    return text, marks


def _broken(text: str) -> Iterator[int]:
    """Where braces are left that belong to no mark."""
    return (match.start() for match in _BRACES.finditer(text))
