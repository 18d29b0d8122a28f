"""Writes down how much of which header was proved: `python -m headers.record` in tests/.

The proof's page shows this record; the tests hold each number against what they find.
"""

import json
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from headers.catalogue import Header, catalogue
from headers.proof import COMPILERS, Proof, prove

RECORD = Path(__file__).with_name("record.json")
KINDS = ("function", "object", "typedef", "record", "enum")


def counts(proof: Proof) -> dict[str, int]:
    """Return how many of each kind were proved, in a fixed order."""
    return {kind: proof.counts.get(kind, 0) for kind in KINDS}


def _proofs(header: Header) -> dict[str, Proof]:
    return {compiler: prove(header, compiler) for compiler in COMPILERS}


def main() -> int:
    """Write the record; return 0."""
    headers = list(catalogue())
    with ProcessPoolExecutor() as pool:
        proofs = dict(zip(headers, pool.map(_proofs, headers), strict=True))
    names: dict[str, set[tuple[str, str]]] = defaultdict(set)
    files: dict[str, set[str]] = defaultdict(set)
    for header, found in proofs.items():
        for proof in found.values():
            names[header.package] |= proof.names
            files[header.package].update(proof.files)
    said: dict[str, Any] = {
        "compilers": {name: _version(COMPILERS[name][0]) for name in COMPILERS},
        "packages": {
            package: {
                "version": _installed(package),
                "headers": sum(header.package == package for header in headers),
                "files": len(files[package]),
                **{kind: sum(of == kind for of, _ in names[package]) for kind in KINDS},
            }
            for package in names
        },
        "headers": [
            {
                "header": header.name,
                "package": header.package,
                **{compiler: counts(proof) for compiler, proof in found.items()},
            }
            for header, found in proofs.items()
        ],
    }
    packages = said["packages"].values()
    said["total"] = {
        what: sum(package[what] for package in packages) for what in ("headers", "files", *KINDS)
    }
    RECORD.write_text(_json(said), encoding="utf-8")
    return 0


def _json(said: dict[str, Any]) -> str:
    """Return the record as JSON, a line for each header."""
    headers = ",\n  ".join(json.dumps(one) for one in said["headers"])
    packages = ",\n  ".join(
        f"{json.dumps(name)}: {json.dumps(one)}" for name, one in said["packages"].items()
    )
    return (
        f'{{"compilers": {json.dumps(said["compilers"])},\n "total": {json.dumps(said["total"])},\n'
        f' "packages": {{\n  {packages}}},\n "headers": [\n  {headers}]}}\n'
    )


def _version(compiler: str) -> str:
    command = [compiler, "--version"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\n")[0]


def _installed(package: str) -> str:
    command = ["dpkg-query", "-W", "-f", "${Version}", package]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
