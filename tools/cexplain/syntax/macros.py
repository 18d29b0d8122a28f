"""Calls of macros among declarations: only the macro's definition says what they declare."""

from typing import TYPE_CHECKING

from cexplain.syntax.brackets import begins_line

if TYPE_CHECKING:
    from cexplain.diagnostics import Diagnostic
    from cexplain.syntax.scan import Scanner

_STORAGE = frozenset({"static", "extern", "typedef"})

_INITCALLS = [
    f"{level}_initcall"
    for level in "early pure core postcore arch subsys fs rootfs device late console".split()
]

KNOWN = {
    "LIST_HEAD": ("Linux", "it declares {0} as a struct list_head"),
    "HLIST_HEAD": ("Linux", "it declares {0} as a struct hlist_head"),
    "DECLARE_BITMAP": ("Linux", "it declares {0} as an array of unsigned longs for {1} bits"),
    "DEFINE_MUTEX": ("Linux", "it declares {0} as a struct mutex"),
    "DEFINE_SPINLOCK": ("Linux", "it declares {0} as a spinlock_t"),
    "DECLARE_WAIT_QUEUE_HEAD": ("Linux", "it declares {0} as a wait_queue_head_t"),
    "DECLARE_COMPLETION": ("Linux", "it declares {0} as a struct completion"),
    "DEFINE_PER_CPU": ("Linux", "it declares {1} with the type {0}, once for each processor"),
    "DECLARE_PER_CPU": ("Linux", "it declares {1} with the type {0}, once for each processor"),
    "EXPORT_SYMBOL": ("Linux", "it declares nothing, and lets modules use {0}"),
    "EXPORT_SYMBOL_GPL": ("Linux", "it declares nothing, and lets modules use {0}"),
    "module_init": ("Linux", "it makes {0} the function that begins a module"),
    "module_exit": ("Linux", "it makes {0} the function that ends a module"),
    "module_param": ("Linux", "it makes {0} a parameter of the module"),
    "MODULE_LICENSE": ("Linux", "it declares nothing, and names the licence"),
    "MODULE_AUTHOR": ("Linux", "it declares nothing, and names the author"),
    "MODULE_DESCRIPTION": ("Linux", "it declares nothing, and describes the module"),
    **dict.fromkeys(
        _INITCALLS, ("Linux", "it makes {0} a function that the kernel calls while it starts")
    ),
    "module_platform_driver": ("Linux", "it registers the driver {0} when the module begins"),
    "module_pci_driver": ("Linux", "it registers the driver {0} when the module begins"),
    "module_i2c_driver": ("Linux", "it registers the driver {0} when the module begins"),
    "module_spi_driver": ("Linux", "it registers the driver {0} when the module begins"),
    "module_usb_driver": ("Linux", "it registers the driver {0} when the module begins"),
    "DECLARE_WORK": ("Linux", "it declares {0} as a struct work_struct, which calls {1}"),
    "DEFINE_IDA": ("Linux", "it declares {0} as a struct ida"),
    "DEFINE_HASHTABLE": ("Linux", "it declares {0} as an array of 2 to the {1} struct hlist_head"),
    "DEVICE_ATTR": ("Linux", "it declares dev_attr_{0} as a struct device_attribute"),
    "DEVICE_ATTR_RO": ("Linux", "it declares dev_attr_{0} as a struct device_attribute"),
    "DEVICE_ATTR_RW": ("Linux", "it declares dev_attr_{0} as a struct device_attribute"),
    "DEVICE_ATTR_WO": ("Linux", "it declares dev_attr_{0} as a struct device_attribute"),
    "STDMETHOD": ("Windows", "it declares the virtual function {0}, which returns an HRESULT"),
    "STDMETHOD_": ("Windows", "it declares the virtual function {1}, which returns {0}"),
    "BLOCKING_NOTIFIER_HEAD": ("Linux", "it declares {0} as a struct blocking_notifier_head"),
    "DEFINE_RWLOCK": ("Linux", "it declares {0} as an rwlock_t"),
    "DEFINE_SEMAPHORE": ("Linux", "it declares {0} as a struct semaphore"),
    "DEFINE_TIMER": ("Linux", "it declares {0} as a struct timer_list, which calls {1}"),
    "DECLARE_DELAYED_WORK": ("Linux", "it declares {0} as a struct delayed_work, which calls {1}"),
    "DEFINE_IDR": ("Linux", "it declares {0} as a struct idr"),
    "MODULE_DEVICE_TABLE": ("Linux", "it declares nothing, and says which devices {1} lists"),
    "MODULE_VERSION": ("Linux", "it declares nothing, and names the version"),
    "MODULE_ALIAS": ("Linux", "it declares nothing, and names the module otherwise"),
    "MODULE_PARM_DESC": ("Linux", "it declares nothing, and describes the parameter {0}"),
    "EXPORT_SYMBOL_NS": ("Linux", "it declares nothing, and lets modules use {0}"),
    "K_MUTEX_DEFINE": ("Zephyr", "it declares {0} as a struct k_mutex"),
    "K_SEM_DEFINE": ("Zephyr", "it declares {0} as a struct k_sem"),
    "K_MSGQ_DEFINE": ("Zephyr", "it declares {0} as a struct k_msgq, and its buffer"),
    "LOG_MODULE_REGISTER": ("Zephyr", "it declares what the logging of {0} needs"),
    "BUILD_BUG_ON": ("Linux", "it declares nothing, and fails to compile if its condition holds"),
    "STAILQ_HEAD": ("BSD", "it declares struct {0}, the head of a queue of struct {1}"),
    "TAILQ_HEAD": ("BSD", "it declares struct {0}, the head of a queue of struct {1}"),
    "SLIST_HEAD": ("BSD", "it declares struct {0}, the head of a list of struct {1}"),
    "RB_HEAD": ("BSD", "it declares struct {0}, the root of a tree of struct {1}"),
    "TEST": ("GoogleTest", "it defines the test {1} of {0}"),
    "TEST_F": ("GoogleTest", "it defines the test {1} of {0}"),
    "BOOST_FOREACH": ("Boost", "it begins a loop over {1}"),
    "Q_PROPERTY": ("Qt", "it declares a property of the class around it"),
    "Q_DISABLE_COPY": ("Qt", "it declares the copy operations of {0} as deleted"),
    "G_DEFINE_ABSTRACT_TYPE": (
        "GLib",
        "it defines functions of the type {0}, whose names begin with {1}",
    ),
    "G_DEFINE_QUARK": ("GLib", "it defines the function {1}_quark"),
    "ISR": ("AVR", "it defines the function that handles the interrupt {0}"),
    "SIGNAL": ("AVR", "it defines the function that handles the interrupt {0}"),
    "G_DEFINE_TYPE": ("GLib", "it defines functions of the type {0}, whose names begin with {1}"),
    "G_DECLARE_FINAL_TYPE": ("GLib", "it declares the type {0} and functions of it"),
    "K_THREAD_DEFINE": ("Zephyr", "it declares {0} as a k_tid_t, and its stack"),
    "PG_FUNCTION_INFO_V1": ("PostgreSQL", "it declares a function that describes {0}"),
    "Q_DECLARE_METATYPE": ("Qt", "it declares nothing by name, and registers the type {0}"),
    **{
        f"SYSCALL_DEFINE{count}": ("Linux", "it defines the system call {0}, the function sys_{0}")
        for count in range(7)
    },
}
"""Macros that many sources call: whose they are, and what they say of their arguments."""


