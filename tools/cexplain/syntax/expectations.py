"""What is said where a declaration, a name, a size or an end is expected and is not there."""

from typing import NoReturn

from cexplain import words
from cexplain.syntax.identifiers import Place
from cexplain.syntax.raw import RawDeclarator, RawSpecifiers
from cexplain.syntax.specifiers import SpecifierScanner

IN_PARAMETERS = "in this parameter list"
"""Where a token stands that `unexpected` reports."""

_CPLUSPLUS = {
    "&": "references are C++; in C, write a pointer, or choose --std c++17",
    "&&": "rvalue references are C++; in C, write a pointer, or choose --std c++17",
    "::": "'::' is C++: choose --std c++17 to read that",
    "<": "templates are C++: choose --std c++17 to read that",
    "~": "a destructor is C++: choose --std c++17 to read that",
    "...": "put a ',' before it; without one it is C++, which --std c++17 reads",
    "noexcept": "noexcept is C++: choose --std c++17 to read that",
    "override": "override is C++: choose --std c++17 to read that",
    "final": "final is C++: choose --std c++17 to read that",
}
# what is C++ behind a function's parameters alone
_BEHIND_PARAMETERS = {
    "->": "a return type after the parameters is C++: choose --std c++17 to read that",
    "const": "a member function is C++: choose --std c++17 to read that",
    "volatile": "a member function is C++: choose --std c++17 to read that",
}
_PARTS = {"else": "an 'if'", "case": "a 'switch'", "default": "a 'switch'"}
"""Keywords with which no statement begins, and what they belong to."""
_ACCESS = frozenset({"public", "private", "protected"})


