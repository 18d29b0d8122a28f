"""The built book, and a browser that watches what each page does."""

from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from support.axe import SOURCE
from support.devices import Devices
from support.explaining import make_explainer
from support.patience import PATIENCE
from support.programs import BUILT, make_programs
from support.sites import ENGINES, Shared, make_book
from support.visits import Visit
from support.waits import AFTERWARDS, Waits
from support.watching import complaints_about, none_of

RUNNING = pytest.StashKey[tuple[Waits, Browser]]()

# Debian's Chromium; the first is built without the parts of a window.
CHROMIUM = (Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium"))
# The first holds tasks back from an input to the next frame; it made tests elsewhere fail now and
# then (crbug.com/402796660). The others are of those that Playwright switches off: one list counts.
FEATURES = (
    "DeferRendererTasksAfterInput",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--font-render-hinting=none",  # letters as wide as on a screen, not rounded to its dots
    # This build has no handler for the signal by which WebAssembly's wild accesses are else seen.
    "--js-flags=--wasm-enforce-bounds-checks,--no-wasm-dynamic-tiering",
    f"--disable-features={','.join(FEATURES)}",
)


@pytest.fixture(scope="session", params=ENGINES)
def site(request: pytest.FixtureRequest, shared: Shared) -> str:
    """The address of the whole book, built by one engine."""
    engine = str(request.param)
    return shared.site(engine, partial(make_book, engine))


@pytest.fixture
def site_folder(site: str, shared: Shared) -> Path:
    """The folder that is served at the book's address; others read it too."""
    return shared.folder(site)


@pytest.fixture(scope="session")
def programs(shared: Shared) -> str:
    """The address of a small book of programs."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    return shared.site("programs", make_programs)


@pytest.fixture(scope="session")
def explainer(shared: Shared) -> str:
    """The address of a small book with the explainer, below a path as on a shared host."""
    return shared.site("explainer", partial(make_explainer, "mkdocs"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The report of one test's phase; whoever has waited in vain waits less from then on."""
    report = yield
    if report.failed and call.duration > AFTERWARDS and RUNNING in item.config.stash:
        waits, browser = item.config.stash[RUNNING]
        waits.in_vain(browser.contexts)
    return report


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    found = next((path for path in CHROMIUM if path.exists()), None)
    if found is None:
        pytest.skip("the Debian package chromium-headless-shell is not installed")
    waits = Waits()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=found, args=ARGUMENTS, timeout=1000 * PATIENCE
        )
        started.on("context", waits.of)
        request.config.stash[RUNNING] = waits, started
        yield started
        started.close()


@pytest.fixture(scope="session")
def devices(browser: Browser) -> Iterator[Devices]:
    """Devices that keep the book's files from one test to the next, and nothing else."""
    made = Devices(browser)
    yield made
    made.close()


@pytest.fixture
def visit(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """A fresh page; the test fails if it asks another host, or its console shows an error.

    Indirect parameters are options of the browser's context.
    """
    options = getattr(request, "param", {})
    context = browser.new_context(**options)
    visited = Visit(context.new_page(), site, complaints_about(context, site))
    yield visited
    context.close()
    none_of(visited.complaints)


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which looks for breaches of WCAG."""
    if not SOURCE.is_file():
        pytest.skip("axe-core is not installed: npm ci in tools/browser")
    return SOURCE.read_text(encoding="utf-8")
