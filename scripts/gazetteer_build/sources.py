"""SOURCES.md: where everything comes from, how much of it, and what was left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gazetteer_build.packages import ALL
from gazetteer_build.rows import Row

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

#: Day on which the packages were taken from their registries.
TAKEN = "2026-11-22"

_HEAD = f"""# Sources of the bundled gazetteer

Written by `scripts/build_gazetteer.py`; do not edit by hand. Packages taken on {TAKEN}.
"""

_POLICY = """
## Disputed areas

The bundle draws countries as the United Nations do, by ISO 3166-1 code. Where Natural Earth's file draws
them as they are held, the unit's code decides: Crimea and Sevastopol are Ukraine's. Northern Cyprus and the
British base areas are drawn with Cyprus, Somaliland with Somalia, Guantanamo Bay with Cuba, Baikonur with
Kazakhstan. Kosovo, Taiwan, Palestine and Western Sahara stand by themselves, as in GeoNames (XK, TW, PS, EH).
The Siachen Glacier and the Spratly Islands belong to no country here. One exception: Natural Earth has no
separate polygon for the Golan Heights, so they are drawn inside Israel's Northern unit; as a place, the
region carries the country SY. Overseas territories with a code of their own (French Guiana, Réunion, Svalbard
…) are not drawn with the state that they belong to.

## How places are made

- A settlement's radius is that of a disc with its population at 4,000 persons per km², within 2 and 30 km;
  3 km if its population is not known. `PPLC` and `PPLA` are GeoNames' or SimpleMaps' capitals and seats;
  other towns of GeoNames carry `PPL`, whatever lower seat they are.
- An admin unit stands at a point inside its Natural Earth polygon (joined by GeoNames id), with the km that
  reach all of its largest part; without a polygon, at the median of its towns (three or more) with the km
  that reach them; else at its seat, the settlement of its name, or its largest town, with 20 km. Which, says
  each place's source. Countries stand inside their largest part.
- `wcj:` places are those of SimpleMaps that GeoNames does not have in the same country under the same name
  within 25 km, a romanisation of it within 15 km, or under any name within 2.5 km. SimpleMaps' codes XG and
  XW are PS here.
- `cur:` places are ours. Their positions come from the package row that they name, else they are editorial:
  a radius of 10 km or more, and ranked below sourced places.
- Polygons are simplified as one coverage to 0.01 degrees, so neighbours share their borders.
"""


def told(
    rows: Sequence[Row],
    shapes: Mapping[str, BaseGeometry],
    dropped: Mapping[str, int],
    misplaced: Sequence[Row],
) -> str:
    """The whole text of SOURCES.md."""
    parts = [
        _HEAD,
        _packages(),
        _counts(rows),
        _dropped(dropped),
        _misplaced(misplaced, rows, shapes),
        _POLICY,
    ]
    return "\n".join(parts)


def _packages() -> str:
    lines = ["| registry | package | what is taken | licence |", "|---|---|---|---|"]
    lines += [f"| {one.registry} | {one.name} {one.version} | {one.holds} | {one.licence} |" for one in ALL]
    lines += [
        "| – | country_names.tsv, demonyms.tsv, curated.tsv | written by us | MIT, as geomap |",
        "",
        "Attribution:",
        "",
    ]
    return "\n".join([*lines, *(f"- {text}" for text in dict.fromkeys(one.attribution for one in ALL)), ""])


def _counts(rows: Sequence[Row]) -> str:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    names: Counter[str] = Counter()
    for row in rows:
        source = "curated, by a package row" if row.source.startswith("curated") else row.source
        kinds[source][row.kind] += 1
        names[source] += len(set(row.names))
    lines = ["## What each source gives", "", "| source | places | names | kinds |", "|---|---:|---:|---|"]
    for source, counts in sorted(kinds.items()):
        told_kinds = ", ".join(f"{kind} {count:,}" for kind, count in sorted(counts.items()))
        lines.append(f"| {source} | {counts.total():,} | {names[source]:,} | {told_kinds} |")
    lines.append(f"| all | {len(rows):,} | {names.total():,} | |")
    return "\n".join([*lines, ""])


def _dropped(dropped: Mapping[str, int]) -> str:
    lines = ["## What was left out or merged", "", "| why | how many |", "|---|---:|"]
    return "\n".join([*lines, *(f"| {why} | {count:,} |" for why, count in sorted(dropped.items())), ""])


def _misplaced(misplaced: Sequence[Row], rows: Sequence[Row], shapes: Mapping[str, BaseGeometry]) -> str:
    sources = Counter(row.source.partition(";")[0] for row in misplaced)
    shares = ", ".join(f"{source} {count:,}" for source, count in sorted(sources.items())) or "none"
    lines = [
        f"{len(shapes):,} polygons. {len(misplaced):,} of {len(rows):,} places lie more than 0.05 degrees",
        "outside the outline of their country (kept as their source has them; mostly islets that the outline",
        f"leaves out, and disputed areas): {shares}.",
    ]
    return "\n".join(["## Checks", "", *lines, ""])