class ExpectingScanner(SpecifierScanner):
    """Reports tokens that cannot stand where they do."""

    def fail_cplusplus(self, index: int, what: str) -> NoReturn:
        """Fail where something begins that C++ alone has."""
        self.fail(
            "unexpected-token", index, f"{what} is C++", "choose --std c++17 to read C++"
        )  # fmt: skip

    def check_value(self, index: int) -> None:
        """Fail where a value of C++ follows the '=' at `index`."""
        first, second = self.tokens[index + 1], self.tokens[index + 2]
        if first.text in ("default", "delete") and second.text in (";", "}", ""):
            self.fail_cplusplus(index, f"'= {first.text}'")
        if first.text == "new" and second.kind == "word":
            self.fail_cplusplus(index + 1, "'new'")
        if first.text == "[":
            self.fail_cplusplus(index + 1, "a lambda")

    def check_statement(self, index: int) -> None:
        """Fail where a statement begins."""
        token, behind = self.tokens[index], self.tokens[index + 1]
        if token.text in _ACCESS and behind.text == ":":
            self.fail_cplusplus(index, f"'{token.text}:'")
        if token.text == "new" and behind.kind == "word":
            self.fail_cplusplus(index, "'new'")
        if token.text == "[" and behind.text in ("]", "&", "="):
            self.fail_cplusplus(index, "a lambda")
        if token.text in _PARTS:
            self.fail(
                "statement", index,
                f"{token.text!r} belongs to {_PARTS[token.text]} that is not here",
                "give it the whole statement",
            )  # fmt: skip
        if token.text in words.STATEMENT_KEYWORDS or token.text == "{":
            self.fail(
                "statement", index, f"{token.text!r} begins a statement that cannot be read",
                "look for what is not C in it, or give it the declarations alone",
            )  # fmt: skip

    def warn_implicit_int(self, found: RawDeclarator, specifiers: RawSpecifiers) -> None:
        """Say that C has had no implicit int since C99."""
        if specifiers.has_type or self.std.endswith("89"):
            return
        if specifiers.end == specifiers.start and found.initializer is not None:
            self.fail(
                "statement",
                found.start,
                "this is an assignment, but a declaration is expected here",
                "begin with a type to declare it, such as int",
            )
        else:
            macro = found.name is not None and found.name.isupper() and found.derivations
            self.warn(
                "implicit-int",
                found.index,
                f"{found.name!r} is declared without a type; before C99 that meant int",
                "if this is a macro's call, give --file the source, whose headers define it"
                if macro
                else "write the type, such as int",
            )

    def check_nameless(self, index: int, place: Place, found: RawDeclarator) -> None:
        """Fail where something stands that can be no name."""
        token = self.tokens[index]
        if token.kind == "word" and token.text not in words.ATTRIBUTE | words.ASM:
            role = self.roles[token.text][0]
            if (
                place == "member"
                and self.tokens[index - 1].text == ","
                and self.starts_type(index, index + 1)
            ):
                self.fail(
                    "keyword-as-name",
                    index,
                    f"{token.text!r} begins another member, and a ',' comes before it",
                    "end each member with a ';'",
                )
            if role in ("other", "asm") or place != "declaration" or found.derivations:
                self.fail(
                    "keyword-as-name",
                    index,
                    f"{token.text!r} is a keyword and cannot be a name",
                    f"choose another name, such as {token.text.strip('_')}_",
                )
            self.fail(
                "misplaced-keyword",
                index,
                f"{token.text!r} is not allowed here, where the name belongs",
                "put it before the declarator, with the other specifiers",
            )
        if token.kind == "string" and self.tokens[index - 1].text == "extern":
            self.fail_cplusplus(index, f"extern {token.text}")
        if token.kind in ("number", "string", "character"):
            self.fail(
                "expected-name",
                index,
                f"expected a name, found {token.text}",
                "a name begins with a letter or an underscore",
            )

    def check_colon(self, colon: int) -> None:
        """Fail where a colon begins no bit-field's width, but something of C++."""
        before = self.tokens[colon - 1]
        if before.text in _ACCESS and self.tokens[colon - 2].text in ("{", ";", "}"):
            self.fail_cplusplus(colon - 1, f"'{before.text}:'")
        end = self.closing.get(colon + 2, colon)
        if before.text == ")" and end > colon and self.tokens[end + 1].text in ("{", ","):
            self.fail_cplusplus(colon, "a list of initial values before a body")

    def _name_inside(self, index: int) -> str:
        """Return the declaration that is meant where the name stands behind its declarator.

        `int (*p)[3]` for `int (*)[3] p`, `void (*f)(int)` for `void (int)* f`; "" for neither.
        """
        tokens = self.tokens
        star = tokens[index].text == "*" and tokens[index - 1].text == ")"
        at = index + 1 if star else index
        if not self.is_identifier(at):
            return ""
        start = index
        while start > 0 and tokens[start - 1].text not in (";", "{", "}"):
            start -= 1
        for opening in range(start + 1, index):
            if tokens[opening].text != "(":
                continue
            close = self.closing[opening]
            if star and close == index - 1:
                before = self.source(start, opening)
                return f"{before} (*{tokens[at].text}){self.source(opening, index)}"
            stars = all(tokens[inner].text == "*" for inner in range(opening + 1, close))
            if stars and not star and close > opening + 1:
                inside = self.source(start, close)
                return f"{inside}{tokens[at].text}{self.source(close, index)}"
        return ""

    def _brackets_behind(self, index: int) -> str:
        """Return the declaration that is meant by `int[5] a`."""
        opening = index - 1
        while self.tokens[opening].text == "]" or self.closing.get(opening, 0) < index - 1:
            opening -= 1
        start = opening
        openings = {end: at for at, end in self.closing.items()}
        while start > 0 and self.tokens[start - 1].text not in (";", "{", "}", "(", ","):
            start = openings.get(start - 1, start - 1)
        before, size = self.source(start, opening), self.source(opening, index)
        return f"{before} {self.tokens[index].text}{size}"

    def unexpected(self, index: int, where: str) -> NoReturn:
        """Fail at a token that cannot stand where it does."""
        for suspect in (index - 1, index):
            if self.is_identifier(suspect):
                self.check_spelling(suspect, annotation=True)
        token = self.tokens[index]
        advice = _CPLUSPLUS.get(token.text, "take it out, or finish what comes before it")
        if token.kind == "word" and token.text in self.roles:
            advice = "put a ',' or a ';' before it"
        elif token.text == "=" and where == IN_PARAMETERS:
            advice = "a default argument is C++: choose --std c++17 to read that"
        elif meant := self._name_inside(index):
            advice = f"the name goes after the star: {meant}"
        elif self.is_identifier(index) and self.tokens[index - 1].text == "]":
            advice = f"the brackets go after the name: {self._brackets_behind(index)}"
        elif token.text == ";" and where.endswith("constants"):
            advice = "put a ',' between two constants"
        elif token.text in ("==", "!=") or (
            token.text == ":" and self.tokens[index + 1].text == "="
        ):
            advice = "a value comes after one '=', as in int x = 5"
        elif token.text == "^" and self.is_identifier(index + 1):
            advice = "a block of Apple's compilers; as a pointer to a function it has '*' for '^'"
        elif token.text == "..." and self.tokens[index - 1].text in ("{", ";", "}"):
            advice = "members that were left out are left out without a sign"
        if self.tokens[index - 1].text == ")":
            advice = _BEHIND_PARAMETERS.get(token.text, advice)
        self.fail(
            "unexpected-token", index, f"{self.describe(index)} is not allowed {where}", advice
        )
