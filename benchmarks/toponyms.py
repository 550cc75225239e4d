"""How quick and how exact toponyms are found: geomap, a spaCy model and ahogeotagger on the same documents.

    python benchmarks/toponyms.py --lgl lgl.xml --tr-news TR-News.xml --spacy-model FOLDER

Each tool reads all documents of each corpus, in a process of its own and on one core; the runs of the tools
take turns, and the quickest of each tool is told, in documents a second of the processor's time. No document
is read twice in a process. F1 is of exact spans in the half, by the rules of docs/evaluation.md; memory is a
process's peak. spaCy (`pip install spacy`) and ahogeotagger are left
out, with a sentence that says so, where they are not installed. The folder is that which holds config.cfg in
the unpacked wheel of a model, such as en_core_web_md; only its name finder is run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
PROBE: Final = "from rivals.probe import main; main()"
OURS: Final = "geomap"
TOOLS: Final = (OURS, "spaCy", "ahogeotagger")

#: What a process tells: figures by "memory" and the path of each corpus.
Told = Mapping[str, Mapping[str, float]]


def probe(tool: str, model: str, half: str, paths: Sequence[str]) -> dict[str, Any]:
    """The figures of one fresh process on one core."""
    found = os.pathsep.join((str(ROOT / "benchmarks"), str(ROOT)))
    one_core = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, "-c", PROBE, tool, model, half, *paths]
    environment = {**os.environ, **one_core, "PYTHONPATH": found}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def best(runs: Sequence[Told]) -> dict[str, dict[str, float]]:
    """Each part's quickest run; the peak of the memory over all of them."""
    parts = {name: min((run[name] for run in runs), key=_seconds) for name in runs[0]}
    parts["memory"] = {"MB": max(run["memory"]["MB"] for run in runs)}
    return {name: dict(figures) for name, figures in parts.items()}


def _seconds(figures: Mapping[str, float]) -> float:
    return figures.get("recognition", 0.0) + figures.get("resolution", 0.0)


def speed(figures: Mapping[str, float]) -> float:
    """Documents a second, all stages together."""
    return figures["documents"] / max(_seconds(figures), 1e-9)


def table(found: Mapping[str, Told], names: Mapping[str, str]) -> str:
    """A block of lines for each corpus (`names` by path), then the memory; a column a tool."""
    lines = []
    for path, name in names.items():
        told = {tool: figures[path] for tool, figures in found.items()}
        lines += [
            _line(f"{name}: documents a second", {tool: f"{speed(each):.1f}" for tool, each in told.items()}),
            _line("  geomap is so many times as quick", _ratios(told)),
            _line("  share of time in recognition", {tool: _share(each) for tool, each in told.items()}),
            _line("  F1 of recognition", {tool: f"{each['f1']:.3f}" for tool, each in told.items()}),
        ]
    lines.append(
        _line("peak memory, MB", {tool: f"{each['memory']['MB']:.0f}" for tool, each in found.items()})
    )
    return "\n".join([_line("", {tool: tool for tool in found}), *lines])


def _line(head: str, cells: Mapping[str, str]) -> str:
    return f"{head:36}" + "".join(f"{cell:>14}" for cell in cells.values())


def _ratios(told: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    ours = speed(told[OURS])
    return {tool: "-" if tool == OURS else f"{ours / speed(each):.2f}" for tool, each in told.items()}


def _share(figures: Mapping[str, float]) -> str:
    return f"{figures['recognition'] / max(_seconds(figures), 1e-9):.0%}"


def measure(model: str, half: str, paths: Sequence[str], runs: int) -> dict[str, dict[str, dict[str, float]]]:
    """The figures of each tool that is there; a sentence on stderr for one that is not."""
    told: dict[str, list[Told]] = {}
    for _ in range(runs):
        # In rounds, so that a busy moment of the machine falls on all alike.
        for tool in TOOLS:
            if told.get(tool, [{}]) != []:
                figures = probe(tool, model, half, paths)
                if "missing" in figures:
                    print(figures["missing"], file=sys.stderr)
                told.setdefault(tool, []).extend([] if "missing" in figures else [figures])
    return {tool: best(each) for tool, each in told.items() if each}


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="Speed and F1 of recognisers of toponyms.")
    parser.add_argument("--lgl", type=Path, help="LGL's XML")
    parser.add_argument("--tr-news", type=Path, help="TR-News' XML")
    parser.add_argument("--spacy-model", default="", help="folder of an unpacked spaCy model")
    parser.add_argument("--half", choices=("all", "train", "test"), default="test", help="half that F1 is of")
    parser.add_argument("--runs", type=int, default=3, help="processes of each tool")
    options = parser.parse_args()
    names = {str(path): name for name, path in (("LGL", options.lgl), ("TR-News", options.tr_news)) if path}
    missing = [path for path in names if not Path(path).is_file()]
    if missing or not names:
        raise SystemExit(f"{missing[0]} is no file." if missing else "Name a corpus: --lgl or --tr-news.")
    print(table(measure(options.spacy_model, options.half, list(names), options.runs), names))


if __name__ == "__main__":
    main()
