/** The variables that a running call has at a moment. */
import type { Func, Variable } from "../dwarf/program";
import { isScalar, sizeOf } from "../dwarf/types";
import type { Row } from "../instrument/tables";
import { addressIn, scopesAt, type Calls, type Located } from "../record/variables";
import { POINTER, type View } from "./view";

/** Names that clang gives to what it makes for itself. */
const MADE = /^__(?:vla_expr|range|begin|end|cleanup)\d*|^\.|^$/;

/**
 * The variables that are declared where the call is, the outermost block's first. One that is not
 * declared yet is left out: the program will get to its line, and nothing was written to it.
 */
export function visibleVariables(func: Func, call: number, row: Row | undefined, isCaller: boolean, step: number, calls: Calls, view: View): Located[] {
  const pc = row?.address ?? func.scope.low;
  const scopes = scopesAt(func.scope, pc);
  // A call may come later on its line, from a block that begins on it.
  if (isCaller && row) {
    for (let inner = scopes.at(-1); inner; ) {
      inner = inner.blocks.find(({ low }) => row.address <= low && low < row.end);
      if (inner) scopes.push(inner);
    }
  }
  const found: Located[] = [];
  for (const scope of scopes) {
    for (const variable of scope.variables) {
      if (MADE.test(variable.name) || (variable.isArtificial && variable.name !== "this")) continue;
      const address = addressIn(variable, call, step, pc, calls);
      if (address === undefined || address <= 0) continue;
      // What a call on this line makes is not there yet, though the call may build it in its place.
      if (isCaller && variable.line === row?.line.line && !variable.isParameter && !isScalar(variable.type)) continue;
      if (isDeclared(variable, address, row, view)) found.push({ variable, address, call });
    }
  }
  return found;
}

/** Whether the program has got to the declaration. */
function isDeclared(variable: Variable, address: number, row: Row | undefined, view: View): boolean {
  if (variable.isParameter) return true;
  const size = sizeOf(variable.type);
  const state = size === 0 ? "set" : view.state(address, size);
  // clang opens the room of a variable when its declaration is reached, and closes it with its block.
  if (state === "gone") return false;
  return state !== "unset" || !row || variable.line < row.line.line;
}

/** The length of an array that the program computed, from the variable that clang keeps it in. */
export function countIn(entry: number, call: number, row: Row | undefined, step: number, calls: Calls, view: View, variables: ReadonlyMap<number, Variable>): number | undefined {
  const variable = variables.get(entry);
  if (!variable) return undefined;
  const pc = row?.address ?? 0;
  const address = addressIn(variable, call, step, pc, calls);
  return address === undefined || view.state(address, POINTER) !== "set" ? undefined : view.pointer(address);
}
