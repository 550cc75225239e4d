"""The network in torch, in floats: what `geomap.recognition.tagging.network` runs in whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn

from geomap.recognition.classes import LISTS
from geomap.recognition.tagging.inputs import CANDIDATE_FIELDS, FLAGS, PLACE_FIELDS
from geomap.recognition.tagging.network import MOST, PARTS, REACHES
from geomap.recognition.tagging.tagger import firsts
from geomap.recognition.tagging.word_inputs import WORD_FIELDS

from .inputs import Arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WIDTH = 64
_DROPPED = 0.25
_SPREAD = 0.1
_HIGHEST = MOST / PARTS
# Kinds of a token for the second task: no place, a place of one word, the first of one, a further one.
_KINDS = 4
#: Fields of a word that are left out together at random, and how often, so that none is relied on alone.
GROUPS = (
    (("word",), 0.15),
    (("cluster", "cluster_8", "cluster_32", "cluster_128"), 0.15),
    (("small_cluster", "small_cluster_8", "small_cluster_32"), 0.15),
    (("rarity", "capital"), 0.1),
    (("suffix_3", "suffix_2", "prefix_3"), 0.15),
)


class Batch:
    """Documents one after another."""

    def __init__(self, documents: Sequence[Arrays]) -> None:
        rows = np.cumsum([0, *(len(each.words) for each in documents)])
        names = np.cumsum([0, *(int(each.names.max()) + 1 for each in documents)])
        self.words = _joined([each.words for each in documents]).long()
        self.lists = _joined([each.lists for each in documents]).float()
        self.places = _joined([each.places for each in documents]).long()
        self.flags = _joined([each.flags for each in documents]).float()
        self.is_word = _joined([each.is_word for each in documents]).float()[:, None]
        self.starts = _joined([each.starts + at for each, at in zip(documents, rows, strict=False)]).long()
        self.ends = _joined([each.ends + at for each, at in zip(documents, rows, strict=False)]).long()
        self.names = _joined([each.names + at for each, at in zip(documents, names, strict=False)]).long()
        self.known = _joined([each.known for each in documents]).long()
        self.told = _joined([each.told for each in documents])
        self.labels = _joined([each.labels for each in documents])
        self.count = int(names[-1])


def _joined(parts: Sequence[NDArray[Any]]) -> Tensor:
    return torch.from_numpy(np.concatenate(parts))


class Net(nn.Module):
    """Tables of inputs, convolutions over words, and layers over spans; see `geomap.recognition.tagging`."""

    def __init__(self) -> None:
        super().__init__()
        self.words = _table(sum(WORD_FIELDS.values()))
        self.lists = _table(len(LISTS))
        self.places = _table(sum(PLACE_FIELDS.values()))
        self.flags = _table(len(FLAGS))
        self.candidates = _table(sum(CANDIDATE_FIELDS.values()))
        self.convolutions = nn.ModuleList(nn.Linear(3 * _WIDTH, _WIDTH) for _ in REACHES)
        self.span = nn.Linear(5 * _WIDTH, _WIDTH)
        self.company = nn.Linear(_WIDTH, _WIDTH)
        self.hidden = nn.Linear(2 * _WIDTH, _WIDTH)
        self.answer = nn.Linear(_WIDTH, 1)
        self.kind = nn.Linear(_WIDTH, _KINDS)
        self.dropout = nn.Dropout(_DROPPED)
        self.word_firsts = torch.tensor(firsts(WORD_FIELDS))
        self.place_firsts = torch.tensor(firsts(PLACE_FIELDS))
        self.candidate_firsts = torch.tensor(firsts(CANDIDATE_FIELDS))
        names = list(WORD_FIELDS)
        self.groups = [([names.index(field) for field in group], share) for group, share in GROUPS]

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """The log odds of the candidates, and those of the kinds of each word."""
        found = self._words(self._inputs(batch), batch.is_word)
        starts, ends = batch.starts, batch.ends
        sums = torch.cat((found.new_zeros(1, _WIDTH), found)).double().cumsum(0)
        within = ((sums[ends] - sums[starts]) / (ends - starts)[:, None]).float()
        about = torch.cat((found[starts - 1], found[starts], within, found[ends - 1], found[ends]), 1)
        known = self.candidates[batch.known + self.candidate_firsts].sum(1)
        spans = self.dropout(_bounded(self.span(about) + known))
        company = _bounded(self.company(spans))
        index = batch.names[:, None].expand_as(company)
        best = company.new_zeros(batch.count, _WIDTH).scatter_reduce(0, index, company, "amax")
        hidden = self.dropout(_bounded(self.hidden(torch.cat((spans, best[batch.names]), 1))))
        return self.answer(hidden)[:, 0], self.kind(found)

    def _inputs(self, batch: Batch) -> Tensor:
        words = self.words[batch.words + self.word_firsts]
        if self.training:
            words = words * self._kept(batch.words.shape)[:, :, None]
        places = self.places[batch.places + self.place_firsts].sum(1)
        return words.sum(1) + places + batch.lists @ self.lists + batch.flags @ self.flags

    def _kept(self, shape: Sequence[int]) -> Tensor:
        kept = torch.ones(tuple(shape))
        for group, share in self.groups:
            kept[:, group] *= (torch.rand(shape[0], 1) >= share).float()
        return kept

    def _words(self, inputs: Tensor, is_word: Tensor) -> Tensor:
        found = self.dropout(_bounded(inputs) * is_word)
        for reach, layer in zip(REACHES, self.convolutions, strict=True):
            nothing = found.new_zeros(reach, _WIDTH)
            around = (torch.cat((nothing, found[:-reach])), found, torch.cat((found[reach:], nothing)))
            told = self.dropout(_bounded(layer(torch.cat(around, 1))))
            found = (found + told).clamp(max=_HIGHEST) * is_word
        return found


def _table(rows: int) -> nn.Parameter:
    return nn.Parameter(torch.randn(rows, _WIDTH) * _SPREAD)


def _bounded(values: Tensor) -> Tensor:
    return values.clamp(0, _HIGHEST)
