"""On continuous integration nothing may be left out: a skip, an xfail or a deselection fails.

Elsewhere a machine may lack a compiler, and the proof that needs it says so and steps aside.
"""

import os
from collections.abc import Generator, Sequence

import pytest


def strict() -> bool:
    """True where the environment says CI=true, as hosted runners and `.ci/run` do."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """What the skipped or expected-to-fail test gave as its reason; empty if it gave none."""
    expected: str = getattr(report, "wasxfail", "")
    if expected or not isinstance(report.longrepr, tuple):
        return expected
    return str(report.longrepr[2])


def refused(report: pytest.TestReport | pytest.CollectReport) -> bool:
    """Turns a report of something left out into a failure, in place; true if it did."""
    if not (strict() and (report.skipped or hasattr(report, "wasxfail"))):
        return False
    report.longrepr = f"{report.nodeid}: left out, and CI leaves nothing out. {reason(report)}"
    report.outcome = "failed"
    if hasattr(report, "wasxfail"):
        del report.wasxfail
    return True


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The report of one test's phase, failed if the test was left out."""
    report = yield
    refused(report)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The report of one file's collection, failed if the whole file was left out."""
    report = yield
    refused(report)
    return report


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Refuses a run that leaves tests out by name or mark."""
    if strict() and items:
        raise pytest.UsageError(f"CI leaves nothing out, but {items[0].nodeid} was deselected")
