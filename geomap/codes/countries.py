"""Countries' names and adjectives by their codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


@cache
def country_names() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code -> the name that the gazetteer gives the country."""
    return {code: name for code, name, _ in _rows()}


@cache
def country_adjectives() -> Mapping[str, str]:
    """A country's adjective, one word with its capital -> the code of the country."""
    return {word: code for code, _, words in _rows() for word in words.split("|") if word and " " not in word}


def _rows() -> Iterator[list[str]]:
    text = (files("geomap.codes") / "countries.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
