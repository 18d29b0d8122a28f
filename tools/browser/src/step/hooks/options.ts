/** How a program is compiled and linked for the stepper. */
import { isCpp } from "../../clang/client";
import { buildOptions } from "../../run/command";
import type { Edit } from "../../run/program";
import { hooksObject, OBJECT } from "./object";

/** Debug information of the version that is read here, for optimised code has neither lines nor variables to show. */
const DEBUG = ["-O0", "-g", "-gdwarf-4"];
/** The classes of the standard library in full: their objects are shown too. */
const DEBUG_CPP = ["-fstandalone-debug"];

function none(word: string): string[] {
  return ["-mllvm", `-asan-${word}=0`];
}

/**
 * clang leaves room around variables, and says where it is and when a block's variables begin and end.
 * It is told to check no access itself, and to call a function for each word about the room: the hooks
 * see every access already, and what they know of memory lies outside of the program's.
 */
const ROOM = [
  ...["-fsanitize=address", "-fsanitize-address-use-after-return=never", "-fsanitize-address-destructor=none"],
  ...["max-inline-poisoning-size", "instrument-reads", "instrument-writes", "instrument-atomics", "instrument-byval"].flatMap(none),
  ...["stack-dynamic-alloca", "instrumentation-with-call-threshold"].flatMap(none),
  // What it calls the place of a byte in its shadow is that byte's address, divided by 8.
  ...none("mapping-offset"),
];
/** An index past the end of an array inside of an object, where there is no room. */
const BOUNDS = ["-fsanitize=array-bounds", "-fsanitize-recover=array-bounds"];
/** The hooks see null pointers themselves. */
const WITHOUT = ["-fno-sanitize=null"];

const LINK = ["-Wl,--export=__heap_base,--export=__stack_pointer"];

export interface Wanted {
  readonly options: readonly string[];
  /** Files that the stepper adds to the edit's. */
  readonly more: Readonly<Record<string, Uint8Array>>;
  /** What is compiled and linked. */
  readonly units: readonly string[];
}

/** What the compiler is asked for, whatever level the reader has chosen: there is nothing to see at another than -O0. */
export function wanted(edit: Edit, units: readonly string[]): Wanted {
  // With UBSan the reader has asked for the end at the first mistake.
  const checks = edit.ubsan ? [] : [...BOUNDS, ...WITHOUT];
  const debug = isCpp(edit.std) ? [...DEBUG, ...DEBUG_CPP] : DEBUG;
  return {
    options: [...buildOptions({ ...edit, level: "-O0" }), ...debug, ...ROOM, ...checks, ...LINK],
    more: { [OBJECT]: hooksObject() },
    units: [...units, OBJECT],
  };
}
