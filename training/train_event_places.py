"""Learn the weights of `geomap.coding.linking` from the training half of event-places; see SOURCES.md.

The same sentences, gazetteer and weights of recognition and resolution give the same bytes. From the root:

    python training/train_event_places.py --event-places sentences.jsonl

With --score nothing is written: it reports by cross-validation, or on the half that was not learnt from.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

from forests import tree_lines  # noqa: E402 - the folder must be on the path first
from place_training.examples import examples  # noqa: E402
from place_training.learning import Learnt, learnt  # noqa: E402
from place_training.scoring import cross_validated, tested  # noqa: E402

from geomap.assemble import pipeline  # noqa: E402
from geomap.coding.linking.linker import COLUMNS, THRESHOLD  # noqa: E402

_WEIGHTS = ROOT / "geomap" / "coding" / "linking" / "weights"


def main() -> None:
    """Read the sentences, learn, and write the weights or report scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--event-places", type=Path, required=True, help="event-places' sentences")
    parser.add_argument("--score", choices=("folds", "test"), help="report instead of writing")
    parser.add_argument("--out", type=Path, default=_WEIGHTS, help="folder of the weights")
    told = parser.parse_args()
    training = examples(told.event_places, pipeline(), "train")
    if told.score == "folds":
        print(*cross_validated(training), sep="\n")
    elif told.score == "test":
        print(tested(examples(told.event_places, pipeline(), "test"), learnt(training).linker(), THRESHOLD))
    else:
        _write(learnt(training), told.out)


def _write(found: Learnt, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    words = [
        f"{name}\t{word}\t{weight}" for name, table in found.weights.items() for word, weight in table.items()
    ]
    head = "# where a word stands to a place or its verb, the word, and what it says (1/16 log odds)"
    _write_lines(folder / "words.tsv", [head, *words])
    _write_lines(folder / "forest.tsv", list(tree_lines(found.trees, COLUMNS)))


def _write_lines(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
