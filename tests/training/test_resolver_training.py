"""What the resolver's weights are learnt from, and how, on data made here."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

from resolver_training import written
from resolver_training.corpora import linked
from resolver_training.fitting import train

from geomap.gazetteer import open_gazetteer
from geomap.resolution.resolver import knowing


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


@pytest.fixture(scope="module")
def entries(gazetteer):
    return list(islice(written.entries(gazetteer), 24))


def test_entries_hold_the_names_that_are_marked_in_them(entries):
    assert len({entry.document.id for entry in entries}) == 24
    for entry in entries:
        spans = [mention.span for mention in entry.mentions]
        assert spans == sorted(spans)
        assert all(entry.document.text[one.start : one.end] == one.text != "" for one in entry.mentions)


def test_the_ranker_learns_what_entries_teach_and_does_so_again(gazetteer, entries):
    documents = [linked(entry, knowing(gazetteer)) for entry in entries]
    ranker = train(documents, 1.0)
    assert ranker.second["held: admin1"] > ranker.second["held: not"]
    assert ranker == train(documents, 1.0)


def test_without_outlets_the_last_look_is_the_second(gazetteer, entries):
    ranker = train([linked(entry, knowing(gazetteer)) for entry in entries[:8]], 1.0)
    assert ranker.home == ranker.second
