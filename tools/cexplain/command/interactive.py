"""The conversation on a terminal: a line editor if there is one, plain input if not.

prompt_toolkit comes with the extra cexplain[interactive]; this is the only
module that knows it.
"""

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cexplain.command.console import Console
from cexplain.command.conversation import Conversation, Ended, unfinished
from cexplain.command.options import Options

if TYPE_CHECKING:
    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import History

PROMPT, MORE = "c> ", ".. "
GREETING = "Type a declaration. ? lists what else is understood, Ctrl-D ends this.\n"
HINT = "(pip install 'cexplain[interactive]' brings completion, history and a preview.)\n"

Ask = Callable[[str], str]
"""Asks for a line; raises EOFError where there are no more, KeyboardInterrupt at Ctrl-C."""


def converse(options: Options, console: Console) -> int:
    """Answer line after line until the person leaves; return the exit status."""
    conversation = Conversation(options, console.look)
    console.out(GREETING)
    try:
        ask = _editor(conversation, console)
    except ImportError:
        console.out(HINT)
        ask = input
    while True:
        try:
            text = ask(PROMPT)
            while unfinished(text):
                text += f"\n{ask(MORE)}"
            console.out(conversation.answer(text))
        except KeyboardInterrupt:
            console.out("\n" if ask is input else "")
        except EOFError:
            console.out("\n" if ask is input else "")
            return 0
        except Ended:
            return 0


def _editor(conversation: Conversation, console: Console) -> Ask:
    """Return a line editor with history, completion and preview; raises ImportError without."""
    # ruff: noqa: PLC0415 - the library is not there for everybody
    from prompt_toolkit import PromptSession
    from prompt_toolkit.application import get_app
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.output import ColorDepth

    class Words(Completer):
        """Offers the words that the conversation knows."""

        def get_completions(
            self,
            document: "Document",
            complete_event: "CompleteEvent",  # noqa: ARG002 - its base's
        ) -> "Iterable[Completion]":
            found = conversation.completion(document.text_before_cursor)
            return (Completion(word, -found.start) for word in found.words)

    def preview() -> str:
        # A toolbar that comes and goes would move the lines, so it is always there.
        return conversation.preview(get_app().current_buffer.text) or " "

    session: PromptSession[str] = PromptSession(
        history=_history(),
        completer=Words(),
        complete_while_typing=False,
        bottom_toolbar=preview,
        color_depth=None if console.look.colour else ColorDepth.DEPTH_1_BIT,
    )
    return session.prompt


def history_file() -> Path:
    """Return where questions are kept: the XDG base directory for state."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "cexplain" / "history"


def _history() -> "History":
    """Return the questions of earlier days; only today's, where no file can be kept."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    path = history_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()

    class Kept(FileHistory):
        """What was asked, in a file as long as there is room for it."""

        def store_string(self, string: str) -> None:
            with contextlib.suppress(OSError):
                super().store_string(string)

    return Kept(path)
