"""What the README and the documents tell people to type works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from geomap.cli import main

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
GAZETTEER, PLUGINS = ROOT / "docs" / "gazetteer.md", ROOT / "docs" / "plugins.md"
DOCUMENTS = [README, GAZETTEER, PLUGINS]


def blocks(document, language):
    return re.findall(rf"```{language}\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL)


def commands():
    lines = "".join(block for document in DOCUMENTS for block in blocks(document, "sh")).splitlines()
    return [line for line in lines if line.startswith("geomap ")]


def test_the_python_runs(tmp_path, monkeypatch):
    (code,) = blocks(README, "python")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    names = {}
    exec(code, names)  # noqa: S102 - our own README
    assert (tmp_path / "map.html").stat().st_size > 0
    assert len(names["table"]) == len(names["reading"].events)


def test_the_python_of_the_plugins_runs():
    (code,) = blocks(PLUGINS, "python")
    names = {}
    exec(code, names)  # noqa: S102 - our own document
    assert [one.place.name for one in names["reading"].resolutions] == ["Tikrit"]


def test_the_python_of_the_gazetteer_runs():
    (code,) = blocks(GAZETTEER, "python")
    names = {}
    exec(code, names)  # noqa: S102 - our own document
    assert names["match"].place.country == "IQ"


@pytest.mark.parametrize("command", commands())
def test_the_commands_run(command, tmp_path, monkeypatch):
    (tmp_path / "articles").symlink_to(ROOT / "seeds", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, shlex.split(command, comments=True)[1:])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("document", [README, GAZETTEER], ids=lambda document: document.name)
def test_what_it_points_to_is_there(document):
    targets = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (document.parent / target).exists()] == []
