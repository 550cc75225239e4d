from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from toponym_examples import ALEPPO, TEXT, answer, lines, mention, row, xml

from geomap.errors import InputError, OutputError
from geomap.evaluation import GoldToponym, read_toponym_corpus, write_predictions
from geomap.evaluation.toponym_gold import REPAIR_REACH, core, gold_document, in_half, span_of
from geomap.model import Document, Span


def written(tmp_path, content, name="corpus"):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    return path


def texts(gold):
    return [gold.document.text[each.span.start : each.span.end] for each in gold.toponyms]


def test_xml_and_lines_give_the_same_toponyms(tmp_path):
    by_xml = read_toponym_corpus(written(tmp_path, xml()))
    by_lines = read_toponym_corpus(written(tmp_path, lines(row())))
    (article,), (line,) = by_xml.documents, by_lines.documents
    for gold in (article, line):
        assert texts(gold) == ["Aleppo", "Ain Issa"]
        assert [(each.id, each.position) for each in gold.toponyms] == [("gn:1", (36.0, 37.0)), (None, None)]
    assert article.toponyms[0].feature_code == "PPLA"
    assert line.toponyms[0].feature_code is None
    assert (article.document.id, article.document.text) == (line.document.id, line.document.text)


def test_xml_tells_title_source_and_day(tmp_path):
    (gold,) = read_toponym_corpus(written(tmp_path, xml())).documents
    document = gold.document
    assert (document.title, document.source) == ("Fighting spreads", "example.org")
    assert document.published == date(2016, 12, 19)


@pytest.mark.parametrize(("start", "end"), [(19, 25), (24, 30), (21, 26), (0, 6), (200, 206)])
def test_offsets_that_are_off_are_repaired_by_the_phrase(tmp_path, start, end):
    corpus = read_toponym_corpus(written(tmp_path, xml(start, end)))
    assert texts(corpus.documents[0]) == ["Aleppo", "Ain Issa"]
    assert (corpus.repaired, corpus.lost) == (1, 0)


def test_lines_are_repaired_where_they_carry_the_phrase(tmp_path):
    mentions = [{"start": 20, "end": 26, "text": "Aleppo"}, {"start": 3, "end": 9, "text": "Mosul"}]
    corpus = read_toponym_corpus(written(tmp_path, lines(row(mentions=mentions))))
    assert texts(corpus.documents[0]) == ["Aleppo"]
    assert (corpus.repaired, corpus.lost) == (1, 1)


def test_a_phrase_is_taken_where_it_stands_nearest():
    text = "Hama and Hama and Hama"
    assert span_of(text, 8, 12, "Hama") == Span(start=9, end=13)
    assert span_of(text, 16, 20, "Hama") == Span(start=18, end=22)
    assert span_of(text, 9, 13, "Homs") is None
    assert span_of(" " * (REPAIR_REACH + 1) + text, 0, 4, "Hama") is None


@given(st.text(max_size=30), st.text(min_size=1, max_size=8), st.text(max_size=30), st.integers(-9, 9))
def test_a_repaired_span_holds_the_phrase(before, phrase, after, shift):
    text = before + phrase + after
    start = max(0, len(before) + shift)
    span = span_of(text, start, start + len(phrase), phrase)
    assert text[span.start : span.end] == phrase
    assert abs(span.start - start) <= abs(len(before) - start)


CORES = {
    "the Hague": "Hague",
    "The Gambia’s": "Gambia",
    "Iraq's": "Iraq",
    " Homs ": "Homs",
    "the ": "the",
    "'s": "'s",
    "Theba": "Theba",
}


@pytest.mark.parametrize("name", CORES)
def test_what_is_compared_leaves_article_and_possessive_out(name):
    text = f"({name})"
    span = core(text, Span(start=1, end=1 + len(name)))
    assert text[span.start : span.end] == CORES[name]


@given(st.text(alphabet="the Hama's’ ", min_size=1, max_size=24), st.data())
def test_a_core_lies_inside_its_span(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start=start, end=data.draw(st.integers(start + 1, len(text))))
    assert span.covers(core(text, span))


def test_of_two_toponyms_of_one_core_the_linked_one_counts():
    text = "in the Hama's"
    short, long = Span(start=7, end=11), Span(start=3, end=13)
    gold = gold_document(
        Document(id="a", text=text), [GoldToponym(span=short), GoldToponym(span=long, id="gn:2")]
    )
    assert [each.id for each in gold.toponyms] == ["gn:2"]


