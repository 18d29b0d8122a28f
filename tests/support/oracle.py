"""The second opinion: are two spellings the same declaration, to gcc and to clang?

Compilers ignore what a comparison of types ignores: the qualifiers at the top, those of
parameters, sizes under a pointer to an unknown array. So three questions are asked: do pointers
to both have compatible types; do all members lie in the same place and have the same type; and
were all tokens kept that are neither type keywords nor parentheses?
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from support import ctext
from support.compilers import Compiler, Piece, complaints, line_marker
from support.ctext import Body
from support.declarations import Declared
from support.fragments import defined, renames, same
from support.kept import lost
from support.layouts import body_check, has_bit_fields, misplaced, wrapped

_DEFINITIONS = frozenset({"definition", "old-style"})


@dataclass(frozen=True, slots=True)
class Question:
    """An input and what it was spelled as, one text for each name that it declares.

    `objection` is the constraint that the engine says it breaks; empty if none.
    """

    declared: Declared
    respelled: tuple[str, ...]
    objection: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One finding against a question: who says so, and what."""

    number: int
    judge: str
    message: str


def judge(questions: Sequence[Question], compilers: Iterable[Compiler]) -> list[Answer]:
    """Return everything that speaks against the questions being the same declarations."""
    answers: list[Answer] = []
    pieces: list[Piece] = []
    layouts: dict[int, list[tuple[Body, Body]]] = {}
    for number, question in enumerate(questions):
        definition = question.declared.kind in _DEFINITIONS
        # One declaration becomes several, and members that share specifiers may be spelled apart.
        loose = len(question.respelled) > 1 or question.declared.kind in ("body", "old-style")
        try:
            message = lost(
                question.declared.text,
                question.respelled,
                definition=definition,
                loose=loose,
                empty="(void)" if question.declared.std.has("c23") else "()",
            )
            if message:
                answers.append(Answer(number, "tokens", message))
            text, layout = check(number, question)
        except (ValueError, IndexError) as error:
            answers.append(Answer(number, "tokens", f"cannot be taken apart: {error}"))
            continue
        pieces.append(Piece(number, question.declared.std.flag, text))
        if layout:
            layouts[number] = layout
    flags = {piece.number: piece.flag for piece in pieces}
    for compiler in compilers:
        refused = complaints(compiler, pieces)
        answers += [Answer(number, compiler.name, text) for number, text in refused.items()]
        sound = {number: layout for number, layout in layouts.items() if number not in refused}
        answers += [
            Answer(number, compiler.name, f"{member}: another width or place")
            for number, member in misplaced(compiler, sound, flags)
        ]
    return answers


def accepted(declared: Sequence[Declared], compiler: Compiler) -> dict[int, str]:
    """Return the compiler's error for each declaration that it refuses, by its index."""
    pieces = []
    for number, one in enumerate(declared):
        try:
            text = _alone(number, one)
        except (ValueError, IndexError) as error:
            raise AssertionError(f"cannot take apart {one.text!r}") from error
        pieces.append(Piece(number, one.std.flag, text))
    return complaints(compiler, pieces)


def _alone(number: int, one: Declared) -> str:
    flattened = ctext.flatten(ctext.tokens(one.text), f"tag_{number}")
    macros = [*renames(one.names, number, "o"), *_tag_renames(flattened.bodies, number)]
    text = line_marker(number, "original") + _placed(one, _terminated(one.text), number, "o")
    return defined(macros, text)


def _terminated(text: str) -> str:
    words = ctext.tokens(text)
    return f"{text}\n" if words and words[-1] == ";" else f"{text}\n;\n"


def _placed(one: Declared, text: str, number: int, side: str) -> str:
    bare = text.rstrip().removesuffix(";")
    match one.place:
        case "file":
            return text
        case "block":
            return f"void block_{number}_{side}(void) {{\n{text}}}\n"
        case "member":
            return f"struct member_{number}_{side} {{\n{text}}};\n"
        case "type" | "cast":
            return f"typedef __typeof__(\n{bare}\n) type_{number}_{side};\n"


