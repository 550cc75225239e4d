"""The program that is timed: it imports next to nothing itself, so that what a store imports is counted.

Run in a process of its own; prints its figures as JSON. Times are counted from the program's first line, so
what bare Python takes to start is not in them; memory is what has come since then.
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: What the system says of a process' memory, and how it is called here. "own" is written to by the process,
#: and so shared with nobody; RSS, PSS and USS count mapped files too, which the system can drop.
_KINDS = {"Rss": "RSS", "Pss": "PSS", "Private_Clean": "USS", "Private_Dirty": "USS"}
_OWN = "Private_Dirty"


def memory() -> dict[str, float]:
    """Megabytes by kind; {} where the system does not say (it does on Linux)."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return {}
    return by_kind(lines)


def by_kind(lines: Iterable[str]) -> dict[str, float]:
    """Megabytes by kind from lines of /proc/PID/smaps_rollup ("Rss:   1234 kB")."""
    found = {"RSS": 0.0, "PSS": 0.0, "USS": 0.0, "own": 0.0}
    for line in lines:
        name, _, rest = line.partition(":")
        size = float(rest.split()[0]) * 1024 / 1e6
        if name in _KINDS:
            found[_KINDS[name]] += size
        if name == _OWN:
            found["own"] += size
    return found


def each(lookup: Callable[[str], object], names: Sequence[str]) -> float:
    """Microseconds that a lookup takes, over all names."""
    start = time.perf_counter()
    for name in names:
        lookup(name)
    return 1e6 * (time.perf_counter() - start) / len(names)


def lines_of(folder: str, file: str) -> list[str]:
    """The names in a file, one a line."""
    return Path(folder, file).read_text(encoding="utf-8").split("\n")


def stored(store: str, path: str, first: str, queries: str) -> dict[str, float]:
    """Open a store, and look names up: those of three files in the folder `queries`."""
    bare, start = memory(), time.perf_counter()
    lookup, best = import_module(f"stores.{store}").open_store(Path(path))
    opened = time.perf_counter()
    lookup(first)
    answered, used = time.perf_counter(), memory()
    figures = {"open, ms": 1e3 * (opened - start), "first answer, ms": 1e3 * (answered - start)}
    return (
        figures
        | {f"{kind} after opening, MB": used[kind] - bare[kind] for kind in used}
        | looked_up(lookup, best, queries, {kind: used[kind] - bare[kind] for kind in used})
    )


def looked_up(
    lookup: Callable[[str], Sequence[object]],
    best: Callable[[str], object],
    queries: str,
    opened: dict[str, float],
) -> dict[str, float]:
    """Times of hits and misses; and memory, where `opened` is what opening took."""
    hits, written, misses = (lines_of(queries, file) for file in ("hits", "written", "misses"))
    before = memory()  # the names to look up are not the store's
    figures = {"hit, new, us": each(lookup, hits)}
    after = memory()
    figures |= {f"{kind} after lookups, MB": opened[kind] + after[kind] - before[kind] for kind in after}
    figures["hit, again, us"] = each(lookup, hits)
    figures["hit, best only, us"] = each(best, hits)
    figures["places a hit"] = sum(len(lookup(name)) for name in hits) / len(hits)
    figures["name as written, us"] = each(lookup, written)
    figures["miss, us"] = each(lookup, misses)
    return figures


def scanned(path: str, text_path: str) -> dict[str, float]:
    """Scan a text for all names, twice."""
    gazetteer = import_module("geomap.gazetteer").open_gazetteer(Path(path))
    text = Path(text_path).read_text(encoding="utf-8")
    size = len(text.encode()) / 1e6
    figures: dict[str, float] = {}
    for when in ("first", "again"):
        start = time.perf_counter()
        names = sum(1 for _ in gazetteer.scan(text))
        figures[f"scan, {when}, MB/s"] = size / (time.perf_counter() - start)
        figures["names scanned per MB"] = names / size
    return figures


def main() -> None:
    """What the arguments ask for."""
    what, *rest = sys.argv[1:]
    figures = scanned(*rest) if what == "scan" else stored(what, *rest)
    sys.stdout.write(import_module("json").dumps(figures))
