"""Publication dates as sources write them."""

from __future__ import annotations

import re
from datetime import date, datetime

from geomap.documents.problems import UnreadableError

# ISO 8601 as written by hand and by databases: a space before the offset, or a named zero.
_OFFSET = re.compile(r" ?(?:UTC|GMT)$| (?=[+-]\d\d:?\d\d$)")


def day_of(text: str) -> date:
    """The day that an ISO 8601 date or datetime names, as written in its own offset.

    Raises InputError for anything else: 03/04/2014 is the third of April or the fourth of March, and
    nobody can tell which.
    """
    written = _OFFSET.sub("", text.strip())
    try:
        return datetime.fromisoformat(written).date()
    except ValueError:
        reason = f"{text[:60]!r} is not an ISO 8601 date"
        raise UnreadableError(reason, "write the year first, as in 2014-04-03") from None
