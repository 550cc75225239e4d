"""How ACLED and UCDP write down that a place or a date is not exact.

ACLED: geo_precision and time_precision of its codebook (1 exact, 2 near or within a week, 3 larger or within
a month). UCDP: where_prec and date_prec of the GED codebook (1 exact … 6 country; 1 day, 2 within 2 to 6
days, 3 a week, 4 a month, 5 up to a year). None: the scheme has no code for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from geomap.model import DatePrecision, GeoPrecision

ACLED_GEO: Final[Mapping[GeoPrecision, int | None]] = {
    "city": 1,
    "vicinity": 2,
    "adm2": 2,
    "adm1": 3,
    "region": None,
    "country": None,
}
UCDP_WHERE: Final[Mapping[GeoPrecision, int]] = {
    "city": 1,
    "vicinity": 2,
    "adm2": 3,
    "adm1": 4,
    "region": 5,
    "country": 6,
}

# The longest interval, in days, that each code of UCDP's date_prec allows.
_UCDP_DAYS: Final = ((1, 1), (2, 6), (3, 7), (4, 31), (5, 366))
_ACLED_DAYS: Final = ((1, 1), (2, 7), (3, 31))


def acled_time(first: date | None, last: date | None, precision: DatePrecision) -> int | None:
    """ACLED's time_precision; "on or before" a day is coded as within the week, as its coders do."""
    if precision == "on_or_before":
        return 2
    return _code(first, last, _ACLED_DAYS)


def ucdp_date(first: date | None, last: date | None) -> int | None:
    """UCDP's date_prec; None for an interval that is open or longer than a year."""
    return _code(first, last, _UCDP_DAYS)


def _code(first: date | None, last: date | None, table: tuple[tuple[int, int], ...]) -> int | None:
    if first is None or last is None:
        return None
    days = (last - first).days + 1
    return next((code for code, longest in table if days <= longest), None)
