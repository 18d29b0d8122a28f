"""The explanation of a text with something around the C: what was passed over is told."""

import re
from collections.abc import Callable

from cexplain.copied import Told, is_message, printed_by_debugger
from cexplain.cutoff import completed, is_cut_off
from cexplain.diagnostics import Diagnostic, ReadingError
from cexplain.explanation import Explanation
from cexplain.oddly import OTHER, OTHER_LANGUAGES, in_words
from cexplain.pasted import cleaned
from cexplain.source import Lines, Span
from cexplain.values import replace

_ENGLISH = (
    r"\b(?:pointers?|arrays?|functions?|cast)\b.*\b(?:to|of|returning|returns|into|taking|takes)\b"
)
_COMMANDS = frozenset({"help", "explain", "declare", "cast", "quit", "exit"})
_NO_CXX = frozenset(
    (
        "misspelt-keyword later-keyword later-standard macro-call nothing-to-read hidden-type "
        "expected-tag unbalanced-bracket body-without-function expected-size expected-width "
        "stray-character unfinished-string unfinished-character unfinished-comment "
        "contradictory-specifiers implicit-int too-deep"
    ).split()
)
"""What is wrong in C++ as well, or says more than that the text might be C++."""
_OF_CXX = r"->|::|&&|\b(?:operator|template|virtual|explicit|friend|decltype|noexcept|class)\b"
_BEGINS_CXX = (
    r"\b(?:namespace|using|try|catch|throw|new|delete|this|class|extern\s+\"C|co_\w+|\w+_cast\s*<"
    r"|(?:std::)?c(?:out|err|in|log)\s*[<>]{2})|::"
)
"""What no statement of C has."""
_ADVICE = "give the code alone, and nothing is skipped"


def without(
    text: str, first: Explanation | None, explain: Callable[[str], Explanation]
) -> Explanation:
    """Return what a text says, read without what stands around it if it is then understood.

    `first` is what was made of it as it stands, None where that is still to be asked for.
    """
    said = _english(text)
    if said is not None:
        return Explanation(text, "c23" if first is None else first.std, (), (said,))
    other = _of_another_language(text)
    if other is not None:
        return Explanation(text, "c23" if first is None else first.std, (), (other,))
    if text.strip() in _COMMANDS:
        return Explanation(text, "c23" if first is None else first.std, (), (_command(text),))
    told = cleaned(text)
    if told is not None:
        found = explain(told.text)
        whole = bool(found.readings) and found.ok
        if whole or (found.readings and first is not None and _errors(found) < _errors(first)):
            once = {one.message: one for one in reversed(told.told)}  # the first of each
            notes = [_note(text, one) for one in sorted(once.values())]
            diagnostics = (*notes, *found.diagnostics)
            return replace(found, source=text, diagnostics=diagnostics)
    if is_message(text):
        message = "this is what a compiler said, and it quotes no type"
        said = _whole(text, message, "give the line of code that it speaks of")
        return Explanation(text, "c23" if first is None else first.std, (), (said,))
    printed = printed_by_debugger(text)
    if printed is not None:
        return Explanation(
            text, "c23" if first is None else first.std, (), (_whole(text, *printed),)
        )
    found = explain(text) if first is None else first
    if found.ok:
        return found
    return completed(text, found, explain) or _as_cxx(found) or found


def _as_cxx(found: Explanation) -> Explanation | None:
    """Return that a text is C++, if that is what keeps it from being read as C."""
    errors = [one for one in found.diagnostics if one.severity == "error"]
    told = any("C++" in f"{one.message} {one.advice}" for one in errors)
    cut = is_cut_off(found) and not found.readings
    if told or not errors or any(one.rule in _NO_CXX for one in errors if not cut):
        return None
    if found.source.split()[:1] == ["typedef"] and errors[0].rule == "expected-name":
        return None  # typedef struct { int x; };
    if errors[0].rule == "statement" and not errors[0].message.startswith("this calls"):
        return None
    broken = any(one.clause for one in errors)
    if broken and not re.search(_OF_CXX, found.source):
        return None  # it can be read as C, and breaks a rule of it
    from cexplain.engine import explain  # noqa: PLC0415 - it asks for this module

    other = explain(found.source, std="c++17")
    done = any(one.declaration.kind in ("statement", "expression") for one in other.readings)
    if (cut or done) and not re.search(f"{_OF_CXX}|{_BEGINS_CXX}", found.source):
        return None
    if not other.readings or not (other.ok or is_cut_off(other)):
        return None
    message = "this is C++, and C is read here"
    said = replace(
        errors[0], rule="unexpected-token", message=message, clause=None,
        advice="choose --std c++17 to read C++",
    )  # fmt: skip
    return replace(found, readings=(), diagnostics=(said,))


def _of_another_language(text: str) -> Diagnostic | None:
    """Return that a text begins as a declaration of another language does."""
    found = re.match(OTHER, text)
    if found is None or found.lastindex is None:
        return None
    message = f"this is {list(OTHER_LANGUAGES)[found.lastindex - 1]}, and C is read here"
    advice = "a declaration of C begins with its type: int x = 5;"
    return _whole(text, message, advice)


def _errors(found: Explanation) -> int:
    return sum(one.severity == "error" for one in found.diagnostics)


def _command(text: str) -> Diagnostic:
    """Return that a text is a command, not a declaration."""
    word = text.strip()
    return _whole(
        text, f"{word!r} is a command, not a declaration",
        "write a declaration, such as int *p; cexplain --help lists the commands",
    )  # fmt: skip


def _whole(text: str, message: str, advice: str) -> Diagnostic:
    """Return that nothing can be read in a text."""
    return Diagnostic("error", "nothing-to-read", message, 1, 1, Span(0, len(text)), advice)


def _note(text: str, told: Told) -> Diagnostic:
    line, column = Lines(text).position(told.start)
    span = Span(told.start, told.end)
    return Diagnostic(told.severity, "pasted", told.message, line, column, span, _ADVICE)


def _english(text: str) -> Diagnostic | None:
    """Return that a text is a sentence of English, if it is, with the C that it means."""
    if len(text) > 500 or not (re.search(_ENGLISH, text, re.IGNORECASE) or in_words(text)):
        return None
    from cexplain.english.declare import cast, declare  # noqa: PLC0415 - seldom needed

    speak = cast if text.split()[:1] == ["cast"] else declare
    message = "this is English, and C is read here"
    try:
        c = speak(text)
    except ReadingError as error:
        if not in_words(text) or not re.search(_ENGLISH, text, re.IGNORECASE):
            return None
        return _whole(text, message, f"for the C that it means, {error.diagnostics[0].advice}")
    command = speak.__name__
    advice = f"cexplain {command} writes it in C: {' '.join(c.split())}"
    return Diagnostic("error", "english", message, 1, 1, Span(0, len(text)), advice)
