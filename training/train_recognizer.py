"""Learn the weights of `geomap.recognition` from the training halves of public corpora; see SOURCES.md.

The same corpora and the same gazetteer give the same bytes. Run it from the repository's root:

    python training/train_recognizer.py --lgl lgl.xml --tr-news TR-News.xml --event-places sentences.jsonl \
        --surnames dist.all.last

With --score nothing is written: it reports recognition by cross-validation, leaving one corpus out, on the
test halves, or (ablation) what is lost without each group of columns.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

from recognizer_training.ablation import ablated  # noqa: E402
from recognizer_training.corpora import add_corpora, read_corpora, read_surnames  # noqa: E402
from recognizer_training.learning import learnt  # noqa: E402
from recognizer_training.scoring import cross_validated, left_out, tested  # noqa: E402
from recognizer_training.trees import Settings  # noqa: E402
from recognizer_training.writing import write  # noqa: E402

from geomap.gazetteer import open_gazetteer  # noqa: E402
from geomap.recognition.standing import standings  # noqa: E402

_WEIGHTS = ROOT / "geomap" / "recognition" / "weights"
_SCORES = ("folds", "left-out", "test", "ablation")


def main() -> None:
    """Read the corpora, learn, and write the weights or report scores."""
    told = _arguments()
    known = standings(open_gazetteer())
    surnames = read_surnames(told.surnames)
    training = list(read_corpora(told, known, "train"))
    if told.score == "folds":
        print(*cross_validated(training, surnames, Settings()), sep="\n")
    elif told.score == "left-out":
        print(*left_out(training, surnames, Settings()), sep="\n")
    elif told.score == "ablation":
        print(*ablated(training, surnames, Settings()), sep="\n")
    elif told.score == "test":
        test = list(read_corpora(told, known, "test"))
        print(*tested(learnt(training, surnames, Settings()).judge(), test), sep="\n")
    else:
        write(learnt(training, surnames, Settings()), told.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add_corpora(parser)
    parser.add_argument("--surnames", type=Path, required=True, help="surnames by frequency, one a line")
    parser.add_argument("--score", choices=_SCORES, help="report instead of writing")
    parser.add_argument("--out", type=Path, default=_WEIGHTS, help="folder of the weights")
    return parser.parse_args()


if __name__ == "__main__":
    main()
