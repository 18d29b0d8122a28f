/** Runs a rewritten program and records it. */
import { WASI } from "@bjorn3/browser_wasi_shim";
import { unfit } from "../../run/fitness";
import { alone, textIn, type Calls } from "../../run/guard";
import type { End, Undefined } from "../../run/messages";
import { isTermination, signalIn, STATUS, trapOf } from "../../run/traps";
import { fitting } from "../../run/wide";
import type { LibraryObject } from "../describe/items";
import { Program } from "../dwarf/program";
import { leaks } from "../findings/leaks";
import type { Finding } from "../findings/finding";
import { ALL_CHECKS, CHECKS_MODULE, HOOKS, MODULE } from "../hooks/table";
import { rewrite } from "../instrument/rewrite";
import type { Rewritten } from "../instrument/tables";
import { Module } from "../../wasm/module";
import { Accesses } from "./accesses";
import { checks } from "./checks";
import type { Events } from "./events";
import { Frames } from "./frames";
import { Heap } from "./heap";
import type { Inputs } from "./inputs";
import { ProgramMemory } from "./memory";
import { Recorder, type Window } from "./recorder";
import { System, type Given, type Printed } from "./system";

/** A program that is ready to be recorded, as often as somebody likes. */
export interface Prepared {
  readonly compiled: WebAssembly.Module;
  readonly rewritten: Rewritten;
  readonly program: Program;
  /** As it was linked. */
  readonly linked: Module;
  /** For a program of C++: what knows the library's objects. */
  readonly libraryObject: LibraryObject | undefined;
}

/** How a recorded run ended: as any run, or because the tables were full, or after as many steps as a run may have. */
export type StepEnd = End | { readonly kind: "full" } | { readonly kind: "capped"; readonly most: number };

/** A recorded run, or a part of one: what happened from its first step on, and memory as it was at its end. */
export interface Recording {
  readonly prepared: Prepared;
  /** The number of the first step that is in the tables. */
  readonly from: number;
  /** How many steps the run had until it ended, or the recording did. */
  readonly steps: number;
  readonly memory: ProgramMemory;
  readonly frames: Frames;
  readonly heap: Heap;
  readonly events: Events;
  readonly printed: Printed;
  readonly findings: readonly Finding[];
  readonly end: StepEnd;
  /** Where the stack ends upwards, and where the heap begins. */
  readonly stackEnd: number;
  readonly heapStart: number;
  /** The stack pointer at the end. */
  readonly stackPointer: number;
}

/** A module whose function "t" does nothing but trap: an exception would run C++'s destructors on its way. */
const TRAP = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 0x74, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
/** One step alone may take so many times as much as a whole window. */
const MOST_OVER = 2;
/** What a program exits with when UBSan ends it. */
const UBSAN_STATUS = 1;
/** The stack grows down to address 0: a pointer there has run over. */
const STACK_END = 4096;

/** Functions of these names, to be asked only whether they are there. */
const named = (names: readonly string[]): Calls => alone(Object.fromEntries(names.map((name) => [name, () => undefined])));
/** All that a program may ask for. */
const GIVEN: Readonly<Record<string, Calls>> = alone({
  wasi_snapshot_preview1: named(Object.keys(new WASI([], [], [], { debug: false }).wasiImport)),
  workbook: named(["undefined", "null"]),
  [MODULE]: named(Object.keys(HOOKS)),
  [CHECKS_MODULE]: named(ALL_CHECKS.map(([name]) => name)),
});

/** Gets a linked program ready; a sentence if it cannot be run. */
export async function prepare(wasm: Uint8Array<ArrayBuffer>): Promise<Prepared | string> {
  const linked = new Module(wasm);
  const program = new Program(linked);
  const rewritten = rewrite(linked, program);
  // Addresses are cut afterwards where that must be: what is read above are those of the program.
  const fitted = await fitting(rewritten.wasm);
  if (typeof fitted === "string") return fitted;
  const compiled = await WebAssembly.compile(fitted);
  const libraryObject = program.language === "c++" ? (await import("../later")).libraryObject : undefined;
  return unfit(compiled, GIVEN) ?? { linked, program, rewritten, compiled, libraryObject };
}

/** Runs the program from its start to the end of the window; the same inputs make the same run. */
export function record(prepared: Prepared, given: Given, window: Window, inputs: Inputs): Recording {
  return new Run(prepared, given, window, inputs).recording();
}

class Run {
  readonly #memory = new ProgramMemory();
  readonly #accesses: Accesses;
  readonly #recorder: Recorder;
  readonly #system: System;
  readonly #trap = new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports["t"] as () => never;
  #left: StepEnd | undefined;

