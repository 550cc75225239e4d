"""Build the corpora that we wrote ourselves: every folder beside this file becomes a file of JSON Lines.

    python training/written/build.py

README.md in this folder tells how the articles are written. The same articles and the same gazetteer give the
same bytes. Each mark whose hint fits no place or several is told in a sentence; then nothing is written.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from written_corpus.building import build  # noqa: E402 - the folders must be on the path first

from geomap.files import write_text  # noqa: E402
from geomap.gazetteer import open_gazetteer  # noqa: E402


def main() -> int:
    """Build every folder; 1 if any has a problem, which leaves its corpus as it was."""
    gazetteer, failed = open_gazetteer(), False
    for folder in sorted(path for path in HERE.glob("*/") if any(path.glob("*.txt"))):
        built = build(folder, gazetteer)
        failed |= bool(built.problems)
        print(*built.problems, sep="\n", end="\n" if built.problems else "", file=sys.stderr)
        if not built.problems:
            write_text(HERE / f"{folder.name}.jsonl", "".join(f"{line}\n" for line in built.lines))
        print(f"{folder.name}: {len(built.lines)} articles, {built.marks} marks, {built.linked} linked")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
