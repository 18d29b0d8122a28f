"""Writes requirements.txt from requirements.in and pip's own account of what it would install.

Reads the report that `pip install --dry-run --ignore-installed --report -` prints on standard
input, takes the path of requirements.in as its argument, and prints; see `make requirements`.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

HEADING = """\
# Every package of the environment, pinned. Made from requirements.in: `make requirements`.
# What stands behind a name is who asks for it; requirements.in says why.
"""


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


def pins(report: dict[str, Any], asked: Iterable[str]) -> str:
    """The text of requirements.txt: pip's report, and who of requirements.in's lines asked."""
    packages = {
        canonical(entry["metadata"]["name"]): entry["metadata"] for entry in report["install"]
    }
    askers: dict[str, list[str]] = defaultdict(list)
    markers: dict[str, str] = {}
    for line in asked:
        if required(line):
            markers[required(line)] = marker(line)
            askers[required(line)].append("requirements.in")
    for name, metadata in sorted(packages.items()):
        for requirement in metadata.get("requires_dist", []):
            if required(requirement) in packages and "extra ==" not in requirement:
                askers[required(requirement)].append(name)
    return HEADING + "".join(
        f"{name}=={metadata['version']}{markers.get(name, '')}"
        f"  # {', '.join(dict.fromkeys(askers[name])) or 'an extra'}\n"
        for name, metadata in sorted(packages.items())
    )


if __name__ == "__main__":
    wanted = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    sys.stdout.write(pins(json.load(sys.stdin), wanted))
