"""English as tokens, and a cursor over them that knows what to say when it is stuck."""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple, NoReturn

from cexplain.diagnostics import Diagnostic
from cexplain.reading.vocabulary import (
    ARTICLES,
    CXX_WORDS,
    NUMBERS,
    STRUCTURAL,
    SUGGESTIONS,
    begins_type,
    meaning_of,
)
from cexplain.source import Lines, Span
from cexplain.suggest import nearest
from cexplain.words import keywords

MAX_NESTING = 256
"""Levels of parentheses, and of lists in one another; C compilers promise 63 (5.2.5.2)."""


MAX_REPEATED = 127
"""How often one phrase may count, as C compilers promise so many parameters (5.2.5.2)."""


class Token(NamedTuple):
    """A piece of the English; `word` is the word of the grammar that it is, "" for a name.

    Of a number's word both are true: `ten` is a word, and may be a name.
    """

    kind: str  # "word", "number", "quoted", "string", "punctuator", "end"
    text: str
    word: str
    start: int
    end: int
    first: bool  # on its line

    @property
    def is_name(self) -> bool:
        """Whether this can name something: it is no word of the grammar, or it is in quotes."""
        free = not self.word or self.word in NUMBERS
        return self.kind == "quoted" or (self.kind == "word" and free)


class EnglishError(Exception):
    """What stopped the reading of one sentence; caught where the sentence began."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.message)


_TOKEN = re.compile(
    r"""
      (?P<space>  \s+ )
    | (?P<quoted> `[^`\n]+` )
    | (?P<string> (?:u8|[uUL])?"(?:[^"\\\n]|\\.)*+" | (?:u8|[uUL])?'(?:[^'\\\n]|\\.)++' )
    | (?P<unclosed> (?:u8|[uUL])?"(?:[^"\\\n]|\\.)*+ | (?:u8|[uUL])?'(?:[^'\\\n]|\\.)++ )
    | (?P<word>   (?i: thread[-\s]+local | bit[-\s]+fields? | old[-\s]+style | non[-\s]+empty
                     | non[-\s]+returning | variable[-\s]+length | floating[-\s]+point
                     | double[-\s]+precision )\b
                | [^\W\d][\w$]* | \$[\w$]* )
    | (?P<number> \.?[0-9](?:[eEpP][+-]|'(?=\w)|\w|\.(?=\w))* )
    | (?P<punctuator> \.\.\. | :: | . )
    """,
    re.VERBOSE,
)
_CXX_NAME = r"(?:::)?[^\W\d]\w*+(?:::[^\W\d]\w*+|<(?:[^<>\n]|<(?:[^<>\n]|<[^<>\n]*+>)*>)*>)+"
_CXX_TOKEN = re.compile(
    _TOKEN.pattern.replace("(?P<quoted>", f"(?P<quoted> {_CXX_NAME} |", 1), re.VERBOSE
)
_COUNT = re.compile(r"[1-9][0-9]{0,8}")
_BEFORE_TYPES = frozenset({"sizeof", "struct", "union", "unsigned"})
_INTEGER = re.compile(
    r"(?:0x[0-9a-f]++(?:'[0-9a-f]++)*|0b[01]++(?:'[01]++)*|[1-9][0-9]*+(?:'[0-9]++)*|0[0-7]*+)"
    r"(?:u?(?:ll?|wb|z)?|(?:ll?|wb|z)u)",
    re.IGNORECASE,
)
"""An integer constant of C: `10`, `0x1F`, `16u`, and not `3x4`."""
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def _capitals(text: str) -> bool:
    """Return whether the words that carry the sentence have capitals, and none is small."""
    seen = [word for word in re.findall(r"[A-Za-z]+", text) if word.lower() in STRUCTURAL]
    return bool(seen) and not any(word.islower() for word in seen)


def tokenize(text: str, *, cxx: bool = False) -> list[Token]:
    """Return the tokens of an English text; anything at all is a token, so nothing can fail.

    In C++, `std::pair<int, char>` is one name.
    """
    capitals = _capitals(text)
    tokens: list[Token] = []
    first = True
    for match in (_CXX_TOKEN if cxx else _TOKEN).finditer(text):
        kind, piece, end = match.lastgroup or "punctuator", match.group(), match.end()
        if kind == "unclosed":  # its quote is what is wrong, and the line is looked at no more
            kind, piece, end = "punctuator", piece[0], match.start() + 1
        if kind == "space":
            first = first or "\n" in piece
            continue
        word = ""
        if kind == "word":
            word = meaning_of(re.sub(r"[-\s]+", "-", piece), capitals=capitals)
            if first and piece.lower() in ARTICLES:
                word = piece.lower()
        elif kind == "quoted":
            piece = piece.strip("`")
        tokens.append(Token(kind, piece, word, match.start(), end, first))
        first = kind == "punctuator" and piece in ";."
    tokens.append(Token("end", "", "", len(text), len(text), first=True))
    return tokens