  constructor(
    readonly prepared: Prepared,
    given: Given,
    window: Window,
    inputs: Inputs,
  ) {
    const { rewritten, program } = prepared;
    const [frames, heap] = [new Frames(), new Heap()];
    this.#accesses = new Accesses(rewritten, program, this.#memory, frames, heap);
    const stop = (kind: "full" | "capped"): never => this.#leave(kind === "full" ? { kind } : { kind, most: window.most });
    this.#recorder = new Recorder(rewritten, this.#memory, this.#accesses, frames, heap, window, stop);
    this.#memory.log.limit = MOST_OVER * window.budget;
    this.#memory.log.full = () => stop("full");
    this.#accesses.place = () => this.#recorder.place();
    const flooded = (most: string): never => this.#leave({ kind: "flooded", most });
    // A shell sees eight bits of a status.
    const exited = (status: number): never => this.#leave({ kind: "exited", status: status & 0xff, value: status });
    const exhausted = (): never => this.#leave({ kind: "trapped", status: STATUS.exhausted, trap: "exhausted" });
    this.#system = new System(given, this.#memory, this.#accesses, inputs.again(), flooded, exited, exhausted);
    this.#recorder.printed = this.#system.printed;
  }

  recording(): Recording {
    const { compiled, linked } = this.prepared;
    const { frames, heap, events, window } = this.#recorder;
    const imports: WebAssembly.Imports = {
      wasi_snapshot_preview1: this.#system.imports(),
      workbook: this.#workbook(),
      [MODULE]: { ...this.#recorder.hooks(), ...this.#accesses.hooks } as WebAssembly.ModuleImports,
      [CHECKS_MODULE]: checks(this.#memory, this.#accesses),
    };
    const instance = new WebAssembly.Instance(compiled, imports);
    const { memory, __heap_base: heapBase, __stack_pointer: pointer } = instance.exports;
    const global = (one: unknown): number => (one instanceof WebAssembly.Global ? Number(one.value) : 0);
    const layout = { stackEnd: global(pointer), heap: global(heapBase), stackPointer: () => global(pointer) };
    this.#accesses.layout = layout;
    this.#memory.attach(memory as WebAssembly.Memory, layout.heap, linked.segments);
    const end = this.#run(instance);
    const recording = {
      prepared: this.prepared,
      from: window.from,
      steps: this.#recorder.steps,
      memory: this.#memory,
      frames,
      heap,
      events,
      printed: this.#system.printed,
      findings: this.#accesses.findings,
      end,
      stackEnd: layout.stackEnd,
      heapStart: layout.heap,
      stackPointer: layout.stackPointer(),
    };
    this.#accesses.findings.push(...leaks(recording));
    return recording;
  }

  #run(instance: WebAssembly.Instance): StepEnd {
    let end: StepEnd;
    try {
      this.#system.wasi.start(instance as Parameters<System["wasi"]["start"]>[0]);
      end = { kind: "exited", status: 0, value: 0 };
    } catch (error) {
      end = this.#left ?? (error instanceof WebAssembly.Exception ? this.#terminated(error, instance) : endOf(error, instance));
    }
    this.#memory.grown();
    return end.kind === "trapped" && end.trap === "abort" ? aborted(this.#system.printed.text("stderr")) : end;
  }

  #leave(end: StepEnd): never {
    this.#left = end;
    return this.#trap();
  }

  /** What the libraries in tools/browser/runtime call. */
  #workbook(): WebAssembly.ModuleImports {
    const read = (address: number, length: number): string => textIn(this.#system.wasi, address, length);
    return {
      undefined: (file: number, fileLength: number, line: number, column: number, text: number, length: number): never => {
        const at: Undefined = { file: read(file, fileLength), line, column, message: read(text, length) };
        return this.#leave({ kind: "undefined", status: UBSAN_STATUS, at });
      },
      null: (): void => undefined, // the hooks have seen it
    };
  }

  /** The end of a program whose exception has left main: C++ has to tell it, or the reader's own handler. */
  #terminated(exception: WebAssembly.Exception, instance: WebAssembly.Instance): StepEnd {
    const { __cpp_exception: tag, __cxa_begin_catch: caught, _ZSt9terminatev: terminate } = instance.exports;
    try {
      if (tag instanceof WebAssembly.Tag) (caught as (object: unknown) => void)(exception.getArg(tag, 0));
      (terminate as () => void)();
    } catch {
      if (this.#left) return this.#left;
    }
    return { kind: "trapped", status: STATUS.exception, trap: "exception" };
  }
}

/** The end by abort(), which libraries call too, after they have said why. */
function aborted(printed: string): End {
  if (isTermination(printed)) return { kind: "trapped", status: STATUS.exception, trap: "exception" };
  const signal = signalIn(printed);
  return { kind: "trapped", status: signal === 0 ? STATUS.abort : STATUS.signal + signal, trap: signal === 0 ? "abort" : "signal" };
}

function endOf(error: unknown, instance: WebAssembly.Instance): End {
  const said = trapOf(error instanceof Error ? error.message : String(error));
  const pointer = instance.exports["__stack_pointer"];
  const hasRunOver = pointer instanceof WebAssembly.Global && Number(pointer.value) < STACK_END;
  const trap = said === "memory" && hasRunOver ? "stack" : said;
  return { kind: "trapped", status: STATUS[trap], trap };
}
