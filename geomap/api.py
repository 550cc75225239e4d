"""The verbs: what the command line does, for notebooks and programs.

Sources are paths of files or folders. Coordinates are WGS 84 degrees (EPSG:4326).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from geomap.documents import Problem, day_of
from geomap.documents import load as load_documents
from geomap.errors import GeomapWarning, InputError
from geomap.gazetteer import open_gazetteer
from geomap.model import Casualties, Document, Match, Reading, Resolution
from geomap.pipeline import Pipeline

if TYPE_CHECKING:
    import folium
    import geopandas
    from shapely.geometry.base import BaseGeometry

    from geomap.coding.timeline import TimeExpression
    from geomap.gazetteer.columns import View

Source = str | os.PathLike[str]
Report = Callable[[Problem], None]


def load(*sources: Source, published: date | str | None = None) -> list[Document]:
    """The documents of files and folders; `published` stands in where they do not say their own date.

    What cannot be read is left out with a GeomapWarning each. Raises InputError for a bad date.
    """
    return list(load_documents(*sources, published=_day(published), report=_warn))


def read(document: Document | str, *, published: date | str | None = None) -> Reading:
    """Read a document, or a text as one: its mentions resolved, its events coded.

    `published` is for a text only. Raises InputError for an empty text, GazetteerError without a gazetteer.
    """
    from geomap.assemble import pipeline

    return pipeline().read(_document(document, published))


def readings(
    *sources: Source | Document | Reading,
    published: date | str | None = None,
    report: Report | None = None,
    actors: Source | None = None,
) -> Iterator[Reading]:
    """Read sources and documents one by one, as a stream; readings pass through as they are.

    `actors` is the path of a table of actors to take in place of the package's.

    Of documents that name a source or a URL a sample of each outlet's is read first, which tells where the
    outlet is at home. What cannot be read goes to `report` as a Problem, or becomes a GeomapWarning, and the
    run goes on.
    """
    from geomap.assemble import pipeline, pipeline_with

    complain = report or _warn
    day = _day(published)
    plain = pipeline() if actors is None else pipeline_with(Path(actors))
    stages = _observing(plain, sources, complain)
    for source in sources:
        if isinstance(source, Reading):
            yield source
            continue
        for document in _documents(source, day, complain):
            yield from _safely(stages, document, complain)


def events(
    *sources: Source | Document | Reading,
    published: date | str | None = None,
    report: Report | None = None,
    actors: Source | None = None,
) -> geopandas.GeoDataFrame:
    """The events of sources, documents or readings as a table (see `geomap.tables.COLUMNS`).

    `actors` is the path of a table of actors to take in place of the package's.

    What cannot be read goes to `report`, or becomes a GeomapWarning; no events give an empty table.
    """
    from geomap.tables import table_from_readings

    read_all = list(readings(*sources, published=published, report=report, actors=actors))
    if report is None:
        _warn_of_undated(read_all)
    return table_from_readings(read_all)


def map(  # noqa: A001 - the verb of the command line
    *sources: Source | Document | Reading | geopandas.GeoDataFrame,
    published: date | str | None = None,
    title: str | None = None,
    tiles: str | None = None,
) -> folium.Map:
    """A folium map of sources, documents, readings or one events table; `.save(path)` writes one file.

    `tiles` names a tile set of xyzservices or is a URL template, and needs a network when the page is opened;
    without it the page carries its own basemap. Raises SchemaError for a table that is no events table.
    """
    from geopandas import GeoDataFrame

    from geomap.maps import page

    tables = [source for source in sources if isinstance(source, GeoDataFrame)]
    others = [source for source in sources if not isinstance(source, GeoDataFrame)]
    if len(tables) > 1 or (tables and others):
        raise InputError("Give one events table alone, or sources, documents and readings.")
    table = tables[0] if tables else events(*others, published=published)
    return page(table, title=title, tiles=tiles, boundaries=_boundary)


def places(text: str | Document) -> tuple[Resolution, ...]:
    """The place mentions of a text in order, each with the places that it may mean, most probable first."""
    return read(text).resolutions


def dates(text: str | Document, *, published: date | str | None = None) -> tuple[TimeExpression, ...]:
    """The dates and times of a text in order: the days they allow, their TIMEX3 value, and why.

    Relative words count from `published`, which is for a text only, or from the day on which a quotation was
    spoken. Without it they stay unknown. Raises InputError for an empty text or a bad date.
    """
    from geomap.coding.timeline import times_of

    return times_of(_document(text, published))


def casualties(text: str) -> Casualties:
    """What a text that tells of one event says of its losses: who were killed, wounded and so on, and where.

    Low, best and high as the words allow; None is untold, zero only where the text says so, and one count for
    several kinds of loss stays combined. Sums of a war or a year are left out. Each count has its words.
    """
    from geomap.coding.casualties import find, tally

    return tally(find(text))


def lookup(
    name: str, *, country: str | None = None, limit: int | None = None, view: View = "un"
) -> tuple[Match, ...]:
    """The places that the gazetteer holds under a name, best first; () for a name that it does not know.

    `country` is an ISO 3166-1 alpha-2 code. `view` says whose view of disputed areas to take: the United
    Nations' ("un"), or who holds the land ("held").
    """
    return open_gazetteer(view=view).matches(name, country=country and country.upper(), limit=limit)


def candidates_map(matches: Sequence[Match], *, title: str | None = None, view: View = "un") -> folium.Map:
    """A folium map of the places of a name, numbered in their order; `.save(path)` writes one file.

    `matches` are what `lookup` gave, and `view` is the view that it was asked for.
    """
    from geomap.maps import candidates_page

    return candidates_page(matches, boundaries=partial(_boundary, view=view), title=title)


def mentions_map(resolutions: Sequence[Resolution], *, title: str | None = None) -> folium.Map:
    """A folium map of the places that a text mentions; `.save(path)` writes one file.

    `resolutions` are those of `places`, or of a reading.
    """
    from geomap.maps import mentions_page

    return mentions_page(resolutions, boundaries=_boundary, title=title)


def undated(documents: Sequence[Document]) -> str | None:
    """What to say, once, of documents that have no publication date; None where all have one."""
    count = sum(document.published is None for document in documents)
    if not count:
        return None
    return (
        f"{count} of {len(documents)} documents have no publication date, so their relative dates stay "
        "unknown: give it in the file, in metadata.csv, or as the default (--published)."
    )


def _documents(source: Source | Document, published: date | None, report: Report) -> Iterator[Document]:
    if isinstance(source, Document):
        return iter((source,))
    return load_documents(source, published=published, report=report)


def _observing(stages: Pipeline, sources: Sequence[Source | Document | Reading], report: Report) -> Pipeline:
    """The stages after a first look at the documents of all sources; problems are told at the second."""
    unread = (source for source in sources if not isinstance(source, Reading))
    documents = (document for source in unread for document in _documents(source, None, _pass_over))
    try:
        return stages.observing(documents)
    except Exception as error:  # noqa: BLE001 - whatever a document does, the others are still read
        reason = f"where outlets are at home could not be learnt ({type(error).__name__}: {error})"
        report(
            Problem(path=Path(), reason=reason, remedy="each document was read by itself; please report it")
        )
        return stages


def _pass_over(_: Problem) -> None:
    """Say nothing."""


def _safely(stages: Pipeline, document: Document, report: Report) -> Iterator[Reading]:
    try:
        yield stages.read(document)
    except Exception as error:  # noqa: BLE001 - whatever a document does, the others are still read
        reason = f"document {document.id!r} could not be read ({type(error).__name__}: {error})"
        report(
            Problem(path=Path(document.id), reason=reason, remedy="it was left out; please report its text")
        )


def _boundary(place_id: str, view: View = "un") -> BaseGeometry | None:
    """The outline of a place by its id; None where the gazetteer has none, or a user's table its own ids."""
    gazetteer = open_gazetteer(view=view)
    try:
        return gazetteer.boundary(gazetteer.place(place_id))
    except KeyError:
        return None


def _warn_of_undated(read_all: Sequence[Reading]) -> None:
    said = undated([reading.document for reading in read_all])
    if said:
        warnings.warn(said, GeomapWarning, stacklevel=3)


def _warn(problem: Problem) -> None:
    warnings.warn(str(problem), GeomapWarning, stacklevel=2)


def _document(text: Document | str, published: date | str | None) -> Document:
    """A text as a document; raises InputError for a date beside a document."""
    if isinstance(text, str):
        return Document(id="text", text=text, published=_day(published))
    if published is not None:
        raise InputError("A document has its own publication date: give `published` with a text only.")
    return text


def _day(value: date | str | None) -> date | None:
    return day_of(value) if isinstance(value, str) else value
