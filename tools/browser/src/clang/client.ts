/** The compiler as the page sees it: one Worker, started when it is first asked for. */
import { COMPILER, fileSize, fileUrl, isKept } from "../files";
import { parseDiagnostics, readable, type Diagnostic } from "./diagnostics";
import type { Answer, Ask, Program, Ran, Tree } from "./messages";
import { FOR_PAGE } from "./target";

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
  /** What clang wrote to standard output, such as its help. */
  readonly stdout: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What it says of a program, and the program if there is one. */
export interface Made extends Said {
  readonly made?: Uint8Array<ArrayBuffer>;
}

export interface How {
  /** As in -std=; its language decides between clang and clang++. */
  readonly std: string;
  readonly options?: readonly string[];
  /** Whose question it is; `stop` ends all of one's questions. */
  readonly owner?: object;
}

type Listener = (progress: Progress) => void;

interface Waiting {
  readonly ask: Ask;
  readonly owner: object | undefined;
  readonly resolve: (ran: Ran | undefined) => void;
  readonly reject: (error: Error) => void;
}

type Question = Ask extends infer Each ? (Each extends Ask ? Omit<Each, "id"> : never) : never;

const OUTPUT = "a.out";
/** What is made first, where nobody waits for it. */
const SMALL_C = ["small.c", '#include <stdio.h>\nint main(void) { printf("%d\\n", 1); }\n'] as const;
const SMALL_CPP = ["small.cpp", '#include <iostream>\nint main() { std::cout << 1 << "\\n"; }\n'] as const;
/** So that messages can be turned into data, and look the same whatever the page's width. */
const MESSAGES = ["-fdiagnostics-print-source-range-info", "-fno-color-diagnostics"];

export class Compiler {
  /** How many bytes have to come before the first use. */
  readonly size: number;

  #worker: Worker | undefined;
  #next = 0;
  #isReady = false;
  /** The languages in which it has made something. */
  readonly #warm = new Set<Program>();
  /** Questions without an answer, in the order in which they were asked. */
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<Listener>();

  /** A compiler whose Worker is the script of this name, and which needs these files; `told` hears whether it has answered. */
  constructor(
    readonly script = "clang-worker.js",
    readonly parts: readonly string[] = COMPILER,
    readonly told: (isReady: boolean) => void = () => undefined,
  ) {
    this.size = parts.reduce((sum, part) => sum + fileSize(part), 0);
  }

  /** Whether the compiler is on this machine already. */
  isKept(): Promise<boolean> {
    return isKept(this.parts);
  }

  /** Whether it can answer at once. */
  get isWarm(): boolean {
    return this.#isReady;
  }

  /** Fetches and starts the compiler, once; rejects with a sentence if that fails. */
  async load(progress?: Listener, owner?: object): Promise<void> {
    if (this.#isReady) return;
    if (progress) this.#listeners.add(progress);
    try {
      await this.#ask({ kind: "load" }, owner);
    } finally {
      if (progress) this.#listeners.delete(progress);
    }
  }

  /**
   * Starts the compiler before anybody asks it, if it is on this machine: nothing is fetched. It makes a
   * small program, because a browser prepares code when it is first run; the reader's is then a later one.
   */
  async warm(std: string, options: readonly string[]): Promise<void> {
    if (!(await this.isKept()) || this.#warm.has(programOf(std))) return;
    const [name, text] = isCpp(std) ? SMALL_CPP : SMALL_C;
    // What is wrong is told to whoever runs a program.
    await this.build({ [name]: text }, [name], { std, options }).catch(() => undefined);
  }

  /** What clang says of one text, without making anything of it. */
  async check(text: string, how: How & { readonly name?: string }): Promise<Said> {
    const name = how.name ?? (isCpp(how.std) ? "try.cpp" : "try.c");
    return this.look({ [name]: text }, [name], how);
  }

  /** What clang says of the files named in `units`, without making anything of them. */
  async look(files: Readonly<Record<string, string>>, units: readonly string[], how: How): Promise<Said> {
    const args = [...FOR_PAGE, `-std=${how.std}`, ...(how.options ?? []), "-fsyntax-only", ...units];
    return said(await this.clang(args, files, programOf(how.std), how.owner), files);
  }

  /**
   * Compiles and links the files named in `units`; `made` is there if nothing was wrong and the options ask for it.
   * `more` are files of ours that lie beside them.
   */
  async build(
    files: Readonly<Record<string, string>>,
    units: readonly string[],
    how: How,
    more: Tree = {},
  ): Promise<Made> {
    this.#warm.add(programOf(how.std));
    const args = [...FOR_PAGE, `-std=${how.std}`, ...(how.options ?? []), ...units, "-o", OUTPUT];
    const ran = await this.clang(args, { ...files, ...more }, programOf(how.std), how.owner);
    const made = ran.code === 0 ? ran.files[OUTPUT] : undefined;
    const answer = said(ran, files);
    return made instanceof Uint8Array ? { ...answer, made: new Uint8Array(made) } : answer;
  }

  /** Runs clang with any arguments in a folder of `files`; what it wrote is in the answer's files. */
  async clang(args: readonly string[], files: Tree, program: Program = "clang", owner?: object): Promise<Ran> {
    await this.load(undefined, owner);
    const all = program === "c++filt" ? args : [...MESSAGES, ...args];
    const ran = await this.#ask({ kind: "clang", program, args: all, files }, owner);
    if (!ran) throw new Error("The compiler did not answer.");
    return ran;
  }

  /** Ends what the compiler does for this owner; whoever else waits is answered by a new one, from the cache. */
  stop(owner: object): void {
    const mine = [...this.#waiting.values()].filter((one) => one.owner === owner);
    if (mine.length === 0) return;
    for (const one of mine) this.#waiting.delete(one.ask.id);
    this.#renew();
    for (const one of mine) one.reject(new Error("The compiler was stopped."));
  }

  #ask(question: Question, owner: object | undefined): Promise<Ran | undefined> {
    const ask: Ask = { ...question, id: this.#next++ };
    return new Promise((resolve, reject) => {
      this.#waiting.set(ask.id, { ask, owner, resolve, reject });
      this.#post(ask);
    });
  }

  #post(ask: Ask): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(ask);
  }

  /** Another Worker in the place of the one there is, which gets the questions that are open. */
  #renew(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
    this.told(false);
    this.#warm.clear();
    for (const { ask } of this.#waiting.values()) this.#post(ask);
  }

  #start(): Worker {
    const worker = new Worker(fileUrl(this.script), { type: "module", name: this.script });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#hear(data));
    worker.addEventListener("error", (event) => {
      const all = [...this.#waiting.values()];
      this.#waiting.clear();
      this.#renew();
      for (const { reject } of all) reject(new Error(event.message || "The compiler could not be started."));
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
    if (answer.kind === "failed") {
      // What failed once may be in any state.
      this.#renew();
      waiting?.reject(new Error(answer.message));
    } else {
      this.#isReady = true;
      if (answer.kind === "ran") this.told(true); // the first answer took a while, and the next one will not
      waiting?.resolve(answer.kind === "ran" ? answer.ran : undefined);
    }
  }
}

let shared: Compiler | undefined;

/** The page's one compiler; style sheets show that it is ready. */
export function compiler(): Compiler {
  return (shared ??= new Compiler(undefined, undefined, (isReady) => {
    document.documentElement.toggleAttribute("data-cw-ready", isReady);
  }));
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
    stdout: ran.stdout,
    diagnostics: parseDiagnostics(ran.stderr, sources),
  };
}
