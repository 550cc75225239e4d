"""What the README tells people to type works."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from geomap.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands():
    lines = "".join(blocks("sh")).splitlines()
    return [line for line in lines if line.startswith("geomap ")]


def test_the_python_runs(tmp_path, monkeypatch):
    (code,) = blocks("python")
    (tmp_path / "seeds").symlink_to(ROOT / "seeds", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    names = {}
    exec(code, names)  # noqa: S102 - our own README
    assert (tmp_path / "map.html").stat().st_size > 0
    assert len(names["table"]) == len(names["reading"].events)


@pytest.mark.parametrize("command", commands())
def test_the_commands_run(command, tmp_path, monkeypatch):
    (tmp_path / "articles").symlink_to(ROOT / "seeds", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, shlex.split(command, comments=True)[1:])
    assert result.exit_code == 0, result.output


def test_what_it_points_to_is_there():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
