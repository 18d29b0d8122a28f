/**
 * An object file that names the hooks, for the linker: the rewriter then finds them among the imports,
 * and no function's number moves. It is made of bytes here, so that neither a compiler nor an option
 * of the reader's has a part in it (WebAssembly/tool-conventions, Linking.md).
 */
import { Writer } from "../../wasm/bytes";
import { OP } from "../../wasm/code";
import { F32, F64, I32, I64, SECTION } from "../../wasm/module";
import { ALL_CHECKS, CHECKS_MODULE, HOOKS, MODULE } from "./table";

/** What the linker is told to call the object file. */
export const OBJECT = ".step.o";

const FUNCTION_SYMBOL = 0;
/** Symbols' flags. */
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;
const NO_STRIP = 0x80;
/** Subsection and relocation kinds. */
const SYMBOL_TABLE = 8;
const FUNCTION_INDEX_LEB = 0;
const LINKING_VERSION = 2;
/** A flag of a memory. */
const ADDRESSES_OF_64_BITS = 4;

const TYPE_OF: Readonly<Record<string, number>> = { i: I32, I: I64, f: F32, F: F64 };
/** How a zero of each type is put on the operand stack. */
const ZERO: Readonly<Record<string, readonly number[]>> = {
  i: [OP.i32Const, 0],
  I: [OP.i64Const, 0],
  f: [0x43, 0, 0, 0, 0],
  F: [0x44, 0, 0, 0, 0, 0, 0, 0, 0],
};

/** The parameters and the result of a hook as WebAssembly's value types. */
export function signatureOf(word: string): { parameters: number[]; results: number[] } {
  const [parameters = "", results = ""] = word.split(":");
  const types = (letters: string): number[] => [...letters].map((letter) => TYPE_OF[letter] ?? I32);
  return { parameters: types(parameters), results: types(results) };
}

/** Functions of the C library that the stepper's calloc and realloc are made of. */
const NEEDED: readonly (readonly [string, string])[] = [["malloc", "I:I"], ["free", "I"]];

/** The object file's bytes. */
export function hooksObject(): Uint8Array<ArrayBuffer> {
  const called = [...Object.entries<string>(HOOKS), ...NEEDED];
  // Symbols that nothing here calls are imported only if the program does.
  const functions = [...called, ...ALL_CHECKS];
  const signatures = [...new Set(["", ...functions.map(([, word]) => word)])];
  const out = new Writer().bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  section(out, SECTION.type, vector(signatures, signatureBytes));
  section(out, SECTION.import, vector([...functions, MEMORY], (one, into) => importBytes(one, signatures, into)));
  section(out, SECTION.function, new Writer().uleb(1).uleb(signatures.indexOf("")));
  const { code, places } = keeper(called);
  const codeNumber = 3; // of the sections before it, from 0
  section(out, SECTION.code, code);
  custom(out, "linking", new Writer().uleb(LINKING_VERSION).u8(SYMBOL_TABLE).sized(symbols(functions).done()));
  const relocations = new Writer().uleb(codeNumber).uleb(places.length);
  for (const [index, place] of places.entries()) relocations.u8(FUNCTION_INDEX_LEB).uleb(place).uleb(index);
  custom(out, "reloc.CODE", relocations);
  return out.done();
}

const MEMORY = ["memory", ""] as const;

function section(out: Writer, id: number, content: Writer): void {
  out.u8(id).sized(content.done());
}

function custom(out: Writer, name: string, content: Writer): void {
  section(out, SECTION.custom, new Writer().name(name).bytes(content.done()));
}

function vector<Entry>(entries: readonly Entry[], write: (entry: Entry, into: Writer) => void): Writer {
  const into = new Writer().uleb(entries.length);
  for (const entry of entries) write(entry, into);
  return into;
}

function signatureBytes(word: string, into: Writer): void {
  const { parameters, results } = signatureOf(word);
  into.u8(0x60).sized(parameters).sized(results);
}

function importBytes([name, word]: readonly [string, string], signatures: readonly string[], into: Writer): void {
  if (name === MEMORY[0]) into.name("env").name("__linear_memory").u8(2).u8(ADDRESSES_OF_64_BITS).uleb(0);
  else into.name(moduleOf(name)).name(name).u8(0).uleb(signatures.indexOf(word));
}

/** A function that calls all of these, and that nobody calls; `places` are those of the numbers in its calls. */
function keeper(called: readonly (readonly [string, string])[]): { code: Writer; places: number[] } {
  const body = new Writer().uleb(0); // no locals
  const calls: number[] = [];
  for (const [index, [, word]] of called.entries()) {
    const [parameters = "", results = ""] = word.split(":");
    for (const letter of parameters) body.bytes(ZERO[letter] ?? []);
    body.u8(OP.call);
    calls.push(body.length);
    body.bytes([index | 0x80, 0x80, 0x80, 0x80, 0]); // five bytes, so that the linker can put any number there
    if (results !== "") body.u8(OP.drop);
  }
  body.u8(OP.end);
  const code = new Writer().uleb(1).sized(body.done());
  const before = code.length - body.length;
  return { code, places: calls.map((at) => at + before) };
}

function symbols(functions: readonly (readonly [string, string])[]): Writer {
  const table = new Writer().uleb(functions.length + 1);
  for (const [index, [name]] of functions.entries()) {
    const symbol = name in HOOKS ? `${MODULE}_${name}` : name;
    if (NEEDED.some(([needed]) => needed === name)) table.u8(FUNCTION_SYMBOL).uleb(UNDEFINED).uleb(index);
    else table.u8(FUNCTION_SYMBOL).uleb(UNDEFINED | EXPLICIT_NAME).uleb(index).name(symbol);
  }
  return table.u8(FUNCTION_SYMBOL).uleb(NO_STRIP).uleb(functions.length).name(`${MODULE}_keep`);
}

/** Where a function is imported from: clang's own checks are asked for without a module, which the linker calls env. */
function moduleOf(name: string): string {
  return name in HOOKS ? MODULE : CHECKS_MODULE;
}
