"""The block of `key: value` lines between two `---` at the top of a text."""

from __future__ import annotations

import re
from typing import Final

from geomap.documents.metadata import field_of

_LONGEST: Final = 64  # lines; a block this long is an article that uses rules of dashes
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?")


def split(text: str) -> tuple[dict[str, tuple[int, str]], str]:
    """The keys of the front matter, each with its line and value, and the text after it.

    Text counts as front matter only if its first line is `---`, another `---` closes the block, every line
    between is blank or `key: value`, and one of the keys at least is known; else nothing is taken off.
    """
    lines = text.split("\n", _LONGEST + 2)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if lines[0].rstrip() != "---" or end is None or end > _LONGEST:
        return {}, text
    found = [(n, _PAIR.fullmatch(line.rstrip())) for n, line in enumerate(lines[:end], 1) if line.strip()]
    pairs = {match[1]: (n, _unquoted(match[2] or "")) for n, match in found[1:] if match}
    if len(pairs) < len(found) - 1 or not any(field_of(key) for key in pairs):
        return {}, text
    return pairs, "\n".join(lines[end + 1 :])


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value