class Cursor:
    """A place in the tokens of an English text; what does not fit raises EnglishError."""

    def __init__(self, text: str, std: str) -> None:
        self.text = text
        self.std = std
        self.cxx = "++" in std
        self.empty_means_none = self.cxx or std.endswith("23")
        self.tokens = tokenize(text, cxx=self.cxx)
        self.index = 0
        self.nesting = 0
        self.repeated = 1  # how often what is read here stands in the C: "two pointers to …"
        self._lines = Lines(text)
        self.declares_tag = False  # "struct point has members": no object is declared
        self.declared: set[str] = set()  # objects and functions of the sentences before
        self._doubtful = -1

    def peek(self, ahead: int = 0) -> Token:
        """Return the token `ahead` of the next one; past the end it is the end."""
        return self.tokens[min(self.index + ahead, len(self.tokens) - 1)]

    def take(self) -> Token:
        """Return the next token and step over it."""
        token = self.peek()
        self.index += 1
        return token

    def take_type_name(self) -> Token:
        """Return the next token, a name of somebody's type, or else a mistyped word."""
        self._doubtful = self.index
        return self.take()

    def at(self, *expected: str | Collection[str], ahead: int = 0) -> bool:
        """Return whether the coming tokens are these words or punctuators, one choice each."""
        for offset, choice in enumerate(expected, ahead):
            token = self.peek(offset)
            found = token.word or (token.text if token.kind == "punctuator" else "")
            if not found or (found != choice if isinstance(choice, str) else found not in choice):
                return False
        return True

    def accept(self, *expected: str | Collection[str]) -> bool:
        """Step over these words or punctuators and return True, or stay and return False."""
        if not self.at(*expected):
            return False
        self.index += len(expected)
        return True

    def accept_texts(self, *texts: str) -> bool:
        """Step over these texts in any case, words of the grammar or not, or stay."""
        for offset, text in enumerate(texts):
            if self.peek(offset).text.lower() != text:
                return False
        self.index += len(texts)
        return True

    def ends_at(self, ahead: int, ends: Collection[str]) -> bool:
        """Return whether the token `ahead` is one of `ends`, or begins another sentence."""
        return self.at({*ends, ";", "."}, ahead=ahead) or self.peek(ahead).first

    def name(self) -> str:
        """Return the name that must stand here: no keyword of C."""
        token = self.peek()
        if token.kind not in ("word", "quoted"):
            self.fail("a name", "write a name of letters, digits and underscores", ())
        if token.text in keywords(self.std):
            message = f'"{token.text}" is a keyword of C and cannot be a name'
            self.fail_at(token, message, None, "choose another name")
        return self.take().text

    def number(self, ahead: int = 0) -> tuple[str, int]:
        """Return the number in words that stands here, in digits, and how many tokens it has."""
        token = self.peek(ahead)
        if token.word in NUMBERS:
            return NUMBERS[token.word], 1
        if token.word == "a" and self.peek(ahead + 1).text.lower() == "dozen":
            return "12", 2
        return "", 0

    def count(self) -> tuple[int, int]:
        """Return how many things follow, and the number's tokens; "two" alone counts nothing."""
        token = self.peek()
        digits, width = self.number()
        if token.kind == "number" and _COUNT.fullmatch(token.text):
            digits, width = token.text, 1
        after = self.peek(width)
        if not width or not (after.is_name or begins_type(after.word)):
            return 0, 0
        return int(digits), width

    def size(self, what: str) -> str:
        """Return the C text of a number, a name, or an expression in parentheses."""
        token = self.peek()
        if self.at("("):
            text = self.parenthesized()
            words = text.split()
            sentence = len(words) > 1 and all(map(str.isalnum, words))
            if sentence and words[0] not in _BEFORE_TYPES:  # no expression has only words
                self.fail_at(token, f'"{text}" is not a size', None, "write a number before of")
            return text
        digits, width = self.number()
        if width:
            self.index += width
            return digits
        if token.kind not in ("number", "word", "quoted") or token.first:
            self.fail(what, "write a number, a name, or a C expression in parentheses", ())
        if token.kind == "number" and not _INTEGER.fullmatch(token.text):
            advice = "write a whole number; an array of arrays is an array of 3 arrays of 4 ints"
            self.fail_at(token, f'"{token.text}" is not a whole number', None, advice)
        return self.take().text

    def expect(self, choice: str | Collection[str], after: str, advice: str) -> None:
        """Step over one of these words; raises EnglishError if another one stands here."""
        if not self.accept(choice):
            choices = [choice] if isinstance(choice, str) else list(choice)
            self.fail(f'"{choices[0]}" {after}', advice, choices)

    def at_sentence_end(self) -> bool:
        """Return whether nothing more of this sentence comes."""
        return self.peek().first or self.at({";", "."})

    def fail(self, expected: str, advice: str, choices: Iterable[str] = SUGGESTIONS) -> NoReturn:
        """Raise EnglishError: `expected` was due here; a word near to what is here is offered."""
        token = self.peek()
        self._check_cxx(token)
        if self._doubtful == self.index - 1 and not token.first:
            # What was taken for the name of a type was probably meant as a word.
            before = self.tokens[self._doubtful]
            self._check_cxx(before)
            meant = nearest(before.text, SUGGESTIONS)
            if meant and before.kind == "word":
                self.fail_at(before, f'"{before.text}" does not fit here', meant, advice)
        if token.kind == "end":
            self.fail_at(token, f"expected {expected}, but the text ends here", None, advice)
        meant = nearest(token.text, choices) if token.kind == "word" and not token.word else None
        found = f'found "{token.text}"'
        self.fail_at(token, f"expected {expected}, {found}", meant, advice)

    def _check_cxx(self, token: Token) -> None:
        """Raise EnglishError if a token is a word that C++ alone has a meaning for."""
        if not self.cxx and token.kind == "word" and token.text.lower() in CXX_WORDS:
            message = f'"{token.text}" belongs to C++, and this is read as C'
            self.fail_at(token, message, None, "choose --std c++17 to say it of C++")

    def fail_at(self, token: Token, message: str, meant: str | None, advice: str) -> NoReturn:
        """Raise EnglishError with a message about one token."""
        line, column = self._lines.position(token.start)
        raise EnglishError(
            Diagnostic(
                severity="error",
                rule="english",
                message=message,
                line=line,
                column=column,
                span=Span(token.start, token.end),
                advice=f'did you mean "{meant}"?' if meant else advice,
            )
        )

    def enter(self) -> None:
        """Note that a list begins; raises EnglishError where lists nest too deep."""
        self.nesting += 1
        if self.nesting > MAX_NESTING:
            self.fail_at(
                self.peek(),
                f"lists nest more than {MAX_NESTING} levels deep here",
                None,
                "name the inner types with a typedef of their own",
            )

    def repeat(self, count: int, token: Token) -> None:
        """Note that what follows is said once for `count` things; divide by it behind them.

        Raises EnglishError where the things that repeat nest to more than a list should hold.
        """
        self.repeated *= count
        if self.repeated > MAX_REPEATED:
            message = f"this makes {self.repeated} of one thing; this reader goes to {MAX_REPEATED}"
            nested = "name the inner types with a typedef of their own"
            advice = nested if count <= MAX_REPEATED else "write a smaller number"
            self.fail_at(token, message, None, advice)

    def leave(self) -> None:
        """Note that a list has ended."""
        self.nesting -= 1

    def parenthesized(self) -> str:
        """Return the C text between the parentheses that open here, and step behind them."""
        opening = self.take()
        start = self.peek().start
        self._skip_to_closing(opening)
        text = self.between(start, self.peek().start)
        self.take()
        if not text:
            self.fail_at(opening, "these parentheses are empty", None, "fill them")
        return text

    def until(self, stops: Collection[str], *, in_sentence: bool = False) -> str:
        """Return the C text up to one of `stops` outside of brackets, or to the sentence's end."""
        start = self.peek().start
        while not (self.peek().kind == "end" or self._stands_at(stops)):
            # A sentence cannot end where it begins, though a line may begin there.
            if in_sentence and self.peek().start > start and self.at_sentence_end():
                break
            opening = self.take()
            if opening.kind == "punctuator" and opening.text in _CLOSING:
                self._skip_to_closing(opening)
                self.take()
        return self.between(start, self.peek().start)

    def _stands_at(self, stops: Collection[str]) -> bool:
        """Return whether one of `stops` is next, be it a word of the grammar or not."""
        token = self.peek()
        return token.kind in ("word", "punctuator") and token.text.lower() in stops

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets, its white space made single."""
        text = self.text[start:end].strip()
        return text if '"' in text or "'" in text else " ".join(text.split())

    def _skip_to_closing(self, opening: Token) -> None:
        """Step to the bracket that closes `opening`, over all that are opened in between."""
        waiting = [_CLOSING[opening.text]]
        while True:
            token = self.peek()
            if token.kind == "end":
                self.fail_at(opening, f'"{opening.text}" is never closed', None, "close it")
            if token.kind == "punctuator":
                if token.text in _CLOSING:
                    waiting.append(_CLOSING[token.text])
                elif token.text == waiting[-1]:
                    waiting.pop()
                    if not waiting:
                        return
            self.index += 1
