"""Queries of real readers with the pages that answer them, and how each theme's search is asked."""

QUERIES = {
    "function pointer": "declarations/",
    "pointer to function": "declarations/",
    "spiral rule": "declarations/",
    "sizeof": "declarations/",
    "array of pointers": "declarations/",
    "pointer to array": "declarations/",
    "const pointer": "declarations/qualifiers/",
    "pointer to const": "declarations/qualifiers/",
    "const char *": "declarations/qualifiers/",
    "typedef": "declarations/qualifiers/",
    "array parameter": "declarations/parameters/",
    "array decay": "declarations/parameters/ misconceptions/arrays/",
    "cast": "declarations/parameters/",
    "empty parentheses": "declarations/parameters/",
    "restrict": "misconceptions/declarations/",
    "volatile": "volatile/",
    "infinite loop": "volatile/",
    "memory order": "volatile/threads/",
    "memory barrier": "volatile/threads/",
    "data race": "volatile/threads/",
    "race condition": "volatile/threads/",
    "atomic": "volatile/threads/",
    "mutex": "volatile/threads/",
    "thread": "volatile/threads/",
    "signal handler": "volatile/",
    "sig_atomic_t": "volatile/",
    "hardware register": "volatile/accesses/",
    "memory mapped register": "volatile/accesses/",
    "side effect": "volatile/accesses/",
    "sequence point": "volatile/accesses/ misconceptions/expressions/",
    "undefined behaviour": "misconceptions/expressions/",
    "undefined behavior": "misconceptions/expressions/",
    "strict aliasing": "misconceptions/expressions/",
    "segfault": "misconceptions/memory/",
    "dangling pointer": "misconceptions/memory/",
    "use after free": "ownership/",
    "malloc": "exhaustion/",
    "union": "misconceptions/memory/",
    "buffer overflow": "leaks/",
    "integer overflow": "misconceptions/integers/",
    "uninitialized variable": "misconceptions/expressions/",
    "linker error": "misconceptions/scope/",
    "include guard": "misconceptions/scope/",
    "static": "misconceptions/scope/",
    "macro": "misconceptions/library/ misconceptions/scope/",
    "printf": "misconceptions/library/",
    "out of memory": "exhaustion/",
    "OOM killer": "exhaustion/",
    "fault injection": "exhaustion/reporting/",
    "atomic save": "exhaustion/aborting/",
    "cleanup attribute": "cleanup/",
    "g_steal_pointer": "cleanup/traps/ cleanup/elsewhere/",
    "defer": "cleanup/elsewhere/",
    "cache line": "costs/",
    "linked list or array": "costs/layout/",
    "false sharing": "costs/machine/",
    "LD_PRELOAD": "symbols/",
    "noipa": "symbols/repairs/",
    "weak symbol": "symbols/archives/",
    "dependency injection": "symbols/design/",
    "object slicing": "slicing/",
    "copy constructor": "slicing/",
    "virtual destructor": "slicing/repairs/",
    "catch by reference": "slicing/exceptions/",
    "Perl XS": "xs/",
    "typemap": "xs/objects/",
    "hypervisor": "xen/",
    "hypercall": "xen/hypercalls/",
    "ring buffer": "xen/rings/",
    "double fetch": "xen/rings/",
    "grant table": "xen/events/",
    "live migration": "xen/migration/",
    "exercises": "declarations/exercises/ volatile/exercises/",
    "where do I start": "index path/",
    "glossary": "words/",
    "install": "cexplain/ offline/",
    "offline": "offline/",
    "vim": "cexplain/editors/",
}
"""What people look for, and the pages of which one must be among the first; "index" is home."""

RULES = {
    "array-of-functions": "rules/array-of-functions/",
    "implicit int": "rules/implicit-int/",
    "missing semicolon": "rules/missing-semicolon/",
    "flexible array member": "rules/flexible-not-last/",
    "VLA": "rules/variable-size/",
    "bit-field": "rules/bit-field-width/",
    "restrict pointer": "rules/restrict-without-pointer/",
    "alignas": "rules/alignment-value/",
    "old style definition": "rules/old-style/",
    "static parameter brackets": "rules/qualified-brackets/",
}
"""What a rule alone answers, and its page."""

_ASK = """async (queries) => {
    const config = JSON.parse(document.querySelector("#__config").textContent);
    const index = await (await fetch("%(site)s%(index)s")).json();
    const worker = new Worker(new URL(config.search, location.href));
    const told = (kind, data) => new Promise((done) => {
        worker.onmessage = ({ data: answer }) => done(answer.data);
        worker.postMessage({ type: kind, data });
    });
    await told(0, %(setup)s);
    const found = {};
    for (const query of queries) {
        const { items } = await told(2, %(query)s);
        found[query] = items.map((item) => %(place)s);
    }
    worker.terminate();
    return found;
}"""


def ask_material(site: str) -> str:
    """The script that asks Material's Worker, which groups what it finds by page."""
    return _ASK % {
        "site": site,
        "index": "search/search_index.json",
        "setup": "{ ...index, options: { suggest: false } }",
        "query": "query",
        "place": "item[0].location",
    }


def ask_zensical(site: str) -> str:
    """The script that asks Zensical's Worker; it knows items by their places in the index."""
    return _ASK % {
        "site": site,
        "index": "search.json",
        "setup": "index",
        "query": (
            "{ input: query, filter: { input: { type: 'operator', data: { operator: 'and', "
            "operands: [] } }, aggregation: { input: [] } } }"
        ),
        "place": "index.items[item.id].location",
    }
