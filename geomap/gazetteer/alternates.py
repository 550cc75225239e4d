"""All names of a place, by language where that is known: read from deflated blocks of rows."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from geomap.errors import GazetteerError
from geomap.gazetteer.layout import mend

#: Rows of a block: few enough to inflate at once, enough to deflate well.
BLOCK: Final = 128

#: Names of one place by language code (ISO 639); None holds those whose language no source tells.
NamesByLanguage = Mapping[str | None, tuple[str, ...]]

# Separators that no name holds: of rows, of names, and of a name from its language codes.
_ROW, _NAME, _LANGUAGE = "\x1d", "\x1e", "\x1f"


def encode(rows: Iterable[tuple[Sequence[str], Mapping[str, Sequence[str]]]]) -> list[bytes]:
    """The blocks of rows, each given as its names and the names by language."""
    told = [_told(names, by_language) for names, by_language in rows]
    return [
        zlib.compress(_ROW.join(told[start : start + BLOCK]).encode(), level=9)
        for start in range(0, len(told), BLOCK)
    ]


def _told(names: Sequence[str], by_language: Mapping[str, Sequence[str]]) -> str:
    languages: dict[str, list[str]] = {name: [] for name in names}
    for language in sorted(by_language):
        for name in by_language[language]:
            languages.setdefault(name, []).append(language)
    return _NAME.join(f"{name}{_LANGUAGE}{' '.join(codes)}" for name, codes in languages.items())


class Alternates:
    """The names of rows by number."""

    def __init__(self, path: Path, starts: Sequence[int]) -> None:
        self._path = path
        self._starts = starts

    def read(self, row: int) -> NamesByLanguage:
        """The names of a row by language; GazetteerError if the file cannot be read."""
        told = self._block(row // BLOCK).split(_ROW)[row % BLOCK]
        found: dict[str | None, list[str]] = {}
        for entry in told.split(_NAME):
            name, _, languages = entry.partition(_LANGUAGE)
            for language in languages.split() or (None,):
                found.setdefault(language, []).append(name)
        return {language: tuple(names) for language, names in found.items()}

    def _block(self, number: int) -> str:
        try:
            with self._path.open("rb") as file:
                file.seek(self._starts[number])
                deflated = file.read(self._starts[number + 1] - self._starts[number])
            return zlib.decompress(deflated).decode()
        except (OSError, ValueError, zlib.error) as problem:
            raise GazetteerError(
                f"{self._path} cannot be read ({problem}): {mend(self._path.parent)}"
            ) from problem
