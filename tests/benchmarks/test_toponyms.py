from __future__ import annotations

import sys

import pytest
from support.running import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

import hostile
import toponyms
from rivals import tools
from rivals.probe import f1, timed

from geomap.evaluation import GoldDocument, GoldToponym, ToponymCorpus
from geomap.gazetteer import open_gazetteer
from geomap.model import Document, Mention, Resolution, Span

DOCUMENT = Document(id="d", text="Fighting in Samarra and Mosul.")
SAMARRA, MOSUL = Span(start=12, end=19), Span(start=24, end=29)


def mention(span):
    return Mention(span=span, text=DOCUMENT.text[span.start : span.end])


def run(seconds, megabytes):
    return {
        "memory": {"MB": megabytes},
        "lgl.xml": {"documents": 10, "recognition": seconds, "resolution": seconds, "f1": 0.5},
    }


def test_the_quickest_run_of_each_part_is_told_and_the_peak_of_memory():
    found = toponyms.best([run(2.0, 50.0), run(1.0, 40.0)])
    assert found["lgl.xml"]["recognition"] == 1.0
    assert found["memory"] == {"MB": 50.0}


def test_speed_counts_recognition_and_resolution():
    assert toponyms.speed({"documents": 10, "recognition": 1.0, "resolution": 4.0}) == 2.0


def test_ratios_tell_how_many_times_as_quick_ours_is():
    lines = toponyms.table({"geomap": run(1.0, 40), "spaCy": run(3.0, 90)}, {"lgl.xml": "LGL"}).splitlines()
    assert lines[0].split() == ["geomap", "spaCy"]
    assert lines[1].split()[-2:] == ["5.0", "1.7"]
    assert lines[2].split()[-2:] == ["-", "3.00"]
    assert lines[3].split()[-2:] == ["50%", "50%"]


def test_each_document_is_recognised_once_and_its_mentions_go_to_the_resolver():
    seen = []

    def resolve(document, mentions):
        seen.append((document.id, len(mentions)))
        return tuple(Resolution(mention=each) for each in mentions)

    figures, found = timed(tools.Tool(recognize=lambda _: [mention(SAMARRA)], resolve=resolve), [DOCUMENT])
    assert seen == [("d", 1)]
    assert found == {"d": (mention(SAMARRA),)}
    assert figures["documents"] == 1


def test_f1_is_of_exact_spans():
    gold = GoldDocument(document=DOCUMENT, toponyms=(GoldToponym(span=SAMARRA), GoldToponym(span=MOSUL)))
    corpus = ToponymCorpus(name="c", documents=(gold,))
    assert f1(corpus, {"d": [mention(SAMARRA)]}, open_gazetteer(), "all") == pytest.approx(2 / 3)


def test_matches_of_the_look_up_become_mentions_with_half_open_spans():
    assert tools.matched(DOCUMENT, [(24, 28, "mosul"), (12, 18, "samarra"), (29, 28)]) == (
        mention(SAMARRA),
        mention(MOSUL),
    )


def test_a_tool_that_is_not_there_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "ahogeotagger.tagger", None)
    with pytest.raises(tools.MissingToolError, match="pip install ahogeotagger"):
        tools.ahogeotagger_tool("")


@pytest.mark.parametrize("kind", hostile.KINDS)
def test_each_hostile_kind_grows_with_its_size(kind):
    assert len(hostile.KINDS[kind](200)) > len(hostile.KINDS[kind](100))
