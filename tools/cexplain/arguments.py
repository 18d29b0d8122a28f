"""Words for tools: what somebody else names becomes no option, and no file of options.

gcc and clang read options from the file x where a word is `@x`. gcc's driver hands words on
one by one: the value of `-I@x` and the last part of an input's path stand alone before the
compiler proper, which reads such files as well. So folders and files are given by absolute
paths, a text to preprocess on standard input, and a macro only by what is a macro.
"""

import os
import re

_MACRO = re.compile(r"(?P<name>[^\W\d][\w$]*|\$[\w$]*)(?:\([\w$\s,.]*\))?(?:=.*)?", re.DOTALL)


class UnfitError(ValueError):
    """A word that no tool can be given; its text says why."""


def fitting(word: str) -> str:
    """Return a word that can be handed to a tool at all; raises UnfitError."""
    try:
        encoded = os.fsencode(word)
    except UnicodeEncodeError as error:
        raise UnfitError("it holds half a character (a lone surrogate)") from error
    if b"\0" in encoded:
        raise UnfitError("it holds a NUL character")
    return word


def path(name: str, folder: str | None = None) -> str:
    """Return a file or folder as an absolute path, from `folder` or from where we are.

    Raises UnfitError for no name at all, too.
    """
    if not fitting(name):
        raise UnfitError("the name is missing")
    if folder is None:
        try:
            folder = os.getcwd()
        except OSError:  # it was removed: no relative path leads anywhere
            folder = "/"
    return os.path.join("/", folder, name)


def macro(definition: str) -> str:
    """Return what may stand behind -D: a macro's name, and what it stands for; raises UnfitError.

    Only the name is taken by -U.
    """
    if not _MACRO.fullmatch(fitting(definition)):
        raise UnfitError("a macro is NAME, NAME=VALUE or NAME(PARAMETERS)=VALUE")
    return definition


def misleading(name: str) -> bool:
    """Whether a tool could take a file's name, or a folder's on the way to it, for an option."""
    return any(part.startswith(("-", "@")) for part in name.split("/"))
