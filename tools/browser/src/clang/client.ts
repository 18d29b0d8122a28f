/** The compiler as the page sees it: one Worker, started when it is first asked for. */
import { fileSize, fileUrl, isKept } from "../files";
import { parseDiagnostics, readable, type Diagnostic } from "./diagnostics";
import { PARTS, type Answer, type Ask, type Program, type Ran, type Tree } from "./messages";

export type { Diagnostic, Ran, Tree };

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What the compiler says of a text. */
export interface Said {
  /** No error was reported. */
  readonly ok: boolean;
  /** The messages as clang writes them. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface How {
  /** As in -std=; its language decides between clang and clang++. */
  readonly std: string;
  readonly options?: readonly string[];
}

type Listener = (progress: Progress) => void;
type Waiting = { readonly resolve: (ran: Ran | undefined) => void; readonly reject: (error: Error) => void };
type Question = Ask extends infer Each ? (Each extends Ask ? Omit<Each, "id"> : never) : never;

const OUTPUT = "a.out";
/** So that messages can be turned into data, and look the same whatever the page's width. */
const MESSAGES = ["-fdiagnostics-print-source-range-info", "-fno-color-diagnostics"];

export class Compiler {
  /** How many bytes have to come before the first use. */
  readonly size = PARTS.reduce((sum, part) => sum + fileSize(part), 0);

  #worker: Worker | undefined;
  #next = 0;
  #loaded: Promise<void> | undefined;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<Listener>();

  /** Whether the compiler is on this machine already. */
  isKept(): Promise<boolean> {
    return isKept(PARTS);
  }

  /** Whether it can answer at once. */
  get isWarm(): boolean {
    return this.#worker !== undefined && this.#isReady;
  }
  #isReady = false;

  /** Fetches and starts the compiler, once; rejects with a sentence if that fails. */
  async load(progress?: Listener): Promise<void> {
    if (progress) this.#listeners.add(progress);
    this.#loaded ??= this.#ask({ kind: "load" }).then(() => {
      this.#isReady = true;
    });
    try {
      await this.#loaded;
    } catch (error) {
      this.stop();
      throw error;
    } finally {
      if (progress) this.#listeners.delete(progress);
    }
  }

  /** What clang says of one text, without making anything of it. */
  async check(text: string, how: How & { readonly name?: string }): Promise<Said> {
    const name = how.name ?? (isCpp(how.std) ? "try.cpp" : "try.c");
    return this.look({ [name]: text }, [name], how);
  }

  /** What clang says of the files named in `units`, without making anything of them. */
  async look(files: Readonly<Record<string, string>>, units: readonly string[], how: How): Promise<Said> {
    const args = [`-std=${how.std}`, ...(how.options ?? []), "-fsyntax-only", ...units];
    return said(await this.clang(args, files, programOf(how.std)), files);
  }

  /** Compiles and links the files named in `units`; `wasm` is there if nothing was wrong. */
  async build(
    files: Readonly<Record<string, string>>,
    units: readonly string[],
    how: How,
  ): Promise<Said & { readonly wasm?: Uint8Array<ArrayBuffer> }> {
    const args = [`-std=${how.std}`, ...(how.options ?? []), ...units, "-o", OUTPUT];
    const ran = await this.clang(args, files, programOf(how.std));
    const made = ran.code === 0 ? ran.files[OUTPUT] : undefined;
    const answer = said(ran, files);
    return made instanceof Uint8Array ? { ...answer, wasm: new Uint8Array(made) } : answer;
  }

  /** Runs clang with any arguments in a folder of `files`; what it wrote is in the answer's files. */
  async clang(args: readonly string[], files: Tree, program: Program = "clang"): Promise<Ran> {
    await this.load();
    const all = program === "c++filt" ? args : [...MESSAGES, ...args];
    const ran = await this.#ask({ kind: "clang", program, args: all, files });
    if (!ran) throw new Error("The compiler did not answer.");
    return ran;
  }

  /** Ends whatever the compiler is doing; the next question starts it anew, from the cache. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#loaded = undefined;
    this.#isReady = false;
    for (const { reject } of this.#waiting.values()) reject(new Error("The compiler was stopped."));
    this.#waiting.clear();
  }

  #ask(question: Question): Promise<Ran | undefined> {
    this.#worker ??= this.#start();
    const id = this.#next++;
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ ...question, id });
    });
  }

  #start(): Worker {
    const worker = new Worker(fileUrl("clang-worker.js"), { type: "module", name: "clang" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#hear(data));
    worker.addEventListener("error", (event) => {
      const message = event.message || "The compiler could not be started.";
      for (const { reject } of this.#waiting.values()) reject(new Error(message));
      this.#waiting.clear();
    });
    return worker;
  }

  #hear(answer: Answer): void {
    if (answer.kind === "progress") {
      for (const listener of this.#listeners) listener({ done: answer.done, total: answer.total });
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === "failed") waiting?.reject(new Error(answer.message));
    else waiting?.resolve(answer.kind === "ran" ? answer.ran : undefined);
  }
}

let shared: Compiler | undefined;

/** The page's one compiler. */
export function compiler(): Compiler {
  return (shared ??= new Compiler());
}

/** Whether a standard is one of C++. */
export function isCpp(std: string): boolean {
  return std.includes("++");
}

function programOf(std: string): Program {
  return isCpp(std) ? "clang++" : "clang";
}

function said(ran: Ran, sources: Readonly<Record<string, string>>): Said {
  return {
    ok: ran.code === 0,
    text: readable(ran.stderr).trimEnd(),
    diagnostics: parseDiagnostics(ran.stderr, sources),
  };
}
