"""Compilers and the other tools of the proofs: their names, packages, versions, command lines."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from cexplain.processes import Runner
from cworkbook.book import root_of
from cworkbook.directives import LEVELS
from cworkbook.snippet import RunKey, Snippet

Family = Literal["gcc", "clang", "clang-tidy"]


@dataclass(frozen=True, slots=True)
class Compiler:
    """A compiler as headers name it, and what belongs to it on Debian 12.

    `runner` are the words before a program that it made; `spellings` are the
    standards that it calls by another name; `symbolizer` finds the lines for
    its sanitizers' reports (gcc's need no help).
    """

    executable: str
    family: Family
    packages: tuple[str, ...]
    spellings: dict[str, str] = field(default_factory=dict, hash=False)
    objdump: str = "objdump"
    runner: tuple[str, ...] = ()
    runner_packages: tuple[str, ...] = ()
    symbolizer: str = ""
    symbolizer_packages: tuple[str, ...] = ()

    def standard(self, std: str) -> str:
        """Return the standard as this compiler spells it."""
        return self.spellings.get(std, std)


_C2X = {"c23": "c2x", "gnu23": "gnu2x"}
_CPP2 = {"c++23": "c++2b", "gnu++23": "gnu++2b", "c++26": "c++2c", "gnu++26": "gnu++2c"}


def _clang(executable: str, version: str, spellings: dict[str, str]) -> Compiler:
    """Return one of Debian's clangs, which lie side by side by version."""
    return Compiler(
        executable,
        "clang",
        (f"clang-{version}", f"libclang-rt-{version}-dev"),
        spellings,
        symbolizer=f"llvm-symbolizer-{version}",
        symbolizer_packages=(f"llvm-{version}",),
    )


COMPILERS: dict[str, Compiler] = {
    "gcc": Compiler("gcc", "gcc", ("gcc", "libc6-dev"), _C2X),
    "g++": Compiler("g++", "gcc", ("g++",), _CPP2),
    "clang": _clang("clang-14", "14", _C2X),
    "clang++": _clang("clang++-14", "14", _CPP2),
    "clang-19": _clang("clang-19", "19", {}),
    "clang++-19": _clang("clang++-19", "19", {}),
    "arm-gcc": Compiler(
        "arm-linux-gnueabihf-gcc",
        "gcc",
        ("gcc-arm-linux-gnueabihf", "libc6-dev-armhf-cross"),
        _C2X,
        objdump="arm-linux-gnueabihf-objdump",
        runner=("qemu-arm", "-L", "/usr/arm-linux-gnueabihf"),
        runner_packages=("qemu-user",),
    ),
    # No compiler, but it is found, asked for its version and told the standard in the same way.
    "clang-tidy": Compiler("clang-tidy-14", "clang-tidy", ("clang-tidy-14",), _C2X | _CPP2),
}

INTERPRETERS = {"perl": "perl", "bash": "bash", "python": "python3"}
"""What runs a script, by its language."""

DIAGNOSTICS_FLAGS: dict[Family, tuple[str, ...]] = {
    "gcc": ("-fdiagnostics-format=json",),
    "clang": ("-fno-caret-diagnostics", "-fno-color-diagnostics"),
    # A configuration file in some folder above must not change what it says.
    "clang-tidy": ("--quiet", "--config={}"),
}
"""What makes a compiler's messages readable by a program; pages do not show it."""

ASSEMBLY_DIRECTIVES = ("scan-assembler", "scan-assembler-not")
LOOP_DIRECTIVES = ("load-in-loop", "no-load-in-loop")


