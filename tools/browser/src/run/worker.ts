/** A program's Worker: it runs one program and is thrown away. All that the program reaches is below. */
import { Fd, File, OpenFile, PreopenDirectory, WASI, wasi as abi } from "@bjorn3/browser_wasi_shim";
import { closeExits } from "../exits";
import { unfit } from "./fitness";
import { alone, Flood, Gathered, guarded, textIn, type Calls } from "./guard";
import { type End, type News, type Start, type Stream } from "./messages";
import { isTermination, signalIn, STATUS, trapOf } from "./traps";
import { fitting } from "./wide";

closeExits();

/** As much as a library's last words have, in characters. */
const LINE = 2000;
/** The stack grows down to address 0, below which nothing is: a pointer there has run over. */
const STACK_END = 4096;

/** What a program exits with when UBSan ends it. */
const UBSAN_STATUS = 1;

/** Where the program used a null pointer and went on. */
const nulls = new Gathered();
const flood = new Flood();
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
    const { kept, most } = flood.take(data);
    this.#text += this.#decoder.decode(kept, { stream: true });
    if (most !== undefined) leave({ kind: "flooded", most });
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

/** Standard input, which notices that the program wants more than there is. */
class Input extends OpenFile {
  isStarved = false;

  override fd_read(size: number): { ret: number; data: Uint8Array } {
    const read = super.fd_read(size);
    if (size > 0 && read.data.length === 0) this.isStarved = true;
    return read;
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Start>) => {
  const input = new Input(new File(new TextEncoder().encode(data.stdin)));
  void run(data, input).then((end) => tell({ kind: "ended", end, nulls: nulls.all, isStarved: input.isStarved }));
});

async function run(start: Start, input: Input): Promise<End> {
  const streams = [new Output("stdout"), new Output("stderr")] as const;
  const bytes = (text: string): File => new File(new TextEncoder().encode(text));
  const files = new Map(Object.entries(start.files).map(([name, text]) => [name, bytes(text)]));
  const descriptors = [input, ...streams, new PreopenDirectory("/", files)];
  // With debug, each path that a program opens would be on the console.
  const system = new WASI([...start.args], [], descriptors, { debug: false });
  let instance: WebAssembly.Instance | undefined;
  let end: End;
  try {
    const program = await fitting(start.wasm);
    if (typeof program === "string") return { kind: "unfit", why: program };
    const module = await WebAssembly.compile(program);
    const given = alone({ wasi_snapshot_preview1: imports(system, start.args, streams), workbook: workbook(system) });
    const why = unfit(module, given);
    if (why !== undefined) return { kind: "unfit", why };
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
function imports(system: WASI, args: readonly string[], streams: readonly Output[]): Calls {
  const size = args.reduce((sum, arg) => sum + new TextEncoder().encode(arg).length + 1, 0);
  const args_sizes_get = (count: number, bytes: number): number => {
    const view = new DataView(system.inst.exports.memory.buffer);
    view.setUint32(count, args.length, true);
    view.setUint32(bytes, size, true);
    return abi.ERRNO_SUCCESS;
  };
  // A shell sees eight bits of it: after exit(-1), 255.
  const proc_exit = (status: number): never => leave({ kind: "exited", status: status & 0xff, value: status });
  const known = guarded(system);
  const write = known["fd_write"] as (...numbers: number[]) => number;
  const fd_write = (...numbers: number[]): number => {
    const errno = write(...numbers);
    for (const stream of streams) stream.flush();
    return errno;
  };
  return alone({ ...known, args_sizes_get, proc_exit, fd_write });
}

/** What the libraries in tools/browser/runtime call; they hand over texts by their address and length in memory. */
function workbook(system: WASI): Calls {
  const read = (address: number, length: number): string => textIn(system, address, length);
  return alone({
    undefined: (file: number, fileLength: number, line: number, column: number, text: number, length: number): never => {
      const at = { file: read(file, fileLength), line, column, message: read(text, length) };
      return leave({ kind: "undefined", status: UBSAN_STATUS, at });
    },
    null: (file: number, fileLength: number, line: number, column: number, kind: number, type: number, length: number): void => {
      nulls.add(() => {
        const message = `${USES[kind] ?? "use of"} null pointer of type ${read(type, length)}`;
        return { file: read(file, fileLength), line, column, message };
      });
    },
  });
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
  return pointer instanceof WebAssembly.Global && Number(pointer.value) < STACK_END;
}

function tell(news: News): void {
  self.postMessage(news);
}
