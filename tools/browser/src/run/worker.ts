/** A program's Worker: it runs one program and is thrown away. All that the program reaches is below. */
import { Fd, File, OpenFile, PreopenDirectory, WASI, wasi as abi } from "@bjorn3/browser_wasi_shim";
import { unfit } from "./fitness";
import { FLOOD, type End, type News, type Start, type Stream, type Undefined } from "./messages";
import { isTermination, signalIn, STATUS, trapOf } from "./traps";

const NEWLINE = 10;
/** As much as a library's last words have, in characters. */
const LINE = 2000;
/** The stack grows down to address 0, below which nothing is: a pointer there has run over. */
const STACK_END = 4096;

/** What a program exits with when UBSan ends it. */
const UBSAN_STATUS = 1;

/** Where the program used a null pointer and went on. */
const nulls: Undefined[] = [];
/** What with it, as clang numbers uses in C. */
const USES = ["load of", "store to", "reference binding to", "member access within"];

/** How the program was left from within a function that it called, if it was. */
let left: End | undefined;
/** A module whose function "t" does nothing but trap. */
const TRAP = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // WebAssembly, version 1
  ...[1, 4, 1, 0x60, 0, 0], // a type: a function without parameters and results
  ...[3, 2, 1, 0], // a function of it
  ...[7, 5, 1, 1, 0x74, 0, 0], // exported
  ...[10, 5, 1, 3, 0, 0, 11], // unreachable, end
]);
const trap = new WebAssembly.Instance(new WebAssembly.Module(TRAP)).exports["t"] as () => never;

/**
 * Ends the program at once. A trap, because C++ would take an exception for one that passes:
 * it would run destructors, which exit() does not, and call std::terminate in what is noexcept.
 */
function leave(end: End): never {
  left = end;
  return trap();
}

/** A stream that looks like a terminal to the program, so that it writes line by line. */
class Output extends Fd {
  static #characters = 0;
  static #lines = 0;
  readonly #decoder = new TextDecoder();
  #text = "";
  /** The last of what was written, in characters enough for a line. */
  last = "";

  constructor(readonly stream: Stream) {
    super();
  }

