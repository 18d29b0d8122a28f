/** The page's compiler under Node, with the libraries that the build puts into the page. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Ran, Tree } from "../src/clang/messages";
import { FOR_PAGE } from "../src/clang/target";
import { resources } from "../steps/clang.mjs";

/** The compiler's messages look the same whatever the terminal. */
const MESSAGES = ["-fno-color-diagnostics"];

type Toolchain = typeof import("@yowasp/clang");

export class Clang {
  #toolchain: Toolchain | undefined;
  /** The headers and libraries; with the package they say which compiler it is. */
  readonly #tar: Promise<Uint8Array>;
  readonly #version: Promise<string>;

  constructor(
    /** The folder that tools/runtime.py has filled. */
    readonly runtime: string,
    /** Where what was made is kept, by all that it is made of. */
    readonly cache: string,
    readonly packageFile: string,
  ) {
    this.#tar = resources(runtime);
    this.#version = Promise.all([readFile(packageFile, "utf8"), this.#tar]).then((all) => digest(all));
  }

  /** Compiles and links the files named in `units`; the program, or what the compiler says against it. */
  async build(std: string, options: readonly string[], units: readonly string[], files: Tree): Promise<Uint8Array<ArrayBuffer> | string> {
    const args = [...FOR_PAGE, `-std=${std}`, ...options, ...units, "-o", "a.out"];
    const program = std.includes("++") ? "clang++" : "clang";
    const place = join(this.cache, `${await this.#key([program, ...args], files)}.wasm`);
    const kept = await readFile(place).catch(() => undefined);
    if (kept) return new Uint8Array(kept);
    const { code, stderr, files: made } = await this.run(program, args, files);
    const wasm = made["a.out"];
    if (code !== 0 || !(wasm instanceof Uint8Array)) return stderr;
    await mkdir(this.cache, { recursive: true });
    await writeFile(place, wasm);
    return new Uint8Array(wasm);
  }

  /** Runs clang or clang++ in a folder of these files. */
  async run(program: "clang" | "clang++", args: readonly string[], files: Tree): Promise<Ran> {
    const toolchain = await this.#load();
    const [out, err] = [new Text(), new Text()];
    const options = { stdout: out.take, stderr: err.take, decodeASCII: false };
    let made: Tree = {};
    let code = 0;
    try {
      made = (await toolchain.commands[program]([...MESSAGES, ...args], files, options)) as Tree;
    } catch (error) {
      if (!(error instanceof toolchain.Exit)) throw error;
      code = error.code;
    }
    return { code, stdout: out.text, stderr: err.text, files: made };
  }

  async #load(): Promise<Toolchain> {
    if (this.#toolchain) return this.#toolchain;
    const toolchain = (await import(pathToFileURL(await this.#assembled()).href)) as Toolchain;
    await toolchain.runLLVM(null as unknown as string[], {}, { fetchProgress: () => undefined });
    return (this.#toolchain ??= toolchain);
  }

  /** The package's script beside its own parts and our headers and libraries: it looks for all of them there. */
  async #assembled(): Promise<string> {
    const folder = join(this.cache, `clang-${(await this.#version).slice(0, 16)}`);
    const script = join(folder, "bundle.mjs");
    if (existsSync(script)) return script;
    // Several may do this at a time: each in a folder of its own, which the first to be ready gives its name.
    const making = `${folder}.${process.pid}`;
    await mkdir(making, { recursive: true });
    const theirs = join(dirname(this.packageFile), "gen");
    for (const name of await readdir(theirs)) if (name.endsWith(".wasm")) await symlink(join(theirs, name), join(making, name));
    await copyFile(join(theirs, "bundle.js"), join(making, "bundle.mjs"));
    await writeFile(join(making, "llvm-resources.tar"), await this.#tar);
    await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }));
    return script;
  }

  async #key(args: readonly string[], files: Tree): Promise<string> {
    return digest([await this.#version, [...args], files]);
  }
}

/** A digest of texts, bytes, lists and trees of them. */
function digest(content: unknown): string {
  const hash = createHash("sha256");
  const add = (one: unknown): void => {
    if (typeof one === "string" || one instanceof Uint8Array) hash.update(`${one.length}:`).update(one);
    else if (Array.isArray(one)) one.forEach(add);
    else for (const [name, inner] of Object.entries(one as object).sort()) [name, inner].forEach(add);
  };
  add(content);
  return hash.digest("hex");
}

class Text {
  readonly #decoder = new TextDecoder();
  text = "";

  readonly take = (bytes: Uint8Array | null): void => {
    if (bytes !== null) this.text += this.#decoder.decode(bytes.slice(), { stream: true });
  };
}
