"""A page's Markdown as lines: what is wrong with one of them."""


class LineError(ValueError):
    """What is wrong with a page's text, and the line of it, from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line