@dataclass(frozen=True)
class Toolchain:
    """The tools of this machine; `run` starts them, `which` finds them."""

    run: Runner
    which: Callable[[str], str | None] = shutil.which

    @cached_property
    def _packages(self) -> dict[str, str]:
        return {}

    @cached_property
    def _versions(self) -> dict[str, str]:
        return {}

    def package(self, name: str) -> str:
        """Return the version of an installed Debian package, "" if it is not installed."""
        if name not in self._packages:
            query = ["dpkg-query", "-W", "-f", "${Status} ${Version}", name]
            try:
                status, _, version = self.run(query, env=environment()).stdout.rpartition(" ")
            except FileNotFoundError:
                status, version = "", ""
            self._packages[name] = version if status.endswith("ok installed") else ""
        return self._packages[name]

    def version(self, executable: str) -> str:
        """Return the line of a tool's `--version` that holds it, "" if there is no such tool."""
        if executable not in self._versions:
            try:
                asked = self.run([executable, "--version"], env=environment())
            except FileNotFoundError:
                self._versions[executable] = ""
            else:
                lines = asked.stdout.splitlines() or [""]
                told = next((line for line in lines if re.search(r"\d\.\d", line)), lines[0])
                self._versions[executable] = told.strip()
        return self._versions[executable]

    def missing(self, snippet: Snippet, key: RunKey) -> tuple[str, ...]:
        """Return the Debian packages that this run needs and this machine lacks."""
        lacking = [name for name in required(snippet) if not self._there(snippet, name)]
        for executable, packages in needed(snippet, key).items():
            if self.which(executable) is None:
                lacking.extend(packages)
        return tuple(dict.fromkeys(lacking))

    def versions(self, snippet: Snippet, key: RunKey) -> dict[str, str]:
        """Return the version line of each tool and package that a run needs, by header name."""
        names = {c.executable: name for name, c in COMPILERS.items()}
        tools = {names.get(tool, tool): self.version(tool) for tool in needed(snippet, key)}
        return tools | {name: self._there(snippet, name) for name in required(snippet)}

    def _there(self, snippet: Snippet, name: str) -> str:
        """Return the version of an installed or unpacked Debian package, "" if it is neither."""
        return self.package(name) or unpacked_version(snippet, name)


def unpacked(snippet: Snippet) -> Path:
    """Return the folder under which `make debian` unpacks packages that are not installed."""
    root = root_of(snippet.path.parent) or snippet.path.parent
    return root / ".cache" / "debian"


def unpacked_version(snippet: Snippet, name: str) -> str:
    """Return the version of an unpacked Debian package, "" if it is not there."""
    try:
        return (unpacked(snippet) / f"{name}.version").read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""


def required(snippet: Snippet) -> list[str]:
    """Return the Debian packages that the header names."""
    return [package for d in snippet.all("requires") for package in d.text.split()]


def needed(snippet: Snippet, key: RunKey) -> dict[str, tuple[str, ...]]:
    """Return the executables that a run needs, each with the packages that bring it."""
    compiler = COMPILERS.get(key.compiler)
    if compiler is None:
        tool = INTERPRETERS.get(key.compiler, "bash")
        return {tool: (tool,)}
    tools = {compiler.executable: compiler.packages}
    if snippet.step == "run" and compiler.runner:
        tools[compiler.runner[0]] = compiler.runner_packages
    if any(snippet.all(name, key) for name in LOOP_DIRECTIVES):
        tools[compiler.objdump] = ("binutils", *compiler.packages[:1])
    if compiler.symbolizer and snippet.one("sanitize", key):
        tools[compiler.symbolizer] = compiler.symbolizer_packages
    if snippet.one("valgrind", key):
        tools["valgrind"] = ("valgrind",)
    return tools


def environment(home: Path | None = None) -> dict[str, str]:
    """Return the environment of every tool and program: the same on each machine.

    The C locale makes compilers quote names with plain apostrophes.
    """
    result = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}
    if home is not None:
        result |= {"HOME": str(home), "TMPDIR": str(home)}
    return result


def flags(snippet: Snippet, key: RunKey) -> list[str]:
    """Return standard, level, options and sanitizers as the compiler wants to hear them."""
    compiler = COMPILERS[key.compiler]
    options = [w for d in snippet.all("options", key) for w in d.words if w not in LEVELS]
    return [
        f"-std={compiler.standard(key.std)}",
        *([key.level] if key.level else []),
        *options,
        *sanitizer_flags(snippet, key),
    ]


def sanitizer_flags(snippet: Snippet, key: RunKey) -> list[str]:
    """Return the options for the sanitizers asked for; the program ends at the first finding."""
    directive = snippet.one("sanitize", key)
    if directive is None:
        return []
    names = directive.text.split()
    # -g gives the report the program's lines.
    return ["-g", f"-fsanitize={','.join(names)}", "-fno-sanitize-recover=all"]


def libraries(snippet: Snippet, key: RunKey) -> list[str]:
    """Return the words that follow the files."""
    return [w for d in snippet.all("libraries", key) for w in d.words]


def sources(snippet: Snippet) -> list[str]:
    """Return the names of the files to compile, relative to the snippet's folder."""
    directive = snippet.one("files")
    if directive:
        headers = (".h", ".hpp")
        return [name for name in directive.text.split() if not name.endswith(headers)]
    return [snippet.files[0].name]
