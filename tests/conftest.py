from __future__ import annotations

import os

import pytest
from hypothesis import settings

# Loaded machines are slow at times, and no test here is about time. CI finds the same examples every time;
# everybody else's runs look for new ones.
settings.register_profile("geomap", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "geomap")


def _strictly(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Where everything must run, a skipped test is a failed one."""
    if os.environ.get("GEOMAP_STRICT") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason}\nGEOMAP_STRICT=1 lets nothing be skipped."


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_makereport():
    report = yield
    _strictly(report)
    return report


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_make_collect_report():
    report = yield
    _strictly(report)
    return report
