"""Learn the weights of `geomap.coding.classifier` from sentences that we wrote or typed; see SOURCES.md.

The same snippets and the same corpora give the same bytes. Run it from the repository's root:

    python training/train_event_types.py --event-places sentences.jsonl --meantime intra-doc_annotation

With --score nothing is written: it reports the share of examples that five-fold cross-validation types right.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

from event_type_training.examples import examples  # noqa: E402
from event_type_training.fitting import fitted  # noqa: E402
from event_type_training.scoring import cross_validated  # noqa: E402
from event_type_training.writing import write  # noqa: E402

_WEIGHTS = ROOT / "geomap" / "coding" / "classifier" / "weights.tsv"


def main() -> None:
    """Read the examples, learn, and write the weights or report scores."""
    told = _arguments()
    read = examples(told.event_places, told.meantime)
    if told.score:
        print(*cross_validated(read), sep="\n")
    else:
        write(fitted(read), told.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--event-places", type=Path, required=True, help="event-places' sentences, JSON lines"
    )
    parser.add_argument("--meantime", type=Path, required=True, help="folder of MEANTIME's articles")
    parser.add_argument("--score", action="store_true", help="report instead of writing")
    parser.add_argument("--out", type=Path, default=_WEIGHTS, help="file of the weights")
    return parser.parse_args()


if __name__ == "__main__":
    main()
