"""Words of well-known headers and compilers that are no types: marks of parameters, conventions."""

from cexplain.tree import Attribute

_MARKS = frozenset(
    (
        "IN OUT INOUT OPTIONAL CONST VOLATILE STATIC EXTERN INLINE FORCEINLINE RESTRICT REGISTER "
        "FAR NEAR HUGE WINAPI CALLBACK APIENTRY APIPRIVATE PASCAL STDCALL CDECL FASTCALL NTAPI "
        "EFIAPI STDMETHODCALLTYPE UNALIGNED INTERNAL GLOBAL LOCAL PRIVATE PUBLIC DEPRECATED "
        "NORETURN UNUSED PACKED WEAK EXPORTED ZEXTERN ZEXPORT ZEXPORTVA DLLEXPORT DLLIMPORT XDATA "
        "IDATA PDATA CODE ROM FLASH PROGMEM EEPROM NOINIT"
    ).split()
)
_ENDINGS = ("API", "EXPORT", "EXPORTS", "IMPORT", "CALL", "CALLBACK", "DLL", "_EXTERN", "_DECL",
            "DECLSPEC", "_INLINE", "_CONST", "_ATTR")  # fmt: skip

ADDRESS_SPACES = frozenset(
    "far near huge xdata idata pdata bdata data code rom eeprom flash interrupt reentrant".split()
)
"""Words of compilers for small machines, each of which may also be somebody's name."""

NUMBERED = frozenset({"interrupt", "using", "_at_", "_priority_", "_task_"})
"""Words of such compilers that a number follows, behind what is declared."""

ALONE = frozenset({"reentrant", "interrupt", "small", "compact", "large"})
"""Words of such compilers that end a function's declaration."""

KERNEL = frozenset(
    (
        "noinline notrace asmlinkage noreturn nokprobe_inline noinstr fastcall inline_for_stack "
        "__always_inline naked always_inline"
    ).split()
)
"""Macros in small letters that mark a function, however like a keyword they are."""

_PROTOTYPES = frozenset("OF P ANSI_ARGS Z_ARG".split())
_PROTOTYPE = ("PROTO", "PROTOS", "PROTOTYPE", "PROTOLIST", "PARAMS", "PARMS", "ARGS", "ARGLIST")


def holds_parameters(name: str) -> bool:
    """Whether a macro may hold a parameter list in a second pair of parentheses, as before C89."""
    bare = name.strip("_")
    return name.isupper() and (bare in _PROTOTYPES or bare.endswith(_PROTOTYPE))


PARAMETER_MARKS = frozenset(
    "in out inout optional ref ptr unique string retval size_is length_is annotation".split()
)
"""What stands in brackets before a parameter in interface descriptions and manuals."""

_CONVENTIONS = frozenset(
    (
        "__cdecl __stdcall __fastcall __thiscall __vectorcall __pascal __clrcall _cdecl _stdcall "
        "_fastcall WINAPI CALLBACK APIENTRY PASCAL STDCALL CDECL FASTCALL NTAPI EFIAPI "
        "STDMETHODCALLTYPE"
    ).split()
)
_OF_DECLARATIONS = frozenset(
    (
        "alias alloc_size always_inline cdecl cold const constructor destructor fastcall flatten "
        "format format_arg gnu_inline hot ifunc interrupt leaf malloc naked noinline nonnull "
        "noreturn nothrow pure returns_nonnull returns_twice section sentinel stdcall used "
        "visibility warn_unused_result weak"
    ).split()
)


def is_of_declaration(attribute: Attribute) -> bool:
    """Whether an attribute behind a star is said of what is declared, and not of the pointer.

    Compilers move those that only a function or an object can have.
    """
    if attribute.syntax == "gnu":
        return attribute.name in _OF_DECLARATIONS
    return attribute.name in _CONVENTIONS or attribute.name.endswith(("CALL", "APIENTRY"))


def is_mark(name: str) -> bool:
    """Whether a word in capitals, or one like `_In_`, marks something and is no type."""
    if is_reserved(name):
        return True
    return name in _MARKS or (name.isupper() and len(name) > 4 and name.endswith(_ENDINGS))


def is_reserved(name: str) -> bool:
    """Whether a word is written as annotations of parameters are: `_In_`, `_Out_writes_`."""
    return len(name) > 3 and name[0] == "_" and name[1].isupper() and name[-1] == "_"
