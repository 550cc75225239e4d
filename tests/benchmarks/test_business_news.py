"""The benchmark of false alarms in news of business."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from business_news import documents_of


def test_tokens_are_joined_to_lines_as_they_are_written(tmp_path):
    words = "Ford 's profit ( $ 5 ) rose , it said ."
    tokens = "".join(f'<token sentence="0">{word}</token>' for word in words.split())
    (tmp_path / "a.xml").write_text(f'<D>{tokens}<token sentence="1">Yes</token></D>', encoding="utf-8")
    (tmp_path / "b.txt").write_text("Plain.", encoding="utf-8")
    texts = [document.text for document in documents_of(tmp_path)]
    assert texts == ["Ford's profit ($5) rose, it said.\nYes", "Plain."]
