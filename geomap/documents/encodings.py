"""Bytes -> text: which encoding a file is in, or that nobody can tell."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geomap.documents.problems import UnreadableError

_SAVE_AS_UTF8: Final = "save it as UTF-8 text"
# UTF-32 first: its little-endian mark starts with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE: Final = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# What starts like this is no text, whatever its suffix.
_KINDS: Final = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xd0\xcf\x11\xe0": "an old office document",
}
# In order of how often old news pages are in them; it decides where bytes fit several equally well.
# Left out: encodings that charset-normalizer cannot tell from one of these (ISO-8859-1 from cp1252).
_LEGACY: Final = (
    *("cp1252", "cp1256", "cp1251", "cp1250", "cp1254", "cp1253", "cp1255", "cp1257"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_15", "koi8_r", "koi8_u"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
_EVIDENCE_BYTES: Final = 65_536
# charset-normalizer's default of 0.2 refuses Persian in cp1256 for its joiners.
_MESS: Final = 0.35

_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII: Final = bytes(range(128))
_ASCII_TEXT = re.compile(r"[\t\n\r -~]")
_DIRTY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was in, and how many characters of it were damaged (now U+FFFD)."""

    text: str
    encoding: str
    damaged: int = 0

    def damage(self) -> tuple[str, str]:
        """What to say of the damage, and what mends it."""
        reason = f"{self.damaged} of its characters are damaged {self.encoding.upper()}, read as \ufffd"
        return reason, "save it again as UTF-8 from where it came"


def decode(data: bytes) -> Decoded:
    """Text from bytes, cleaned (see ``clean``); raises InputError for binary data or an unknown encoding.

    A byte-order mark decides; then UTF-8; then UTF-16 and UTF-32 without a mark; then the old 8-bit and East
    Asian encodings, by charset-normalizer. UTF-8 with a few damaged bytes stays UTF-8. A line or two in a
    Latin 8-bit encoding cannot be told from cp1252 for certain, and is read as that.
    """
    encoding, mark = encoding_of(data)
    body = data[mark:]
    try:
        text, damaged = body.decode(encoding), 0
    except UnicodeDecodeError:
        text = body.decode(encoding, "replace")
        damaged = text.count("\ufffd")
    _refuse_controls(text)
    return Decoded(text=clean(text), encoding=encoding, damaged=damaged)


def encoding_of(data: bytes, *, whole: bool = True) -> tuple[str, int]:
    """The encoding of bytes and the length of their byte-order mark; raises InputError if none fits.

    Data that is not whole may end in the middle of a character.
    """
    for start, kind in _KINDS.items():
        if data.startswith(start):
            raise UnreadableError(f"it is {kind}, not text", _SAVE_AS_UTF8)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, name, len(mark), whole=whole)
    return _unmarked(data, whole=whole), 0


def clean(text: str) -> str:
    r"""Text with newlines as \n and nothing in it that would break a page, a file or a terminal.

    C1 controls become the cp1252 characters that they were meant as (as browsers do), other controls a
    space, lone surrogates U+FFFD: one character for one, so that offsets hold.
    """
    if text.startswith("\ufeff"):
        text = text[1:]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.translate(_CLEANED) if _DIRTY.search(text) else text


def _cleaned() -> Iterator[tuple[int, str]]:
    for code in (*range(0x09), *range(0x0E, 0x20), 0x7F):
        yield code, " "
    yield from ((0x0B, "\n"), (0x0C, "\n"), (0x85, "\n"))
    for code in (*range(0x80, 0x85), *range(0x86, 0xA0)):
        yield code, bytes([code]).decode("cp1252", "ignore") or " "
    for code in range(0xD800, 0xE000):
        yield code, "\ufffd"


_CLEANED: Final = dict(_cleaned())


def _marked(data: bytes, encoding: str, mark: int, *, whole: bool) -> tuple[str, int]:
    if encoding != "utf-8" and not _fits(data[mark:], encoding, whole=whole):
        reason = f"it starts as {encoding.upper()} but does not go on as it"
        raise UnreadableError(reason, _SAVE_AS_UTF8)
    return encoding, mark


def _unmarked(data: bytes, *, whole: bool) -> str:
    wide = _wide(data, whole=whole) if b"\x00" in data else None
    if wide:
        return wide
    if _fits(data, "utf-8", whole=whole) or _mostly_utf8(data):
        return "utf-8"
    return _legacy(data, whole=whole)


def _wide(data: bytes, *, whole: bool) -> str | None:
    fitting = [name for name in _WIDE if _fits(data, name, whole=whole)]
    shares = {name: _ascii_share(data[:40_000].decode(name, "ignore")) for name in fitting}
    best = max(shares, key=lambda name: shares[name], default=None)
    # Text in any script has spaces, digits and line ends; a binary file that happens to decode has few.
    return best if best and shares[best] >= 0.05 else None


def _ascii_share(text: str) -> float:
    """The share of printable ASCII in a text; 0 if a tenth of it are no characters of any script."""
    strange = sum(1 for char in text if unicodedata.category(char) in ("Cn", "Co", "Cc"))
    plain = len(_ASCII_TEXT.findall(text))
    ends = sum(text.count(end) for end in "\t\n\r")
    return plain / len(text) if text and strange - ends <= 0.1 * len(text) else 0.0


def _fits(data: bytes, encoding: str, *, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(data, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 with damage; single-byte text rarely makes UTF-8 sequences by chance."""
    whole = sum(found.end() - found.start() for found in _UTF8_SEQUENCE.finditer(data))
    return whole > 0.8 * len(data.translate(None, _ASCII))


def _legacy(data: bytes, *, whole: bool) -> str:
    # Imported here: most text is UTF-8 and never needs it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    matches = from_bytes(
        _evidence(data),
        cp_isolation=list(_LEGACY),
        threshold=_MESS,
        preemptive_behaviour=False,
        enable_fallback=False,
    )
    told = {name: match for match in matches for name in match.could_be_from_charset}
    fitting = [name for name in _LEGACY if name in told and _fits(data, name, whole=whole)]
    if not fitting or b"\x00" in data:
        raise UnreadableError("it is binary, or in an encoding that cannot be told", _SAVE_AS_UTF8)
    return min(fitting, key=lambda name: (round(told[name].chaos, 2), -round(told[name].coherence, 2)))


def _evidence(data: bytes) -> bytes:
    """The lines that hold more than ASCII: in a long English text, a detector would not meet them."""
    lines = b"\n".join(line for line in re.split(rb"[\r\n]+", data) if not line.isascii())
    if len(lines) <= _EVIDENCE_BYTES:
        return lines
    end = max(lines.rfind(b" ", 0, _EVIDENCE_BYTES), lines.rfind(b"\n", 0, _EVIDENCE_BYTES))
    return lines[:end] if end > 0 else lines


def _refuse_controls(text: str) -> None:
    # A stray control happens in scraped text; one in a hundred characters does not.
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise UnreadableError("it is binary, not text", _SAVE_AS_UTF8)