def test_the_halves_are_those_of_sha1():
    # SHA-1 of "a" ends in ...b8, of "b" in ...98, of "c" in ...d4, of "abc" in ...9d (FIPS 180-1).
    assert in_half("a", "train")
    assert not in_half("a", "test")
    assert in_half("abc", "test")
    assert not in_half("abc", "train")
    assert in_half("abc", "all")


@given(st.text())
def test_each_document_is_in_one_half(key):
    assert in_half(key, "train") != in_half(key, "test")


def test_a_half_keeps_its_documents_only(tmp_path):
    corpus = read_toponym_corpus(written(tmp_path, lines(row(), row(doc_id="abc"))))
    assert [each.document.id for each in corpus.half("train").documents] == ["a"]
    assert [each.document.id for each in corpus.half("test").documents] == ["abc"]
    assert corpus.half("all") == corpus


BAD = {
    "": "holds no document",
    "[1]\n": "line 1: no JSON object",
    lines(row()) + "{": "line 2: not JSON",
    lines(row(doc_id="")): "line 1: doc_id must be a text",
    lines(row(text=" ")): "line 1: text must be a text that is not blank",
    lines({"doc_id": "a"}): "line 1: text is missing",
    lines(row(mentions={})): "line 1: mentions must be a list",
    lines(row(mentions=[{"start": 5, "end": 5}])): r"mentions\[0\]\.end must be above start",
    lines(row(mentions=[{"start": 5, "end": 500}])): r"mentions\[0\]\.end must be above start",
    lines(row(mentions=[{"start": -1, "end": 5}])): r"mentions\[0\]\.start must be a whole number",
    lines(row(mentions=[{"start": 0, "end": 5, "lat": 1}])): r"mentions\[0\]\.lon is missing",
    lines(row(mentions=[{"start": 0, "end": 5, "lat": 91, "lon": 1}])): "latitude 91",
    lines(row(mentions=[{"start": 0, "end": 5, "lat": 0, "lon": 0}])): "is no place",
    lines(row(mentions=[{"start": 0, "end": 5, "geonameid": "x"}])): "geonameid must be a whole number",
    "<articles><article>": "is not whole XML",
    "<articles/>": "holds no document",
    xml(start="x"): r"article a: mentions\[0\]\.start must be a whole number",
    xml().replace('docid="a"', ""): "article 1: doc_id must be a text",
    xml().replace("<lat>36.0</lat>", "<lat>north</lat>"): r"mentions\[0\]\.lat must be a number",
    xml().replace("<lat>36.0</lat>", ""): r"mentions\[0\]\.lat must be given",
}


@pytest.mark.parametrize("content", BAD, ids=BAD.values())
def test_a_bad_file_is_told_in_one_sentence(tmp_path, content):
    path = written(tmp_path, content)
    with pytest.raises(InputError, match=BAD[content]) as caught:
        read_toponym_corpus(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_missing_or_not_utf8(tmp_path):
    with pytest.raises(InputError, match="Cannot read"):
        read_toponym_corpus(tmp_path / "nowhere.xml")
    path = tmp_path / "latin.xml"
    path.write_bytes(b"<a>\xe9</a>")
    with pytest.raises(InputError, match="not UTF-8"):
        read_toponym_corpus(path)


def test_predictions_are_read_back_as_a_corpus(tmp_path):
    document = Document(id="a", text=TEXT, published=date(2016, 12, 19), source="example.org")
    found = [answer(mention(TEXT, "Aleppo"), ALEPPO, 0.9), answer(mention(TEXT, "Ain Issa"))]
    path = tmp_path / "found.jsonl"
    write_predictions(path, [(document, found)])
    (line,) = path.read_text(encoding="utf-8").splitlines()
    first, second = json.loads(line)["mentions"]
    assert first["geonameid"] == 1
    assert first["confidence"] == 0.9
    assert "geonameid" not in second
    (gold,) = read_toponym_corpus(path).documents
    assert gold.document == document
    assert [(each.span, each.id, each.position) for each in gold.toponyms] == [
        (found[0].mention.span, "gn:1", (36.0, 37.0)),
        (found[1].mention.span, None, None),
    ]


@given(st.text(min_size=1))
def test_any_text_survives_being_written_and_read(tmp_path_factory, text):
    assume(text.strip())
    document = Document(id="a", text=text)
    path = tmp_path_factory.mktemp("found") / "found.jsonl"
    whole = mention(text, text)
    write_predictions(path, [(document, [answer(whole, ALEPPO, 0.5)])])
    (gold,) = read_toponym_corpus(path).documents
    assert gold.document == document
    assert [each.span for each in gold.toponyms] == [whole.span]


def test_predictions_that_cannot_be_written(tmp_path):
    with pytest.raises(OutputError):
        write_predictions(tmp_path / "missing" / "found.jsonl", [])
