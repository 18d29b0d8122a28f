/** The names of functions as a reader of C++ spells them. */
import { compiler } from "../../clang/client";

/** What the C++ library and the compiler define by themselves. */
const THEIRS = /^(?:std::|void std::|__gnu|operator (?:new|delete)|__cxx_global|__clang|_GLOBAL__|non-virtual thunk|decltype|auto std::)/;

export function isTheirs(readable: string): boolean {
  return THEIRS.test(readable);
}

/** The names as C++ spells them, by those that the linker knows; empty for C, whose names are plain. */
export async function readableNames(names: readonly string[], cpp: boolean): Promise<Map<string, string>> {
  if (!cpp || names.length === 0) return new Map();
  const ran = await compiler().clang(names, {}, "c++filt");
  const lines = ran.stdout.split("\n");
  return new Map(names.map((name, index) => [name, lines[index] || name]));
}
