/** Programs that are compiled for the stepper under Node. */
import { join } from "node:path";
import type { Edit } from "../src/run/program";
import { wanted } from "../src/step/hooks/options";
import { prepare, type Prepared } from "../src/step/record/run";
import type { Given } from "../src/step/record/system";
import { Session, type Limits } from "../src/step/replay/session";
import { TELLER } from "../src/step/sentences/teller";
import { Clang } from "./clang";

/** A program: its files by name, those that are compiled, and what it is given. */
export interface Source {
  readonly files: Readonly<Record<string, string>>;
  readonly units?: readonly string[];
  readonly std?: string;
  readonly options?: string;
  readonly stdin?: string;
  readonly args?: readonly string[];
  readonly ubsan?: boolean;
}

const STD_C = "gnu17";
const STD_CPP = "gnu++23";

export class Stepping {
  readonly clang: Clang;

  /** `top` is the project's folder. */
  constructor(readonly top: string) {
    const modules = join(top, "tools", "browser", "node_modules");
    this.clang = new Clang(join(top, ".cache", "runtime"), join(modules, ".cache", "step"), join(modules, "@yowasp", "clang", "package.json"));
  }

  /** The program, ready to be recorded; or what is wrong with it. */
  async prepared(source: Source): Promise<Prepared | string> {
    const wasm = await this.linked(source);
    return typeof wasm === "string" ? wasm : prepare(wasm);
  }

  /** The program as it is linked for the stepper; or what the compiler says against it. */
  async linked(source: Source): Promise<Uint8Array<ArrayBuffer> | string> {
    const edit = editOf(source);
    const { options, more, units } = wanted(edit, unitsOf(source));
    return this.clang.build(edit.std, options, units, { ...edit.files, ...more });
  }

  /** Its run, to be looked at; or what is wrong with it. */
  async session(source: Source, limits?: Limits): Promise<Session | string> {
    const prepared = await this.prepared(source);
    return typeof prepared === "string" ? prepared : new Session(prepared, given(source), source.files, limits, TELLER);
  }
}

/** What the program is given when it runs. */
export function given({ files, args = [], stdin = "" }: Source): Given {
  return { args: ["program", ...args], stdin, files };
}

export function unitsOf({ files, units }: Source): readonly string[] {
  return units ?? Object.keys(files).filter((name) => /\.(?:c|cpp|cc)$/.test(name));
}

export function editOf(source: Source): Edit {
  const { files, options = "", stdin = "", args = [], ubsan = false } = source;
  const isCpp = unitsOf(source).some((name) => !name.endsWith(".c"));
  const std = source.std ?? (isCpp ? STD_CPP : STD_C);
  return { files, std, level: "-O0", options, args: args.join(" "), stdin, ubsan };
}
