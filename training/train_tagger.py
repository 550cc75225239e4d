"""Learn the weights of `geomap.recognition.tagging`, the tagger of candidates; see SOURCES.md.

It learns from the training halves of public corpora, and from texts that we wrote ourselves.

It needs torch (`pip install .[training]`), runs in one thread, and gives the same bytes every time on one
machine. Run it from the repository's root:

    python training/train_tagger.py --lgl lgl.xml --tr-news TR-News.xml --event-places sentences.jsonl \
        --written training/written/local.jsonl training/written/world.jsonl

With --score nothing is written: it reports recognition by the tagger, by the forest of train_recognizer.py
(which asks for --surnames), and by both, in cross-validation, leaving one corpus out, or on the test halves.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

from recognizer_training.corpora import add_corpora, read_corpora, read_surnames  # noqa: E402
from tagger_training.fitting import Settings  # noqa: E402
from tagger_training.learning import learnt_tagger  # noqa: E402
from tagger_training.scoring import cross_validated, left_out, tested  # noqa: E402

from geomap.gazetteer import open_gazetteer  # noqa: E402
from geomap.recognition.standing import standings  # noqa: E402

_WEIGHTS = ROOT / "geomap" / "recognition" / "weights"


def main() -> None:
    """Read the corpora, learn, and write the weights or report scores."""
    told = _arguments()
    known = standings(open_gazetteer())
    training = list(read_corpora(told, known, "train"))
    if told.score == "folds":
        print(*cross_validated(training, read_surnames(told.surnames), Settings()), sep="\n")
    elif told.score == "left-out":
        print(*left_out(training, read_surnames(told.surnames), Settings()), sep="\n")
    elif told.score == "test":
        test = list(read_corpora(told, known, "test"))
        print(*tested(training, test, read_surnames(told.surnames), Settings()), sep="\n")
    else:
        learnt_tagger(training, Settings()).write(told.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add_corpora(parser)
    parser.add_argument("--surnames", type=Path, help="surnames by frequency, one a line, for --score")
    parser.add_argument("--score", choices=("folds", "left-out", "test"), help="report instead of writing")
    parser.add_argument("--out", type=Path, default=_WEIGHTS, help="folder of the weights")
    told = parser.parse_args()
    if told.score and not told.surnames:
        parser.error("--score also learns the forest, which asks for --surnames")
    return told


if __name__ == "__main__":
    main()
