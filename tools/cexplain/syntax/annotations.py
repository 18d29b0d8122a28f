"""Attributes, and the macros that stand where attributes would."""

import re
from functools import lru_cache
from typing import ClassVar, Literal

from cexplain import words
from cexplain.suggest import nearest
from cexplain.syntax import idioms
from cexplain.syntax.cursor import Cursor
from cexplain.syntax.operands import check
from cexplain.tree import Attribute

_UNDERSCORES = r"^__(\w+?)__$"
_KEYWORDS_OF_LATER_STANDARDS = frozenset({"inline", "restrict", "typeof"})
_MISSPELLABLE = sorted(
    word for word in words.SPECIFIERS if not word.startswith("_") and len(word) > 2
)
_ENGLISH = {"integer": "int", "character": "char", "boolean": "bool", "floating": "float"}
_CPLUSPLUS = frozenset(
    (
        "class concept consteval constinit decltype delete explicit friend mutable namespace "
        "noexcept operator template throw typename using virtual"
    ).split()
)
"""Words that begin declarations of C++, and name nobody's type in C."""
_RESERVED = sorted(word for word in words.SPECIFIERS if word[:1] == "_" and word[1:2].isupper())


class AnnotationScanner(Cursor):
    """Scans attributes and annotation macros; tells a slip from a name."""

    BEFORE_TAGS: ClassVar[tuple[str, ...]] = ("__declspec",)

    known_types: set[str]
    roles: dict[str, tuple[str, str]]

    def role(self, index: int) -> str:
        """Return the role of the word at `index`: "identifier" for what is no keyword."""
        return self.roles.get(self.tokens[index].text, words.IDENTIFIER)[0]

    def is_identifier(self, index: int) -> bool:
        """Whether an identifier stands at `index`."""
        token = self.tokens[index]
        return token.kind == "word" and token.text not in self.roles

    def is_declared_type(self, name: str) -> bool:
        """Whether a name is a type by declaration, here or in ISO's headers."""
        return name in self.known_types or name in words.ISO_TYPEDEFS

    def is_known_type(self, name: str) -> bool:
        """Whether a name is a type by declaration or by its ending."""
        return self.is_declared_type(name) or (name.endswith("_t") and len(name) > 2)

    def parenthesized(self, index: int) -> int:
        """Return the index behind the parentheses that must follow the word at `index`."""
        if self.tokens[index + 1].text != "(":
            word = self.tokens[index].text
            self.fail(
                "expected-parenthesis",
                index + 1,
                f"expected '(' after {word!r}, found {self.describe(index + 1)}",
                f"write {word}(…)",
            )
        end = self.closing[index + 1] + 1
        if end - index == 3:
            self.fail("empty-parentheses", end - 1, "these parentheses are empty", "fill in")
        return end

    # -- attributes ------------------------------------------------------------

    def gnu_attribute(self, index: int, into: list[Attribute]) -> int:
        """Scan `__attribute__((…))`; return the index behind it."""
        end = self.parenthesized(index)
        if self.tokens[index + 2].text != "(" or self.closing[index + 2] != end - 2:
            self.fail(
                "bad-attribute",
                index + 2,
                "a GNU attribute takes two pairs of parentheses",
                f"write __attribute__(({self.source(index + 2, end - 1)}))",
            )
        self._attribute_list(index + 3, end - 2, "gnu", into)
        return end

    def standard_attributes(
        self, index: int, into: list[Attribute], level: int | None = None
    ) -> int:
        """Scan `[[…]]` (6.7.13), which belongs to `level`; return the index behind it."""
        end = self.closing[index]
        if self.closing[index + 1] != end - 1:
            self.fail(
                "unfinished-attribute", end, "an attribute begins with '[[', so ']]' ends it",
                "write ']]'",
            )  # fmt: skip
        self._attribute_list(index + 2, end - 1, "c23", into, level)
        return end + 1

    def tag_attributes(self, index: int, into: list[Attribute]) -> int:
        """Scan what may stand before a tag; return the index behind it.

        `__declspec(…)` and `alignas(…)` are stepped over.
        """
        while True:
            text, following = self.tokens[index].text, self.tokens[index + 1].text
            if text in words.ATTRIBUTE:
                index = self.gnu_attribute(index, into)
            elif text == "[" and following == "[":
                index = self.standard_attributes(index, into)
            elif text in self.BEFORE_TAGS and following == "(":
                index = self.closing[index + 1] + 1
            else:
                return index

    def _attribute_list(
        self,
        index: int,
        end: int,
        syntax: Literal["gnu", "c23", "declspec"],
        into: list[Attribute],
        level: int | None = None,
    ) -> None:
        while index < end:
            start = index
            token = self.tokens[index]
            if token.text == ",":
                index += 1
                continue
            if token.kind != "word":
                self.fail(
                    "bad-attribute",
                    index,
                    f"expected an attribute's name, found {token.text!r}",
                    "attributes are names, some with arguments in parentheses",
                )
            namespace = None
            if self.tokens[index + 1].text == "::":
                namespace, index = token.text, index + 2
            name = re.sub(_UNDERSCORES, r"\1", self.tokens[index].text)
            index += 1
            arguments = None
            if self.tokens[index].text == "(":
                if syntax == "gnu" or namespace in ("gnu", "__gnu__"):
                    check(self, index + 1, self.closing[index], "arguments", "an attribute")
                arguments = self.source(index + 1, self.closing[index])
                index = self.closing[index] + 1
            attribute = Attribute(name, arguments, syntax, namespace, level)
            self.spans.put(attribute, (self.span(start, index),))
            into.append(attribute)
            if index < end and self.tokens[index].text != ",":
                self._check_between(start, index)

    def _check_between(self, attribute: int, index: int) -> None:
        """Fail where no comma stands between two attributes, unless one may be a macro."""
        if any(self.is_identifier(at) and self.is_annotation_word(at) for at in (attribute, index)):
            return
        self.fail(
            "bad-attribute", index, f"{self.tokens[index].text!r} is not allowed in this list",
            "put a ',' between two attributes",
        )  # fmt: skip

    # -- annotation macros -----------------------------------------------------

    def annotation(self, index: int, end: int, into: list[Attribute]) -> int:
        """Take tokens [index, end) as an annotation macro with or without arguments."""
        self.check_spelling(index, annotation=True)
        arguments = self.source(index + 2, end - 1) if end > index + 1 else None
        attribute = Attribute(self.tokens[index].text, arguments, "macro")
        self.spans.put(attribute, (self.span(index, end),))
        into.append(attribute)
        return end

    def is_parameter_mark(self, index: int) -> bool:
        """Whether `[in]` stands here, or `[out, optional]`, as manuals write it."""
        if self.tokens[index].text != "[" or self.tokens[index + 1].text == "[":
            return False
        first = self.tokens[index + 1].text
        return first in idioms.PARAMETER_MARKS and self.closing[index] > index + 1

    def parameter_mark(self, index: int, into: list[Attribute]) -> int:
        """Take `[in]` as an annotation; return the index behind it."""
        return self._taken(index, self.closing[index] + 1, into)

    def place(self, index: int, into: list[Attribute]) -> int:
        """Take `@ 0x10` as an annotation; return the index behind it."""
        return self._taken(index, index + 2, into)

    def _taken(self, index: int, end: int, into: list[Attribute]) -> int:
        attribute = Attribute(self.source(index, end), None, "macro")
        self.spans.put(attribute, (self.span(index, end),))
        into.append(attribute)
        return end

    def call_end(self, index: int) -> int:
        """Return the index behind an identifier and its parentheses, if it has some."""
        return self.closing[index + 1] + 1 if self.tokens[index + 1].text == "(" else index + 1

    def is_annotation(self, index: int) -> bool:
        """Whether an identifier looks like a macro: in capitals, with __ before, or called."""
        if self.is_address_space(index):
            return True
        return self.is_annotation_word(index) or self.tokens[index + 1].text == "("

    def is_annotation_word(self, index: int) -> bool:
        """Whether an identifier is written as macros are: in capitals, or with _ before."""
        name = self.tokens[index].text
        return name.isupper() or name.startswith("_")

    def is_prototype_macro(self, index: int) -> bool:
        """Whether `OF((int))` stands here, or the like: a parameter list of before C89."""
        tokens = self.tokens
        return (
            idioms.holds_parameters(tokens[index].text)
            and tokens[index + 1].text == "(" == tokens[index + 2].text
            and self.closing[index + 2] + 1 == self.closing[index + 1]
        )

    def is_address_space(self, index: int) -> bool:
        """Whether a word of a small machine's compiler stands before a star or a name."""
        if self.tokens[index].text not in idioms.ADDRESS_SPACES:
            return False
        return self.tokens[index + 1].text == "*" or self.is_identifier(index + 1)

    def is_annotation_call(self, index: int) -> bool:
        """Whether a word's parentheses begin with a value, as no parameter list does."""
        if not self.is_identifier(index) or self.tokens[index + 1].text != "(":
            return False
        inside = index + 2
        while self.tokens[inside].text == "(":
            inside += 1
        first = self.tokens[inside]
        return first.kind in ("number", "string", "character") or first.text == "sizeof"

    def check_spelling(self, index: int, *, annotation: bool) -> None:
        """Fail where an unknown word is a keyword with a slip in it."""
        name = self.tokens[index].text
        reserved = name.startswith("_") and not name[1:2].isupper()
        if len(name) < 3 or name.isupper() or reserved or self.is_known_type(name):
            return
        if annotation and name in idioms.KERNEL:
            return
        signed = self.tokens[index - 1].text in ("long", "short", "unsigned", "signed")
        if name in _ENGLISH and (not annotation or signed):
            self.fail(
                "misspelt-keyword",
                index,
                f"{name!r} is not a C type; did you mean {_ENGLISH[name]!r}?",
                f"write {_ENGLISH[name]!r}, or declare the type with a typedef",
            )
        if name in _CPLUSPLUS:
            self.fail(
                "unexpected-token",
                index,
                f"{name!r} is a C++ keyword",
                "choose --std c++17 to read C++",
            )
        if name in _KEYWORDS_OF_LATER_STANDARDS:
            self.fail(
                "later-keyword",
                index,
                f"{name!r} is not a keyword in {self.std}",
                f"write __{name}, which every compiler takes, or choose a later --std",
            )
        if name in words.SINCE_C23:
            return  # before C23 a macro of that name meant what the keyword means now
        lowered = name.lower()
        if annotation and lowered != name and lowered in self.roles:
            keyword: str | None = lowered
        else:
            keyword = _nearest_keyword(name)
        if keyword is None or (not annotation and not _is_slip(name, keyword)):
            return
        self.fail(
            "misspelt-keyword",
            index,
            f"{name!r} is not a C keyword; did you mean {keyword!r}?",
            f"write {keyword!r}, or rename it if it is a macro or a type of yours",
        )


@lru_cache(maxsize=1024)
def _nearest_keyword(name: str) -> str | None:
    """Return the keyword that a word may be meant as; a text asks for the same words often."""
    return nearest(name, _RESERVED if name.startswith("_") else _MISSPELLABLE)


def _is_slip(name: str, keyword: str) -> bool:
    """Whether a name is a keyword with two letters swapped or one left out."""
    if len(name) == len(keyword):
        return sorted(name) == sorted(keyword)
    return len(name) < len(keyword) and len(keyword) > 4
