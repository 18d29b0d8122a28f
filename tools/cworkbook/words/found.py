"""The words in the search: each is a result of its own, found by its own name before all else."""

import json
from pathlib import Path

from cworkbook.links import address
from cworkbook.words.data import Glossary

WEIGHT = 4
"""How much a word's entry counts: it has to pass the pages whose own word it is, too."""

_SHORT = 4
"""Shorter names count more: a query finds longer ones that begin with it or hold it, too."""


def found_by_name(index: Path, glossary: Glossary) -> None:
    """Give the words' entries in Material's index their names as tags, and their weight."""
    terms = {address(term.place, "index.md"): term for term in glossary.terms.values()}
    data = json.loads(index.read_text(encoding="utf-8"))
    for entry in data["docs"]:
        term = terms.get(entry["location"])
        if term is not None:
            entry["tags"] = [term.name.partition(" (")[0]]
            entry["boost"] = round(WEIGHT * (1 + _SHORT / len(term.name)), 2)
    index.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
