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
    made.load_dict(
        {
            "site_name": "Book",
            "docs_dir": str(docs),
            "extra_css": ["assets/build/fonts.css", "assets/theme.css"],
            "extra_javascript": [{"path": "assets/build/workbook.js", "defer": True}],
        }
    )
    assert made.validate() == ([], [])
    return made


def test_the_extension_is_installed_once(tmp_path: Path) -> None:
    plugin = WorkbookPlugin()
    made = plugin.on_config(plugin.on_config(config(tmp_path)))
    assert made.markdown_extensions.count(EXTENSION) == 1


def test_assets_that_nobody_built_are_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="mkdocs.plugins.cworkbook")
    made = WorkbookPlugin().on_config(config(tmp_path))
    assert made.extra_css == ["assets/theme.css"]
    assert made.extra_javascript == []
    assert "assets/build is not built" in caplog.text


def test_built_assets_stay(tmp_path: Path) -> None:
    (tmp_path / "assets/build").mkdir(parents=True)
    made = WorkbookPlugin().on_config(config(tmp_path))
    assert len(made.extra_css) == 2
    assert len(made.extra_javascript) == 1


def test_a_pages_error_becomes_one_that_mkdocs_tells_in_a_line() -> None:
    with pytest.raises(PluginError, match=r"docs/a\.md:5: error: no"):
        WorkbookPlugin().on_build_error(error=PageError("docs/a.md:5: error: no"))


def test_only_a_pages_error_is_changed() -> None:
    with does_not_raise():
        WorkbookPlugin().on_build_error(error=KeyError("x"))
