"""A conversation about declarations: what each line means, and what earlier ones declared.

Nothing here knows a terminal: lines go in, texts come out.
"""

import re
from collections.abc import Callable, Iterable

from cexplain import processes, words
from cexplain.command.options import Options
from cexplain.depth import deep_stack
from cexplain.diagnostics import Diagnostic, ReadingError
from cexplain.engine import CXX_STANDARDS, STANDARDS, explain, standard
from cexplain.english.declare import cast, declare
from cexplain.explanation import Explanation, Reading
from cexplain.files.findings import fault
from cexplain.files.preprocessed import PreprocessorError, preprocess
from cexplain.processes import Runner
from cexplain.render import terminal
from cexplain.render.display import printable
from cexplain.render.terminal import Look
from cexplain.spelling.spell import spell
from cexplain.tree import Declaration
from cexplain.values import dataclass

_WORD = re.compile(r"[A-Za-z_]\w*")
_LAST_WORD = re.compile(r"(?:#|(?<!\w)[A-Za-z_])\w*+\Z")
_INCLUDE = re.compile(r'\s*#\s*include\s*(<[^>\n]+>|"[^"\n]+")\s*\Z')
_DEFINE = re.compile(r"\s*define\s+(?P<name>[A-Za-z_]\w*)\s+(?:as|to\s+be)\s+(?P<english>.+)", re.S)

PREVIEWED = 10_000
"""Characters of a line of which a preview is shown: each key that is pressed asks for one."""

ENGLISH_WORDS = (
    "a an and array arrays as bit-field const extern function into members no of parameters "
    "pointer pointers register restrict returning static struct taking to typedef union "
    "variable volatile with"
).split()

COMMANDS = {
    "C": ("char *(*fp)(int)", "reads it: declarations, casts, types, structures"),
    "declare": ("declare fp as pointer to function returning int", "writes the C"),
    "cast": ("cast p into pointer to const char", "writes a cast"),
    "define": ("define handler as pointer to function (int) returning void", "names a type"),
    "typedef": ("typedef unsigned char byte;", "names a type, in C"),
    "#include": ("#include <stdio.h>", "takes over the types of a header"),
    "show": ("show byte", "says what a name stands for; show alone lists all names"),
    "std": ("std c99", "changes the standard; std alone says which it is"),
    "?": ("?", "shows this"),
    "quit": ("quit", "ends the conversation, as Ctrl-D does"),
}
"""What a line may begin with, an example of it, and what it does."""


class Ended(Exception):  # noqa: N818 - the end of a conversation is no error
    """Raised by `answer` where the line asks for the end."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Words that may stand where the text ends; `start` counts back from there."""

    words: tuple[str, ...]
    start: int


