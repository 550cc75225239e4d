"""Toponym recognition: from a document to its mentions, by the gazetteer and by rules of context."""

from __future__ import annotations

from geomap.recognition.recognizer import GazetteerRecognizer, gazetteer_recognizer

__all__ = ["GazetteerRecognizer", "gazetteer_recognizer"]
