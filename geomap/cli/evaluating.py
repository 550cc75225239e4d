"""`geomap evaluate`: scores against gold data that the user has."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

import click

from geomap.cli.options import json_option, sources_argument
from geomap.cli.printing import print_json
from geomap.cli.running import Run, count

if TYPE_CHECKING:
    from collections.abc import Callable

    from geomap.evaluation.toponym_gold import Half

_half = click.option(
    "--half",
    type=click.Choice(["all", "train", "test"]),
    default="all",
    show_default=True,
    help="Score only the half of an even (train) or odd (test) SHA-1: of a document's id, a sentence's text.",
)
_errors = click.option(
    "--errors",
    "most",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    metavar="N",
    help="Most lines of each list of errors.",
)


class _Score(Protocol):
    """What every score can do."""

    def as_json(self, most: int) -> dict[str, Any]:
        """The score as values that JSON can hold, with so many errors."""


def _tell(score: _Score, render: Callable[..., str], most: int, *, as_json: bool, read: str) -> None:
    """Print a score as JSON or as a report, and on standard error what was read for it."""
    if as_json:
        print_json(score.as_json(most))
    else:
        click.echo(render(score, most), nl=False)
    click.echo(f"{read} read", err=True)


@click.group("evaluate")
def evaluate() -> None:
    """Score geomap against gold data."""


@evaluate.command("events")
@sources_argument
@click.option("--gold", required=True, metavar="FILE", help="Gold events, as JSON.")
@json_option
def events_command(sources: tuple[str, ...], gold: str, as_json: bool) -> None:  # noqa: FBT001
    """Pair the events of a document with its gold events, and print each difference."""
    from geomap.evaluation import read_event_gold, render, score_events

    expected = read_event_gold(gold)
    run = Run()
    score = score_events(run.read(sources, None), expected)
    if as_json:
        print_json(score.as_json())
    else:
        click.echo(render(score), nl=False)
    run.close(f"{count(run.documents, 'document')} read")


@evaluate.command("toponyms")
@click.argument("corpora", nargs=-1, required=True, metavar="CORPUS...")
@_half
@_errors
@click.option("--predictions", metavar="FILE", help="Write what was found to FILE, as JSON Lines.")
@click.option(
    "--outlets/--no-outlets", default=True, help="Learn first where outlets are at home, or do not."
)
@json_option
def toponyms_command(  # noqa: PLR0913 - click hands each option over by name
    *, corpora: tuple[str, ...], half: Half, most: int, predictions: str | None, outlets: bool, as_json: bool
) -> None:
    """Score toponyms against each CORPUS: XML as LGL has it, or JSON Lines with offsets."""
    from geomap.assemble import pipeline
    from geomap.evaluation import read_toponym_corpus, render_toponyms, score_toponyms, write_predictions
    from geomap.gazetteer import open_gazetteer

    gold = [read_toponym_corpus(corpus) for corpus in corpora]
    gazetteer = open_gazetteer()
    scores = []
    for each in gold:
        stages = pipeline().observing(each.half(half).plain) if outlets else pipeline()
        scores.append(score_toponyms(each, stages.recognize, stages.resolve, gazetteer, half=half))
    if predictions:
        write_predictions(predictions, chain.from_iterable(score.found for score in scores))
    if as_json:
        print_json([score.as_json(most) for score in scores])
    else:
        click.echo("\n".join(render_toponyms(score, most) for score in scores), nl=False)
    read = sum(len(score.found) for score in scores)
    click.echo(f"{count(read, 'document')} read{f' -> {predictions}' if predictions else ''}", err=True)


@evaluate.command("event-places")
@click.argument("file")
@_half
@_errors
@json_option
def event_places_command(*, file: str, half: Half, most: int, as_json: bool) -> None:
    """Score the spans found in the sentences of FILE, and the places chosen for their events' verbs."""
    from geomap.assemble import pipeline
    from geomap.evaluation import (
        render_event_links,
        render_event_places,
        score_event_links,
        score_event_places,
        verb_reader,
    )

    stages = pipeline()
    score = score_event_places(file, stages.recognize, half=half)
    links = score_event_links(file, verb_reader(stages), half=half)
    if as_json:
        print_json({**score.as_json(most), "of_verbs": links.as_json(most)})
    else:
        click.echo("\n".join((render_event_places(score, most), render_event_links(links, most))), nl=False)
    click.echo(f"{count(score.sentences, 'sentence')} read", err=True)


@evaluate.command("event-types")
@click.argument("file")
@_half
@_errors
@json_option
def event_types_command(*, file: str, half: Half, most: int, as_json: bool) -> None:
    """Score the type of event that each snippet of FILE tells: id, text and sub_type, with tabs between."""
    from geomap.assemble import pipeline
    from geomap.evaluation import render_event_types, score_event_types, type_reader

    score = score_event_types(file, type_reader(pipeline().read), half=half)
    _tell(score, render_event_types, most, as_json=as_json, read=count(len(score.answers), "snippet"))


@evaluate.command("dates")
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...")
@_half
@_errors
@json_option
def dates_command(*, paths: tuple[str, ...], half: Half, most: int, as_json: bool) -> None:
    """Score dates and times against TIMEX3 XML: TimeML (.tml), or MEANTIME's tokens and markables."""
    from geomap.coding.timeline import times_of
    from geomap.evaluation import render_dates, score_dates

    score = score_dates(*paths, times_of=times_of, half=half)
    _tell(score, render_dates, most, as_json=as_json, read=count(score.documents, "document"))


@evaluate.command("casualties")
@click.argument("file")
@_errors
@json_option
def casualties_command(*, file: str, most: int, as_json: bool) -> None:
    """Score the casualties read in the sentences of FILE, JSON Lines with low, best and high of each kind."""
    from geomap import api
    from geomap.evaluation import render_casualties, score_casualties

    score = score_casualties(file, api.casualties)
    _tell(score, render_casualties, most, as_json=as_json, read=count(len(score.answers), "sentence"))


@evaluate.command("actors")
@click.argument("file")
@_errors
@json_option
def actors_command(*, file: str, most: int, as_json: bool) -> None:
    """Score who did it and to whom in the sentences of FILE, by the halves that FILE names.

    FILE is JSON Lines of id, half, type, text, initiator and target, the last two lists of names.
    """
    from geomap.assemble import pipeline
    from geomap.evaluation import event_reader, render_actors, score_actors

    score = score_actors(file, event_reader(pipeline().read))
    _tell(score, render_actors, most, as_json=as_json, read=count(len(score.answers), "sentence"))
