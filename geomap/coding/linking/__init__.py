"""Which of a sentence's places is the place of a deed: learnt from sentences in which people marked it."""

from geomap.coding.linking.linker import Linker, shipped_linker
from geomap.coding.linking.spots import Spot, spots

__all__ = ["Linker", "Spot", "shipped_linker", "spots"]
