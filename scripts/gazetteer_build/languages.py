"""Names by language: GeoNames' translations in GNU gettext files, and Natural Earth's columns."""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from gazetteer_build.polygons import Feature
from gazetteer_build.rows import Row, kept_names

# Marks that steer the direction of text are no part of a name.
_DIRECTION = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NATURAL_EARTH = {
    **{code: code for code in "ar bn de el en es fa fr he hi hu id it ja ko nl pl pt ru sv tr".split()},
    **{code: code for code in ("uk", "ur", "vi", "zh")},
    "zht": "zh-Hant",
}


def read_translations(folder: Path) -> dict[str, dict[str, str]]:
    """Language code -> GeoNames id -> name, from LANGUAGE/LC_MESSAGES/geonames.mo below the folder."""
    files = sorted(folder.glob("*/LC_MESSAGES/geonames.mo"))
    return {path.parts[-3].replace("_", "-"): dict(_messages(path.read_bytes())) for path in files}


def _messages(content: bytes) -> Iterator[tuple[str, str]]:
    """Keys and texts of a little-endian .mo file (the GNU gettext manual, "The Format of GNU MO Files")."""
    magic, _, count, keys, texts = struct.unpack_from("<5I", content)
    if magic != 0x950412DE:
        raise SystemExit("A geonames.mo file is not in the little-endian format of GNU gettext.")
    for number in range(count):
        key, text = (_text(content, start + 8 * number) for start in (keys, texts))
        if key:
            yield key, _DIRECTION.sub("", text).strip()


def _text(content: bytes, entry: int) -> str:
    length, start = struct.unpack_from("<2I", content, entry)
    return content[start : start + length].decode("utf-8")


def add_translations(
    rows: Iterable[Row], translations: Mapping[str, Mapping[str, str]], dropped: Counter[str]
) -> None:
    """Give rows of GeoNames their names by language."""
    by_id = {row.id.removeprefix("gn:"): row for row in rows if row.id.startswith("gn:")}
    for language, names in sorted(translations.items()):
        for number, name in names.items():
            row = by_id.get(number)
            if row is not None:
                row.add_names(kept_names([name], dropped), language)


def add_feature_names(row: Row, feature: Feature, dropped: Counter[str]) -> None:
    """Give a unit's row the names that Natural Earth has by language."""
    for column, language in _NATURAL_EARTH.items():
        names = [feature.attributes.get(f"name_{column}") or ""]
        row.add_names(kept_names(names, dropped, codes_are_junk=True), language)


def add_names_of_features(
    rows: Iterable[Row],
    joined: Mapping[int, Sequence[Feature]],
    left: Iterable[Feature],
    dropped: Counter[str],
) -> None:
    """Names by language for every unit that is one feature of Natural Earth."""
    features = {f"gn:{unit}": found[0] for unit, found in joined.items() if len(found) == 1}
    features |= {f"ne:{feature.attributes['adm1_code']}": feature for feature in left}
    for row in rows:
        if row.id in features:
            add_feature_names(row, features[row.id], dropped)
