/** Puts hooks into the functions of libraries: what they write is seen, and what they do with the heap. */
import { KIND_OF, KINDS } from "../hooks/table";
import { bytesMoved, isLoad, isStore, MEMORY_COPY, MEMORY_FILL, OP, storedType, type Instruction } from "../../wasm/code";
import type { Emitter } from "./emitter";
import { isMarking } from "./marks";
import type { Sites } from "./tables";

/** What a library's function is to the stepper. */
export type Role =
  | "plain"
  /** Its reads are looked at as well. */
  | "reader"
  /** The allocator's inner functions. */
  | "allocator"
  | "copy"
  | "fill"
  | "malloc"
  | "aligned"
  | "posix"
  | "free"
  | "realloc"
  | "calloc";

const ROLES: Readonly<Record<string, Role>> = {
  memcpy: "copy",
  memmove: "copy",
  memset: "fill",
  malloc: "malloc",
  aligned_alloc: "aligned",
  memalign: "aligned",
  posix_memalign: "posix",
  free: "free",
  realloc: "realloc",
  calloc: "calloc",
};
/** The functions of wasi-libc's dlmalloc that compilers leave in one piece. */
const ALLOCATOR = /^(?:dl\w*|prepend_alloc|add_segment|dispose_chunk|internal_\w*|sys_(?:alloc|trim)|tmalloc_\w+|try_\w+|release_unused_segments|init_mparams|sbrk)$/;
/** Functions that read as far as a string or a length goes: what they read is the caller's business. */
const READS = /^(?:__)?(?:mem|str|stp|wcs|wmem)/;

export function roleOf(name: string, isHeader: boolean): Role {
  if (Object.hasOwn(ROLES, name)) return ROLES[name] ?? "plain";
  if (ALLOCATOR.test(name)) return "allocator";
  return isHeader || READS.test(name) ? "reader" : "plain";
}

/** What functions of libraries need to know of the others. */
export interface Others {
  readonly sites: Sites;
  /** The code section's content begins here. */
  readonly base: number;
  /** The numbers of malloc and free. */
  readonly malloc: number;
  readonly free: number;
}

/** Rewrites a library's function of this number and name. */
export function library(name: string, number: number, role: Role, code: Iterable<Instruction>, emit: Emitter, others: Others): void {
  const kind = KIND_OF.find(([names]) => names.test(name))?.[1];
  if (kind) emit.constant(KINDS.indexOf(kind)).hook("named");
  switch (role) {
    case "copy":
    case "fill":
      // Leaves of the library that do nothing else: one hook for all that they write.
      emit.moved(role, 0, 1, 2);
      return;
    case "realloc":
      realloc(emit, others);
      return;
    case "calloc":
      calloc(emit, others);
      return;
    case "malloc":
      emit.short(0).hook("takes").op(OP.extendUnsigned).set(0);
      break;
    case "aligned":
      emit.short(1).hook("takes").op(OP.extendUnsigned).set(1);
      break;
    case "posix":
      emit.short(2).hook("takes").op(OP.extendUnsigned).set(2);
      break;
    case "free":
      emit.short(0).hook("frees").op(OP.extendUnsigned).set(0);
      break;
    default:
  }
  let depth = 0;
  let before = { op: 0, number: 0 };
  for (const one of code) {
    const { op, at, next } = one;
    if (isStore(op)) {
      emit.upTo(at);
      const hook = (role === "plain" || role === "reader") && !isMarking(before) ? "put" : "raw";
      emit.store(hook, others.sites.add(one.number, bytesMoved(op), number, at - others.base, 0, storedType(op)), storedType(op));
    } else if (isLoad(op)) {
      if (role === "reader") {
        emit.upTo(at);
        emit.load("peek", others.sites.add(one.number, bytesMoved(op), number, at - others.base));
      }
    } else if (op === OP.more && (one.number === MEMORY_COPY || one.number === MEMORY_FILL)) {
      emit.upTo(at);
      emit.some(one.number === MEMORY_COPY ? "copy" : "fill");
    } else if (op === OP.memoryGrow) {
      emit.upTo(next);
      emit.hook("grown");
    } else if (op === OP.block || op === OP.loop || op === OP.if || op === OP.try || op === OP.tryTable) depth++;
    else if (op === OP.return || ((op === OP.end || op === OP.delegate) && depth-- === 0)) {
      emit.upTo(at);
      returned(role, emit);
    }
    before = { op, number: one.number };
  }
}

/** Before an allocating function returns. */
function returned(role: Role, emit: Emitter): void {
  const made = emit.scratch("made", "I");
  if (role === "malloc" || role === "aligned") emit.tee(made).short(made).hook("took");
  // Its result is a status; the address is where its first argument points to.
  else if (role === "posix") emit.get(0).op(OP.i64Load, ALIGNED, 0).set(made).short(made).hook("took");
}

/**
 * realloc as the stepper has it: it always moves, so that a pointer to where the block was is seen to be
 * stale, and the old block goes through free like every other.
 */
function realloc(emit: Emitter, { malloc, free }: Others): void {
  const [block, size] = [0, 1];
  const made = emit.scratch("made", "I");
  const kept = emit.scratch("kept", "I");
  emit.get(size).call(malloc).tee(made).op(...IF_ANY);
  emit.get(block).op(...IF_ANY);
  emit.short(block).short(size).hook("keeps").op(OP.extendUnsigned).set(kept);
  emit.moved("copy", made, block, kept).get(made).get(block).get(kept).bulk(MEMORY_COPY);
  emit.get(block).call(free);
  emit.op(OP.end, OP.end).get(made).op(OP.end);
  emit.skipTo(emit.body.end);
}

/** calloc in the same way. */
function calloc(emit: Emitter, { malloc }: Others): void {
  const made = emit.scratch("made", "I");
  const size = emit.scratch("size", "I");
  emit.short(0).short(1).hook("clears").op(OP.extendUnsigned).tee(size).call(malloc).tee(made).op(...IF_ANY);
  emit.short(made).constant(0).short(size).hook("fill").get(made).constant(0).get(size).bulk(MEMORY_FILL);
  emit.op(OP.end).get(made).op(OP.end);
  emit.skipTo(emit.body.end);
}

/** The type of an operation `if` that has no result. */
const EMPTY = 0x40;
/** Goes on if an integer of 64 bits is not 0. */
const IF_ANY = [OP.i64Eqz, OP.i32Eqz, OP.if, EMPTY];
/** The alignment of an address, as an exponent of 2. */
const ALIGNED = 3;
