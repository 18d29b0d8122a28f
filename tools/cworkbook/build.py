"""Lets a compiler do what a snippet's header asks for, in a folder that is not the snippet's."""

import shlex
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from cexplain.processes import Runner
from cworkbook import assembly, loops, messages
from cworkbook.directives import ANALYSERS
from cworkbook.records import AssemblyFunction, AssemblyLine, CompilerDiagnostic
from cworkbook.snippet import RunKey, Snippet
from cworkbook.toolchain import (
    ASSEMBLY_DIRECTIVES,
    COMPILERS,
    DIAGNOSTICS_FLAGS,
    LOOP_DIRECTIVES,
    environment,
    flags,
    libraries,
    sources,
)

COMPILE_TIMEOUT = 600.0
"""Seconds for one start of a compiler: any that works is done by then, however busy the machine."""


@dataclass(frozen=True, slots=True)
class Build:
    """What the compiler made: `executable` is None unless it linked one."""

    command: str
    built: bool
    diagnostics: tuple[CompilerDiagnostic, ...]
    noise: str
    stdout: str
    executable: Path | None = None
    functions: tuple[AssemblyFunction, ...] = ()
    listing: loops.Listing | None = None


def build(snippet: Snippet, key: RunKey, folder: Path, run: Runner) -> Build:
    """Return what the compiler made of a snippet in `folder`, which must be empty."""
    if key.compiler in ANALYSERS:
        return _analyse(snippet, key, run)
    made = _STEPS[snippet.step](snippet, key, folder, run)
    if not made.built:
        return made
    if wants_assembly(snippet, key):
        made = replace(made, functions=_functions(snippet, key, folder, run))
    if any(snippet.all(name, key) for name in LOOP_DIRECTIVES):
        made = replace(made, listing=_listing(snippet, key, folder, run))
    return made


def wants_assembly(snippet: Snippet, key: RunKey) -> bool:
    """Return whether the assembly is to be kept: it is what was asked for, or is looked at."""
    if snippet.language not in ("c", "c++") or snippet.step == "preprocess":
        return False
    names = (*ASSEMBLY_DIRECTIVES, *LOOP_DIRECTIVES, "record")
    return snippet.step in ("compile", "assemble") or any(snippet.all(n, key) for n in names)


def _analyse(snippet: Snippet, key: RunKey, run: Runner) -> Build:
    """Return what clang-tidy says of the snippet's files; it makes nothing."""
    tool = COMPILERS[key.compiler]
    asked = snippet.one(key.compiler)
    checks = "".join(asked.text.split()) if asked else ""
    shown = [f"--checks=-*,{checks}", *sources(snippet), "--", *flags(snippet, key)]
    folder = _folder_of(snippet)
    done = run(
        [tool.executable, *DIAGNOSTICS_FLAGS[tool.family], *shown],
        cwd=folder,
        timeout=COMPILE_TIMEOUT,
        env=environment(),
    )
    # It writes files with all their folders, and the lines that it speaks of between them.
    said = done.stdout.replace(f"{folder.resolve()}/", "").replace(f"{folder}/", "")
    own = None if snippet.is_folder else snippet.path.name
    diagnostics, _ = messages.parse(said, tool.family, own)
    return Build(
        command=shlex.join([_executable(key), *shown]),
        built=done.status == 0 and not done.timed_out,
        diagnostics=diagnostics,
        noise=done.stderr,
        stdout="",
    )


def _folder_of(snippet: Snippet) -> Path:
    """Return where the compiler is started, so that it names files as the reader does."""
    return snippet.path if snippet.is_folder else snippet.path.parent


def _preprocess(snippet: Snippet, key: RunKey, _folder: Path, run: Runner) -> Build:
    return _start(snippet, key, ["-E", "-P", *sources(snippet)], [], run)


def _compile(snippet: Snippet, key: RunKey, folder: Path, run: Runner) -> Build:
    return _each(snippet, key, folder, run, "-S")


def _assemble(snippet: Snippet, key: RunKey, folder: Path, run: Runner) -> Build:
    return _each(snippet, key, folder, run, "-c")


