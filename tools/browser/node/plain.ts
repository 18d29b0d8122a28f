/** Runs a program under Node without stepping through it: what it printed, and its status. */
import { Fd, File, OpenFile, PreopenDirectory, WASI, WASIProcExit, wasi as abi } from "@bjorn3/browser_wasi_shim";
import { fitting } from "../src/run/wide";
import type { Given } from "../src/step/record/system";

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** What it exited with; -1 if it trapped or threw. */
  readonly status: number;
}

class Stream extends Fd {
  readonly #decoder = new TextDecoder();
  text = "";

  override fd_fdstat_get(): { ret: number; fdstat: abi.Fdstat } {
    const fdstat = new abi.Fdstat(abi.FILETYPE_CHARACTER_DEVICE, 0);
    fdstat.fs_rights_base = BigInt(abi.RIGHTS_FD_WRITE);
    return { ret: abi.ERRNO_SUCCESS, fdstat };
  }

  override fd_write(data: Uint8Array): { ret: number; nwritten: number } {
    this.text += this.#decoder.decode(data, { stream: true });
    return { ret: abi.ERRNO_SUCCESS, nwritten: data.length };
  }
}

export async function runPlain(wasm: Uint8Array<ArrayBuffer>, { args, stdin, files }: Given): Promise<Ran> {
  const bytes = (text: string): File => new File(new TextEncoder().encode(text));
  const [stdout, stderr] = [new Stream(), new Stream()];
  const opened = new Map(Object.entries(files).map(([name, text]) => [name, bytes(text)]));
  const system = new WASI([...args], [], [new OpenFile(bytes(stdin)), stdout, stderr, new PreopenDirectory("/", opened)], { debug: false });
  const workbook = { undefined: (): never => fail(1), null: (): void => undefined };
  const program = await fitting(wasm);
  if (typeof program === "string") throw new Error(program);
  let status = 0;
  try {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(program), { wasi_snapshot_preview1: system.wasiImport as WebAssembly.ModuleImports, workbook });
    status = system.start(instance as Parameters<WASI["start"]>[0]);
  } catch (error) {
    status = error instanceof WASIProcExit ? error.code : -1;
  }
  return { stdout: stdout.text, stderr: stderr.text, status };
}

function fail(status: number): never {
  throw new WASIProcExit(status);
}
