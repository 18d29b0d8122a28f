"""The book of two chapters, and a fresh reader of it for each test."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from support.devices import Devices
from support.programs import BUILT
from support.reviewing import Review, make_review
from support.sites import Shared


@pytest.fixture(scope="session")
def site(shared: Shared) -> str:
    """The address of the small book."""
    if not BUILT.is_file():
        pytest.skip("the pages' scripts are not built: make build")
    return shared.site("review", partial(make_review, "mkdocs"))


@pytest.fixture
def options() -> dict[str, Any]:
    """Options of the reader's browser; tests may give others."""
    return {}


@pytest.fixture
def review(devices: Devices, site: str, options: dict[str, Any]) -> Iterator[Review]:
    """A reader of whom the device knows nothing, on the first day."""
    with devices.reader(site, **options) as page:
        reader = Review(page, site)
        reader.at(0)
        yield reader
