"""Builds each defect and its repair with each tool, and prints what the tool says of them.

A line about a defect is NAME: TOOL says WORDS. What a tool says of the repair is a false alarm:
NAME, repaired: TOOL says WORDS.
"""

import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

C = {"compile": ["gcc", "-std=gnu17"], "clang": ["clang-14", "-std=gnu17"]}
CXX = {"compile": ["g++", "-std=c++17"], "clang": ["clang++-14", "-std=c++17"]}
WARNINGS = "-O2 -Wall -Wextra".split()
HARDENED = "-O2 -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong".split()
CHECKED = "-g -fsanitize=address,undefined".split()
TIDY = ["clang-tidy-14", "--quiet", "--checks=-*,bugprone-*,clang-analyzer-*", "--config={}"]
MALLOC = {
    "LD_PRELOAD": "libc_malloc_debug.so.0",
    "GLIBC_TUNABLES": "glibc.malloc.check=3",
    "MALLOC_PERTURB_": "165",
}
SANITIZERS = {
    "ASAN_OPTIONS": "detect_stack_use_after_return=1",
    # An old pointer that is left on the stack would hide a leak.
    "LSAN_OPTIONS": "use_stacks=0:use_registers=0",
    # Without its helper MSan's report has no lines, but the same words.
    "MSAN_OPTIONS": "symbolize=0",
}
FIRST_WORDS = re.compile(r"==\d+== (?:.* bytes in .* blocks are )?(.*?)(?: in loss record.*)?\n")
VALGRIND = "valgrind --quiet --leak-check=full".split()


def run(words, **environment):
    """Return how a command ended, and what it wrote to standard error."""
    done = subprocess.run(  # noqa: S603 - all commands are written in this file
        words, env=os.environ | environment, capture_output=True, check=False
    )
    # clang-tidy writes what it has to say to standard output.
    both = done.stderr + (done.stdout if words[0] == TIDY[0] else b"")
    return done.returncode, both.decode("utf-8", "replace")


def ended(status, said):
    """Return the last words of a program that a signal ended."""
    if status >= 0:
        return set()
    words = re.search(r"(free\(\): .*|\*\*\* .* \*\*\*|Assertion '.*' failed|munmap_chunk.*)", said)
    return {words[1] if words else f"signal {-status}"}


def found(pattern, said):
    """Return what a pattern finds in a report, without addresses."""
    return {re.sub(r"0x[0-9a-f]+", "…", words) for words in re.findall(pattern, said)}


def examined(source, *more):
    """Yield each tool's name and the set of words that it has for a program."""
    tools = CXX if source.suffix == ".cpp" else C
    name = "-".join([source.stem, *more]).replace("-D", "")

    def made(kind, options, compiler="compile"):
        target = f"./{name}.{kind}"
        words = [*tools[compiler], *options, *more, "-o", target, source.name]
        return target, run(words)[1]

    def warnings(said):
        return found(r"warning: .*\[-W([\w-]+)=?\]", said)

    compiled = [*more, "-c", "-o", os.devnull, source.name]
    yield "-Wall -Wextra", warnings(run([*tools["compile"], *WARNINGS, *compiled])[1])
    if source.suffix == ".c":
        said = run([*tools["compile"], "-fanalyzer", *compiled])[1]
        yield "-fanalyzer", {one for one in warnings(said) if one.startswith("analyzer")}
    said = run([*TIDY, source.name, "--", tools["clang"][1], *more])[1]
    yield "clang-tidy", found(r"warning: .*\[([\w.,-]+)\]", said)
    plain, _ = made("plain", ["-g"])
    yield "alone", ended(*run([plain]))
    yield "malloc", ended(*run([plain], **MALLOC))
    yield "hardened", ended(*run([made("hardened", HARDENED)[0]]))
    _, said = run([made("checked", CHECKED)[0]], **SANITIZERS)
    yield "ASan", found(r"SUMMARY: AddressSanitizer: ([a-z][\w-]+)", said)
    yield "LSan", found(r"SUMMARY: AddressSanitizer: \d+ byte\(s\) (leaked in .*)\.", said)
    yield "UBSan", found(r"runtime error: (.*?)(?:,|\n)", said)
    _, said = run([made("memory", ["-g", "-fsanitize=memory"], "clang")[0]], **SANITIZERS)
    yield "MSan", found(r"(?:WARNING|ERROR): MemorySanitizer: ([\w-]+)", said)
    _, said = run([*VALGRIND, plain])
    first = FIRST_WORDS.match(said)
    yield "valgrind", {first[1]} if first else set()


def survey(source):
    """Return the lines about a defect."""
    repaired = dict(examined(source, "-DREPAIRED"))
    lines = []
    for tool, words in examined(source):
        alarms = repaired[tool]
        lines += [f"{source.stem}: {tool} says {one}" for one in sorted(words - alarms)]
        lines += [f"{source.stem}, repaired: {tool} says {one}" for one in sorted(alarms)]
    return lines or [f"{source.stem}: no tool says a word"]


sources = sorted(path for path in Path().iterdir() if path.suffix in {".c", ".cpp"})
with ThreadPoolExecutor(4) as pool:
    for lines in pool.map(survey, sources):
        print(*lines, sep="\n")
