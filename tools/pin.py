"""Writes a lock file from a list of packages: each that they need, in one version, with its hashes.

    python tools/pin.py requirements.in requirements.txt

pip resolves the list for Debian 12's interpreter, and tells which file it would take on each of
TARGETS; their hashes go into the lock, and no address of a registry. See `make requirements`.
"""

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.markers import Marker

HEADING = """\
# The packages of {source} and what those need, pinned: `make requirements`.
# Above each name is who asks for it; {source} says why. The hashes are of the wheels for
# {targets}.
--require-hashes
--only-binary :all:
"""
DEBIAN = "3.11.2"  # Debian 12's interpreter: some packages ask for a newer 3.11
PYTHONS = ("3.11", "3.12", "3.13", "3.14")  # those that the Makefile may find
# Debian 12 has glibc 2.36; wheels say which one they need at least, or a year for it.
GLIBC = (*(f"manylinux_2_{minor}" for minor in range(36, 4, -1)), "manylinux2014")
OLDER = ("manylinux2010", "manylinux1")  # names that only wheels for x86-64 have
MACOS = tuple(f"macosx_{major}_0" for major in range(26, 10, -1))
MACOS_10 = tuple(f"macosx_10_{minor}" for minor in range(16, 8, -1))


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of machine with an interpreter, and the platforms whose wheels it takes."""

    system: str
    machine: str
    python: str

    @property
    def name(self) -> str:
        """The kind of machine as people say it."""
        return f"{'macOS' if self.system == 'darwin' else 'Linux with glibc'} on {self.machine}"

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms as wheels name them, the newest first."""
        if self.system == "linux":
            names = (*GLIBC, *(OLDER if self.machine == "x86_64" else ()), "linux")
            return tuple(f"{name}_{self.machine}" for name in names)
        versions = MACOS if self.machine == "arm64" else (*MACOS, *MACOS_10)
        kinds = (self.machine, "universal2")
        return tuple(f"{name}_{kind}" for name in (*versions, "macosx_10_9") for kind in kinds)

    def takes(self, condition: str) -> bool:
        """Whether a requirement with this condition, if it has one, holds there."""
        of = {"sys_platform": self.system, "platform_machine": self.machine}
        of |= {"python_version": self.python, "python_full_version": f"{self.python}.0"}
        return not condition or Marker(condition.strip(" ;")).evaluate(of)


Files = tuple[Mapping[str, Set[str]], Sequence[Target]]
MACHINES = (("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64"), ("darwin", "x86_64"))
TARGETS = tuple(Target(*machine, python) for machine in MACHINES for python in PYTHONS)


def canonical(name: str) -> str:
    """The name in the one spelling that package indexes compare (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required(line: str) -> str:
    """The canonical name that a requirement line starts with; empty where it has none."""
    found = re.match(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)", line)
    return canonical(found[1]) if found else ""


def marker(line: str) -> str:
    """The condition of a requirement line, with its semicolon; empty where it has none."""
    _, semicolon, condition = line.partition("#")[0].partition(" ;")
    return f"{semicolon}{condition.rstrip()}"


def versions(report: Mapping[str, Any], asked: Iterable[str]) -> dict[str, str]:
    """Each package that pip would install, as `name==version` with its condition, by its name."""
    markers = {required(line): marker(line) for line in asked if required(line)}
    found = {canonical(each["metadata"]["name"]): each["metadata"] for each in report["install"]}
    return {
        name: f"{name}=={metadata['version']}{markers.get(name, '')}"
        for name, metadata in sorted(found.items())
    }


def askers(report: Mapping[str, Any], asked: Iterable[str], source: str) -> dict[str, list[str]]:
    """Who asks for each package: the list itself, and other packages."""
    packages = {canonical(each["metadata"]["name"]): each["metadata"] for each in report["install"]}
    found: dict[str, list[str]] = defaultdict(list)
    for name in filter(None, map(required, asked)):
        found[name].append(source)
    for name, metadata in sorted(packages.items()):
        for requirement in metadata.get("requires_dist", []):
            if required(requirement) in packages and "extra ==" not in requirement:
                found[required(requirement)].append(name)
    return {name: list(dict.fromkeys(found[name])) or ["an extra"] for name in packages}


def digests(report: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The name of each package that pip would install, and the SHA-256 of the file that it took."""
    for each in report["install"]:
        hashes = each["download_info"]["archive_info"]["hashes"]
        yield canonical(each["metadata"]["name"]), hashes["sha256"]


def blocks(
    pinned: Mapping[str, str], by: Mapping[str, Iterable[str]], hashes: Mapping[str, Set[str]]
) -> Iterator[str]:
    """The lines of each package in a lock file."""
    for name, line in pinned.items():
        lines = (line, *(f"    --hash=sha256:{one}" for one in sorted(hashes[name])))
        yield f"\n# {', '.join(by[name])}\n" + " \\\n".join(lines) + "\n"


def locked(lock: str, requirement: str) -> str:
    """The lines of a lock file that pin a requirement such as `name==1.2`, with its hashes.

    Raises LookupError if there are none.
    """
    found = re.search(rf"^{re.escape(requirement)}(?: ;.*)? \\\n(?: +--hash=.*\n)+", lock, re.M)
    if not found:
        raise LookupError(f"{requirement} is not pinned with its hashes: run make requirements")
    return found[0]


def pip(*words: str) -> dict[str, Any]:
    """What pip tells of an installation that it does not make."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--report", "-"]
    how = ["--ignore-installed", "--only-binary", ":all:", "--target", ".cache/not-installed"]
    done = subprocess.run([*command, *how, *words], capture_output=True, text=True, check=True)  # noqa: S603 - pip, with our words
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def hashes_of(pinned: Mapping[str, str], targets: Iterable[Target]) -> Files:
    """The hashes of each package's files, and the targets that have all of the packages."""
    hashes: dict[str, set[str]] = defaultdict(set)
    complete: list[Target] = []
    for target in targets:
        wanted = [line.partition(" ;") for line in pinned.values()]
        names = [name for name, _, condition in wanted if target.takes(condition)]
        platforms = [word for name in target.platforms for word in ("--platform", name)]
        try:
            told = pip("--no-deps", "--python-version", target.python, *platforms, *names)
        except subprocess.CalledProcessError as error:
            where = f"{target.name} with Python {target.python}"
            print(f"note: not all is there for {where}:\n{error.stderr}", file=sys.stderr)
            continue
        complete.append(target)
        for name, digest in digests(told):
            hashes[name].add(digest)
    return hashes, complete


def named(targets: Iterable[Target]) -> str:
    """The targets in lines of a comment: each kind of machine with its interpreters."""
    pythons: dict[str, list[str]] = defaultdict(list)
    for target in targets:
        pythons[target.name].append(target.python)
    return ",\n# ".join(f"{name} (Python {', '.join(of)})" for name, of in pythons.items())


def main(source: Path, lock: Path) -> None:
    """Write the lock file of a list of packages."""
    asked = source.read_text(encoding="utf-8").splitlines()
    try:
        report = pip("--requirement", str(source), "--python-version", DEBIAN)
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error.stderr}error: pip cannot resolve {source}")
    pinned = versions(report, asked)
    hashes, complete = hashes_of(pinned, TARGETS)
    if complete[:1] != [*TARGETS[:1]]:
        sys.exit(f"error: {source} asks for what Debian 12 cannot install, see above")
    heading = HEADING.format(source=source.name, targets=named(complete))
    text = heading + "".join(blocks(pinned, askers(report, asked, source.name), hashes))
    lock.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
