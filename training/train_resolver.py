"""Train the ranker of `geomap.resolution` from resolved news, and write its weights.

    python training/train_resolver.py --lgl lgl.xml --tr-news TR-News.xml --ucdp conflict_data_irq.csv

Only the training half of each corpus is read: documents (for UCDP: rows) whose id has an even SHA-1. The same
corpora and gazetteer give the same file, byte for byte. `--cross-validate` also prints what five folds give,
`--ablate` what they give without each group of features, `--test` what the other halves give; see
training/SOURCES.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "training")]

from resolver_training import corpora, fitting, scoring, written  # noqa: E402 - the folder must be on the path first

from geomap.evaluation.toponym_gold import Half  # noqa: E402
from geomap.gazetteer import Gazetteer, open_gazetteer  # noqa: E402
from geomap.resolution.ranker import Ranker  # noqa: E402
from geomap.resolution.resolver import knowing  # noqa: E402

OWN = sorted((ROOT / "training" / "written").glob("*.jsonl"))
WEIGHTS = ROOT / "geomap" / "resolution" / "weights.json"
# Above 1 beliefs are made less sure, below 1 surer; found by cross-validation.
TEMPERATURE = 0.95


def main() -> None:
    """Train, score where asked, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--lgl", type=Path, required=True)
    parser.add_argument("--tr-news", type=Path, required=True)
    parser.add_argument("--ucdp", type=Path, required=True)
    parser.add_argument("--written", type=Path, nargs="*", default=OWN, help="articles of our own")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--test", action="store_true")
    asked = parser.parse_args()
    gazetteer = open_gazetteer()
    documents = linked_documents(asked, gazetteer, "train")
    if asked.cross_validate:
        scoring.cross_validate(documents, TEMPERATURE)
    if asked.ablate:
        scoring.ablate(documents, TEMPERATURE)
    ranker = fitting.train(documents, TEMPERATURE)
    asked.out.write_text(as_text(ranker), encoding="utf-8")
    if asked.test:
        scoring.report(linked_documents(asked, gazetteer, "test"), ranker, "test half")


def linked_documents(asked: argparse.Namespace, gazetteer: Gazetteer, half: Half) -> list[corpora.Linked]:
    """The documents of one half of all corpora; what we wrote ourselves belongs to the training half."""
    know = knowing(gazetteer)
    texts = [
        *corpora.linked_documents("LGL", asked.lgl, gazetteer, half),
        *corpora.linked_documents("TR", asked.tr_news, gazetteer, half),
        *corpora.ucdp_documents(asked.ucdp, half),
    ]
    if half == "train":
        made = (written.countries, written.continents, written.seats, written.entries, written.journeys)
        texts += chain.from_iterable(write(gazetteer) for write in made)
        for path in asked.written:
            texts += corpora.linked_documents("written", path, gazetteer, "all")
    return [corpora.linked(text, know) for text in texts]


def as_text(ranker: Ranker) -> str:
    """The weights as JSON, rounded to what training determines."""
    looks = {"first": ranker.first, "second": ranker.second, "home": ranker.home}
    told = {"temperature": ranker.temperature, **{look: _rounded(found) for look, found in looks.items()}}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(weight, 3) for name, weight in sorted(weights.items())}


if __name__ == "__main__":
    main()
