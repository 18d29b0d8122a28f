"""What a text of C++ says that declares nothing: where names belong, and where they are known."""

from cexplain.explanation import Phrase, PhraseKind, Reading
from cexplain.source import Spans
from cexplain.syntax.cxx_scan import CxxScanner
from cexplain.tree import Absent, Declaration


def scope(scanner: CxxScanner, index: int) -> Reading | None:
    """Return what the head of a namespace, `extern "C" {` or a using-directive says.

    None where there is nothing between the braces, or the form is another one.
    """
    tokens = scanner.tokens
    end = scanner.expression_end(index, ("{", ";"))
    if tokens[end].text == "{" and tokens[end + 1].text == "}":
        return None
    start = index + (tokens[index].text == "inline")
    said = _said(scanner, start, end)
    if said is None:
        return None
    phrases = tuple(Phrase(text, kind, spans) for text, kind, spans in said if text)
    prose = " ".join(phrase.text for phrase in phrases)
    source = scanner.source(index, end)
    declared = Declaration(None, Absent(), "statement", operand=source)
    scanner.spans.put(declared, (scanner.span(index, end),))
    c = f"{source} {{ }}" if tokens[end].text == "{" else source
    return Reading(declared, phrases, prose, prose, c, (), scanner.spans)


def _said(scanner: CxxScanner, start: int, end: int) -> list[tuple[str, PhraseKind, Spans]] | None:
    """Return the phrases, each with its kind and its place."""
    word, following = scanner.tokens[start].text, scanner.tokens[start + 1].text
    head = (scanner.token_span(start),)

    def named(first: int) -> tuple[str, PhraseKind, Spans]:
        return scanner.source(first, end), "name", scanner.texts(first, end)

    if end <= start + 1:
        if word != "namespace":
            return None
        return [("what follows is known in this file alone", "storage", head)]
    if word == "extern":
        language = following.strip('"')
        return [(f"what follows is linked as {language} does it", "storage", head)]
    if word == "namespace" and scanner.tokens[start + 2].text == "=":
        place = (scanner.token_span(start + 1),)
        return [
            (following, "name", place),
            ("is another name of the namespace", "storage", head),
            named(start + 3),
        ]
    if word == "namespace":
        return [("what follows belongs to the namespace", "storage", head), named(start + 1)]
    if word == "using" and following == "namespace":
        return [
            ("from here on the names of the namespace", "storage", head), named(start + 2),
            ("are known without it", "storage", ()),
        ]  # fmt: skip
    if word == "using" and scanner.tokens[end - 2].text == "::":
        return [
            ("from here on", "storage", head), named(start + 1),
            (f"is known as {scanner.tokens[end - 1].text}", "name", ()),
        ]  # fmt: skip
    return None
