"""Other people's recognisers and resolvers behind our doors: spaCy, or a function of the user's own."""

from __future__ import annotations

from geomap.plugins.functions import name_recognizer, place_chooser
from geomap.plugins.spacy import spacy_recognizer

__all__ = ["name_recognizer", "place_chooser", "spacy_recognizer"]
