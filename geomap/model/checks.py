"""What the nouns insist on, in one sentence each."""

from __future__ import annotations

from geomap.errors import InputError


def require(condition: object, message: str) -> None:
    """Raise InputError with `message` unless the condition holds."""
    if not condition:
        raise InputError(message)


def require_share(value: float, name: str) -> None:
    """Hold a value within 0 and 1; NaN fails."""
    if not 0.0 <= value <= 1.0:
        raise InputError(f"{name} is a share between 0 and 1, not {value!r}.")


def require_position(latitude: float, longitude: float, name: str) -> None:
    """Hold a position to WGS 84 degrees and away from (0, 0)."""
    # Written so that NaN fails: every comparison with NaN is false.
    if not -90.0 <= latitude <= 90.0:
        raise InputError(f"{name}: latitude {latitude!r} is not within ±90 degrees.")
    if not -180.0 <= longitude <= 180.0:
        raise InputError(f"{name}: longitude {longitude!r} is not within ±180 degrees.")
    # (0, 0) is open sea, and what a failed lookup looks like in half of the world's data.
    if latitude == 0.0 and longitude == 0.0:
        raise InputError(f"{name}: (0, 0) is no place; unknown is no Place.")
