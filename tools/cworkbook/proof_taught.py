"""What the book counts besides programs: beliefs, what refutes them, and words that it explains."""

from pathlib import Path

from cworkbook import beliefs, words
from cworkbook.options import OptionError


def taught_html(root: Path) -> str:
    """Return the numbers; OptionError where the book has no beliefs."""
    if not (root / beliefs.FILE).is_file():
        raise OptionError(f"there is no {beliefs.FILE}, so there are no beliefs to count")
    believed = beliefs.load(root).all.values()
    programs = {belief.snippet.partition(":")[0] for belief in believed}
    counted = (
        (len(believed), "misconceptions"),
        (len(programs), "programs that refute them"),
        (len(words.load(root).terms), "words explained"),
    )
    items = "".join(
        f'<div class="cw-number"><dt>{word}</dt><dd>{number:,}</dd></div>'
        for number, word in counted
    )
    return f'<dl class="cw-numbers">{items}</dl>'
