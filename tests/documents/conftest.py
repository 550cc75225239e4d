from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from geomap.documents import Problem, load
from geomap.model import Document


class Loaded:
    """The documents and the problems of one load."""

    def __init__(self, *sources, **options):
        self.problems: list[Problem] = []
        self.documents: list[Document] = list(load(*sources, report=self.problems.append, **options))

    @property
    def texts(self):
        return [document.text for document in self.documents]

    @property
    def ids(self):
        return [document.id for document in self.documents]

    def only_problem(self):
        assert len(self.problems) == 1, [str(problem) for problem in self.problems]
        sentence = str(self.problems[0])
        assert sentence.endswith(".")
        assert "\n" not in sentence
        return sentence


@pytest.fixture
def loaded() -> Callable[..., Loaded]:
    return Loaded


@pytest.fixture
def rows(tmp_path):
    """Writes rows to a JSONL file; a string goes in as it stands."""

    def write(*values, name="news.jsonl"):
        lines = [value if isinstance(value, str) else json.dumps(value) for value in values]
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write
