"""Proves snippets: runs each, applies its checks, compares with its record.

`python -m cworkbook.prove [paths]` checks; with `--bless` it writes the records.
"""

import argparse
import difflib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import cexplain
from cexplain import processes
from cworkbook import book, checks, messages, recorder, records
from cworkbook.asked import Ask
from cworkbook.build import Build, build
from cworkbook.directives import ANALYSERS
from cworkbook.evidence import Evidence, Failure
from cworkbook.execute import Execution, execute
from cworkbook.marks import SnippetError
from cworkbook.proofcache import Cache
from cworkbook.questions.asks import asks
from cworkbook.records import Record, Run
from cworkbook.snippet import RunKey, Snippet
from cworkbook.toolchain import COMPILERS, Toolchain

SHOWN_FOLDER = "/snippet"
"""What the record says in place of the temporary folder that a program ran in."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome of one run: what was said, what failed, whether it was known already."""

    run: Run
    failures: tuple[Failure, ...]
    cached: bool = False


def prove(snippet: Snippet, key: RunKey, toolchain: Toolchain, cache: Cache | None = None) -> Proof:
    """Return the proof of one run; a pass is kept in the cache, a failure is tried anew."""
    name = cache.name(snippet, key, toolchain.versions(snippet, key)) if cache else ""
    if cache and (known := cache.get(name)) is not None:
        return Proof(known, (), cached=True)
    with tempfile.TemporaryDirectory(prefix="snippet-") as made:
        evidence = gather(snippet, key, Path(made), toolchain)
    failures = checks.failures(evidence)
    if cache and not failures:
        cache.put(name, evidence.run)
    return Proof(evidence.run, failures)


def gather(snippet: Snippet, key: RunKey, folder: Path, toolchain: Toolchain) -> Evidence:
    """Return what building and running a snippet in `folder` yields."""
    for part in ("build", "run"):
        (folder / part).mkdir()
    if key.compiler in COMPILERS and not snippet.one("script"):
        made = build(snippet, key, folder / "build", toolchain.run)
    else:
        made = Build("", built=True, diagnostics=(), noise="", stdout="")
    done: Execution | None = None
    if snippet.step == "run" and made.built and key.compiler not in ANALYSERS:
        done = execute(snippet, key, made.executable, folder / "run", toolchain.run)
    return _evidence(snippet, key, made, done, str(folder))


def _evidence(
    snippet: Snippet, key: RunKey, made: Build, done: Execution | None, folder: str
) -> Evidence:
    """Return the evidence without anything that is true of this run alone."""
    sanitize = snippet.one("sanitize", key)
    sanitizers = tuple(sanitize.text.split()) if sanitize else ()
    finished = done.finished if done else None
    stdout = _without_places(finished.stdout if finished else made.stdout, snippet, folder)
    stderr = _without_places(finished.stderr, snippet, folder) if finished else ""
    ended = finished is not None and not finished.timed_out and not finished.truncated
    run = Run(
        compiler=key.compiler,
        std=key.std,
        level=key.level,
        command=" && ".join(part for part in (made.command, done.command if done else "") if part),
        diagnostics=made.diagnostics,
        exit=finished.status if finished and ended else None,
        stdout=stdout,
        stderr=messages.normal_stderr(stderr, sanitizers),
        assembly=made.functions,
        hangs=finished is not None and finished.timed_out,
        valgrind=done.valgrind if done else None,
    )
    return Evidence(
        snippet,
        key,
        run,
        built=made.built,
        ran=ended,
        noise=made.noise,
        stderr=stderr,
        truncated=finished is not None and finished.truncated,
        waited=done is not None and done.waited,
        listing=made.listing,
        architecture="arm" if key.compiler.startswith("arm-") else "x86",
        read=_read,
    )


def _without_places(text: str, snippet: Snippet, folder: str) -> str:
    """Return a program's words without the folders of this machine."""
    home = snippet.path if snippet.is_folder else snippet.path.parent
    return text.replace(folder, SHOWN_FOLDER).replace(f"{home}/", "")


def _read(text: str, std: str) -> str:
    """Return the engine's reading; the engine is loaded only where a snippet asks for one."""
    return cexplain.read(text, std=std)


def compare(snippet: Snippet, fresh: Run, record: Record | None) -> Iterator[Failure]:
    """Yield a failure where the record, if it is of this version of the file, tells otherwise.

    That a record is missing or stale is reported once for each snippet, not here.
    """
    if record is None or record.digest != records.digest(snippet):
        return
    stored = next((run for run in record.runs if run.key == fresh.key), None)
    if stored is None:
        return
    directive = snippet.one("varies", fresh.key)
    varying = set(directive.text.split()) if directive else set()
    hidden = {{"output": "stdout"}.get(word, word) for word in varying}
    told, now = (
        records.pretty(
            {k: v for k, v in records.run_to_dict(run).items() if k not in hidden}
        ).splitlines()
        for run in (stored, fresh)
    )
    if told != now:
        difference = list(difflib.unified_diff(told, now, "recorded", "now", lineterm="", n=1))
        yield Failure(
            f"snippets/{snippet.name}:1",
            "the record tells something else than this run",
            "if the run is right, run make bless and review what changed",
            got="\n".join(difference[:60]),
        )


