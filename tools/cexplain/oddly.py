"""Whether a text begins with what C may read though it is no declaration: a question, a prompt."""

import re

OPENING = (
    r"(?:please|(?:can|could|will)\s(?:you|someone|somebody|anyone|anybody|i|we)|tell"
    r"\sme|what(?:'s)?|how\s+(?:do|to|does)|explain|describe"
    r"|meaning\s+of|read|cexplain|cdecl|does|the\s+declaration|declaration|function|pointer|array"
    r"|variable|prototype)"
)
OPENERS = (
    "consider|suppose|assume|given|why|which|i|i'm|i've|we|here|here's|is|now|then|so|help|difference"
    "|let's|in c|my|this|the|type|what|what's|how|explain|describe|please|if i|meaning"
    "|confused|understand|show"
)
PROSE = (
    f"{OPENERS}|a|an|that|these|those|it|you|your|me|us|our|are|was|be|am|do|does|did|can|could"
    "|should|would|will|may|might|have|has|had|get|got|need|want|know|mean|means|meaning|read|say|see"
    "|tell|try|take|look|let|when|who|where|about|of|for|to|in|on|at|as|and|with|from|by|there"
    "|following|next|above|below|c|code|declaration|declare|declared|line|example|question|variable"
    "|pointer|array|function|prototype|statement|syntax|between|same|right|wrong|correct|one|two|first"
    "|second|both|interpret|parse|trying|believe|think|cannot|can't|don't|doesn't|isn't|not|using|use"
    "|write|wrote|written|struggling|cdecl|cexplain"
)
"""Words around code, none of which begins a declaration where a keyword follows."""
_FIRST = (
    rf"\s*(?:(?:(?:an?\s|the\s)?{OPENING}|declare|cast|help)(?:[\s:]|\Z)"
    rf"|(?:{OPENERS})[\s:,]|['\"]\w+[ *(][^'\"]*['\"],?\s*\Z"
    r"|\$\d+ = |\((?:[^()=\n]|\([^()\n]*\))*\) \$?\w+ = [^=\n][^\n]*$"
    r"|\([gl]l?db\)|type\s=|\$ |cdecl> |[^\x00-\x7f])"
)
OTHER_LANGUAGES = {
    "JavaScript": r"(?:let|var)\s+\w+\s*=|function\s+\w+\s*\(",
    "Python": r"def\s+\w+\s*\([^()]*\)\s*(?:->[^:]*)?:",
    "Java": r"(?:public|private|protected)\s+(?!:)\w",
    "Go or Rust": r"(?:fn|func)\s+\w+\s*\(",
    "Objective-C": r"@(?:property|interface|implementation|protocol|end)\b"
    r"|[-+][ ]*\((?:\w[\w \t*]*\)[ ]*\w+[ ]*[:{]|void\)[ ]*\w+;)",
}
"""How declarations of other languages begin that people take for C."""
OTHER = rf"\s*(?:({')|('.join(OTHER_LANGUAGES.values())}))"
_ENTITY = r"&(?:nbsp|amp|quot|[mn]dash|hellip|minus|[lr][sd]quo);"
_WORDS = frozenset(
    (
        "a an can could tell please read cexplain cdecl does declaration function pointer array "
        "variable prototype declare cast let var def public private protected fn func"
    ).split()
) | {word.partition(" ")[0].partition("'")[0] for word in OPENERS.split("|")}
_BEFORE_NOUNS = frozenset("a an the is as to of into returning taking".split())
_SIGNS = frozenset("('\"$-+@")


def in_words(text: str) -> bool:
    """Whether a text has words alone, and one among them that belongs before another in English."""
    words = text[:500].split()
    return not _BEFORE_NOUNS.isdisjoint(words[:-1]) and all(map(str.isidentifier, words))


def begins_oddly(text: str) -> bool:
    """Whether a text begins so, or names signs as a page's source does.

    Most texts are told by their first word: the expressions take a while to be compiled.
    """
    if "&" in text and re.search(_ENTITY, text) is not None:
        return True
    head = text.lstrip()[:16]
    if head[:1].isalpha() and head.isascii():
        end = 0
        while end < len(head) and head[end].isalpha():
            end += 1
        if head[:end].lower() not in _WORDS:
            return False
    elif head.isascii() and head[:1] not in _SIGNS:
        return False
    if re.match(_FIRST, text, re.IGNORECASE) is not None:
        return True
    return re.match(OTHER, text) is not None
