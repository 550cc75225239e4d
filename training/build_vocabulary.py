"""Build `geomap/recognition/weights/vocabulary.marisa` from the package spacy-lookups-data; see SOURCES.md.

    python training/build_vocabulary.py spacy_lookups_data/data

The folder holds `en_lexeme_cluster.json.gz` (Brown clusters) and `en_lexeme_prob.json.gz` (natural
logarithms of how often a word is met, as it is written).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from pathlib import Path

import marisa_trie

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from geomap.recognition.vocabulary import RAREST, RECORD, VOCABULARY  # noqa: E402

_OUT = ROOT / "geomap" / "recognition" / "weights" / VOCABULARY
# Words and single marks: whatever else was counted, no token of ours is written so.
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
# Rarer words (fewer than one of 65 million) have no cluster worth the name, and make the file large.
_RAREST = -18.0


def main() -> None:
    """Read the two files and write the trie: the same bytes from the same files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="the package's folder of data")
    parser.add_argument("--out", type=Path, default=_OUT, help="file to write")
    told = parser.parse_args()
    clusters = _read(told.folder / "en_lexeme_cluster.json.gz")
    shares = _read(told.folder / "en_lexeme_prob.json.gz")
    paths = sorted({0, *map(int, clusters.values())}, key=_path)
    numbers = {cluster: number for number, cluster in enumerate(paths)}
    records = (
        (word, (numbers[int(clusters.get(word, 0))], min(RAREST, round(-10 * share))))
        for word, share in sorted(shares.items())
        if _WORD.fullmatch(word) and share > _RAREST
    )
    marisa_trie.RecordTrie(RECORD, records).save(str(told.out))


def _path(cluster: int) -> str:
    """The way to a cluster from the root of all, so that those with numbers close by are akin."""
    return f"{cluster:b}"[::-1] if cluster else ""


def _read(path: Path) -> dict[str, float]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found: dict[str, float] = json.load(file)
    return found


if __name__ == "__main__":
    main()
