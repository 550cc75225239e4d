"""How quick and how big the gazetteer is, beside the same names in SQLite and in a pickled dict.

    python benchmarks/gazetteer_speed.py [--gazetteer FOLDER] [--text FILE] [--runs 5]

Each run is a process of its own, one of each store in turn, and medians are told. Times and memory are above
those of bare Python. The rivals are built from the bundle into a temporary folder; they hold its names and
places, nothing of its transliteration keys, names by language and polygons, and they answer an exact name
with the same places in the same order. A name that none knows costs ours more than one step, since it then
tries the looser ones; the rivals have none. "cold" is the first answer after the files were put out of the
system's cache (Linux) and without compiled Python files: what a fresh installation takes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from main_job import forget
from stores import pickled, sqlite
from stores.contents import contents, keys
from stores.rows import FIELDS, Contents

from geomap.errors import GeomapError
from geomap.gazetteer import Gazetteer, folder, open_gazetteer
from geomap.gazetteer.layout import BASEMAP, BOUNDARIES

ROOT: Final = Path(__file__).resolve().parents[1]
FIRST: Final = "Dhuluiya"
PROBE: Final = "from stores.probe import main; main()"
TITLES: Final = {"bundle": "geomap", "sqlite": "SQLite", "pickled": "pickled dict"}

Figures = dict[str, float]


def probe(*arguments: str | Path, prefix: str | None = None) -> Figures:
    """The figures of one fresh process; Python's compiled files are looked for below `prefix`, if given."""
    paths = os.pathsep.join((str(ROOT / "benchmarks"), str(ROOT)))
    environment = {**os.environ, "PYTHONPATH": paths}
    if prefix:
        environment["PYTHONPYCACHEPREFIX"] = prefix
    command = [sys.executable, "-c", PROBE, *map(str, arguments)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def medians(runs: Sequence[Figures]) -> Figures:
    """Each figure's median."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def misspelt(names: Sequence[str], known: Callable[[str], object]) -> list[str]:
    """Names that the gazetteer does not know: real ones with letters in their middle that do not belong."""
    changed = (f"{name[: len(name) // 2]}xq{name[len(name) // 2 :]}" for name in names)
    return [name for name in changed if not known(name)]


def write_queries(path: Path, held: Contents, gazetteer: Gazetteer, count: int) -> None:
    """Three files of names to look up: random keys, random places' names as written, unknown names."""
    # The same names each time, and nothing secret.
    chance = random.Random(0)  # noqa: S311
    hits = chance.sample(sorted(held.numbers), min(count, len(held.numbers)))
    places = chance.sample(range(len(held.rows)), min(count, len(held.rows)))
    written = [str(held.rows[number][FIELDS.index("name")]) for number in places]
    files = {"hits": hits, "written": written, "misses": misspelt(hits, gazetteer)}
    for name, names in files.items():
        (path / name).write_text("\n".join(names), encoding="utf-8")


def write_text(path: Path, source: Path, size: int = 1_000_000) -> Path:
    """A text of at least `size` bytes: a file as often as it takes."""
    content = source.read_text(encoding="utf-8")
    path.write_text(content * (1 + size // len(content.encode())), encoding="utf-8")
    return path


def sizes(stores: Mapping[str, Path]) -> dict[str, Figures]:
    """Megabytes on disk; of the bundle what the rivals hold too, and more, but no polygons."""
    apart = {BOUNDARIES, BASEMAP}
    files = {name: sorted(path.iterdir()) if path.is_dir() else [path] for name, path in stores.items()}
    return {
        name: {"size, MB": sum(file.stat().st_size for file in several if file.name not in apart) / 1e6}
        for name, several in files.items()
    }


def cold(stores: Mapping[str, Path], queries: Path) -> dict[str, Figures]:
    """The time to the first answer of each, from files that nobody has read yet."""
    found = {}
    for name, path in stores.items():
        forget(path.iterdir() if path.is_dir() else iter([path]))
        with tempfile.TemporaryDirectory() as prefix:
            figures = probe(name, path, FIRST, queries, prefix=prefix)
        found[name] = {"first answer, cold, ms": figures["first answer, ms"]}
    return found


def measure(bundle: Path, text: Path, runs: int, count: int) -> dict[str, Figures]:
    """All figures of each store."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        stores = {"bundle": bundle, "sqlite": work / "names.sqlite", "pickled": work / "names.pickle"}
        gazetteer = open_gazetteer(bundle)
        held = contents(keys(bundle), gazetteer)
        sqlite.build(stores["sqlite"], held)
        pickled.build(stores["pickled"], held)
        write_queries(work, held, gazetteer, count)
        size, first = sizes(stores), cold(stores, work)
        found = {name: size[name] | first[name] for name in stores}
        # In rounds, so that a busy moment of the machine falls on all alike.
        rounds = [
            {name: probe(name, path, FIRST, work) for name, path in stores.items()} for _ in range(runs)
        ]
        for name in stores:
            found[name] |= medians([each[name] for each in rounds])
        scans = [probe("scan", bundle, write_text(work / "text", text)) for _ in range(runs)]
        found["bundle"] |= medians(scans)
        return found


def as_table(found: Mapping[str, Figures]) -> str:
    """A line for each figure: the stores side by side, then the rivals as multiples of ours."""
    ours, *rivals = found
    heads = [TITLES[name] for name in found] + [f"{TITLES[name]} / {TITLES[ours]}" for name in rivals]
    lines = [" " * 26 + "".join(f"{head:>22}" for head in heads)]
    for name, value in found[ours].items():
        cells = [f"{found[store][name]:.1f}" if name in found[store] else "-" for store in found]
        cells += [ratio(found[store].get(name), value) for store in rivals]
        lines.append(f"{name:26}" + "".join(f"{cell:>22}" for cell in cells))
    return "\n".join(lines)


def ratio(theirs: float | None, ours: float) -> str:
    """How many times ours; "-" where there is nothing to compare."""
    return f"{theirs / ours:.2f}" if theirs is not None and ours > 0 else "-"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Speed, memory and size of the gazetteer.")
    parser.add_argument("--gazetteer", type=Path, help="folder of the bundle, if not the installed one")
    seed = min((ROOT / "seeds").glob("*.txt"))
    parser.add_argument("--text", type=Path, default=seed, help="text to scan, repeated to 1 MB")
    parser.add_argument("--runs", type=int, default=5, help="processes of each kind")
    parser.add_argument("--lookups", type=int, default=10_000, help="names to look up in each")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    if not options.text.is_file():
        raise SystemExit(f"{options.text} is no file: name a text to scan.")
    try:
        bundle = options.gazetteer or folder()
        found = measure(bundle.resolve(), options.text, options.runs, options.lookups)
    except GeomapError as problem:
        raise SystemExit(str(problem)) from problem
    print(json.dumps(found, indent=1) if options.json else as_table(found))


if __name__ == "__main__":
    main()
