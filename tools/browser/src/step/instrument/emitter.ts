/** Writes a function's body anew: its own instructions, and calls of hooks between them. */
import type { Hook } from "../hooks/table";
import { Reader, Writer } from "../../wasm/bytes";
import { MEMORY_COPY, MEMORY_FILL, OP, type Stored } from "../../wasm/code";
import { F32, F64, I32, I64, type Body } from "../../wasm/module";

/** What stands for an address or a size of more than 32 bits. */
const TOO_LARGE = -1;
const BITS = 32;

const VALUE_TYPES: Readonly<Record<Stored, number>> = { i: I32, I: I64, f: F32, F: F64 };

export class Emitter {
  readonly #out = new Writer();
  readonly #added: number[] = [];
  readonly #scratch = new Map<string, number>();
  readonly #groups: number;
  readonly #locals: number;
  #copied: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly body: Body,
    readonly parameters: number,
    readonly hooks: ReadonlyMap<Hook, number>,
  ) {
    const reader = new Reader(bytes, body.locals);
    this.#groups = reader.uleb();
    let locals = parameters;
    for (let left = this.#groups; left > 0; left--) {
      locals += reader.uleb();
      reader.u8();
    }
    this.#locals = locals;
    this.#copied = body.code;
  }

  /** Takes over the old instructions up to this place. */
  upTo(at: number): void {
    if (at > this.#copied) this.#out.bytes(this.bytes.subarray(this.#copied, at));
    this.#copied = Math.max(this.#copied, at);
  }

  /** Leaves the old instructions up to this place out. */
  skipTo(at: number): void {
    this.#copied = at;
  }

  call(number: number): this {
    this.#out.u8(OP.call).uleb(number);
    return this;
  }

  hook(name: Hook): this {
    return this.call(this.hooks.get(name) ?? 0);
  }

  constant(number: number): this {
    this.#out.u8(OP.i32Const).sleb(number);
    return this;
  }

  get(local: number): this {
    return this.#op(OP.localGet, local);
  }

  set(local: number): this {
    return this.#op(OP.localSet, local);
  }

  tee(local: number): this {
    return this.#op(OP.localTee, local);
  }

  global(number: number): this {
    return this.#op(OP.globalGet, number);
  }

  op(...bytes: number[]): this {
    this.#out.bytes(bytes);
    return this;
  }

  /** memory.copy or memory.fill. */
  bulk(which: typeof MEMORY_COPY | typeof MEMORY_FILL): this {
    return this.op(OP.more, which, ...(which === MEMORY_COPY ? [0, 0] : [0]));
  }

  /** A local of our own; the same one for the same name. */
  scratch(name: string, type: Stored): number {
    const known = this.#scratch.get(name);
    if (known !== undefined) return known;
    const number = this.#locals + this.#added.length;
    this.#added.push(VALUE_TYPES[type]);
    this.#scratch.set(name, number);
    return number;
  }

  /** Puts the address or the size in a local on the operand stack, in 32 bits: one that is too large as the largest. */
  short(local: number): this {
    this.get(local).op(OP.wrap).constant(TOO_LARGE);
    return this.get(local).op(OP.i64Const, BITS, OP.i64ShiftRight, OP.i64Eqz, OP.select);
  }

  /** Tells a hook of a load that is next; its address is on the operand stack. */
  load(hook: Hook, site: number): void {
    const address = this.scratch("to", "I");
    this.set(address).short(address).constant(site).hook(hook).get(address);
  }

  /** Likewise of a store; its address and its value are there. */
  store(hook: Hook, site: number, type: Stored): void {
    const address = this.scratch("to", "I");
    const value = this.scratch(`value ${type}`, type);
    this.set(value).set(address).short(address).constant(site).hook(hook).get(address).get(value);
  }

  /** Likewise of memory.copy or memory.fill; its three arguments are there. */
  some(hook: "copy" | "fill"): void {
    const [to, count] = [this.scratch("to", "I"), this.scratch("count", "I")];
    const second = hook === "copy" ? this.scratch("from", "I") : this.scratch("value i", "i");
    this.set(count).set(second).set(to).moved(hook, to, second, count).get(to).get(second).get(count);
  }

  /** Tells a hook of it, with the arguments in these locals. */
  moved(hook: "copy" | "fill", to: number, second: number, count: number): this {
    this.short(to);
    return (hook === "copy" ? this.short(second) : this.get(second)).short(count).hook(hook);
  }

  /** The body with its size before it. */
  done(): Uint8Array {
    this.upTo(this.body.end);
    const old = new Reader(this.bytes, this.body.locals);
    old.uleb();
    const header = new Writer().uleb(this.#groups + this.#added.length);
    header.bytes(this.bytes.subarray(old.at, this.body.code));
    for (const type of this.#added) header.uleb(1).u8(type);
    const code = this.#out.done();
    return new Writer().uleb(header.length + code.length).bytes(header.done()).bytes(code).done();
  }

  #op(op: number, number: number): this {
    this.#out.u8(op).uleb(number);
    return this;
  }
}
