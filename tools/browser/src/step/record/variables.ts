/** Where the variables of calls are in memory. */
import { addressOf, evaluate, type Location } from "../dwarf/locations";
import type { Func, Scope, Variable } from "../dwarf/program";
import { sizeOf, type Type } from "../dwarf/types";
import type { Register, Rewritten } from "../instrument/tables";
import { CALL, NONE, type Frames } from "./frames";
import type { Memory } from "./log";

/** A variable that was found, and where it begins. */
export interface Located {
  readonly variable: Variable;
  readonly address: number;
  /** The call that it belongs to; NONE for one with static storage duration. */
  readonly call: number;
}

/** Whose calls they are, and what memory holds. */
export interface Calls {
  readonly frames: Frames;
  readonly memory: Memory;
  readonly rewritten: Rewritten;
  readonly functions: readonly Func[];
}

/** What a pointer holds that lies at an address, as it must. */
export function pointerIn(words: Uint32Array, address: number): number {
  return (words[address >>> 2] ?? 0) + (words[(address >>> 2) + 1] ?? 0) * 2 ** 32;
}

/** Where in a frame a variable lies, as an offset and a size; nothing for one that is found in another way. */
export function frameRange(location: Location, type: Type): number[] {
  if (location.kind !== "computed") return [];
  const nothing = { frameBase: 0, local: () => undefined, pointer: () => NaN, pc: 0 };
  const offset = evaluate(location.expression, nothing);
  const size = sizeOf(type);
  return offset === undefined || Number.isNaN(offset) || size === 0 ? [] : [offset, size];
}

/** Where a call's variable is when `step` begins; `pc` is where the call is then. */
export function addressIn(variable: Variable, call: number, step: number, pc: number, calls: Calls): number | undefined {
  const { frames, memory, rewritten } = calls;
  const func = frames.get(call, CALL.func);
  return addressOf(variable.location, {
    frameBase: frames.get(call, CALL.base),
    local: (local) => frames.registerAt(call, registerOf(rewritten.registers, func, local), step),
    pointer: (address) => pointerIn(memory.words, address),
    pc,
  });
}

function registerOf(registers: readonly Register[], func: number, local: number): number {
  return registers.findIndex((one) => one.func.id === func && one.local === local);
}

/** All variables of a block and of those inside of it. */
export function variablesOf(scope: Scope): Variable[] {
  return [...scope.variables, ...scope.blocks.flatMap(variablesOf)];
}

/** The blocks that code at an address is in, from the outermost. */
export function scopesAt(scope: Scope, pc: number): Scope[] {
  const inner = scope.blocks.find(({ low, high }) => low <= pc && pc < high);
  return inner ? [scope, ...scopesAt(inner, pc)] : [scope];
}

/** The variable of one of the running calls that has this byte, or that is nearest to it within `room` bytes; `step` has begun. */
export function onStack(address: number, room: number, step: number, calls: Calls): Located | undefined {
  const { frames, functions, rewritten } = calls;
  let found: Located | undefined;
  let least = room + 1;
  for (let call = frames.top; call !== NONE; call = frames.get(call, CALL.parent)) {
    if (address < frames.get(call, CALL.low) || address >= frames.get(call, CALL.start)) continue;
    const func = functions[frames.get(call, CALL.func)];
    const pc = rewritten.rows[frames.get(call, CALL.lastRow)]?.line.address ?? func?.scope.low ?? 0;
    for (const variable of func ? variablesOf(func.scope) : []) {
      const start = addressIn(variable, call, step, pc, calls);
      const distance = start === undefined ? Infinity : distanceTo(address, start, sizeOf(variable.type));
      if (start === undefined || distance >= least) continue;
      least = distance;
      found = { variable, address: start, call };
    }
  }
  return found;
}

/** The same for variables with static storage duration. */
export function amongStatics(address: number, room: number, variables: Iterable<Variable>): Located | undefined {
  let found: Located | undefined;
  let least = room + 1;
  for (const variable of variables) {
    if (variable.location.kind !== "static") continue;
    const distance = distanceTo(address, variable.location.address, sizeOf(variable.type));
    if (distance >= least) continue;
    least = distance;
    found = { variable, address: variable.location.address, call: NONE };
  }
  return found;
}

/** How far a byte is from an object; 0 for one of its own. */
function distanceTo(address: number, start: number, size: number): number {
  if (address < start) return start - address;
  return Math.max(0, address - (start + Math.max(size, 1)) + 1);
}

/** The variable that lay at an address in a call that has ended before `moment`: of the last such call. */
export function deadVariable(address: number, moment: number, calls: Calls): { readonly func: Func; readonly call: number; readonly variable: Variable | undefined; readonly address: number } | undefined {
  const { frames, functions } = calls;
  let last = NONE;
  for (let call = 0; call < frames.count; call++) {
    const left = frames.get(call, CALL.left);
    if (left < 0 || left >= moment || (last !== NONE && left < frames.get(last, CALL.left))) continue;
    if (frames.get(call, CALL.low) <= address && address < frames.get(call, CALL.start)) last = call;
  }
  const func = last === NONE ? undefined : functions[frames.get(last, CALL.func)];
  if (!func) return undefined;
  for (const variable of variablesOf(func.scope)) {
    const start = addressIn(variable, last, moment, func.scope.low, calls);
    if (start !== undefined && start <= address && address < start + Math.max(1, sizeOf(variable.type))) return { func, call: last, variable, address: start };
  }
  return { func, call: last, variable: undefined, address };
}
