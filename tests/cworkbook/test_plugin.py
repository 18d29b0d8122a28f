"""The MkDocs plugin: what it changes in the configuration, and how it tells errors."""

from contextlib import nullcontext as does_not_raise
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from cworkbook.pages import PageError
from cworkbook.plugin import EXTENSION, WorkbookPlugin


def config(docs: Path) -> MkDocsConfig:
    """A configuration as MkDocs hands it to plugins."""
    made = MkDocsConfig()
    made.load_dict({"site_name": "Book", "docs_dir": str(docs)})
    assert made.validate() == ([], [])
    return made


def test_the_extension_is_installed_once(tmp_path: Path) -> None:
    plugin = WorkbookPlugin()
    made = plugin.on_config(plugin.on_config(config(tmp_path)))
    assert made.markdown_extensions.count(EXTENSION) == 1


def test_assets_that_nobody_built_are_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="mkdocs.plugins.cworkbook")
    WorkbookPlugin().on_config(config(tmp_path))
    assert "assets/build is not built (make build" in caplog.text


def test_nothing_is_said_of_assets_that_are_there(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="mkdocs.plugins.cworkbook")
    (tmp_path / "assets/build").mkdir(parents=True)
    WorkbookPlugin().on_config(config(tmp_path))
    assert caplog.text == ""


def test_a_pages_error_becomes_one_that_mkdocs_tells_in_a_line() -> None:
    with pytest.raises(PluginError, match=r"docs/a\.md:5: error: no"):
        WorkbookPlugin().on_build_error(error=PageError("docs/a.md:5: error: no"))


def test_only_a_pages_error_is_changed() -> None:
    with does_not_raise():
        WorkbookPlugin().on_build_error(error=KeyError("x"))
