"""Whether a text begins with what C may read though it is no declaration: a question, a prompt."""

import re

OPENING = (
    r"(?:please|can you|could you|tell me|what(?:'s)?|how\s+(?:do|to|does)|explain|describe"
    r"|meaning\s+of|read|cexplain|cdecl|does|the\s+declaration|declaration|function|pointer|array"
    r"|variable|prototype)"
)
_FIRST = re.compile(
    rf"\s*(?:(?:(?:an?\s|the\s)?{OPENING}|declare|cast|help)(?:[\s:]|\Z)"
    r"|\$ |cdecl> |[^\x00-\x7f])",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:nbsp|amp|quot);")


def begins_oddly(text: str) -> bool:
    """Whether a text begins so, or names signs as a page's source does."""
    return _FIRST.match(text) is not None or ("&" in text and _ENTITY.search(text) is not None)
