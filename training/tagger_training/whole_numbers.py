"""From a network in floats to one in whole numbers, as `geomap.recognition.tagging` runs it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from geomap.recognition.tagging.network import MOST, PARTS
from geomap.recognition.tagging.tagger import TABLE_PARTS

from .network import Net

Numbers = NDArray[np.integer[Any]]
# Sums of products have to stay below this, so that 32-bit floats hold them.
_BOUND = 2**24 - 1
_MOST_PARTS = 1024
# The known numbers of a candidate are added to the sums of the spans.
_LAYERS = ("span", "company", "hidden", "answer")


def whole(net: Net) -> dict[str, Numbers]:
    """The arrays of the weights by name: tables, and of each layer `weights`, `added` and `parts`."""
    found: dict[str, Numbers] = {
        name: _rounded(getattr(net, name), TABLE_PARTS).astype(np.int16)
        for name in ("words", "lists", "places", "flags")
    }
    layers = {f"convolution_{number}": layer for number, layer in enumerate(net.convolutions)}
    layers |= {name: getattr(net, name) for name in _LAYERS}
    for name, layer in layers.items():
        known = net.candidates if name == "span" else None
        found |= {f"{name}_{part}": value for part, value in _layer(layer, known).items()}
    found["candidates"] = _rounded(net.candidates, PARTS * int(found["span_parts"])).astype(np.int32)
    return found


def _layer(layer: nn.Module, known: Tensor | None) -> dict[str, Numbers]:
    """A layer in the finest power of two that keeps its sums below the bound."""
    assert isinstance(layer, nn.Linear)  # noqa: S101
    parts = _MOST_PARTS
    while _highest(layer, parts, known) > _BOUND:
        parts //= 2
    return {
        "weights": _rounded(layer.weight.T, parts).astype(np.int16),
        "added": _rounded(layer.bias, PARTS * parts).astype(np.int32),
        "parts": np.array(parts),
    }


def _highest(layer: nn.Linear, parts: int, known: Tensor | None) -> int:
    """The most that a sum of the layer may come to, whatever is put in."""
    weights = np.abs(_rounded(layer.weight, parts)).sum(axis=1) * MOST
    added = np.abs(_rounded(layer.bias, PARTS * parts))
    most = 0 if known is None else int(np.abs(_rounded(known, PARTS * parts)).max()) * 12
    return int((weights + added).max()) + most


def _rounded(values: Tensor, parts: int) -> NDArray[np.int64]:
    found: NDArray[np.int64] = np.rint(values.detach().double().numpy() * parts).astype(np.int64)
    return found