def _start(scanner: "Scanner", index: int) -> int:
    """Return the index of the macro's name, behind storage classes before it."""
    while scanner.tokens[index].text in _STORAGE:
        index += 1
    return index


def end_of_call(scanner: "Scanner", index: int) -> int | None:
    """Return the index behind a macro's call that begins at a token, None if none does."""
    at = _start(scanner, index)
    tokens = scanner.tokens
    name = tokens[at].text
    if tokens[at + 1].text != "(" or not scanner.is_identifier(at):
        return None
    known = name in KNOWN
    if not known and (len(name) < 2 or not name.isupper()):
        return None
    old = scanner.std.endswith("89") or scanner.is_declared_type(name)
    end = scanner.closing[at + 1]
    inside, behind = tokens[at + 2 : end], tokens[end + 1]
    if old or not inside or inside[0].text in ("*", "(", "..."):
        return None
    if known and behind.text == "(":  # STDMETHOD(f)(int x) PURE;
        end = scanner.expression_end(end + 1, (";",))
        return end + (tokens[end].text == ";")
    if behind.text == "{":
        return scanner.closing[end + 1] + 1
    if _stands_in_a_line(scanner, end + 1, {one.text for one in inside if one.kind == "word"}):
        return end + 1
    if behind.text != ";" and behind.kind != "end":
        return None
    alone = len(inside) == 1 and inside[0].kind == "word"
    if alone and not (known or "_" in name or inside[0].text.isupper()):
        return None  # HANDLE (h);
    return end + 1 + (behind.text == ";")


def _stands_in_a_line(scanner: "Scanner", index: int, names: set[str]) -> bool:
    """Whether a declaration begins in a line of its own behind a call with these names.

    It is no parameter of an old-style definition, which declares one of them.
    """
    tokens = scanner.tokens
    if tokens[index].kind != "word" or not begins_line(scanner.text, tokens[index]):
        return False
    if tokens[index].text in _STORAGE:
        return True
    if scanner.is_identifier(index) and tokens[index + 1].text == "(":
        return False  # API(int)\nf(int x);
    end = scanner.expression_end(index, (";",))
    named = False
    while index < end:
        word, behind = tokens[index].text, tokens[index + 1].text
        if (word, behind) == (")", "{"):
            return True  # a parameter has no body
        listed = behind == "(" and tokens[index + 2].text not in ("*", ")")
        if listed and scanner.is_identifier(index) and word not in names:
            return True  # nor has it the list of another function
        named = named or word in names
        index = scanner.closing[index] if word == "{" else index + 1
    return not named


def called(scanner: "Scanner", index: int) -> "Diagnostic":
    """Return that a macro is called, and what it declares where many sources call it."""
    at = _start(scanner, index)
    name = scanner.tokens[at].text
    message = f"{name!r} looks like a macro, and only its definition says what this declares"
    if name in KNOWN:
        whose, says = KNOWN[name]
        said = says.format(*_arguments(scanner, at + 1))
        message = f"{name!r} is a macro of {whose}: {said}"
    return scanner.diagnostic(
        "error", "macro-call", index, message,
        "give --file the source, whose headers define it, or read what the macro stands for",
    )  # fmt: skip


def _arguments(scanner: "Scanner", opening: int) -> list[str]:
    end, index = scanner.closing[opening], opening + 1
    found: list[str] = []
    while index < end:
        comma = min(scanner.expression_end(index, (",",)), end)
        found.append(scanner.source(index, comma))
        index = comma + 1
    return [*found, "it", "it"]
