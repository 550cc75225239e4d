"""Data on its way into a page: gzip and base64, which can break neither HTML, JavaScript nor Jinja.

Text from articles never enters the page in any other way, and the page shows it by ``textContent`` alone.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
import re

# Surrogates cannot be written as UTF-8, and a browser drops or replaces the control characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# What opens an expression in Jinja or in a JavaScript template.
_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;", "`": "&#96;"})


def packed(value: object) -> str:
    """A value as JSON, gzip and base64: the same text for an equal value, on every machine."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    blob = gzip.compress(text.encode("ascii"), compresslevel=9, mtime=0)
    # Byte 9 names the operating system that compressed; 255 is "unknown" (RFC 1952).
    return base64.b64encode(blob[:9] + b"\xff" + blob[10:]).decode("ascii")


def escaped(text: str) -> str:
    """Text that is safe in HTML, in an attribute, and in a template that Jinja compiles once more."""
    return html.escape(_UNPRINTABLE.sub("\ufffd", text)).translate(_BRACES)
