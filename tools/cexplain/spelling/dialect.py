"""Keywords in the words of an older standard, as the GNU alternate keywords spell them.

Source: the GCC manual, "Alternate Keywords".
"""

from collections.abc import Mapping
from functools import lru_cache

from cexplain import words

_ALTERNATE = {
    "restrict": "__restrict",
    "inline": "__inline",
    "typeof": "__typeof__",
    "typeof_unqual": "__typeof_unqual__",
}


@lru_cache(maxsize=32)
def alternates(std: str) -> Mapping[str, str]:
    """Return the keywords that a standard lacks, with their alternate spellings."""
    missing = _ALTERNATE.keys() - words.keywords(std)
    return {word: _ALTERNATE[word] for word in missing}
