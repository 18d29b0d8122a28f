/** A program's Worker: it runs one program and is thrown away. All that the program reaches is below. */
import { Fd, File, OpenFile, PreopenDirectory, WASI, WASIProcExit, wasi as abi } from "@bjorn3/browser_wasi_shim";
import { FLOOD, type End, type News, type Start, type Stream } from "./messages";
import { STATUS, trapOf } from "./traps";

/** Time after which what was written is shown, in milliseconds: a frame or two. */
const PAUSE = 30;
/** The first lines are shown as they come, each by itself. */
const AT_ONCE = 100;
/** The stack grows down to address 0, below which nothing is: a pointer there has run over. */
const STACK_END = 4096;

class Flood extends Error {}

/** A stream that looks like a terminal to the program, so that it writes line by line. */
class Output extends Fd {
  static #characters = 0;
  readonly #decoder = new TextDecoder();
  #text = "";
  #posts = 0;
  #last = performance.now();

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
    if (Output.#characters > FLOOD) throw new Flood();
    if (this.#posts < AT_ONCE || performance.now() - this.#last > PAUSE) this.flush();
    return { ret: abi.ERRNO_SUCCESS, nwritten: data.length };
  }

  flush(): void {
    if (this.#text === "") return;
    tell({ kind: "wrote", stream: this.stream, text: this.#text });
    this.#text = "";
    this.#posts++;
    this.#last = performance.now();
  }

  finish(): void {
    this.#text += this.#decoder.decode();
    this.flush();
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Start>) => {
  void run(data).then((end) => tell({ kind: "ended", end }));
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
    instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: imports(system, start.args) });
    end = { kind: "exited", status: system.start(instance as Parameters<WASI["start"]>[0]) };
  } catch (error) {
    end = endOf(error, instance);
  }
  for (const stream of streams) stream.finish();
  return end;
}

/** The system's functions, with the arguments' sizes in bytes: the package counts UTF-16 units. */
function imports(system: WASI, args: readonly string[]): WebAssembly.ModuleImports {
  const size = args.reduce((sum, arg) => sum + new TextEncoder().encode(arg).length + 1, 0);
  const args_sizes_get = (count: number, bytes: number): number => {
    const view = new DataView(system.inst.exports.memory.buffer);
    view.setUint32(count, args.length, true);
    view.setUint32(bytes, size, true);
    return abi.ERRNO_SUCCESS;
  };
  return { ...system.wasiImport, args_sizes_get };
}

function endOf(error: unknown, instance: WebAssembly.Instance | undefined): End {
  if (error instanceof WASIProcExit) return { kind: "exited", status: error.code };
  if (error instanceof Flood) return { kind: "flooded", characters: FLOOD };
  if (error instanceof WebAssembly.Exception) return { kind: "trapped", status: STATUS.exception, trap: "exception" };
  const said = trapOf(error instanceof Error ? error.message : String(error));
  const trap = said === "memory" && hasRunOver(instance) ? "stack" : said;
  return { kind: "trapped", status: STATUS[trap], trap };
}

/** Whether the program's stack, which lies below everything else, has come to its end. */
function hasRunOver(instance: WebAssembly.Instance | undefined): boolean {
  const pointer = instance?.exports["__stack_pointer"];
  return pointer instanceof WebAssembly.Global && (pointer.value as number) < STACK_END;
}

function tell(news: News): void {
  self.postMessage(news);
}
