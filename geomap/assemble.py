"""Settings -> Pipeline: the wiring of the built-in stages, and nothing else."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from geomap.codes.actors import read_actors
from geomap.coding.coder import code_events
from geomap.gazetteer import Gazetteer, open_gazetteer
from geomap.pipeline import Pipeline
from geomap.recognition import gazetteer_recognizer
from geomap.resolution import context_resolver
from geomap.stages import Coder, Recognizer, Resolver


@cache
def pipeline(gazetteer: Path | None = None) -> Pipeline:
    """The built-in stages over the bundled gazetteer, or over the one in the folder `gazetteer`.

    Raises GazetteerError where there is none.
    """
    return pipeline_over(open_gazetteer(gazetteer))


def pipeline_with(actors: Path) -> Pipeline:
    """The built-in stages with a table of actors in place of the package's (see `geomap.codes.actors`).

    Not kept, so that whoever mends a table reads it again. Raises InputError for a table that is none.
    """
    return pipeline_over(open_gazetteer(), code=partial(code_events, table=read_actors(actors)))


def pipeline_over(
    gazetteer: Gazetteer,
    *,
    recognize: Recognizer | None = None,
    resolve: Resolver | None = None,
    code: Coder = code_events,
) -> Pipeline:
    """The built-in stages over an open gazetteer, or others in their place (see `geomap.plugins`)."""
    return Pipeline(
        recognize=recognize or gazetteer_recognizer(gazetteer),
        resolve=resolve or context_resolver(gazetteer),
        code=code,
    )
