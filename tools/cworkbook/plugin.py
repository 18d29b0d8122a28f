"""The MkDocs plugin: thin, because Zensical builds the same pages without it.

It installs the Markdown extension where the configuration does not, tells of
assets that nobody built, lets the server's own script run while pages are being
written, hands the search each page's own words and the glossary's, and turns a page's failure into
one message.
"""

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from cworkbook.pages import PageError
from cworkbook.words import load
from cworkbook.words.found import found_by_name

EXTENSION = "cworkbook.extension"
BUILT = "assets/build"
INDEX = "search/search_index.json"

# MkDocs shows what is logged under its own name.
log = logging.getLogger("mkdocs.plugins.cworkbook")


class WorkbookConfig(Config):  # type: ignore[no-untyped-call] # in MkDocs
    """The plugin has no options of its own."""


class WorkbookPlugin(BasePlugin[WorkbookConfig]):  # type: ignore[no-untyped-call] # in MkDocs
    """Installs the workbook's Markdown extension and reports its errors."""

    serving = False

    def on_startup(
        self,
        *,
        command: Literal["build", "gh-deploy", "serve"],
        dirty: bool,  # noqa: ARG002 - MkDocs passes it
    ) -> None:
        """Remember whether pages are served; MkDocs then keeps this object between rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Return the configuration with the extension in it; tell of assets that nobody built."""
        if EXTENSION not in config.markdown_extensions:
            config.markdown_extensions.append(EXTENSION)
        if self.serving:
            config.extra["serving"] = True  # overrides/partials/policy.html allows its script
        if not (Path(config.docs_dir) / BUILT).is_dir():
            log.info(
                "%s is not built (make build, or npm run build in tools/browser): pages use the "
                "system's fonts, and nothing on them can be stepped through, explained or run",
                BUILT,
            )
        return config

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs passes it
        files: Files,  # noqa: ARG002 - MkDocs passes it
    ) -> str:
        """Return the page as it is; its words for the search become Material's tags.

        The front matter does not call them so, because Zensical would show them on the page.
        """
        search = page.meta.get("search")
        if isinstance(search, dict) and "words" in search:
            page.meta["tags"] = search["words"]
        return markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Have the search, which has written its index by now, find words by their names."""
        index = Path(config.site_dir) / INDEX
        if index.is_file():
            found_by_name(index, load(Path(config.docs_dir).parent))

    def on_build_error(self, *, error: Exception) -> None:
        """Raise a page's own error again as MkDocs' kind, which is told without a traceback."""
        if isinstance(error, PageError):
            raise PluginError(str(error)) from None
