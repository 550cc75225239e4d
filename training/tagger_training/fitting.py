"""From examples to a network: seeded and in one thread, so that one machine gives the same weights."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .inputs import Arrays
from .network import Batch, Net

if TYPE_CHECKING:
    from numpy.typing import NDArray

# How much a candidate counts that its corpus leaves open, and the second task, the kinds of words.
_OPEN, _KINDS = 0.12, 0.3
_BATCH_ROWS = 3000
_WARMING = 50
_LEAST_RATE = 0.02
_UNTOLD = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the network is fitted; chosen by cross-validation on the training halves."""

    epochs: int = 16
    first_epochs: int = 8
    rate: float = 3e-3
    decay: float = 0.01
    seed: int = 1


def fitted(documents: Sequence[Arrays], settings: Settings) -> Net:
    """A network of all documents; what partial corpora leave open gets the belief of one of the others."""
    for each in documents:
        each.labels = each.told
    whole = [each for each in documents if not each.example.is_partial]
    if whole and len(whole) < len(documents):
        first = _trained(whole, settings, settings.first_epochs)
        open_ones = [each for each in documents if each.example.is_partial]
        for each, scores in zip(open_ones, scored(first, open_ones), strict=True):
            beliefs = 1 / (1 + np.exp(-scores))
            each.labels = np.where(np.isnan(each.told), beliefs, each.told)
    return _trained(documents, settings, settings.epochs)


def _trained(documents: Sequence[Arrays], settings: Settings, epochs: int) -> Net:
    torch.set_num_threads(1)
    torch.manual_seed(settings.seed)
    numbers = np.random.default_rng(settings.seed)
    net = Net()
    optimizer = torch.optim.AdamW(net.parameters(), lr=settings.rate, weight_decay=settings.decay)
    steps = epochs * (sum(len(each.words) for each in documents) // _BATCH_ROWS + 1)
    step = 0
    for _ in range(epochs):
        for batch in _batches(documents, numbers.permutation(len(documents))):
            for group in optimizer.param_groups:
                group["lr"] = settings.rate * _warmth(step, steps)
            optimizer.zero_grad()
            _loss(net, batch).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            step += 1
    net.eval()
    return net


def _warmth(step: int, steps: int) -> float:
    """The share of the rate at a step: it rises at first, and falls by a half wave of the cosine."""
    return min(1, (step + 1) / _WARMING) * max(_LEAST_RATE, 0.5 * (1 + math.cos(math.pi * step / steps)))


def _batches(documents: Sequence[Arrays], order: NDArray[np.int64]) -> Iterator[list[Arrays]]:
    batch: list[Arrays] = []
    rows = 0
    for at in order:
        batch.append(documents[at])
        rows += len(documents[at].words)
        if rows >= _BATCH_ROWS:
            yield batch
            batch, rows = [], 0
    if batch:
        yield batch


def _loss(net: Net, documents: Sequence[Arrays]) -> Tensor:
    batch = Batch(documents)
    scores, kinds = net(batch)
    weights = torch.where(torch.isnan(batch.told), _OPEN, 1.0) * (~torch.isnan(batch.labels))
    labels = torch.nan_to_num(batch.labels)
    losses = functional.binary_cross_entropy_with_logits(scores, labels, reduction="none")
    loss = (losses * weights).sum() / weights.sum().clamp(min=1)
    told = torch.from_numpy(np.concatenate([_kinds(each) for each in documents]))
    if bool((told >= 0).any()):
        loss = loss + _KINDS * functional.cross_entropy(kinds, told, ignore_index=_UNTOLD)
    return loss


def _kinds(document: Arrays) -> NDArray[np.int64]:
    """The kind of each word: 0 no place, 1 a place of one word, 2 the first of one, 3 a further one."""
    found = np.full(len(document.words), _UNTOLD if document.example.is_partial else 0)
    for start, end, label in zip(document.starts, document.ends, document.told, strict=True):
        if label == 1:
            found[start:end] = 3
            found[start] = 1 if end == start + 1 else 2
    return found


@torch.no_grad()
def scored(net: Net, documents: Sequence[Arrays]) -> list[NDArray[np.float32]]:
    """The log odds of the candidates of each document."""
    found = []
    for first in range(0, len(documents), 100):
        part = documents[first : first + 100]
        scores, _ = net(Batch(part))
        found += np.split(scores.numpy(), np.cumsum([len(each.starts) for each in part])[:-1])
    return found
