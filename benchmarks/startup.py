"""How long a user waits before anything happens: medians of fresh processes, bare Python taken off.

    python benchmarks/startup.py [--runs 15]

Targets: `import geomap` below 50 ms, `geomap --help` below 150 ms.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

CODE: Final = {
    "python -c pass": "pass",
    "import geomap": "import geomap",
    "geomap --help": "import sys; sys.argv = ['geomap', '--help']; from geomap.cli import main; main()",
    "gazetteer opened": "from geomap.gazetteer import open_gazetteer; open_gazetteer()",
    "first name found": "import geomap; geomap.lookup('Dhuluiya')",
    "first text read": "import geomap; geomap.read('Gunmen killed five soldiers in Tikrit.')",
}


def milliseconds(code: str) -> float:
    """How long one fresh process takes to run the code."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return 1000 * (time.perf_counter() - start)


def medians(runs: int) -> dict[str, float]:
    """The median time of each piece of code; one run of each, not counted, fills the caches."""
    for code in CODE.values():
        milliseconds(code)
    # In rounds, so that a busy moment of the machine falls on all alike.
    rounds = [[milliseconds(code) for code in CODE.values()] for _ in range(runs)]
    return {
        name: statistics.median(times) for name, times in zip(CODE, zip(*rounds, strict=True), strict=True)
    }


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Time of geomap's start.")
    parser.add_argument("--runs", type=int, default=15, help="processes of each kind")
    found = medians(parser.parse_args().runs)
    bare = found["python -c pass"]
    print(f"{'':20}{'ms':>8}{'above bare Python':>20}")
    for name, median in found.items():
        print(f"{name:20}{median:8.0f}{median - bare:20.0f}")


if __name__ == "__main__":
    main()
