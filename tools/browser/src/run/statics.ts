/**
 * Large objects with static storage. WebAssembly's object files hold each zero of them, and the
 * compiler takes half a minute to write thirty million: it is asked for their sizes before.
 */
import { compiler, isCpp } from "../clang/client";
import { FOR_PAGE } from "../clang/target";
import { checkOptions } from "./command";
import { MEMORY } from "./messages";
import type { Edit } from "./program";

const OUTPUT = "a.ll";
/** Arrays with large or computed lengths, whose sizes are worth the question. */
const LARGE = [
  /\[[^\]\n]*(?:\d[\d']{6}|0x[\da-f']{6}|<<|\d{3}[^\]\n]*\*|\*[^\]\n]*\d{3})[^\]\n]*\]/i,
  /(?:\[\s*\d{3,}\s*\]\s*){2}/,
  /<[^>\n]*\d[\d']{6,}\s*>/,
];
const NAMED = /\[\s*[A-Za-z_]\w*\s*\]/;
const NUMBER = /\d[\d']{6}|0x[\da-f']{6}|<<\s*\d\d/i;

/** What needs no object file, because the linker makes the code; exceptions and setjmp want more of the linker then. */
const WITHOUT_FILE = ["-flto"];
const WANTS_FILE = /[<"](?:setjmp\.h|csetjmp)[>"]/;
/** Bytes that are written before anybody notices. */
const MUCH = 4_000_000;

/**
 * The options that the program's static objects ask for; throws a sentence if they do not fit.
 * `owner` is who can stop the question.
 */
export async function roomFor(edit: Edit, units: readonly string[], owner: object): Promise<readonly string[]> {
  const text = Object.values(edit.files).join("\n");
  if (!mayBeLarge(text)) return [];
  let total = 0;
  for (const unit of units) {
    const args = [...FOR_PAGE, `-std=${edit.std}`, ...checkOptions(edit), "-O0", "-w", "-S", "-emit-llvm", unit, "-o", OUTPUT];
    const ran = await compiler().clang(args, edit.files, isCpp(edit.std) ? "clang++" : "clang", owner);
    const made = ran.files[OUTPUT];
    if (made instanceof Uint8Array) total += staticBytes(new TextDecoder().decode(made));
  }
  if (total > MEMORY) {
    const [needs, has] = [total, MEMORY].map((bytes) => bytes.toLocaleString("en"));
    throw new Error(`Its objects with static storage need ${needs} bytes; programs in the page have ${has} for everything.`);
  }
  return total > MUCH && !isCpp(edit.std) && !WANTS_FILE.test(text) ? WITHOUT_FILE : [];
}

/** Whether a text has arrays that could be that large. */
export function mayBeLarge(text: string): boolean {
  return LARGE.some((shape) => shape.test(text)) || (NAMED.test(text) && NUMBER.test(text));
}

/** The bytes of all the objects that a module in LLVM's IR defines, without what lies between their members. */
export function staticBytes(ir: string): number {
  const named = new Map(Array.from(ir.matchAll(/^(%(?:"[^"]*"|\S+)) = type (.*)$/gm), ([, name, type]) => [name ?? "", type ?? ""]));
  const objects = ir.matchAll(/^@\S+ = (?!external)[^"\n]*?\b(?:global|constant) (.*)$/gm);
  return Array.from(objects, ([, rest]) => new Type(rest ?? "", named).size()).reduce((sum, size) => sum + size, 0);
}

/** A type at the start of a text. */
class Type {
  static readonly #SIZES: Readonly<Record<string, number>> = { half: 2, float: 4, double: 8, fp128: 16, ptr: 8 };
  #at = 0;

  constructor(
    readonly text: string,
    readonly named: ReadonlyMap<string, string>,
  ) {}

  /** Its bytes; 0 for what is not understood. */
  size(): number {
    if (this.#skip(/\[(\d+) x /)) {
      const count = Number(this.#found);
      const each = this.size();
      this.#skip(/\]/);
      return count * each;
    }
    if (this.#skip(/<?\{ ?/)) {
      let sum = 0;
      while (!this.#skip(/ ?\}>?/) && this.#at < this.text.length) {
        sum += this.size();
        if (!this.#skip(/, /)) this.#skip(/[^,}]*/);
      }
      return sum;
    }
    if (this.#skip(/i(\d+)/)) return Math.ceil(Number(this.#found) / 8);
    if (this.#skip(/(%(?:"[^"]*"|[\w.$-]+))/)) return new Type(this.named.get(this.#found) ?? "", this.named).size();
    return this.#skip(/(\w+)/) ? (Type.#SIZES[this.#found] ?? 0) : 0;
  }

  #found = "";

  /** Goes on behind a pattern, if it comes next; keeps what its parentheses found. */
  #skip(pattern: RegExp): boolean {
    const match = new RegExp(pattern, "y");
    match.lastIndex = this.#at;
    const found = match.exec(this.text);
    if (!found) return false;
    this.#at = match.lastIndex;
    this.#found = found[1] ?? "";
    return true;
  }
}
