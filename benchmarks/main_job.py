"""The main job: cold and warm time, peak memory, and the size of the wheel.

    python benchmarks/main_job.py [--source seeds] [--runs 5]

Cold is the first run after the gazetteer's files were put out of the system's cache (Linux; elsewhere, and
where the system refuses, just the first run) and without compiled Python files; warm is the median of the
runs that follow. Each run is a process of its own, its time and memory that of the whole process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

# The process measures itself: what a parent can ask for covers all of its children at once.
JOB: Final = """
import resource, sys
from geomap.cli import main
try:
    main(sys.argv[1:], prog_name="geomap")
finally:
    # KiB on Linux, bytes on macOS.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak * (1 if sys.platform == "darwin" else 1024))
"""


def forget(files: Iterator[Path]) -> None:
    """Ask the system to drop what it holds of these files, where it can be asked."""
    if hasattr(os, "posix_fadvise"):
        for path in files:
            with path.open("rb") as stream:
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def run(source: Path, prefix: Path) -> tuple[float, float]:
    """Seconds and peak MB of one run, with Python's compiled files kept in the folder `prefix`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(prefix)}
    # Where it is set, nothing would be kept, and every run be a first one.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as output:
        start = time.perf_counter()
        command = [sys.executable, "-c", JOB, "map", str(source), "-o", output]
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        return time.perf_counter() - start, int(done.stdout.split()[-1]) / 1e6


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Time, memory and size of the main job.")
    parser.add_argument("--source", type=Path, default=ROOT / "seeds", help="documents to read")
    parser.add_argument("--runs", type=int, default=5, help="warm runs")
    options = parser.parse_args()
    forget((ROOT / "data" / "gazetteer").glob("*.*"))
    with tempfile.TemporaryDirectory() as prefix:
        cold, peak = run(options.source, Path(prefix))
        warm = [run(options.source, Path(prefix)) for _ in range(options.runs)]
    print(f"cold time           {cold:8.2f} s")
    print(f"warm time           {statistics.median(seconds for seconds, _ in warm):8.2f} s")
    print(f"peak memory         {max(peak, *(most for _, most in warm)):8.0f} MB")
    for wheel in sorted((ROOT / "dist").glob("*.whl")):
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