def bless(
    snippet: Snippet, toolchain: Toolchain, cache: Cache | None, asked: Sequence[Ask] = ()
) -> tuple[bool, tuple[str, ...]]:
    """Write a snippet's record if all its runs pass; return whether it changed, and what failed.

    `asked` is what pages ask about its moments.
    """
    problems: list[str] = []
    proofs: list[Proof] = []
    tools: dict[str, str] = {}
    for key in snippet.keys:
        missing = toolchain.missing(snippet, key)
        if missing:
            problems.append(f"snippets/{snippet.name}::{key.name} needs {' '.join(missing)}")
            continue
        proof = prove(snippet, key, toolchain, cache)
        proofs.append(proof)
        problems += [
            f"snippets/{snippet.name}::{key.name}\n{failure}" for failure in proof.failures
        ]
        tools |= toolchain.versions(snippet, key)
    if problems:
        return False, tuple(problems)
    record = Record(
        snippet.name, records.digest(snippet), tools, tuple(proof.run for proof in proofs)
    )
    if snippet.moments:
        try:
            (moments,) = recorder.recorded([(snippet, record)], toolchain.run)
            answers = recorder.asked(snippet, record, asked, toolchain.run)
        except recorder.RecorderError as error:
            return False, (f"snippets/{snippet.name}: {error}",)
        if isinstance(moments, SnippetError):
            return False, (f"snippets/{moments}",)
        if isinstance(answers, SnippetError):
            return False, (f"snippets/{answers}",)
        record = replace(record, moments=moments, asked=answers)
    return records.store(snippet, _keep_varying(snippet, record)), ()


def _keep_varying(snippet: Snippet, record: Record) -> Record:
    """Return the stored record where only what varies has changed, so that diffs stay quiet."""
    try:
        stored = records.load(snippet)
    except records.RecordError:
        return record
    same = (
        stored is not None
        and records.stale(snippet, stored) is None
        and (stored.tools, stored.moments, stored.asked)
        == (record.tools, record.moments, record.asked)
        and not any(list(compare(snippet, run, stored)) for run in record.runs)
    )
    return stored if stored is not None and same else record


def check(
    snippet: Snippet, toolchain: Toolchain, cache: Cache | None
) -> tuple[bool, tuple[str, ...]]:
    """Return whether anything was changed (never), and what fails about a snippet."""
    try:
        record = records.load(snippet)
    except records.RecordError as error:
        return False, (str(error),)
    problems = [reason] if (reason := records.stale(snippet, record)) else []
    for key in snippet.keys:
        missing = toolchain.missing(snippet, key)
        if missing:
            problems.append(f"snippets/{snippet.name}::{key.name} needs {' '.join(missing)}")
            continue
        proof = prove(snippet, key, toolchain, cache)
        found = proof.failures or tuple(compare(snippet, proof.run, record))
        problems += [f"snippets/{snippet.name}::{key.name}\n{failure}" for failure in found]
    return False, tuple(problems)


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 0 if all snippets are proved, 1 if one is not, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="cworkbook.prove", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="snippets or folders (default: all)")
    parser.add_argument("--bless", action="store_true", help="write the records")
    parser.add_argument("--no-proof-cache", action="store_true", help="prove unchanged ones anew")
    parser.add_argument("--jobs", type=int, default=2, help="snippets at a time (default: 2)")
    options = parser.parse_args(arguments)
    root = book.root_of(Path.cwd())
    if root is None:
        parser.error("there is no folder 'snippets' here or above; change to the book's folder")
    for path in options.paths:
        if not path.exists():
            parser.error(f"{path}: there is no such file or folder")
    toolchain = Toolchain(processes.run)
    cache = None if options.no_proof_cache else Cache(root / ".cache" / "proofs")
    wanted = [p.resolve() for p in options.paths] or [root / "snippets"]
    paths = [
        path
        for path in book.snippet_paths(root)
        if any(path.is_relative_to(w) or w.is_relative_to(path) for w in wanted)
    ]
    asked = asks(root) if options.bless else {}

    def one(path: Path) -> tuple[bool, tuple[str, ...]]:
        try:
            snippet = book.load(path, root)
            if options.bless:
                return bless(snippet, toolchain, cache, asked.get(snippet.name, ()))
            return check(snippet, toolchain, cache)
        except SnippetError as error:
            return False, (f"snippets/{error}",)

    processes.end_together()
    with ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(one, paths))
    problems = [problem for _, found in results for problem in found]
    removed = book.remove_orphans(root) if options.bless and not options.paths else 0
    for problem in problems:
        print(problem)
    failed = sum(bool(found) for _, found in results)
    summary = f"{len(results) - failed} of {len(results)} snippets proved"
    if options.bless:
        changed = sum(changed for changed, _ in results)
        summary += f"; {changed} records written, {removed} removed"
    print(summary)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
