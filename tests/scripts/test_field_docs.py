from __future__ import annotations

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "scripts" / "field_docs.py"


def test_the_document_says_what_the_code_says():
    spec = importlib.util.spec_from_file_location("field_docs", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.text(), "run scripts/field_docs.py"
