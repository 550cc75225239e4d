"""Folders of written articles to corpora of toponyms, as `geomap.evaluation` reads them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geomap.errors import InputError
from geomap.gazetteer import Gazetteer
from geomap.model import Place

from .hints import place_of
from .marks import Article, Mark, read_article

_GEONAMES = "gn:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A corpus as lines of JSON, and a sentence for each mark or file that is not as it should be."""

    lines: tuple[str, ...]
    problems: tuple[str, ...]
    marks: int
    linked: int


def build(folder: Path, gazetteer: Gazetteer) -> Built:
    """The corpus of the articles in a folder, by their names; a mark whose hint is wrong stays unlinked."""
    find = cache(lambda words, hint: place_of(words, hint, gazetteer))
    lines, problems, marks, linked = list[str](), list[str](), 0, 0
    for path in sorted(folder.glob("*.txt")):
        try:
            article = read_article(path)
        except (InputError, UnicodeDecodeError) as error:
            problems.append(str(error))
            continue
        mentions = [_mention(mark, find, problems) for mark in article.marks]
        lines.append(_line(f"{folder.name}/{path.stem}", article, mentions))
        marks += len(mentions)
        linked += sum(mention["lat"] is not None for mention in mentions)
    return Built(lines=tuple(lines), problems=tuple(problems), marks=marks, linked=linked)


def _line(name: str, article: Article, mentions: list[dict[str, Any]]) -> str:
    values = {"doc_id": name, "title": article.title, "source": article.source, "text": article.text}
    return json.dumps(values | {"mentions": mentions}, ensure_ascii=False)


def _mention(mark: Mark, find: Callable[[str, str], Place], problems: list[str]) -> dict[str, Any]:
    place = None
    try:
        place = find(mark.words, mark.hint) if mark.hint else None
    except InputError as error:
        problems.append(f"{mark.where}: {{{{{mark.words}|{mark.hint}}}}}: {error}.")
    values: dict[str, Any] = {"start": mark.start, "end": mark.end, "geonameid": None}
    if place is None:
        return values | {"lat": None, "lon": None}
    number = place.id.removeprefix(_GEONAMES)
    told = {"geonameid": int(number)} if number != place.id else {"place_id": place.id}
    return values | told | {"lat": place.latitude, "lon": place.longitude}