def _tag_renames(bodies: Iterable[Body], number: int) -> list[tuple[str, str]]:
    macros = []
    for body in bodies:
        if not body.tag.startswith("tag_"):
            macros.append((body.tag, f"{body.tag}_{number}"))
        if body.keyword == "enum":
            macros += renames(ctext.enumerators(body.members), number, "o")
    return list(dict.fromkeys(macros))


def check(number: int, question: Question) -> tuple[str, list[tuple[Body, Body]]]:
    """Return C that compiles only if both spellings agree, and the layouts left to compare."""
    one = question.declared
    original = ctext.flatten(ctext.tokens(one.text), f"tag_{number}")
    others = [ctext.flatten(ctext.tokens(text), f"tag_{number}") for text in question.respelled]
    if one.place == "member":
        layout = [(wrapped(original.flat, number), wrapped(other.flat, number)) for other in others]
        text = "".join(body_check(number, first, second) for first, second in layout)
        return text, layout
    raw = one.text if not original.bodies else " ".join(original.kept)
    old_style = one.kind == "old-style"
    spelled = "".join(
        _terminated(_with_body(" ".join(other.flat)) if old_style else " ".join(other.flat))
        for other in others
    )
    tags = _tag_renames(original.bodies, number)
    asserts = line_marker(number, "types")
    if one.place in ("type", "cast"):
        asserts += same(f"type_{number}_o *", f"type_{number}_r *", "the type")
        second = _placed(one, spelled, number, "r")
        first = _placed(one, _terminated(raw), number, "o")
        body = f"{line_marker(number, 'original')}{first}{line_marker(number, 'respelled')}{second}"
        return defined(tags, body + asserts), []
    typedef = "typedef" in ctext.tokens(one.text)
    for name in one.names:
        new, old = f"{name}_{number}_r", f"{name}_{number}_o"
        if typedef:
            asserts += same(f"{old} *", f"{new} *", name)
        else:
            asserts += same(f"__typeof__(&{old})", f"__typeof__(&{new})", name)
            asserts += (
                f'_Static_assert(__alignof__({old}) == __alignof__({new}), "{name}: alignment");\n'
            )
    text = line_marker(number, "original")
    text += defined(renames(one.names, number, "o"), _terminated(raw))
    if one.names or not original.bodies:
        text += line_marker(number, "respelled")
        text += defined(renames(one.names, number, "r"), spelled)
    text += asserts
    if one.place == "block":
        text = f"#define register\nvoid block_{number}(void) {{\n{text}}}\n#undef register\n"
    if one.kind == "old-style":
        text += _old_style_check(number, one, question.respelled[0])
    layout = []
    for other in others:
        if len(other.bodies) != len(original.bodies):
            raise ValueError("not the same number of bodies")
        layout += list(zip(original.bodies, other.bodies, strict=True))
    text += line_marker(number, "bodies")
    for place, (first_body, second_body) in enumerate(layout):
        text += body_check(number, first_body, second_body, f"_{place}")
    return defined(tags, text), layout if has_bit_fields(layout) else []


def _with_body(text: str) -> str:
    return text if text.rstrip().endswith("}") else text + " { for (;;); }"


def _old_style_check(number: int, one: Declared, respelled: str) -> str:
    text = line_marker(number, "parameters") + f"void old_{number}(void) {{\n"
    names: list[str] = []
    for side, source in (("o", one.text), ("r", respelled)):
        words = ctext.tokens(source)
        start = words.index("(", words.index(one.names[0]))
        end = ctext.closing(words, start)
        names = [word for word in words[start + 1 : end] if word != ","]
        declared = [part for part in ctext.split(words[end + 1 :], ";") if part and part[0] != "{"]
        known = {word for part in declared for word in part}
        parts = declared + [["int", name] for name in names if name not in known]
        body = "".join(
            f"extern {' '.join(w for w in part if w != 'register')};\n" for part in parts
        )
        text += defined(renames(names, number, side), body)
    for name in names:
        text += same(f"__typeof__(&{name}_{number}_o)", f"__typeof__(&{name}_{number}_r)", name)
    return text + "}\n"
