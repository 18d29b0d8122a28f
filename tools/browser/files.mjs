// Puts what the pages load into docs/assets/build/, each file named after its content.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** How many hexadecimal digits of its digest a file carries in its name. */
const DIGITS = 10;

const CACHE = fileURLToPath(new URL("node_modules/.cache/", import.meta.url));
/** Packing takes seconds, and what is packed seldom changes. */
const PACKED = join(CACHE, "packed");

/** The files that a build makes: where each lies, how large it is, who needs it. */
export class Files {
  /** `place` is the folder that they get into all at once, when the build is done. */
  constructor(place) {
    this.place = place;
    this.out = join(CACHE, `build-${process.pid}`);
    this.made = new Map(); // path below `out` -> { bytes, group, sha256 }
    this.packages = new Set(); // the npm packages of which something is in a bundle
    this.named = new Map(); // what scripts ask for, such as "clang.wasm" -> path below `out`
  }

  /** Starts from nothing. */
  async start() {
    await rm(this.out, { recursive: true, force: true });
    await mkdir(this.out, { recursive: true });
  }

  /** Writes `content` as `<name>-<hash><extension>`; scripts find it by `name`. */
  async put(name, content, group) {
    const data = Buffer.from(content);
    const { dir, base } = parse(name);
    const [, stem, extension] = /^(.+?)((?:\.wasm|\.tar|\.mjs)?\.[a-z0-9]+)$/.exec(base);
    const path = join(dir, `${stem}-${digest(data).slice(0, DIGITS)}${extension}`);
    await this.write(path, data, group);
    this.named.set(name, path);
    return path;
  }

  /** The same for a large file, packed as `<name>.gz`: plain static hosts compress nothing. */
  async putPacked(name, content, group) {
    const store = join(PACKED, `${digest(content)}.gz`);
    const packed = await readFile(store).catch(() => gzipSync(content, { level: 9 }));
    await mkdir(PACKED, { recursive: true });
    await writeFile(store, packed);
    return this.put(`${name}.gz`, packed, group);
  }

  /**
   * Writes files that look for each other by fixed names into `<name>-<hash>/`; scripts
   * find the folder by `<name>/` and each file by `<name>/<file>`.
   */
  async putFolder(name, contents, group) {
    const entries = Object.entries(contents).sort(([one], [other]) => (one < other ? -1 : 1));
    const all = Buffer.concat(entries.flatMap(([file, content]) => [Buffer.from(file), Buffer.from(content)]));
    const folder = `${name}-${digest(all).slice(0, DIGITS)}/`;
    for (const [file, content] of entries) {
      await this.write(folder + file, content, group);
      this.named.set(`${name}/${file}`, folder + file);
    }
    this.named.set(`${name}/`, folder);
    return folder;
  }

  /** Writes a file whose name is fixed. */
  async write(path, content, group) {
    const data = Buffer.from(content);
    await mkdir(dirname(join(this.out, path)), { recursive: true });
    await writeFile(join(this.out, path), data);
    this.made.set(path, { bytes: data.length, group, sha256: digest(data) });
  }

  /** Bundles scripts, each under its name; they may ask for all files that are there already. */
  async bundle(entries, group, more = {}) {
    const { outputFiles, metafile } = await build({
      entryPoints: entries,
      outdir: this.out,
      entryNames: "[name]-[hash]",
      chunkNames: "part-[hash]",
      bundle: true,
      splitting: true,
      format: "esm",
      minify: true,
      target: ["es2022"],
      legalComments: "none",
      logLevel: "warning",
      metafile: true,
      write: false,
      define: { __FILES__: JSON.stringify(this.known()) },
      external: ["node:*"],
      ...more,
    });
    for (const input of Object.keys(metafile.inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (name) this.packages.add(name);
    }
    const names = Object.keys(entries);
    const made = new Map(Object.entries(metafile.outputs).map(([path, one]) => [parse(path).base, one]));
    for (const file of outputFiles) {
      const { base, name } = parse(file.path);
      await this.write(base, file.contents, group);
      const entry = names.find((one) => name.startsWith(`${one}-`));
      if (made.get(base)?.entryPoint && entry) this.named.set(`${entry}.js`, base);
    }
  }

  /** Options for a bundle whose scripts ask for no other files than those of these names. */
  knowing(names) {
    const known = Object.entries(this.known()).filter(([name]) => names.test(name));
    return { define: { __FILES__: JSON.stringify(Object.fromEntries(known)) } };
  }

  /** What scripts know: for each name its path, its bytes and its digest. */
  known() {
    const known = ([name, path]) => {
      const { bytes = 0, sha256 = "" } = this.made.get(path) ?? {};
      return [name, { path, bytes, sha256 }];
    };
    return Object.fromEntries([...this.named].map(known));
  }

  /** Writes manifest.json: every file with its size, group and digest, and the names that scripts use. */
  async manifest() {
    const manifest = { files: Object.fromEntries(this.made), entries: Object.fromEntries(this.named) };
    await writeFile(join(this.out, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
    // Whoever builds a site meanwhile sees the old files or the new ones, and no half of them.
    const old = `${this.out}-old`;
    await rename(this.place, old).catch(() => undefined); // the first build finds none
    await rename(this.out, this.place);
    await rm(old, { recursive: true, force: true });
  }
}

/** The SHA-256 of some bytes, in hexadecimal digits. */
export function digest(data) {
  return createHash("sha256").update(data).digest("hex");
}
