"""Times scored against TIMEX3, in both of its forms, over tiny documents of our own."""

from __future__ import annotations

from datetime import date

import pytest

from geomap.coding.timeline import TimeExpression, times_of
from geomap.errors import InputError
from geomap.evaluation import render_dates, score_dates
from geomap.evaluation.timex_gold import read_timed_documents
from geomap.model import Span

TML = """<?xml version="1.0"?><TimeML><DOCID>tiny</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2010-03-03" functionInDocument="CREATION_TIME">3 March</TIMEX3></DCT>
<TEXT>On <TIMEX3 tid="t1" type="DATE" value="2010-03-01">Monday</TIMEX3> a <EVENT>bomb</EVENT> went off.
It burned <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>, until Tuesday.</TEXT></TimeML>"""
WORDS = "Bomb kills two | March 3 , 2010 | It fell Monday . | In 2009 .".split()


def tokens(words):
    sentence = 0
    for number, word in enumerate(words, 1):
        if word == "|":
            sentence += 1
        else:
            yield f'<token t_id="{number}" sentence="{sentence}">{word}</token>'


def meantime(created):
    marks = [(created, "CREATION_TIME", (5, 6, 7, 8)), ("2010-03-01", "NONE", (12,)), ("2010", "NONE", ())]
    timex = "".join(
        f'<TIMEX3 type="DATE" value="{value}" functionInDocument="{function}">'
        + "".join(f'<token_anchor t_id="{each}"/>' for each in anchors)
        + "</TIMEX3>"
        for value, function, anchors in marks
    )
    return f'<Document doc_id="m">{"".join(tokens(WORDS))}<Markables>{timex}</Markables></Document>'


@pytest.fixture
def write(tmp_path):
    def write(content, name="tiny.tml"):
        (tmp_path / name).write_text(content, encoding="utf-8")
        return tmp_path / name

    return write


def test_timeml_is_read_with_its_creation_time(write):
    (timed,) = read_timed_documents(write(TML))
    assert (timed.document.id, timed.document.published) == ("tiny", date(2010, 3, 3))
    text = timed.document.text
    assert [(text[each.span.start : each.span.end], each.value) for each in timed.times] == [
        ("Monday", "2010-03-01"),
        ("two days", "P2D"),
    ]


@pytest.mark.parametrize("created", ["2010-03-03", "03-03-2010"])
def test_meantime_is_read_up_to_its_last_mark_and_dated_by_value_or_words(write, created):
    (timed,) = read_timed_documents(write(meantime(created), "m.xml"))
    assert timed.document.text == "Bomb kills two\n\nMarch 3, 2010\n\nIt fell Monday."
    assert timed.document.published == date(2010, 3, 3)
    # The creation time is no time to find, and one without words cannot be found.
    assert [each.value for each in timed.times] == ["2010-03-01"]
    assert [timed.document.text[each.start : each.end] for each in timed.unscored] == ["March 3, 2010"]


def test_a_folder_is_read_in_order_and_what_is_none_is_told(write, tmp_path):
    write(meantime("2010-03-03"), "b.xml")
    write(TML, "a.tml")
    assert [each.document.id for each in read_timed_documents(tmp_path)] == ["tiny", "m"]
    with pytest.raises(InputError, match="neither a TEXT nor tokens"):
        read_timed_documents(write("<x/>", "c.xml"))
    with pytest.raises(InputError, match="not whole XML"):
        read_timed_documents(write("<x>", "c.xml"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"holds no \.tml or \.xml file"):
        read_timed_documents(tmp_path / "empty")


def expression(document, start, end, value):
    return TimeExpression(
        span=Span(start=start, end=end), text=document.text[start:end], type="DATE", value=value, first=None,
        last=None, precision=None, reason="for a test",
    )  # fmt: skip


def test_values_are_counted_at_the_gold_extents_and_found_by_overlap(write):
    def reader(document, extents):
        if extents is not None:
            return [expression(document, each.start, each.end, "2010-03-01") for each in extents]
        at = document.text.index("Monday")
        beyond = document.text.index("Tuesday")
        return [
            expression(document, at - 3, at + 6, "2010-03-01"),
            expression(document, beyond, beyond + 7, "2010-03-02"),
        ]

    score = score_dates(write(TML), times_of=reader)
    assert (score.values.count, score.values.of) == (1, 2)
    exact = score.figures["found_and_exact"]
    assert (exact.precision.count, exact.precision.of, exact.recall.of) == (1, 2, 2)
    assert exact.f1 == pytest.approx(0.5)
    assert score.figures["found_and_exact_with_the_very_span"].f1 == 0.0
    told = score.as_json(5)
    assert [each["gold"] for each in told["missed"]] == ["P2D"]
    assert [each["found"] for each in told["invented"]] == ["2010-03-02"]
    assert "P2D read as 2010-03-01 (tiny)" in render_dates(score, 5)


def test_the_grammar_reads_the_tiny_document(write):
    score = score_dates(write(TML), times_of=times_of)
    assert score.values.value == 1.0
    assert score.figures["found_and_exact_with_the_very_span"].recall.value == 1.0


def test_halves_are_by_the_document_s_id(write):
    counts = [score_dates(write(TML), times_of=times_of, half=half).documents for half in ("train", "test")]
    assert sorted(counts) == [0, 1]
