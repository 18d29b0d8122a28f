"""The fuzzer's corpus: one file in the repository, a folder of files while it runs.

`python -m fuzz.corpus` packs the folder into the file again.
"""

import hashlib
import json
from pathlib import Path

PACKED = Path(__file__).parent / "corpus.jsonl"
FOLDER = Path(__file__).parents[2] / ".cache" / "fuzz"


def inputs() -> list[bytes]:
    """Return the kept inputs; each line of the file is a string of bytes as Latin-1."""
    lines = PACKED.read_text(encoding="ascii").splitlines()
    return [json.loads(line).encode("latin-1") for line in lines]


def unpack() -> Path:
    """Write the inputs to the folder, one file each, and return it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for data in inputs():
        (FOLDER / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    return FOLDER


def pack(folder: Path = FOLDER) -> int:
    """Write the folder's inputs to the file, in a settled order; return how many they are."""
    found = sorted({file.read_bytes() for file in folder.iterdir()})
    lines = [json.dumps(data.decode("latin-1")) for data in found]
    PACKED.write_text("\n".join(lines) + "\n", encoding="ascii")
    return len(found)


if __name__ == "__main__":
    print(f"{pack()} inputs kept")
