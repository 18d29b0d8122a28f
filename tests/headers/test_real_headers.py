"""Real headers: all that they declare is read, and two compilers confirm each spelling."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from cexplain.spelling.spell import spell, spell_type
from cexplain.syntax.units import Chunk, Line, chunks
from cexplain.tree import CType, Record
from headers import bodies, proof, record, seen
from headers.catalogue import Header, catalogue
from headers.proof import COMPILERS, prove

HERE = Path(__file__).parent
HEADERS = list(catalogue())


@cache
def exceptions() -> tuple[tuple[str, str, str], ...]:
    """Header, compiler and the failure's beginning of each exception."""
    found = []
    for line in (HERE / "exceptions.txt").read_text(encoding="utf-8").splitlines():
        said, _, reason = line.partition(" # ")
        if not line.startswith("#"):
            assert reason, f"an exception without a reason: {line}"
            header, compiler, failure = said.split(maxsplit=2)
            found.append((header, compiler, failure))
    return tuple(found)


@cache
def recorded() -> dict[str, dict[str, object]]:
    """What the record says of each header, by its name, and of each package."""
    said = json.loads((HERE / "record.json").read_text(encoding="utf-8"))
    of: dict[str, dict[str, object]] = {header["header"]: header for header in said["headers"]}
    of.update(said["packages"])
    return of


@cache
def installed(package: str) -> str | None:
    """The version of a Debian package; None if it is not installed."""
    if shutil.which("dpkg-query") is None:
        return None
    done = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout or None


@pytest.mark.parametrize("compiler", COMPILERS)
@pytest.mark.parametrize("header", HEADERS, ids=lambda header: header.name.replace("/", "_"))
def test_all_of_a_header_is_read_and_confirmed(header: Header, compiler: str) -> None:
    if installed(header.package) is None or shutil.which(COMPILERS[compiler][0]) is None:
        pytest.skip(f"needs {header.package} and {COMPILERS[compiler][0]}")
    proved = prove(header, compiler)
    excused = [
        failure
        for name, who, failure in exceptions()
        if name == header.name and who in (compiler, "both")
    ]
    unexplained = [
        failure for failure in proved.failures if not failure.startswith(tuple(excused) or ("\0",))
    ]
    assert unexplained == []
    needless = [
        excuse
        for excuse in excused
        if not any(failure.startswith(excuse) for failure in proved.failures)
    ]
    assert needless == [], "exceptions that are not needed any more"
    assert sum(proved.counts.values()) > 0
    said = recorded()[header.name]
    # Another version of the package may declare more or less.
    if recorded()[header.package]["version"] == installed(header.package):
        assert said[compiler] == record.counts(proved), (
            "make the record anew: python -m headers.record"
        )


def test_at_least_sixty_headers_of_the_packages_are_proved() -> None:
    assert len({header.name for header in HEADERS}) >= 60
    assert {header.package for header in HEADERS} >= {
        "libc6-dev", "libglib2.0-dev", "libvirt-dev", "libxen-dev", "zlib1g-dev",
        "linux-libc-dev", "libperl5.36",
    }  # fmt: skip


def test_every_header_of_the_catalogue_is_in_the_record_and_no_other() -> None:
    said = json.loads((HERE / "record.json").read_text(encoding="utf-8"))
    assert [one["header"] for one in said["headers"]] == [header.name for header in HEADERS]


@pytest.mark.parametrize("compiler", COMPILERS)
def test_a_wrong_spelling_of_a_type_is_noticed(
    compiler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        proof, "spell", lambda declaration, std: spell(declaration, std).replace("*", "*const *", 1)
    )
    said = {failure.split(":")[0] for failure in prove(_zlib(), compiler).failures}
    assert {"gzFile", "zlibVersion", "crc32"} <= said
    assert said.isdisjoint({"deflate", "crc32_combine"})  # where no pointer is written


@pytest.mark.parametrize("compiler", COMPILERS)
def test_a_wrong_member_is_noticed(compiler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def turned(ctype: CType, name: str | None = None) -> str:
        if isinstance(ctype, Record) and ctype.members:
            ctype = replace(ctype, members=ctype.members[::-1])
        return spell_type(ctype, name)

    monkeypatch.setattr(bodies, "spell_type", turned)
    said = {failure.split(":")[0] for failure in prove(_zlib(), compiler).failures}
    assert said == {"z_stream_s", "gz_header_s", "gzFile_s"}


def test_a_declaration_that_was_not_read_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_crc32(lines: Sequence[Line]) -> Iterator[Chunk]:
        return (chunk for chunk in chunks(lines) if "crc32" not in chunk.words)

    monkeypatch.setattr(seen, "chunks", without_crc32)
    assert prove(_zlib(), "clang").failures == ("crc32: a function that was not read",)


def _zlib() -> Header:
    return next(header for header in HEADERS if header.name == "zlib.h")
