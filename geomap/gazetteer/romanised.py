"""Where names come to the press through romanisation, so that one place has many spellings."""

from __future__ import annotations

from typing import Final

_ARAB = "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE"
_PERSIAN_AND_URDU = "AF IR PK TJ"
_CENTRAL_ASIA_AND_CAUCASUS = "AM AZ GE KG KZ TM UZ"
_CYRILLIC = "BA BG BY ME MK MN RS RU UA XK"
_OTHERS = "ER ET IL IN BD MM NP TR"
_SAHEL = "BF CF ML NE NG SN SS TD"

#: ISO 3166-1 alpha-2 codes of the countries whose places are also found under `geomap.names.loose`.
ROMANISED_COUNTRIES: Final = frozenset(
    f"{_ARAB} {_PERSIAN_AND_URDU} {_CENTRAL_ASIA_AND_CAUCASUS} {_CYRILLIC} {_OTHERS} {_SAHEL}".split()
)
