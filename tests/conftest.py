"""What every test may use: goldens, and the option that renews them."""

import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support.golden import Compare

# With CI=true nothing may be skipped; and sites are built once for all workers of a run.
pytest_plugins = ["tests.ci_gate", "tests.one_host", "tests.shuffled"]

# Two cores are shared with compilers and a browser: a slow example says nothing about ours.
# With CI=true the parent profile draws the same examples each time.
settings.register_profile(
    "house", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

# Under nohup a hangup is passed over, and everything that tests start would inherit that.
# A function of our own is not inherited, and passes it over here all the same.
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews goldens."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what the tests produce to tests/goldens/, to be looked at with git diff",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """A function that compares a text with the golden file of a name under tests/goldens/."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{name} is no golden yet: run pytest --update-goldens"
        assert text == path.read_text(encoding="utf-8")

    return compare
