"""The row that every source is brought to, and the rules that all sources share."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from geomap.model import PlaceKind
from geomap.names import fold


@dataclass(slots=True, kw_only=True)
class Row:
    """A place on its way into the bundle.

    `names` are all names that it is found under, the main one too; `by_language` holds those of them whose
    language is told, by BCP 47 code; `admin1` and `admin2` are ids of the units that hold it.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    kind: PlaceKind
    radius_km: float
    source: str
    admin1: str | None = None
    admin2: str | None = None
    feature_code: str | None = None
    population: int | None = None
    names: list[str] = field(default_factory=list)
    by_language: dict[str, list[str]] = field(default_factory=dict)
    prominence: float = 0.0

    def add_names(self, names: Iterable[str], language: str | None = None) -> None:
        """Add names that are not there yet, and list them under their language if that is known."""
        for name in names:
            if name not in self.names:
                self.names.append(name)
            if language is not None and name not in self.by_language.setdefault(language, []):
                self.by_language[language].append(name)


def settlement_radius(population: int | None) -> float:
    """Radius in km of a disc that holds a settlement at 4,000 persons per km², within 2 and 30 km."""
    if not population:
        return 3.0
    return round(min(30.0, max(2.0, math.sqrt(population / (4000 * math.pi)))), 1)


def settlement_prominence(population: int | None, feature_code: str | None) -> float:
    """Order of magnitude of the population; a national capital counts ten times, an admin seat twice."""
    bonus = {"PPLC": 1.0, "PPLA": 0.3}.get(feature_code or "", 0.0)
    return math.log10((population or 0) + 10) + bonus


# Romanisation marks; what the press leaves out of Arabic, Persian and Cyrillic names.
_ROMANISED = re.compile("[\u0304\u0323\u0327\u0331\u0306‘’ʻʼʿʾ`]")


def press_name(name: str) -> str:
    """The name without the marks of scholarly romanisation: Sāmarrā’ is Samarra, Al Ḩawījah is Al Hawijah."""
    apart = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", _ROMANISED.sub("", apart)) if _ROMANISED.search(apart) else name


def drop_reason(name: str, *, codes_are_junk: bool) -> str | None:
    """Why an alternate name is no name; None if it is one."""
    key = fold(name)
    if len(key) < 2 and not (key and ord(key[0]) > 0x2E7F):  # one ideograph can be a name
        return "shorter than two letters"
    if key.replace(" ", "").isdigit():
        return "digits only"
    if codes_are_junk and name.isascii() and name.isalpha() and name.isupper() and len(name) in {3, 4}:
        return "bare airport code"
    if _latin(name) and not any(character.isupper() for character in name):
        return "machine transliteration (Latin letters, no capital)"
    return None


def _latin(name: str) -> bool:
    letters = [character for character in name if character.isalpha()]
    return all(
        ord(character) < 0x250 or 0x1E00 <= ord(character) < 0x1F00 or character in "ʿʾʻʼ"
        for character in letters
    )


def kept_names(names: Iterable[str], dropped: Counter[str], *, codes_are_junk: bool = False) -> Iterator[str]:
    """The names worth an entry, in order; what is dropped is counted by its reason."""
    seen: set[str] = set()
    for name in names:
        if not name or name in seen:
            continue
        seen.add(name)
        reason = drop_reason(name, codes_are_junk=codes_are_junk)
        if reason is None:
            yield name
        else:
            dropped[reason] += 1
