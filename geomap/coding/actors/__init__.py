"""Who did it, and to whom: armed actors by name, forces by their country, others as the text calls them."""

from __future__ import annotations

from geomap.coding.actors.finding import parties
from geomap.coding.actors.party import Party
from geomap.coding.actors.reference import refers_back
from geomap.coding.actors.roles import actors, loser_and_winner

__all__ = ["Party", "actors", "loser_and_winner", "parties", "refers_back"]
