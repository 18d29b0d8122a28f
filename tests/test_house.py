"""The house's own rules, held against every tracked file."""

import importlib.metadata
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from cworkbook.toolchain import COMPILERS
from support.patience import PATIENCE

HOUSE = Path(__file__).resolve().parents[1]
LONGEST_MODULE = 400  # lines; what is longer holds two thoughts

# Words are put together here so that this file keeps its own rules.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b")
SOMEBODYS_FOLDER = re.compile(
    r"(?<![\w.:/])/(?:ro" r"ot|wo" r"rk|ho" r"me/\w+|Us" r"ers/\w+|buil" r"ds?/\w+)/\w"
    r"|\b[A-Z]:\\Us" r"ers\\"
)  # fmt: skip # the pieces belong on one line
SUPPRESSION = re.compile(
    r"(?:#|//|/\*)\s*(?:noqa|type:\s*ignore|pragma:|eslint-disable\S*|biome-ignore"
    r"|@ts-(?:ignore|expect-error))"
    r"(?::?\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[\w, -]+\])?(?P<reason>.*)"
)
DEBIAN = ("tools/debian-packages.txt", "tools/debian-unpacked.txt")
TOOLS = [f"tools/requirements-{what}" for what in ("node", "zig", "assembler", "fuzz")]
LISTS = ["requirements.in", *(f"{stem}.in" for stem in TOOLS)]
LOCKS = ["requirements.txt", *(f"{stem}.txt" for stem in TOOLS)]
DOWNLOAD = {
    "package-lock.json": re.compile(r"\"resolved\""),
    "requirements*": re.compile(r"-index-url|--find-links|^[^#]*(?:://| @ )"),
}


