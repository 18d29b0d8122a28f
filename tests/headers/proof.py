"""The proof of one header: all is read, and compilers find each spelling to be its type."""

import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cexplain.explanation import Reading
from cexplain.spelling.spell import spell
from cexplain.tree import Declaration, Enum
from headers import bodies
from headers.catalogue import Header
from headers.seen import STD, Seen, kind_of, listed, preprocessed, seen, words_of

CLANG = "clang-19"
COMPILERS = {"gcc": ("gcc", "-fmax-errors=0"), "clang": (CLANG, "-ferror-limit=0")}
_ERROR = re.compile(r"^cx:(\d+)(?::\d+)?: (?:fatal )?error: (.*)$", re.MULTILINE)
_ANY_ERROR = re.compile(r"^.*\berror: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved of a header with one compiler: what of each kind, how many; what failed.

    `names` are pairs of a kind and a name; a body without a tag goes by its place.
    """

    names: frozenset[tuple[str, str]]
    files: tuple[str, ...]
    failures: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind."""
        return dict(Counter(kind for kind, _ in self.names))


@dataclass(frozen=True, slots=True)
class Question:
    """C that compiles only if a reading is right, on one line, and what it is about."""

    about: str
    text: str


def prove(header: Header, compiler: str) -> Proof:
    """Return what a compiler says of all that a header declares."""
    command, *options = COMPILERS[compiler]
    found = seen(preprocessed(command, header.include, header.flags), header.own, header.others)
    asked: list[Question] = []
    names: set[tuple[str, str]] = set()
    for _, reading in found.readings:
        asked += _questions(reading, len(asked), names)
    failures = list(found.problems)
    failures += _compile([command, *options], header, asked)
    if compiler == "clang":
        failures += _missing(header, found, names)
    files = sorted({chunk.file for chunk, _ in found.readings})
    return Proof(frozenset(names), tuple(files), tuple(dict.fromkeys(failures)))


def _missing(header: Header, found: Seen, names: set[tuple[str, str]]) -> list[str]:
    """Return what clang's tree has and the engine did not read."""
    kinds = {"function": "function", "var": "object", "typedef": "typedef"}
    return [
        f"{name}: a {kinds[kind]} that was not read"
        for kind, name in listed(CLANG, header.include, header.flags)
        if (kinds[kind], name) not in names and name not in found.foreign
    ]


def _questions(reading: Reading, number: int, names: set[tuple[str, str]]) -> list[Question]:
    """Return what to ask about one reading, the first as `number`; `names` gets what it is of."""
    declaration = reading.declaration
    name, kind = declaration.name, kind_of(reading)
    place = None
    if name is not None:
        names.add((kind, name))
        place = f"(*({name} *)0)" if kind == "typedef" else name
    asked: list[Question] = []
    own_alignment = all(one.name != "aligned" for one in declaration.attributes)
    for found in bodies.bodies(declaration.type, place):
        body = replace(found, aligned=own_alignment or found.type.tag is not None)
        about = f"{body.type.tag or name or body.place}"
        of = "enum" if isinstance(body.type, Enum) else "record"
        names.add((of, body.place or bodies.first_constant(body.type)))
        asked.append(Question(about, bodies.questions(body, number + len(asked))))
    if name is not None and place is not None:
        asked.append(
            Question(name, _same_type(declaration, kind, name, place, number + len(asked)))
        )
    return asked


def _same_type(declaration: Declaration, kind: str, name: str, place: str, number: int) -> str:
    """Return the question whether our spelling of a name's type is the header's."""
    own = f"cx_{number}"
    copy = replace(
        declaration,
        name=own,
        type=bodies.named(declaration.type, place),
        kind="declaration",
        asm_label=None,
        storage=tuple(word for word in declaration.storage if word != "register"),
        attributes=tuple(one for one in declaration.attributes if one.name not in _OF_ITS_NAME),
    )
    spelled = spell(copy, STD)
    if kind == "typedef":
        question = f"__typeof__({name} *), {own} *"
    else:
        question = f"__typeof__(&{name}), __typeof__(&{own})"
    return f'{spelled}; _Static_assert(__builtin_types_compatible_p({question}), "{name}");'


# They tie a declaration to another name, and say nothing of its type.
_OF_ITS_NAME = frozenset({"alias", "weakref", "ifunc", "section", "copy"})


def _compile(command: Sequence[str], header: Header, asked: Sequence[Question]) -> list[str]:
    """Return each question that the compiler does not answer with yes, and why."""
    text = "".join(f'#line {n} "cx"\n{one.text}\n' for n, one in enumerate(asked, 1))
    # The spelled C has no macros; names that are macros as well mean themselves here.
    undone = "".join(f"#undef {word}\n" for word in sorted(words_of(text)) if word != "defined")
    source = f"{header.include}{undone}{text}"
    how = ["-fsyntax-only", "-w", "-fno-builtin", f"-std={STD}", "-D_GNU_SOURCE", "-x", "c", "-"]
    done = subprocess.run(
        [*command, *header.flags, *how], input=source, capture_output=True, text=True, check=False
    )
    blamed = {int(match[1]): match[2] for match in reversed(list(_ERROR.finditer(done.stderr)))}
    failures = [f"{asked[n - 1].about}: {message}" for n, message in sorted(blamed.items())]
    # What is no answer is a fault of the header or of the question.
    failures += [line for line in _ANY_ERROR.findall(done.stderr) if not line.startswith("cx:")]
    if done.returncode and not failures:
        failures.append(f"{command[0]} ended with status {done.returncode}")
    return failures
