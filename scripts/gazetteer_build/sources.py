"""SOURCES.md: where everything comes from, how much of it, and what was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer_build.packages import ALL
from gazetteer_build.rows import Row

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_OWN = ("country_names.tsv", "country_points.tsv", "demonyms.tsv", "curated.tsv", "rivers.tsv")
#: Day on which the packages were taken from their registries.
TAKEN = "2026-11-26"

_HEAD = f"""# Sources of the bundled gazetteer

Written by `scripts/build_gazetteer.py`; do not edit by hand. Packages taken on {TAKEN}.
"""

_POLICY = (Path(__file__).with_name("policy.md")).read_text(encoding="utf-8")


def told(
    rows: Sequence[Row],
    shapes: Mapping[str, BaseGeometry],
    dropped: Mapping[str, int],
    misplaced: Sequence[Row],
    held: Mapping[str, str],
) -> str:
    """The whole text of SOURCES.md."""
    parts = [
        _HEAD,
        _packages(),
        _counts(rows),
        _dropped(dropped),
        _misplaced(misplaced, rows, shapes),
        _languages(rows),
        _POLICY.format(**_held(rows, held)),
    ]
    return "\n".join(parts)


def _packages() -> str:
    lines = ["| registry | package | what is taken | licence |", "|---|---|---|---|"]
    lines += [f"| {one.registry} | {one.name} {one.version} | {one.holds} | {one.licence} |" for one in ALL]
    lines += [
        f"| – | {', '.join(_OWN)} | written by us | MIT, as geomap |",
        "",
        "Attribution:",
        "",
    ]
    return "\n".join([*lines, *(f"- {text}" for text in dict.fromkeys(one.attribution for one in ALL)), ""])


def _counts(rows: Sequence[Row]) -> str:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    names: Counter[str] = Counter()
    for row in rows:
        source = _source(row)
        kinds[source][row.kind] += 1
        names[source] += len(set(row.names))
    lines = ["## What each source gives", "", "| source | places | names | kinds |", "|---|---:|---:|---|"]
    for source, counts in sorted(kinds.items()):
        told_kinds = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts.items()))
        lines.append(f"| {source} | {counts.total():,} | {names[source]:,} | {told_kinds} |")
    lines.append(f"| all | {len(rows):,} | {names.total():,} | |")
    return "\n".join([*lines, ""])


def _source(row: Row) -> str:
    if row.source.startswith("curated; extent"):
        return "curated; extent: union of package polygons"
    return "curated; position: a package row's" if row.source.startswith("curated") else row.source


def _languages(rows: Sequence[Row]) -> str:
    """How many names have their language told, and the languages with the most."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update({language: len(names) for language, names in row.by_language.items()})
    most = ", ".join(f"{language} {count:,}" for language, count in counts.most_common(12))
    places = sum(bool(row.by_language) for row in rows)
    return "\n".join(
        [
            "## Names by language",
            "",
            f"{counts.total():,} names of {places:,} places carry one of {len(counts)} languages: {most} …",
            "",
        ]
    )


def _held(rows: Sequence[Row], held: Mapping[str, str]) -> dict[str, int]:
    """Rows by the pair of the lawful country and the one that holds the land."""
    pairs = Counter(f"{row.country}_{held[row.id]}" for row in rows if row.id in held)
    return {pair: pairs[pair] for pair in ("UA_RU", "EH_MA", "SY_IL")}


def _dropped(dropped: Mapping[str, int]) -> str:
    lines = ["## What was left out or merged", "", "| why | how many |", "|---|---:|"]
    return "\n".join([*lines, *(f"| {why} | {count:,} |" for why, count in sorted(dropped.items())), ""])


def _misplaced(misplaced: Sequence[Row], rows: Sequence[Row], shapes: Mapping[str, BaseGeometry]) -> str:
    sources = Counter(row.source.partition(";")[0] for row in misplaced)
    shares = ", ".join(f"{source} {count:,}" for source, count in sorted(sources.items())) or "none"
    lines = [
        f"{len(shapes):,} polygons. {len(misplaced):,} of {len(rows):,} places lie more than 0.05 degrees",
        "outside the outline of their country (kept as their source has them; mostly islets that the outline",
        f"leaves out): {shares}.",
    ]
    return "\n".join(["## Checks", "", *lines, ""])