  override fd_fdstat_get(): { ret: number; fdstat: abi.Fdstat } {
    const fdstat = new abi.Fdstat(abi.FILETYPE_CHARACTER_DEVICE, 0);
    fdstat.fs_rights_base = BigInt(abi.RIGHTS_FD_WRITE);
    return { ret: abi.ERRNO_SUCCESS, fdstat };
  }

  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    this.#text += this.#decoder.decode(data, { stream: true });
    Output.#characters += data.length;
    for (const byte of data) if (byte === NEWLINE) Output.#lines++;
    if (Output.#characters > FLOOD.characters) leave({ kind: "flooded", most: `${FLOOD.characters.toLocaleString("en")} characters` });
    if (Output.#lines > FLOOD.lines) leave({ kind: "flooded", most: `${FLOOD.lines.toLocaleString("en")} lines` });
    return { ret: abi.ERRNO_SUCCESS, nwritten: data.length };
  }

  /** Tells the page at once: a program that hangs from now on gives no other chance. */
  flush(): void {
    if (this.#text === "") return;
    tell({ kind: "wrote", stream: this.stream, text: this.#text });
    this.last = (this.last + this.#text).slice(-LINE);
    this.#text = "";
  }

  finish(): void {
    this.#text += this.#decoder.decode();
    this.flush();
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Start>) => {
  void run(data).then((end) => tell({ kind: "ended", end, nulls }));
});

async function run(start: Start): Promise<End> {
  const streams = [new Output("stdout"), new Output("stderr")] as const;
  const bytes = (text: string): File => new File(new TextEncoder().encode(text));
  const files = new Map(Object.entries(start.files).map(([name, text]) => [name, bytes(text)]));
  const descriptors = [new OpenFile(bytes(start.stdin)), ...streams, new PreopenDirectory("/", files)];
  const system = new WASI([...start.args], [], descriptors);
  let instance: WebAssembly.Instance | undefined;
  let end: End;
  try {
    const module = await WebAssembly.compile(start.wasm);
    const why = unfit(module);
    if (why !== undefined) return { kind: "unfit", why };
    const given = { wasi_snapshot_preview1: imports(system, start.args, streams), workbook: workbook(system) };
    instance = await WebAssembly.instantiate(module, given);
    system.start(instance as Parameters<WASI["start"]>[0]);
    end = { kind: "exited", status: 0, value: 0 };
  } catch (error) {
    end = left ?? (error instanceof WebAssembly.Exception ? terminated(error, instance) : endOf(error, instance));
  }
  for (const stream of streams) stream.finish();
  return end.kind === "trapped" && end.trap === "abort" ? aborted(streams[1].last) : end;
}

/** The system's functions, with the arguments' sizes in bytes: the package counts UTF-16 units. */
function imports(system: WASI, args: readonly string[], streams: readonly Output[]): WebAssembly.ModuleImports {
  const size = args.reduce((sum, arg) => sum + new TextEncoder().encode(arg).length + 1, 0);
  const args_sizes_get = (count: number, bytes: number): number => {
    const view = new DataView(system.inst.exports.memory.buffer);
    view.setUint32(count, args.length, true);
    view.setUint32(bytes, size, true);
    return abi.ERRNO_SUCCESS;
  };
  // A shell sees eight bits of it: after exit(-1), 255.
  const proc_exit = (status: number): never => leave({ kind: "exited", status: status & 0xff, value: status });
  const write = system.wasiImport["fd_write"] as (...numbers: number[]) => number;
  const fd_write = (...numbers: number[]): number => {
    const errno = write(...numbers);
    for (const stream of streams) stream.flush();
    return errno;
  };
  return { ...system.wasiImport, args_sizes_get, proc_exit, fd_write };
}

/** What the libraries in tools/browser/runtime call; they hand over texts by their address and length in memory. */
function workbook(system: WASI): WebAssembly.ModuleImports {
  const read = (address: number, length: number): string =>
    new TextDecoder().decode(new Uint8Array(system.inst.exports.memory.buffer, address, length));
  return {
    undefined: (file: number, fileLength: number, line: number, column: number, text: number, length: number): never => {
      const at = { file: read(file, fileLength), line, column, message: read(text, length) };
      return leave({ kind: "undefined", status: UBSAN_STATUS, at });
    },
    null: (file: number, fileLength: number, line: number, column: number, kind: number, type: number, length: number): void => {
      const message = `${USES[kind] ?? "use of"} null pointer of type ${read(type, length)}`;
      nulls.push({ file: read(file, fileLength), line, column, message });
    },
  };
}

/** The end of a program whose exception has left main: C++ has to tell it, or the reader's own handler. */
function terminated(exception: WebAssembly.Exception, instance: WebAssembly.Instance | undefined): End {
  const { __cpp_exception: tag, __cxa_begin_catch: caught, _ZSt9terminatev: terminate } = instance?.exports ?? {};
  try {
    if (tag instanceof WebAssembly.Tag) (caught as (object: unknown) => void)(exception.getArg(tag, 0));
    (terminate as () => void)();
  } catch {
    if (left) return left;
  }
  return { kind: "trapped", status: STATUS.exception, trap: "exception" };
}

/** The end by abort(), which libraries call too, after they have said why. */
function aborted(printed: string): End {
  if (isTermination(printed)) return { kind: "trapped", status: STATUS.exception, trap: "exception" };
  const signal = signalIn(printed);
  const trap = signal === 0 ? "abort" : "signal";
  return { kind: "trapped", status: signal === 0 ? STATUS.abort : STATUS.signal + signal, trap };
}

function endOf(error: unknown, instance: WebAssembly.Instance | undefined): End {
  const said = trapOf(error instanceof Error ? error.message : String(error));
  const kind = said === "memory" && hasRunOver(instance) ? "stack" : said;
  return { kind: "trapped", status: STATUS[kind], trap: kind };
}

/** Whether the program's stack, which lies below everything else, has come to its end. */
function hasRunOver(instance: WebAssembly.Instance | undefined): boolean {
  const pointer = instance?.exports["__stack_pointer"];
  return pointer instanceof WebAssembly.Global && (pointer.value as number) < STACK_END;
}

function tell(news: News): void {
  self.postMessage(news);
}
