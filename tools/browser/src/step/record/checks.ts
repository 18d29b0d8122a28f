/** What clang's own checks say: where there is room around variables, when a block's variables begin and end, and which index does not fit. */
import { ALL_CHECKS, type Check, type ShadowKind } from "../hooks/table";
import type { Accesses } from "./accesses";
import { STATE, type ProgramMemory } from "./memory";
import { pointerIn } from "./variables";

/** A byte of clang's shadow stands for so many of memory. */
const GRANULE = 8;
/** The room that clang leaves before and behind what alloca gives. */
const ALLOCA_ROOM = 32;
/** What clang tells of a variable with static storage duration: numbers of eight bytes each, of which these are read. */
const GLOBAL = { address: 0, size: 8, sizeWithRoom: 16, bytes: 64 };
/** What it tells of an index that does not fit: after the file's name the line and the column, then two types. */
const BOUNDS = { line: 8, column: 12, array: 16, index: 24 };
/** A description of a type: two numbers of two bytes, then its name; the second number is odd for a signed type. */
const TYPE_NAME = 4;

/** The functions by their names. */
export function checks(memory: ProgramMemory, accesses: Accesses): WebAssembly.ModuleImports {
  const word = (address: number): number => memory.words[address >>> 2] ?? 0;
  const pointer = (address: number): number => pointerIn(memory.words, address);
  const bytes = (): Uint8Array => new Uint8Array(memory.words.buffer);
  const text = (address: number): string => {
    const all = bytes();
    return new TextDecoder().decode(all.subarray(address, all.indexOf(0, address)));
  };
  const close = (address: number, count: number): void => memory.paint(address, count, STATE.outside);
  const own: Partial<Record<Check, (...numbers: number[]) => number | void>> = {
    __asan_alloca_poison: (address = 0, size = 0) => {
      const end = address + size;
      const after = Math.ceil(end / ALLOCA_ROOM) * ALLOCA_ROOM;
      close(address - ALLOCA_ROOM, ALLOCA_ROOM);
      close(end, after + ALLOCA_ROOM - end);
    },
    __asan_allocas_unpoison: (top = 0, bottom = 0) => {
      if (top !== 0 && top < bottom) memory.open(top, bottom - top);
    },
    __asan_poison_stack_memory: (address = 0, size = 0) => close(address, size),
    __asan_unpoison_stack_memory: (address = 0, size = 0) => memory.open(address, size),
    __asan_memcpy: (to = 0, from = 0, count = 0) => {
      accesses.copies(to, from, count);
      bytes().copyWithin(to, from, from + count);
      return to;
    },
    __asan_memset: (to = 0, value = 0, count = 0) => {
      accesses.fills(to, count);
      bytes().fill(value, to, to + count);
      return to;
    },
    __asan_register_globals: (list = 0, count = 0) => {
      for (let at = list; at < list + count * GLOBAL.bytes; at += GLOBAL.bytes) {
        const size = pointer(at + GLOBAL.size);
        close(pointer(at + GLOBAL.address) + size, pointer(at + GLOBAL.sizeWithRoom) - size);
      }
    },
    __asan_load_cxx_array_cookie: (address = 0) => pointer(address),
    __sanitizer_annotate_contiguous_container: (_begin = 0, _end = 0, old = 0, now = 0) => {
      if (now > old) memory.open(old, now - old);
      else close(now, old - now);
    },
    __sanitizer_annotate_double_ended_contiguous_container: (_begin = 0, _end = 0, oldBegin = 0, oldEnd = 0, begin = 0, end = 0) => {
      // What belonged to it and no longer does, at both ends; then what belongs to it since now.
      close(oldBegin, Math.min(begin, oldEnd) - oldBegin);
      close(Math.max(end, oldBegin), oldEnd - Math.max(end, oldBegin));
      memory.open(begin, end - begin);
    },
  };
  own.__asan_memmove = own.__asan_memcpy as (...numbers: number[]) => number;
  const found: WebAssembly.ModuleImports = {};
  for (const [name, types] of ALL_CHECKS) {
    const kind = /^__asan_set_shadow_(..)$/.exec(name)?.[1] as ShadowKind | undefined;
    found[name] = kind ? shadowSetter(kind, memory) : inNumbers(own[name] ?? ((first) => first), types.endsWith(":I"));
  }
  found["__ubsan_handle_out_of_bounds"] = (said: bigint, index: bigint): void => {
    const at = Number(said);
    const [array, type] = [pointer(at + BOUNDS.array), pointer(at + BOUNDS.index)];
    const isSigned = ((word(type) >> 16) & 1) === 1;
    const bits = 1 << (word(type) >> 17);
    const value = bits > 64 ? BigInt(pointer(Number(index))) : index; // of more bits than a pointer has, the address is handed over
    const shown = isSigned ? BigInt.asIntN(Math.min(bits, 64), value) : BigInt.asUintN(Math.min(bits, 64), value);
    accesses.bounds(text(array + TYPE_NAME).replace(/^'|'.*$/g, ""), Number(shown), word(at + BOUNDS.line), word(at + BOUNDS.column));
  };
  return found;
}

/** A function that gets integers of 64 bits as numbers; one that is too large as more than any memory has. */
function inNumbers(call: (...numbers: number[]) => number | void, hasResult: boolean): (...given: (bigint | number)[]) => bigint | undefined {
  return (...given) => {
    const result = call(...given.map((one) => Math.min(Number(BigInt.asUintN(64, BigInt(one))), 0xffffffff)));
    return hasResult ? BigInt(result ?? 0) : undefined;
  };
}

/** What sets clang's shadow for some granules: usable, usable in their first bytes, or of no object. */
function shadowSetter(kind: ShadowKind, memory: ProgramMemory): (shadow: bigint, count: bigint) => void {
  const usable = Number.parseInt(kind, 16);
  const set = (start: number, bytes: number): void => {
    if (usable === 0) memory.open(start, bytes);
    else if (usable >= GRANULE) memory.paint(start, bytes, STATE.outside);
    else for (let granule = start; granule < start + bytes; granule += GRANULE) {
      memory.open(granule, usable);
      memory.paint(granule + usable, GRANULE - usable, STATE.outside);
    }
  };
  return (shadow, count) => set(Number(shadow) * GRANULE, Number(count) * GRANULE);
}
