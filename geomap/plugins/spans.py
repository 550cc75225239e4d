"""Mentions brought into the order that every recogniser keeps."""

from __future__ import annotations

from collections.abc import Iterable

from geomap.model import Mention


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions by position, none overlapping another: of two that do, the longer stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return tuple(kept)
