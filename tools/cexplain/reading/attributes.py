"""Attributes in English, where they mean something to a reader.

Meanings: the GCC manual, "Common Function Attributes", "Common Variable
Attributes", "Common Type Attributes"; ISO/IEC 9899:2024, 6.7.13.
"""

from cexplain.tree import Attribute

# {} is the text of the arguments; the second form is for use without any.
MEANINGS: dict[str, tuple[str, str]] = {
    "cleanup": ("cleaned up by {} when it goes out of scope", "cleaned up at the end of its scope"),
    "visibility": ("with {} visibility", "with a visibility of its own"),
    "noinline": ("never inlined", "never inlined"),
    "always_inline": ("always inlined", "always inlined"),
    "noipa": ("opaque to the optimizer", "opaque to the optimizer"),
    "noclone": ("never cloned", "never cloned"),
    "weak": ("replaceable at link time", "replaceable at link time"),
    "aligned": ("aligned to {} bytes", "aligned as strictly as any type"),
    "packed": ("packed without padding", "packed without padding"),
    "section": ("placed in section {}", "placed in a section of its own"),
    "format": ("checked as a format function ({})", "checked as a format function"),
    "noreturn": ("that never returns", "that never returns"),
    "_Noreturn": ("that never returns", "that never returns"),
    "unused": ("possibly unused", "possibly unused"),
    "maybe_unused": ("possibly unused", "possibly unused"),
    "used": ("kept even if unused", "kept even if unused"),
    "deprecated": ("deprecated ({})", "deprecated"),
    "nonnull": ("whose pointers {} must not be null", "whose pointers must not be null"),
    "returns_nonnull": ("never returning null", "never returning null"),
    "malloc": ("returning fresh memory (released by {})", "returning fresh memory"),
    "alloc_size": ("returning as many bytes as argument {} says", "returning memory of known size"),
    "constructor": ("run before main (priority {})", "run before main"),
    "destructor": ("run after main (priority {})", "run after main"),
    "warn_unused_result": ("whose result must be used", "whose result must be used"),
    "nodiscard": ("whose result must be used ({})", "whose result must be used"),
    "pure": ("without side effects", "without side effects"),
    "const": ("depending on its arguments alone", "depending on its arguments alone"),
    "hot": ("called often", "called often"),
    "cold": ("called rarely", "called rarely"),
    "nothrow": ("that throws no exception", "that throws no exception"),
    "alias": ("another name of {}", "another name of a symbol"),
    "vector_size": ("as a vector of {} bytes", "as a vector"),
    "transparent_union": ("passed as its first member", "passed as its first member"),
    "sentinel": (
        "whose arguments end with a null pointer",
        "whose arguments end with a null pointer",
    ),
    "unsequenced": ("without side effects or state", "without side effects or state"),
    "reproducible": ("repeatable with the same arguments", "repeatable with the same arguments"),
}

MACRO = "marked {}"
OTHER = "with attribute {}"


def english(attribute: Attribute) -> str:
    """Return what an attribute says, as the tail of a sentence; unknown ones by their name."""
    call = attribute.name
    if attribute.arguments is not None:
        call += f"({attribute.arguments})"
    if attribute.syntax == "macro":
        return MACRO.format(call)
    if attribute.namespace not in (None, "gnu"):
        return OTHER.format(f"{attribute.namespace}::{call}")
    meaning = MEANINGS.get(attribute.name)
    if meaning is None:
        return OTHER.format(call)
    return meaning[0].format(attribute.arguments) if attribute.arguments else meaning[1]
