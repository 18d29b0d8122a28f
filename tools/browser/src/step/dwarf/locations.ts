/** Where a variable is: DWARF's expressions and lists of them, as far as clang writes them for WebAssembly. */
import { Reader } from "../../wasm/bytes";
import type { Entry } from "./entries";
import { AT, DW_OP } from "./words";

/** How a variable is found when a function runs. */
export type Location =
  | { readonly kind: "static"; readonly address: number }
  /** The value itself is in a local of WebAssembly. */
  | { readonly kind: "local"; readonly local: number }
  /** An expression that gives the address in memory, with the frame base and the locals of the moment. */
  | { readonly kind: "computed"; readonly expression: Uint8Array }
  /** One expression for each part of the code; addresses count from the code section's content. */
  | { readonly kind: "list"; readonly parts: readonly Part[] };

interface Part {
  readonly low: number;
  readonly high: number;
  readonly expression: Uint8Array;
}

/** What an expression may ask for. */
export interface Surroundings {
  readonly frameBase: number;
  /** What a local of WebAssembly held last, if that is known. */
  local(number: number): number | undefined;
  /** What a pointer at an address in memory holds. */
  pointer(address: number): number;
  /** Where the code is, counted from the code section's content. */
  readonly pc: number;
}

/** Kinds of WebAssembly's places. */
const LOCAL = 0;
const GLOBALS: ReadonlySet<number> = new Set([1, 3]);
/** The address of what the linker has left out; in a list, that what follows is a base. */
const GONE = -1;

/** Where the entry's variable is; undefined for one that the linker has left out, or that is nowhere. */
export function locationOf(entry: Entry, lists: Uint8Array, attribute: number = AT.location): Location | undefined {
  const expression = entry.expression(attribute);
  if (expression) return simple(expression);
  const offset = entry.number(attribute);
  return offset === undefined ? undefined : { kind: "list", parts: list(lists, offset, entry.unit.base) };
}

function simple(expression: Uint8Array): Location | undefined {
  const reader = new Reader(expression);
  if (reader.isAtEnd) return undefined;
  const op = reader.u8();
  if (op === DW_OP.addr) {
    const address = reader.i64();
    return address <= 0 ? undefined : { kind: "static", address };
  }
  if (op === DW_OP.wasmLocation) {
    const kind = reader.u8();
    if (GLOBALS.has(kind)) return threadLocal(reader, kind);
    const local = reader.uleb();
    if (kind === LOCAL && !reader.isAtEnd && reader.u8() === DW_OP.stackValue) return { kind: "local", local };
  }
  return { kind: "computed", expression };
}

/** A thread's own variable: the base of the thread's memory and its place in it. There is one thread, so the place is the address. */
function threadLocal(reader: Reader, kind: number): Location | undefined {
  if (kind === 3) reader.u32();
  else reader.uleb();
  if (reader.isAtEnd || reader.u8() !== DW_OP.addr) return undefined;
  return { kind: "static", address: reader.i64() };
}

function list(section: Uint8Array, offset: number, unitBase: number): Part[] {
  const reader = new Reader(section, offset);
  const parts: Part[] = [];
  let base = unitBase;
  for (;;) {
    const low = reader.i64();
    const high = reader.i64();
    if (low === 0 && high === 0) return parts;
    if (low === GONE) base = high;
    else parts.push({ low: base + low, high: base + high, expression: reader.take(reader.u16()) });
  }
}

/** The locals of WebAssembly whose values the location needs. */
export function localsIn(location: Location): number[] {
  if (location.kind === "local") return [location.local];
  const expressions = location.kind === "computed" ? [location.expression] : location.kind === "list" ? location.parts.map((part) => part.expression) : [];
  return expressions.flatMap((expression) => {
    const reader = new Reader(expression);
    return reader.u8() === DW_OP.wasmLocation && reader.u8() === LOCAL ? [reader.uleb()] : [];
  });
}

/** Where in memory a variable is now; undefined if it is nowhere, or the way there is not known. */
export function addressOf(location: Location, now: Surroundings): number | undefined {
  switch (location.kind) {
    case "static":
      return location.address;
    case "local":
      return undefined;
    case "computed":
      return evaluate(location.expression, now);
    case "list": {
      const part = location.parts.find(({ low, high }) => low <= now.pc && now.pc < high);
      return part && evaluate(part.expression, now);
    }
  }
}

/** What an expression comes to, with `first` on its stack if that is given. */
export function evaluate(expression: Uint8Array, now: Surroundings, first?: number): number | undefined {
  const reader = new Reader(expression);
  const stack: number[] = first === undefined ? [] : [first];
  const pop = (): number => stack.pop() ?? 0;
  while (!reader.isAtEnd) {
    const op = reader.u8();
    if (op >= DW_OP.firstLiteral && op <= DW_OP.lastLiteral) {
      stack.push(op - DW_OP.firstLiteral);
      continue;
    }
    switch (op) {
      case DW_OP.addr:
        stack.push(reader.i64());
        break;
      case DW_OP.fbreg:
        stack.push(now.frameBase + reader.sleb());
        break;
      case DW_OP.constu:
        stack.push(reader.uleb());
        break;
      case DW_OP.consts:
        stack.push(reader.sleb());
        break;
      case DW_OP.plusUconst:
        stack.push(pop() + reader.uleb());
        break;
      case DW_OP.plus:
        stack.push(pop() + pop());
        break;
      case DW_OP.minus: {
        const subtracted = pop();
        stack.push(pop() - subtracted);
        break;
      }
      case DW_OP.dup: {
        const top = pop();
        stack.push(top, top);
        break;
      }
      case DW_OP.deref:
        stack.push(now.pointer(pop()));
        break;
      case DW_OP.wasmLocation: {
        if (reader.u8() !== LOCAL) return undefined;
        const value = now.local(reader.uleb());
        if (value === undefined) return undefined;
        stack.push(value);
        break;
      }
      default:
        return undefined;
    }
  }
  return stack.pop();
}