class Conversation:
    """What was said so far: the standard, and the types by name."""

    def __init__(self, options: Options, look: Look, run: Runner = processes.run) -> None:
        self.std = options.std
        self._asked = options.std_given
        self._options, self._look, self._run = options, look, run
        self._types: dict[str, Declaration] = {}

    # -- answers ---------------------------------------------------------------

    def answer(self, line: str) -> str:
        """Return what to write for a line; raises Ended where the line is quit.

        A failure of ours is told, and the conversation goes on.
        """
        try:
            with deep_stack():
                return self._answer(line)
        except Ended:
            raise
        except Exception as error:
            return self._complaints(Explanation(line, self.std, (), (fault(error),)))

    def _answer(self, line: str) -> str:
        first = line.split(maxsplit=1)[0] if line.strip() else ""
        rest = line.strip()[len(first) :].strip()
        commands: dict[str, Callable[[str], str]] = {
            "declare": lambda english: self._written(declare, english),
            "cast": lambda english: self._written(cast, english),
            "explain": self._read,
            "show": self._show,
            "std": self._change,
            "?": lambda _: help_text(),
            "help": lambda _: help_text(),
        }
        if not first:
            return ""
        if first in {"quit", "exit"} and not rest:
            raise Ended
        if _DEFINE.match(line):
            return self._define(line)
        if first.startswith("#"):
            return self._include(line)
        return commands[first](rest) if first in commands else self._read(line)

    def preview(self, text: str) -> str:
        """Return in one line what the text, as far as it goes, means; empty if it is unclear."""
        if len(text) > PREVIEWED:
            return ""
        try:
            with deep_stack():
                return printable(self._previewed(text))
        except ReadingError as error:
            return printable(error.diagnostics[0].message)
        except Exception as error:
            return printable(fault(error).message)

    def _previewed(self, text: str) -> str:
        first, _, rest = text.strip().partition(" ")
        if first in {"declare", "cast"}:
            speller = cast if first == "cast" else declare
            return speller(rest, std=self.std) if rest.strip() else ""
        defined = _DEFINE.match(text)
        if defined:
            return self._typedef(defined)
        if first in COMMANDS.keys() - {"typedef"} or first.startswith("#") or not first:
            return COMMANDS[first][1] if first in COMMANDS else ""
        explanation = self._explained(rest if first == "explain" else text, set(self._types))
        if explanation.readings:
            return "; ".join(reading.prose for reading in explanation.readings)
        return explanation.diagnostics[0].message if explanation.diagnostics else ""

    def _explained(self, text: str, known: set[str]) -> Explanation:
        # Extensions are warned of unless a standard was asked for.
        return explain(text, std=self.std if self._asked else None, known_types=known)

    def _read(self, text: str) -> str:
        explanation = self._explained(text, set(self._types))
        parts: list[str] = []
        for reading in explanation.readings:
            parts.append(terminal.reading_text(reading, self._look, explanation))
            parts.append(terminal.language_text(explanation, self._look))
            parts.append(terminal.notes_text(reading, self._look))
            parts.append(self._stand_for(reading))
            self._remember(reading.declaration)
        return "".join(parts) + self._complaints(explanation)

    def _stand_for(self, reading: Reading) -> str:
        """Return what the types of earlier lines mean that this reading names."""
        declared = reading.declaration.name
        named = dict.fromkeys(_WORD.findall(reading.c))
        return "".join(
            f"  {name} stands for {self._meaning(name)}\n"
            for name in named
            if name in self._types and name != declared
        )

    def _complaints(self, explanation: Explanation) -> str:
        def place(diagnostic: Diagnostic) -> tuple[str, int, int]:
            return "<input>", diagnostic.line, diagnostic.column

        return terminal.diagnostics_text(explanation, place, self._look)

    def _written(self, speller: Callable[..., str], english: str) -> str:
        """Return the C that English means, or what is wrong with it."""
        try:
            return f"{speller(english, std=self.std)}\n"
        except ReadingError as error:
            return self._complaints(Explanation(english, self.std, (), error.diagnostics))

    # -- types -----------------------------------------------------------------

    def _remember(self, declaration: Declaration) -> None:
        if declaration.name and {"typedef", "using"}.intersection(declaration.storage):
            self._types[declaration.name] = declaration

    def _define(self, line: str) -> str:
        found = _DEFINE.match(line)
        assert found is not None
        try:
            return self._read(self._typedef(found))
        except ReadingError as error:
            return self._complaints(Explanation(line, self.std, (), error.diagnostics))

    def _typedef(self, found: re.Match[str]) -> str:
        """Return the C of a definition; raises ReadingError, with places in the whole line."""
        blanks = " " * found.start("name")
        between = " as ".ljust(found.start("english") - found.end("name"))
        english = f"{blanks}{found['name']}{between}{found['english']}"
        return f"typedef {declare(english, std=self.std)}"

    def _include(self, line: str) -> str:
        """Take over the typedefs of a header."""
        found = _INCLUDE.match(line)
        if not found:
            return "only #include <HEADER> is understood of the preprocessor's lines\n"
        if "++" in self.std:
            return "headers are read as C: choose a standard of C first, as in std c17\n"
        std = self.std if self._asked else self._options.cpp_standard
        arguments = ["-P", *self._options.cpp_options]
        try:
            text = preprocess(arguments, f"#include {found[1]}\n", std, self._run)
        except PreprocessorError as error:
            name, problem = error.findings[0]
            return f"{name}: {problem.message}\n  {problem.advice}\n"
        before = len(self._types)
        for reading in explain(text, std=std, known_types=set(self._types)).readings:
            self._remember(reading.declaration)
        return f"{found[1]} brought {len(self._types) - before} types\n"

    def _show(self, name: str) -> str:
        """Return what a name stands for, or the names."""
        if not name:
            names = ", ".join(sorted(self._types)) or "none yet: define, typedef or #include some"
            return f"{names}\n"
        if name not in self._types:
            return f"no line so far declared the type {name}\n"
        return f"{self._spelled(self._types[name])};\n  {name} stands for {self._meaning(name)}\n"

    def _meaning(self, name: str) -> str:
        """Return the reading of the type that a name stands for."""
        abstract = Declaration(None, self._types[name].type, "type")
        text = self._spelled(abstract)
        readings = self._explained(text, set(self._types)).readings
        return readings[0].prose if readings else text

    def _spelled(self, declaration: Declaration) -> str:
        """Return a declaration in the language that is read."""
        if "++" in self.std:
            from cexplain.spelling import cxx_spell  # noqa: PLC0415 - C starts sooner without it

            return cxx_spell.spell(declaration)
        return spell(declaration, self.std)

    def _change(self, name: str) -> str:
        """Change the standard, or say which it is."""
        if name:
            try:
                chosen = standard(name)
                if ("++" in chosen) != ("++" in self.std):
                    self._types.clear()  # a type of the one language need not be one of the other
                self.std, self._asked = chosen, True
            except ValueError as error:
                return f"{error}\n"
        return f"declarations are read as {self.std}\n"

    # -- completion ------------------------------------------------------------

    def completion(self, text: str) -> Completion:
        """Return what the word at the end of the text may become."""
        found = _LAST_WORD.search(text)
        begun = found[0] if found else ""
        return Completion(tuple(_beginning(begun, self._offered(text, begun))), len(begun))

    def _offered(self, text: str, begun: str) -> Iterable[str]:
        before = text[: len(text) - len(begun)].split()
        if before[:1] in (["declare"], ["cast"], ["define"]):
            return [*ENGLISH_WORDS, *sorted(words.BASIC), *self._types]
        if before[:1] == ["show"]:
            return self._types
        if before[:1] == ["std"]:
            return [*STANDARDS, *CXX_STANDARDS]
        starts = [] if before else [word for word in COMMANDS if word not in {"C", "?", "typedef"}]
        keywords = (word for word in words.SPECIFIERS if not word.startswith("__"))
        return [*starts, *sorted({*keywords, *words.ISO_TYPEDEFS, *self._types})]


def _beginning(begun: str, candidates: Iterable[str]) -> list[str]:
    """Return the words that go on from what was begun; nothing begun offers nothing."""
    unique = dict.fromkeys(candidates)
    return [word for word in unique if begun and word.startswith(begun) and word != begun]


def help_text() -> str:
    """Return what a conversation understands, with examples."""
    wide = max(len(example) for example, _ in COMMANDS.values())
    return "".join(f"  {example:{wide}}  {does}\n" for example, does in COMMANDS.values())


def unfinished(text: str) -> bool:
    """Tell whether a body is open, so that another line has to come."""
    return text.count("{") > text.count("}")
