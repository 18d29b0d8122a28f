/**
 * The hooks: what a rewritten program calls, with the types of the arguments and of the result.
 *
 * i and I are integers of 32 and 64 bits, f and F floating ones. A call takes its arguments from the
 * operand stack and leaves what was there before, so it can be put between any two instructions.
 * Addresses and sizes come in 32 bits, one that is too large as 2^32-1: a page's memory is smaller, and
 * each integer of 64 bits would be made a bigint on its way.
 */
export const HOOKS = {
  /** A function of the program begins: its number, the stack pointer. */
  enter: "ii",
  /** Its frame is there: the frame base. */
  frame: "i",
  /** A line is reached: the number of its row, the frame base. */
  line: "ii",
  /** A loop begins another turn: likewise. */
  loop: "ii",
  /** A block is entered, and its variables begin anew: its number, the frame base. */
  block: "ii",
  /** A local of WebAssembly has got an address that DWARF needs: its number, the address. */
  register: "ii",
  /** The stack pointer has moved within a function, for an array of variable length or for alloca: where to. */
  stack: "i",
  /** A function returns, by the type of its value. */
  leave: "",
  returnI: "i:i",
  returnL: "I:I",
  returnF: "f:f",
  returnD: "F:F",
  /** The program is about to read or to write: the address without the constant offset, the number of the site. */
  load: "ii",
  store: "ii",
  /** A library does so. */
  peek: "ii",
  put: "ii",
  /** The allocator writes for its own purposes. */
  raw: "ii",
  /** Some bytes are about to be copied or filled: to, from or value, how many. */
  copy: "iii",
  fill: "iii",
  /** A library's function is about to be called: the number of the site. */
  call: "i",
  /** A library's function begins that says something about blocks of the heap: its place in KINDS. */
  named: "i",
  /** malloc begins: how many bytes are asked for; how many to take comes back. */
  takes: "i:i",
  /** It returns, or one of its relatives: the address. */
  took: "i",
  /** free begins: the address; what to free in its place comes back, 0 for nothing. */
  frees: "i:i",
  /** realloc begins: the address, the new size; how many bytes to keep comes back. */
  keeps: "ii:i",
  /** calloc begins: the count, the size; the bytes in all come back, or 2^32-1 if there are more. */
  clears: "ii:i",
  /** Memory may have grown. */
  grown: "",
} as const;

export type Hook = keyof typeof HOOKS;

/** The module from which a rewritten program imports its hooks. */
export const MODULE = "step";
/** The module that the linker gives to functions without one. */
export const CHECKS_MODULE = "env";

/** Who makes or frees a block of the heap, besides malloc and free themselves. */
export const KINDS = ["malloc", "new", "new[]", "delete", "delete[]", "exception"] as const;
export type Kind = (typeof KINDS)[number];

/** The functions that say so, as the linker spells their names. */
export const KIND_OF: readonly (readonly [RegExp, Kind])[] = [
  [/^operator new\(/, "new"],
  [/^operator new\[\]/, "new[]"],
  [/^operator delete\(/, "delete"],
  [/^operator delete\[\]/, "delete[]"],
  [/^__cxa_(?:allocate|free)_/, "exception"],
];

/** clang's words for the state of memory around variables, by the last letters of the functions that set it. */
const SHADOW_KINDS = ["00", "01", "02", "03", "04", "05", "06", "07", "f1", "f2", "f3", "f5", "f8"] as const;
export type ShadowKind = (typeof SHADOW_KINDS)[number];

/** What clang's own checks call, under the names that they have there: clang leaves room around variables and says where. */
export const CHECKS = {
  __asan_alloca_poison: "II",
  __asan_allocas_unpoison: "II",
  __asan_poison_stack_memory: "II",
  __asan_unpoison_stack_memory: "II",
  __asan_memcpy: "III:I",
  __asan_memmove: "III:I",
  __asan_memset: "IiI:I",
  __asan_init: "",
  __asan_version_mismatch_check_v8: "",
  __asan_handle_no_return: "",
  __asan_register_globals: "II",
  __asan_unregister_globals: "II",
  __asan_before_dynamic_init: "I",
  __asan_after_dynamic_init: "",
  __asan_poison_cxx_array_cookie: "I",
  __asan_load_cxx_array_cookie: "I:I",
  __sanitizer_annotate_contiguous_container: "IIII",
  __sanitizer_annotate_double_ended_contiguous_container: "IIIIII",
  __ubsan_handle_out_of_bounds: "II",
} as const;

export type Check = keyof typeof CHECKS | `__asan_set_shadow_${ShadowKind}`;

/** All of these functions with their types. */
export const ALL_CHECKS: readonly (readonly [Check, string])[] = [
  ...(Object.entries(CHECKS) as [keyof typeof CHECKS, string][]),
  ...SHADOW_KINDS.map((kind) => [`__asan_set_shadow_${kind}`, "II"] as const),
];
