"""What can go wrong, as exceptions whose text is one sentence with the mend in it.

Every leaf is also the builtin that a caller would already catch.
"""

from __future__ import annotations


class GeomapError(Exception):
    """Anything that geomap refuses to do; its text is meant for the user as it stands."""


class InputError(GeomapError, ValueError):
    """A source, a row, a setting or a field that cannot be used; names the file, the row and the mend."""


class GazetteerError(GeomapError, FileNotFoundError):
    """The gazetteer is missing, truncated or of another format version."""


class OutputError(GeomapError, OSError):
    """A result that could not be written; what stood there before is untouched."""


class SchemaError(GeomapError, TypeError):
    """A table that lacks a column of the events schema, or holds another type in it."""


class GeomapWarning(UserWarning):
    """Something that was left out or left unknown, and why; the run goes on."""
