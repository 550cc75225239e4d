"""Ukrainian names in Latin letters, as Ukraine's passports and road signs have them."""

from __future__ import annotations

from typing import Final

# Resolution 55 of the Cabinet of Ministers of Ukraine, 27 January 2010: letters, and those that differ
# at the beginning of a word. The soft sign and the apostrophe are left out.
_LETTERS: Final = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia".split(" "),
        strict=True,
    )
)
_FIRST: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_APOSTROPHES: Final = "'’ʼ`"


def romanised(name: str) -> str:
    """The name in Latin letters; letters that are not Ukrainian stay as they are."""
    return "".join(_latin(name, place) for place in range(len(name)))


def _latin(name: str, place: int) -> str:
    letter, before = name[place].lower(), name[place - 1] if place else " "
    if letter in _APOSTROPHES:
        return ""
    begins = not (before.isalpha() or before in _APOSTROPHES)
    latin = _FIRST[letter] if begins and letter in _FIRST else _LETTERS.get(letter, letter)
    if letter == "г" and before.lower() == "з":
        latin = "gh"
    return latin.capitalize() if name[place].isupper() else latin