@cache
def tracked() -> tuple[Path, ...]:
    """The repository's files as git knows them, those that are being added included."""
    # The folder may belong to somebody else (a container's mount): nothing of it is run by this.
    safe = ["-c", "safe.directory=*"]
    chosen = ["--cached", "--others", "--exclude-standard", "--deduplicate"]
    listed = subprocess.run(
        ["git", *safe, "ls-files", "-z", *chosen],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(path for name in listed.split("\0") if name and (path := HOUSE / name).is_file())


@cache
def text_of(path: Path) -> str:
    """A tracked file's text; empty for a picture, a font or another binary file."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8")


def lines(pattern: str = "*") -> Iterator[tuple[str, str]]:
    """Each line of the tracked files whose path matches, behind `path:number`."""
    for path in tracked():
        if path.relative_to(HOUSE).match(pattern):
            for number, line in enumerate(text_of(path).splitlines(), start=1):
                yield f"{path.relative_to(HOUSE)}:{number}", line


def found(wrong: Callable[[str], object], pattern: str = "*") -> list[str]:
    """The places whose line is wrong, with the line, ready to be read in a failed assertion."""
    return [f"{place}: {line.strip()[:120]}" for place, line in lines(pattern) if wrong(line)]


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    here = {str(HOUSE), str(Path.home())} - {"/", "/root"}
    assert found(lambda line: SOMEBODYS_FOLDER.search(line) or any(p in line for p in here)) == []


def test_no_record_names_a_temporary_folder() -> None:
    assert (
        found(lambda line: re.search(r"/(?:var/)?t" r"mp/", line), "snippets/**/recorded/*.json")
        == []
    )


def test_what_is_waited_for_in_a_page_is_a_function() -> None:
    """A string is evaluated at each look, and the pages' policy forbids all looks but the first."""
    assert not found(re.compile(r"wait_for_" r"function\(\s*f?[\"'](?!\()").search, "*.py")


def test_no_test_waits_by_a_clock_of_its_own() -> None:
    """Only the tests of time-outs have some; all others wait until what they wait for is there."""
    clocks = (
        r"\btime" r"out=(?!(?:1000 \* )?PATIENCE\b)",
        r"\bwait_for_time" r"out\b",
        r"\.(?:wait|poll)\(\d",
        r"\btime\.sl" r"eep\b",
    )
    limit = re.compile("|".join(clocks))
    # The house's own waits, a host that is late on purpose, and a screen that tells nobody.
    out = r"support/(?:waits|hosts|terminal)\.py|cworkbook/test_processes\.py"
    own = re.compile(rf"tests/(?!{out})")
    assert [place for place in found(limit.search, "*.py") if own.match(place)] == []
    whole = re.search(r"^timeout = (\d+)", text_of(HOUSE / "pyproject.toml"), re.MULTILINE)
    assert whole
    assert int(whole[1]) > PATIENCE


def test_nothing_is_left_for_later() -> None:
    assert found(UNFINISHED.search) == []


@pytest.mark.parametrize("lock", DOWNLOAD)
def test_no_lock_file_says_where_to_download_from(lock: str) -> None:
    # A reader's registry is the reader's choice; an address would override a mirror.
    assert found(DOWNLOAD[lock].search, lock) == []


@pytest.mark.parametrize("kind", ["*.py", "*.js", "*.mjs", "*.ts", "*.css"])
def test_no_module_is_longer_than_400_lines(kind: str) -> None:
    long = {
        str(path.relative_to(HOUSE)): len(text_of(path).splitlines())
        for path in tracked()
        if path.match(kind)
    }
    assert {name: count for name, count in long.items() if count > LONGEST_MODULE} == {}


@pytest.mark.parametrize("kind", ["*.py", "*.js", "*.mjs", "*.ts", "*.css"])
def test_what_silences_a_checker_says_why(kind: str) -> None:
    def unexplained(line: str) -> bool:
        return any(len(hit["reason"].strip(" #-*/")) < 4 for hit in SUPPRESSION.finditer(line))

    assert found(unexplained, kind) == []


@pytest.mark.parametrize("path", [*LISTS, *DEBIAN])
def test_every_package_says_why_it_is_needed(path: str) -> None:
    named = [line for _, line in lines(path) if line.strip() and not line.startswith("#")]
    assert named
    assert [line for line in named if not re.search(r"\s# \w.{8,}", line)] == []


def canonical(name: str) -> str:
    """A distribution's name as package indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(name: str) -> dict[str, str]:
    """The versions that a requirements file pins, by canonical name."""
    found = re.findall(r"^([\w.-]+)==([\w.]+)", text_of(HOUSE / name), flags=re.MULTILINE)
    return {canonical(package): version for package, version in found}


@pytest.mark.parametrize("listed", LISTS)
def test_everything_that_a_list_asks_for_is_pinned_in_its_version(listed: str) -> None:
    asked, pinned = pins(listed), pins(listed.replace(".in", ".txt"))
    assert asked
    assert {name: pinned.get(name) for name in asked} == asked, "run `make requirements`"


@pytest.mark.parametrize("lock", LOCKS)
def test_pip_takes_nothing_of_a_lock_without_its_hash(lock: str) -> None:
    options, *packages = re.split(r"^(?=[a-z0-9].*==)", text_of(HOUSE / lock), flags=re.MULTILINE)
    assert "\n--require-hashes\n--only-binary :all:\n" in options
    whole = re.compile(
        r"\S+==\S+(?: ;.*)? \\\n(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+(?:\n# .*\n)?"
    )
    assert [one for one in packages if not whole.fullmatch(one)] == []


def test_what_pip_fetches_is_in_a_lock() -> None:
    """pip is called with a lock or with our own folders, where nothing is fetched."""
    called = [
        f"{place}: {line.strip()}"
        for pattern in ("Makefile", "tools/*.sh", ".github/workflows/*", ".ci/*")
        for place, line in lines(pattern)
        if re.search(r"\bpip3? (?:install|download|wheel)\b", line)
        and not re.search(r"--requirement (?:" + "|".join(map(re.escape, LOCKS)) + r")\b", line)
        and "--no-deps --no-build-isolation --editable . --editable tools" not in line
        and "--no-deps --no-build-isolation --wheel-dir dist ." not in line
    ]
    assert called == []
    scripts = {path.name: text_of(path) for path in tracked() if path.parent == HOUSE / "tools"}
    using = {name: text for name, text in scripts.items() if '"-m", "pip"' in text}
    assert using.keys() == {"pin.py", "wheels.py", "zig.py", "assembler.py"}
    assert [n for n, text in using.items() if "--require-hashes" not in text] == []


def test_npm_runs_no_script_of_a_package_and_one_wants_it() -> None:
    assert "\nignore-scripts=true\n" in text_of(HOUSE / "tools/browser/.npmrc")
    lock = json.loads(text_of(HOUSE / "tools/browser/package-lock.json"))
    wanting = [name for name, of in lock["packages"].items() if of.get("hasInstallScript")]
    assert wanting == ["node_modules/esbuild"], "try whether the build works without its script"


def test_requirements_txt_holds_all_that_its_packages_need_and_nothing_else() -> None:
    reached, waiting = set[str](), list(pins("requirements.in"))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            needed = map(Requirement, importlib.metadata.requires(name) or [])
            waiting += [canonical(one.name) for one in needed if applies(one)]
    assert reached == pins("requirements.txt").keys(), "run `make requirements`"


def applies(requirement: Requirement) -> bool:
    """True where the requirement holds on Debian 12, for which requirements.txt is made."""
    debian = {"python_version": "3.11", "python_full_version": "3.11.2", "extra": ""}
    debian |= {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
    debian |= {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    return requirement.marker is None or requirement.marker.evaluate(debian)


def test_the_environment_holds_what_is_pinned() -> None:
    pinned = pins("requirements.txt")
    assert {name: importlib.metadata.version(name) for name in pinned} == pinned


FENCE = re.compile(r"^(?P<fence> *(?:```+|~~~+)).*?^(?P=fence) *$", re.MULTILINE | re.DOTALL)
LINK = re.compile(
    r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)|^\[[^\]]+\]:\s*<?(\S+?)>?\s*$", re.M
)


def links(text: str) -> Iterator[str]:
    """The targets of a Markdown text's links and pictures, fenced and inline code left out."""
    shown = re.sub(r"`[^`\n]*`", "", FENCE.sub("", text))
    yield from (inline or reference for inline, reference in LINK.findall(shown))


def anchors(text: str) -> set[str]:
    """The anchors that a Markdown text's headings get, and those written out."""
    headings = re.findall(r"^#+ (.+?)\s*$", FENCE.sub("", text), flags=re.MULTILINE)
    slugs = {
        re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }
    return slugs | set(re.findall(r"(?:\{ ?#|id=\"|name=\")([\w-]+)", text))


def test_every_relative_link_of_a_text_leads_somewhere() -> None:
    files, lost = set(tracked()), []
    for page in (path for path in files if path.suffix == ".md"):
        for link in links(text_of(page)):
            target, _, anchor = link.partition("#")
            if re.match(r"[a-z]+:", target):
                continue
            aim = (page.parent / target).resolve() if target else page
            if aim not in files and not aim.is_dir():
                lost.append(f"{page.relative_to(HOUSE)}: {link}")
            elif anchor and page.parent == HOUSE and aim.suffix == ".md":
                # The site's pages have anchors of their own making; its strict build checks those.
                lost += [] if anchor in anchors(text_of(aim)) else [f"{page.name}: {link}"]
    assert lost == []


def test_links_are_found_in_texts_and_not_in_code() -> None:
    text = '[a](b.md "t") ![c](d.png)\n```\n[no](x.md)\n```\n`[no](y.md)`\n[e]: f.md\n'
    assert list(links(text)) == ["b.md", "d.png", "f.md"]


def test_a_command_of_the_readme_is_a_target_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*## ", text_of(HOUSE / "Makefile"), flags=re.MULTILINE))
    named = set(
        re.findall(
            r"\bmake ([a-z-]+)`|^ *(?:\$ )?make ([a-z-]+)",
            text_of(HOUSE / "README.md"),
            flags=re.MULTILINE,
        )
    )
    assert {"serve", "test", "bless"} <= targets
    assert {first or second for first, second in named} - targets == set()


def debian_packages() -> set[str]:
    """The Debian packages that `make test` installs or unpacks."""
    named = (line.partition("#")[0].split() for path in DEBIAN for _, line in lines(path))
    return {package for words in named for package in words}


def test_what_snippets_require_is_installed_by_make_test() -> None:
    required = {
        package
        for _, line in lines("snippets/**/*")
        if (said := re.search(r"@ requires: (.*)", line))
        for package in said[1].replace("*/", "").split()
    }
    assert required - debian_packages() == set()


@pytest.mark.parametrize("compiler", COMPILERS)
def test_what_a_compiler_of_the_proofs_needs_is_installed_by_make_test(compiler: str) -> None:
    named = COMPILERS[compiler]
    needed = {*named.packages, *named.runner_packages, *named.symbolizer_packages}
    assert needed - debian_packages() == set()


def test_continuous_integration_has_its_entry() -> None:
    entry = HOUSE / ".ci" / "run"
    assert entry.stat().st_mode & 0o111
    assert "export CI=true\nexec make test" in text_of(entry)
