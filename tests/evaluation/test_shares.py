from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.evaluation.shares import Share, calibration, share


def test_a_share_of_nothing_is_unknown():
    assert share([]).value is None
    assert share([True, False, True]) == Share(count=2, of=3)
    assert Share(count=1, of=3).as_json() == {"count": 1, "of": 3, "share": 0.333333}


def test_a_full_confidence_falls_into_the_last_bin():
    (only,) = calibration([(1.0, True), (0.95, False)]).bins
    assert (only.low, only.high) == (0.9, 1.0)
    assert only.confidence == pytest.approx(0.975)
    assert only.right == Share(count=1, of=2)


def test_no_answers_have_no_calibration():
    assert calibration([]).as_json() == {"expected_calibration_error": None, "of": 0, "bins": []}


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_an_error_of_calibration_is_a_share_and_counts_everything(answers):
    found = calibration(answers)
    assert found.count == len(answers)
    assert 0 <= found.error <= 1


@given(st.lists(st.booleans(), min_size=1))
def test_who_says_zero_and_one_rightly_is_calibrated(truths):
    assert calibration([(float(truth), truth) for truth in truths]).error == 0
