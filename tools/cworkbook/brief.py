"""Tells a page's error in one line where the engine would print a traceback.

Zensical 0.0.73 wraps whatever a Markdown extension raises into a RuntimeError
and lets Python print it, with every frame of both engines. MkDocs does the
same where our plugin is not configured.
"""

import sys
from types import TracebackType

WRAPPED = "Python error: PageError: "
"""How Zensical begins the message of an error that came from a page."""


def message_of(error: BaseException) -> str | None:
    """Return the page's own message, None if the error is about anything else."""
    if type(error).__name__ == "PageError":
        return str(error)
    text = str(error)
    if isinstance(error, RuntimeError) and text.startswith(WRAPPED):
        return text.removeprefix(WRAPPED).split("\n", 1)[0]
    return None


def tell_briefly() -> None:
    """Make Python print a page's error as its message alone, and every other one as before."""
    if getattr(sys.excepthook, "tells_briefly", False):
        return
    usual = sys.excepthook

    def hook(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        message = message_of(error)
        if message is None:
            usual(kind, error, traceback)
        else:
            print(message, file=sys.stderr)

    hook.tells_briefly = True  # type: ignore[attr-defined] # marks the hook as ours
    sys.excepthook = hook
