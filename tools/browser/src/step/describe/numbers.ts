/** Scalars as C writes them. */
import { plain, type Base, type Enumeration, type Type } from "../dwarf/types";

/** Characters that C writes with a backslash. */
const ESCAPES: Readonly<Record<string, string>> = { "\0": "\\0", "\x07": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r", "\\": "\\\\" };
/** Types that are of characters and mean numbers. */
const SMALL_NUMBER = /int_?(?:least|fast)?8|\bbyte\b|^u8$|^s8$|^i8$/;
const DIGITS_OF_QUAD = 34;

/** An integer of these bytes, little endian. */
export function integer(data: DataView, isSigned: boolean): bigint {
  let found = 0n;
  for (let at = data.byteLength - 1; at >= 0; at--) found = (found << 8n) | BigInt(data.getUint8(at));
  return isSigned ? BigInt.asIntN(data.byteLength * 8, found) : found;
}

/** A floating number of 4, 8 or 16 bytes in as few digits as tell it from its neighbours. */
export function floating(data: DataView): string {
  switch (data.byteLength) {
    case 4:
      return single(data.getFloat32(0, true));
    case 8:
      return double(data.getFloat64(0, true));
    default:
      return quad(data);
  }
}

function special(value: number): string | undefined {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  return Object.is(value, -0) ? "-0.0" : undefined;
}

function double(value: number): string {
  return special(value) ?? withPoint(String(value));
}

function single(value: number): string {
  const known = special(value);
  if (known) return known;
  for (let digits = 1; digits <= 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return withPoint(String(Number(text)));
  }
  return withPoint(String(value));
}

/** With a point or an exponent, so that it does not look like an integer. */
function withPoint(text: string): string {
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A number of IEC 60559's binary128, which is what long double is here. */
function quad(data: DataView): string {
  const bits = integer(data, false);
  const sign = bits >> 127n ? "-" : "";
  const exponent = Number((bits >> 112n) & 0x7fffn);
  const fraction = bits & ((1n << 112n) - 1n);
  if (exponent === 0x7fff) return fraction ? "nan" : `${sign}inf`;
  if (exponent === 0 && fraction === 0n) return `${sign}0.0`;
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 112n);
  const power = (exponent === 0 ? 1 : exponent) - 16383 - 112;
  const near = Number(mantissa) * 2 ** Math.max(power, -1000) * 2 ** (power - Math.max(power, -1000));
  if (Number.isFinite(near) && isExact(near, mantissa, power)) return sign + double(near);
  return sign + decimal(mantissa, power);
}

/** Whether a double is exactly mantissa * 2^power. */
function isExact(value: number, mantissa: bigint, power: number): boolean {
  if (value === 0) return false;
  const exponent = Math.floor(Math.log2(value)) - 52;
  const scaled = value / 2 ** exponent;
  if (!Number.isSafeInteger(scaled)) return false;
  const shift = exponent - power;
  return shift >= 0 ? BigInt(scaled) << BigInt(shift) === mantissa : mantissa << BigInt(-shift) === BigInt(scaled);
}

/** mantissa * 2^power with as many decimal digits as the format holds. */
function decimal(mantissa: bigint, power: number): string {
  const estimate = Math.floor((mantissa.toString(2).length + power) * Math.LOG10E * Math.LN2);
  const places = DIGITS_OF_QUAD - estimate;
  const ten = 10n ** BigInt(Math.abs(places));
  const two = 1n << BigInt(Math.abs(power));
  const above = mantissa * (places > 0 ? ten : 1n) * (power > 0 ? two : 1n);
  const below = (places > 0 ? 1n : ten) * (power > 0 ? 1n : two);
  const digits = ((above * 2n + below) / (below * 2n)).toString();
  const exponent = digits.length - 1 - places;
  const shown = digits.slice(0, DIGITS_OF_QUAD).replace(/0+$/, "");
  if (exponent < -6 || exponent > 20) return `${shown[0] ?? "0"}${shown.length > 1 ? `.${shown.slice(1)}` : ""}e${exponent < 0 ? "" : "+"}${exponent}`;
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${shown}`;
  return withPoint(`${shown.padEnd(exponent + 1, "0").slice(0, exponent + 1)}.${shown.slice(exponent + 1)}`.replace(/\.$/, ".0"));
}

/** A character in quotation marks, and its number. */
export function character(value: number, quote = "'"): string {
  const text = value >= 0 ? String.fromCodePoint(value) : "";
  const isPlain = value >= 0x20 && value < 0x7f;
  const shown = ESCAPES[text] ?? (text === quote ? `\\${quote}` : isPlain || value >= 0xa0 ? text : `\\x${(value & 0xff).toString(16).padStart(2, "0")}`);
  return `${quote}${shown}${quote}`;
}

/** A base type's value; `name` is how the program calls the type. */
export function baseText(type: Base, name: string, data: DataView): string {
  switch (type.encoding) {
    case "bool":
      return truth(data.getUint8(0));
    case "float":
      return floating(data);
    case "complex": {
      const half = data.byteLength / 2;
      const [real, imaginary] = [0, half].map((at) => floating(new DataView(data.buffer, data.byteOffset + at, half)));
      return `${real ?? ""} ${(imaginary ?? "").startsWith("-") ? "-" : "+"} ${(imaginary ?? "").replace(/^-/, "")}i`;
    }
    case "char":
    case "utf": {
      const value = integer(data, type.name === "char" || type.name === "signed char");
      if (SMALL_NUMBER.test(name) || type.name === "unsigned char") return String(value);
      return value < 0n || value > 0x10ffffn || (type.encoding === "char" && value > 0x7en) ? String(value) : `${character(Number(value))} (${value})`;
    }
    default: {
      const value = integer(data, type.encoding === "signed");
      return name === "wchar_t" && value >= 0x20n && value <= 0x10ffffn ? `${character(Number(value))} (${value})` : String(value);
    }
  }
}

function truth(byte: number): string {
  return byte === 0 ? "false" : byte === 1 ? "true" : `${byte} (neither true nor false)`;
}

/** An enumeration's value: an enumerator, several joined by |, or the number. */
export function enumText(type: Enumeration, value: bigint): string {
  const named = type.enumerators.find((one) => BigInt(one.value) === value);
  const scope = type.isScoped ? `${type.name}::` : "";
  if (named) return `${scope}${named.name} (${value})`;
  const bits = type.enumerators.filter(({ value: one }) => BigInt(one) > 0n && (BigInt(one) & (BigInt(one) - 1n)) === 0n && (value & BigInt(one)) !== 0n);
  const all = bits.reduce((sum, one) => sum | BigInt(one.value), 0n);
  return bits.length > 1 && all === value ? `${bits.map(({ name }) => scope + name).join(" | ")} (${value})` : `${value} (no enumerator)`;
}

/** The bits of a bit-field: `at` counts from the first byte of `data`. */
export function bitsIn(data: DataView, at: number, count: number, isSigned: boolean): bigint {
  const all = integer(data, false) >> BigInt(at);
  const found = all & ((1n << BigInt(count)) - 1n);
  return isSigned ? BigInt.asIntN(count, found) : found;
}

/** Whether integers of the type may be negative. */
export function isSigned(type: Type): boolean {
  const found = plain(type);
  if (found.kind === "enum") return found.isSigned;
  return found.kind === "base" && (found.encoding === "signed" || found.name === "char" || found.name === "signed char");
}
