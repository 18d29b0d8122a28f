/** Rewrites a linked program so that it tells its hooks what it does. */
import type { Func, Program } from "../dwarf/program";
import { HOOKS, MODULE, type Hook } from "../hooks/table";
import { Writer } from "../../wasm/bytes";
import { instructions, type Instruction } from "../../wasm/code";
import { SECTION, type Body, type Module } from "../../wasm/module";
import { Emitter } from "./emitter";
import { library, roleOf } from "./library";
import { own, type Context } from "./own";
import { Sites, type Rewritten } from "./tables";

/** The function of the object file that names the hooks, which nobody calls. */
const KEEPER = `${MODULE}_keep`;
const STACK_POINTER = 0;

/** The program with calls of its hooks; it must have been linked with the hooks' object file. */
export function rewrite(module: Module, program: Program): Rewritten {
  const hooks = hookNumbers(module);
  const code = module.section(SECTION.code);
  if (!code || hooks.size < Object.keys(HOOKS).length) throw new Error("the program was not linked for the stepper");
  const byBody = new Map<Body, Func>();
  for (const func of program.functions) {
    const found = bodyAt(module.bodies, code.content + func.scope.low);
    if (found) byBody.set(found, func);
  }
  const isOwn = (number: number): boolean => byBody.get(module.bodies[number - module.imported] as Body)?.isOwn ?? false;
  const functions = module.imports.filter(({ kind }) => kind === 0);
  const sites = new Sites();
  const context: Context = {
    program,
    base: code.content,
    stackPointer: STACK_POINTER,
    rows: [],
    blocks: [],
    registers: [],
    sites,
    isRoom: (number) => /^__asan_set_shadow_|^__asan_(?:un)?poison_stack_memory$/.test(functions[number]?.name ?? ""),
    ends: functions.findIndex(({ name }) => name === "__asan_set_shadow_f8"),
    isLibrary: (number) => (number >= module.imported ? !isOwn(number) : isMove(functions[number]?.name ?? "")),
  };
  const others = { sites, base: code.content, malloc: module.numberOf("malloc") ?? 0, free: module.numberOf("free") ?? 0 };
  const out = new Writer().uleb(module.bodies.length);
  for (const [index, body] of module.bodies.entries()) {
    const number = module.imported + index;
    const name = module.names.get(number) ?? "";
    if (name === KEEPER) {
      out.bytes(module.bytes.subarray(body.start, body.end));
      continue;
    }
    const signature = module.signatures[number];
    const emit = new Emitter(module.bytes, body, signature?.parameters.length ?? 0, hooks);
    const walk = instructions(module.bytes, body.code, body.end);
    const func = byBody.get(body);
    if (func?.isOwn) own(func, [...copied(walk)], signature?.results[0], emit, context);
    else library(name, number, roleOf(name, func !== undefined), walk, emit, others);
    out.bytes(emit.done());
  }
  const { rows, blocks, registers } = context;
  return { wasm: assembled(module, out.done()), rows, blocks, registers, sites };
}

/** Whether it is the function that clang calls for memcpy and for a struct that is copied. */
export function isMove(name: string): boolean {
  return /^__asan_mem(?:cpy|move|set)$/.test(name);
}

/** The numbers of the hooks' functions. */
function hookNumbers(module: Module): Map<Hook, number> {
  const found = new Map<Hook, number>();
  const functions = module.imports.filter(({ kind }) => kind === 0);
  for (const [number, one] of functions.entries()) if (one.module === MODULE) found.set(one.name as Hook, number);
  return found;
}

function bodyAt(bodies: readonly Body[], at: number): Body | undefined {
  let first = 0;
  let last = bodies.length;
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((bodies[middle]?.end ?? 0) <= at) first = middle + 1;
    else last = middle;
  }
  return bodies[first];
}

function* copied(walk: Iterable<Instruction>): Generator<Instruction> {
  for (const one of walk) yield { ...one };
}

/** The module with another code section, and without what describes the old one. */
function assembled(module: Module, code: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Writer().bytes(module.bytes.subarray(0, 8));
  for (const one of module.sections) {
    if (one.id === SECTION.code) out.u8(SECTION.code).sized(code);
    else if (one.id !== SECTION.custom || one.name === "name") out.bytes(module.bytes.subarray(one.start, one.end));
  }
  return out.done();
}
