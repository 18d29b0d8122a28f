"""What may be a type within an expression: in a cast, in sizeof, among a macro's arguments."""

from typing import TYPE_CHECKING, cast

from cexplain import words

if TYPE_CHECKING:
    from cexplain.syntax.annotations import AnnotationScanner
    from cexplain.syntax.specifiers import SpecifierScanner


class Types:
    """Tells what may be a type: names may be declared elsewhere."""

    def __init__(self, scanner: "AnnotationScanner") -> None:
        self.scanner, self.tokens = scanner, scanner.tokens
        self.cxx = "++" in scanner.std
        self.objects: set[str] = getattr(scanner, "objects", set())  # names of no type

    def is_type(self, index: int, end: int) -> bool:
        """Whether what stands in parentheses may be a type."""
        return self.is_alone(index, end) or self.may_be_type(index, end)

    def is_alone(self, index: int, end: int) -> bool:
        """Whether a name stands alone, or a macro's call: it may be a type."""
        if not self.scanner.is_identifier(index):
            return self.begins_type(index)
        if index + 1 == end:
            return not self.is_object(index)
        index += 1
        return (
            self.tokens[index].text == "(" and self.scanner.closing[index] + 1 == end
        )  # fmt: skip

    def is_object(self, index: int) -> bool:
        """Whether the text declared a name, and not as a type's."""
        name = self.tokens[index].text
        return name in self.objects and not self.scanner.is_known_type(name)

    def check_type(self, index: int, end: int) -> None:
        """Walk over a type that a keyword begins; raises ScanError where it is none."""
        if not self.cxx:
            cast("SpecifierScanner", self.scanner).type_name(index, end)

    def begins_type(self, index: int) -> bool:
        """Whether a keyword begins a type."""
        role = self.scanner.roles.get(self.tokens[index].text, words.IDENTIFIER)[0]
        return role not in ("identifier", "other", "asm", "extension", "operator")

    def may_be_type(self, index: int, end: int) -> bool:
        """Whether a name and what follows may be a type: `(foo *const *)`, `(T (*)[2])`."""
        stars = False
        if not self.scanner.is_identifier(index) or self.is_object(index):
            return False
        while index < end:
            kind, text, _, _ = self.tokens[index]
            if text == "[":
                stars = stars or self.scanner.closing[index] == index + 1
                index = self.scanner.closing[index]
            elif kind == "word":
                stars = stars or self.scanner.is_known_type(text)
                stars = stars or self.scanner.is_annotation_word(index)
            elif text == "*" or (self.cxx and text in ("<", "::", "&", "&&")):
                stars = True
            elif text not in ("(", ")", ",", "...", "^"):
                return False
            index += 1
        return stars
