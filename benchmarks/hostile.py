"""Texts that nobody writes: seconds and peak memory of each stage at n and at 2n, a process of its own each.

    python benchmarks/hostile.py [--size 100000] [--only WORD] [--limit 120]

`size` is how often the piece of a kind is repeated, or how many characters a kind of one character has. What
is linear takes about twice the time for twice the size; "long" stands where a process takes longer than the
limit.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from geomap.gazetteer import open_gazetteer

ROOT: Final = Path(__file__).resolve().parents[1]
STAGES: Final = ("recognition", "resolution", "coding")


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * size


def _letters(number: int) -> str:
    """A capitalised word for a number."""
    word = "X"
    while number:
        number, digit = divmod(number, 26)
        word += chr(ord("a") + digit)
    return word


#: Kinds of text by name: from a size to the text.
KINDS: Final[Mapping[str, Callable[[int], str]]] = {
    **{
        name: _repeated(piece)
        for name, piece in {
            "one small letter": "a",
            "one capital": "A",
            "full stops": "Iraq.",
            "stops alone": ".",
            "quotation marks": '"',
            "apostrophes": "'",
            "hyphens": "-",
            "é": "é",
            "alif": "ا",
            "combining marks": "\u0301",
            "zero-width joiners": "\u200d",
            "right-to-left marks": "\u200f",
            "control characters": "\x00\x01",
            "lone surrogates": "\ud800",
            "capital and mark": "É\u0301",
            "open brackets": "(",
            "nested quotes": "\"'(",
            "initials": "U.",
            "lines": "A\n",
            "stops and quotes": '."',
            "underscores": "_",
            "digits": "1",
            "mixed scripts": "Aابβщ漢",
        }.items()
    },
    "blanks": lambda size: "A" + " " * size + "b",
    "line ends": lambda size: "A" + "\n" * size + "b",
    "blanks at line ends": lambda size: ("A" + " " * 50 + "\n") * (size // 50),
    "capitalised words": lambda size: " ".join(map(_letters, range(size))),
    "names of places": lambda size: ", ".join(place.name for place in islice(open_gazetteer(), size)),
    **{
        f"{piece!r}": _repeated(piece)
        for piece in (
            *(
                "Baghdad ",
                "North ",
                "St. ",
                "killed in ",
                "of the ",
                "Iraq, ",
                "Iraq and ",
                "Iraqi ",
                "U.S. ",
            ),
            *(
                "Paris, Texas. ",
                "John ",
                "Gen. ",
                "al-",
                "Al-",
                "de ",
                "A-",
                "A'",
                "a. B ",
                "'s ",
                "in Iraq ",
            ),
            *(
                "Three were killed in Mosul. ",
                "said on Tuesday ",
                "2014 ",
                "12 people ",
                'He said: "',
                "(Iraq ",
            ),
            *("near the city of ", "km ", "20 km north of Mosul ", "New York City Council ", "North-"),
            *("Mosul\n", "on Monday, ", "Mosul/", "50 soldiers and 20 civilians were killed ", "attack "),
        )
    },
}

_PROBE: Final = """
import json, resource, sys, time
sys.path[:0] = sys.argv[1:3]
from hostile import KINDS
from geomap.assemble import pipeline
from geomap.model import Document
stages, text = pipeline(), KINDS[sys.argv[3]](int(sys.argv[4]))
stages.read(Document(id="warm", text="Gunmen killed five soldiers in Tikrit."))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
document = Document(id="hostile", text=text if text.strip() else text + "x")
times = [time.process_time()]
mentions = stages.recognize(document)
times.append(time.process_time())
resolutions = stages.resolve(document, mentions)
times.append(time.process_time())
stages.code(document, resolutions)
times.append(time.process_time())
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
spent = [after - start for start, after in zip(times, times[1:])]
print(json.dumps([len(text), len(mentions), *spent, peak * (1 if sys.platform == "darwin" else 1024) / 1e6]))
"""


def probe(kind: str, size: int, limit: float) -> list[float] | None:
    """Characters, mentions, seconds of each stage and megabytes; None where it takes too long."""
    command = [sys.executable, "-c", _PROBE, str(ROOT / "benchmarks"), str(ROOT), kind, str(size)]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None
    found: list[float] = json.loads(done.stdout)
    return found


def line(kind: str, small: list[float] | None, large: list[float] | None) -> str:
    """One kind's figures at n and at 2n."""
    cells = [_cell(small, at) + _cell(large, at) for at in range(2, 2 + len(STAGES))]
    memory = f"{large[-1]:8.0f}" if large else f"{'-':>8}"
    characters = f"{large[0]:10.0f}" if large else f"{'-':>10}"
    return f"{kind[:34]:34}{characters}" + "".join(cells) + memory


def _cell(found: list[float] | None, at: int) -> str:
    return f"{found[at]:8.2f}" if found else f"{'long':>8}"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Time and memory for texts that nobody writes.")
    parser.add_argument("--size", type=int, default=100_000, help="n")
    parser.add_argument("--only", default="", help="kinds whose name holds this")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds for one process")
    options = parser.parse_args()
    heads = "".join(f"{stage + ', s at n':>16}"[:16] for stage in ("recog.", "resol.", "coding"))
    print(f"{'kind':34}{'characters':>10}{heads}{'MB':>8}   (each stage at n and at 2n)")
    for kind in KINDS:
        if options.only in kind:
            sizes = (options.size, 2 * options.size)
            print(line(kind, *(probe(kind, size, options.limit) for size in sizes)), flush=True)


if __name__ == "__main__":
    main()
