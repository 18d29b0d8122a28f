"""Measurements: what the workbook costs, beside what its parts cost."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
# The generator and the oracle are the tests' own.
sys.path.insert(0, str(ROOT / "tests"))