def _each(snippet: Snippet, key: RunKey, folder: Path, run: Runner, step: str) -> Build:
    """Return the outcome of one step done for each source file."""
    suffix = {"-S": ".s", "-c": ".o"}[step]
    parts = [
        _start(snippet, key, [step, name], ["-o", str(folder / (_flat(name) + suffix))], run)
        for name in sources(snippet)
    ]
    shown = [_executable(key), *flags(snippet, key), step, *sources(snippet)]
    return Build(
        command=shlex.join(shown),
        built=all(part.built for part in parts),
        diagnostics=tuple(d for part in parts for d in part.diagnostics),
        noise="\n".join(part.noise for part in parts if part.noise),
        stdout="",
    )


def _link(snippet: Snippet, key: RunKey, folder: Path, run: Runner) -> Build:
    name = program_name(snippet)
    made = _start(
        snippet,
        key,
        sources(snippet),
        ["-o", str(folder / name), *libraries(snippet, key)],
        run,
    )
    shown = [*flags(snippet, key), *sources(snippet), "-o", name, *libraries(snippet, key)]
    command = shlex.join([_executable(key), *shown])
    return replace(made, command=command, executable=folder / name if made.built else None)


_STEPS = {
    "preprocess": _preprocess,
    "compile": _compile,
    "assemble": _assemble,
    "link": _link,
    "run": _link,
}


def program_name(snippet: Snippet) -> str:
    """Return the name of the program that a snippet makes."""
    return PurePosixPath(snippet.name).stem


def _flat(name: str) -> str:
    """Return a name for an output of the file `name` in one flat folder."""
    return name.replace("/", "_")


def _executable(key: RunKey) -> str:
    """Return the compiler's name as the page shows it: Debian's clang without its version."""
    executable = COMPILERS[key.compiler].executable
    return executable.removesuffix("-14")


def _start(
    snippet: Snippet, key: RunKey, words: list[str], hidden: list[str], run: Runner
) -> Build:
    """Return the outcome of one start of the compiler; `hidden` words are not shown."""
    compiler = COMPILERS[key.compiler]
    shown = [*flags(snippet, key), *words]
    done = run(
        [compiler.executable, *DIAGNOSTICS_FLAGS[compiler.family], *shown, *hidden],
        cwd=_folder_of(snippet),
        timeout=COMPILE_TIMEOUT,
        env=environment(),
    )
    own = None if snippet.is_folder else snippet.path.name
    diagnostics, noise = messages.parse(done.stderr, compiler.family, own)
    if done.timed_out:
        noise = f"the compiler was still running after {COMPILE_TIMEOUT:g} s\n{noise}"
    return Build(
        command=shlex.join([_executable(key), *shown]),
        built=done.status == 0 and not done.timed_out,
        diagnostics=diagnostics,
        noise=noise,
        stdout=done.stdout,
    )


def _functions(
    snippet: Snippet, key: RunKey, folder: Path, run: Runner
) -> tuple[AssemblyFunction, ...]:
    """Return the functions' assembly; debug information only adds the lines of C."""
    found: list[AssemblyFunction] = []
    for name in sources(snippet):
        output = folder / f"{_flat(name)}.lines.s"
        _start(snippet, key, ["-g", "-S", name], ["-o", str(output)], run)
        text = output.read_text(encoding="utf-8")
        found.extend(assembly.functions(text, frozenset({name})))
    return _demangled(tuple(found), run) if snippet.language == "c++" else tuple(found)


def _demangled(found: tuple[AssemblyFunction, ...], run: Runner) -> tuple[AssemblyFunction, ...]:
    """Return the same with C++'s names as they are written in the source."""
    lines = [text for f in found for text in (f.function, *(line.text for line in f.lines))]
    answer = run(["c++filt"], stdin="".join(f"{line}\n" for line in lines), env=environment())
    words = iter(answer.stdout.splitlines())
    return tuple(
        AssemblyFunction(
            next(words), tuple(AssemblyLine(line.source, next(words)) for line in f.lines)
        )
        for f in found
    )


def _listing(snippet: Snippet, key: RunKey, folder: Path, run: Runner) -> loops.Listing:
    """Return the machine code of every function."""
    found: loops.Listing = {}
    for name in sources(snippet):
        output = folder / f"{_flat(name)}.loops.o"
        _start(snippet, key, ["-c", name], ["-o", str(output)], run)
        listed = run(
            [COMPILERS[key.compiler].objdump, "-t", "-d", "--no-show-raw-insn", str(output)],
            timeout=COMPILE_TIMEOUT,
            env=environment(),
        )
        found |= loops.parse(listed.stdout)
    return found
