"""What share of the places of public corpora the gazetteer holds.

    python benchmarks/gazetteer_coverage.py [--lgl lgl.xml] [--tr-news TR-News.xml]
        [--event-places sentences.jsonl] [--ucdp conflict_data_irq.csv]

LGL and TR-News are toponyms of news linked to GeoNames by hand; event-places are sentences with the words
that say where an event happened; UCDP's table of Iraq has a place name and a point for each event. What was
missed goes to a table of its own (--misses), and of the fuzzy matches a sample is told, to be read by eye.
None of these corpora may come into this repository.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from covering.corpora import event_places, incidents, linked_mentions
from covering.events import event_places as of_event_places
from covering.linked import linked
from covering.ucdp import incidents as of_incidents

from geomap.errors import GeomapError
from geomap.gazetteer import open_gazetteer

if TYPE_CHECKING:
    from covering.values import Coverage, FuzzyMatch, Gazetteer

ROOT: Final = Path(__file__).resolve().parents[1]

READERS: Final[Mapping[str, Callable[[Path], Sequence[Any]]]] = {
    "lgl": linked_mentions,
    "tr_news": linked_mentions,
    "event_places": event_places,
    "ucdp": incidents,
}
COUNTERS: Final[Mapping[str, Callable[[Sequence[Any], Gazetteer], Coverage]]] = {
    "lgl": linked,
    "tr_news": linked,
    "event_places": of_event_places,
    "ucdp": lambda rows, gazetteer: of_incidents(rows, gazetteer, "IQ"),
}


def sample(matches: Sequence[FuzzyMatch], count: int) -> list[FuzzyMatch]:
    """So many of the matches, the same ones each time."""
    ordered = sorted(matches, key=lambda match: (match.query, match.place.id))
    # A sample to read, not a secret.
    return random.Random(0).sample(ordered, min(count, len(ordered)))  # noqa: S311


def as_table(name: str, coverage: Coverage) -> str:
    """The figures of a corpus, a line each."""
    width = max(len(share.name) for share in coverage.shares)
    lines = [name]
    for share in coverage.shares:
        percent = "-" if share.percent is None else f"{share.percent:.1f} %"
        lines.append(f"  {share.name:{width}}{share.found:7} of {share.of:5}{percent:>9}")
    return "\n".join(lines)


def as_json(coverage: Coverage, count: int) -> dict[str, Any]:
    """The figures of a corpus and so many of its fuzzy matches, for programs."""
    return {
        "shares": [{**asdict(share), "percent": share.percent} for share in coverage.shares],
        "fuzzy": [asdict(match) for match in sample(coverage.fuzzy, count)],
    }


def as_row(match: FuzzyMatch) -> str:
    """A fuzzy match on a line: query, name found, place, and how far it lies from where it should."""
    place = match.place
    where = f"{place.name} ({place.kind}, {place.admin1 or '-'}, {place.country or '-'}, {place.id})"
    distance = "-" if match.km is None else f"{match.km:.0f} km"
    return "\t".join((match.query, match.matched_name, where, distance, match.how))


def write_misses(path: Path, found: Mapping[str, Coverage]) -> None:
    """What was missed, as a table with tabs between its columns; never inside the repository."""
    if path.resolve().is_relative_to(ROOT):
        raise SystemExit(f"{path} lies in the repository, which no row of a corpus may enter: name another.")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(("corpus", "text", "detail", "times", "latitude", "longitude"))
        for name, coverage in found.items():
            writer.writerows((name, *asdict(miss).values()) for miss in coverage.misses)


def options() -> argparse.Namespace:
    """What the user asked for."""
    parser = argparse.ArgumentParser(description="What share of corpora's places the gazetteer holds.")
    parser.add_argument("--lgl", type=Path, help="lgl.xml")
    parser.add_argument("--tr-news", type=Path, help="TR-News.xml")
    parser.add_argument("--event-places", type=Path, help="sentences.jsonl")
    parser.add_argument("--ucdp", type=Path, help="conflict_data_irq.csv")
    parser.add_argument("--gazetteer", type=Path, help="folder of the bundle, if not the installed one")
    parser.add_argument("--misses", type=Path, help="write what was missed to this table")
    parser.add_argument("--fuzzy-sample", type=int, default=0, metavar="N", help="tell N fuzzy matches each")
    parser.add_argument("--json", action="store_true", help="print JSON")
    chosen = parser.parse_args()
    if not any(vars(chosen)[name] for name in READERS):
        parser.error("name at least one corpus: --lgl, --tr-news, --event-places or --ucdp")
    return chosen


def measure(chosen: argparse.Namespace) -> dict[str, Coverage]:
    """The figures of each corpus that is named; one sentence for a file that cannot be read."""
    try:
        corpora = {name: read(vars(chosen)[name]) for name, read in READERS.items() if vars(chosen)[name]}
        gazetteer = open_gazetteer(chosen.gazetteer)
    except GeomapError as problem:
        raise SystemExit(str(problem)) from problem
    return {name: COUNTERS[name](rows, gazetteer) for name, rows in corpora.items()}


def as_text(found: Mapping[str, Coverage], count: int) -> str:
    """The tables of all corpora, and so many fuzzy matches of each."""
    tables = [as_table(name, coverage) for name, coverage in found.items()]
    samples = [
        "\n".join([f"{name}, fuzzy matches", *map(as_row, chosen)])
        for name, coverage in found.items()
        if (chosen := sample(coverage.fuzzy, count))
    ]
    return "\n\n".join(tables + samples)


def main() -> None:
    """Measure, and print."""
    chosen = options()
    found, count = measure(chosen), chosen.fuzzy_sample
    if chosen.misses:
        write_misses(chosen.misses, found)
    if chosen.json:
        figures = {name: as_json(coverage, count) for name, coverage in found.items()}
        print(json.dumps(figures, indent=1, ensure_ascii=False))
    else:
        print(as_text(found, count))


if __name__ == "__main__":
    main()
