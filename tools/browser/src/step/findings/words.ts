/** Findings in a reader's words. */
import { isMove } from "../instrument/rewrite";
import type { Prepared } from "../record/run";
import type { Told } from "../moment/model";
import { placeOf, placeOfRow } from "../moment/places";
import type { Block } from "../record/heap";
import { plainFunction } from "../sentences/names";
import type { Finding, FindingKind } from "./finding";

type Sayer = (finding: Finding, prepared: Prepared) => string;

/** What each kind of finding is said as; "This line" is the subject unless a library's function is. */
const SAYERS: Readonly<Record<FindingKind, Sayer>> = {
  null: (finding) => `${accesses(finding)} through a null pointer. On Linux the program would end here with a segmentation fault.`,
  wild: (finding) => `${accesses(finding)} at an address where no object is.`,
  freed: (finding, prepared) => `${accesses(finding)} ${amount(finding)} of ${block(finding, prepared)}, which was freed${inLine(finding.block?.freedRow, prepared)}.`,
  "block end": (finding, prepared) => `${accesses(finding)} ${besideBlock(finding, prepared)}.`,
  container: (finding) => `${accesses(finding)} behind the last element of a container, in memory that it only keeps in reserve.`,
  dead: (finding) => `${accesses(finding)} ${finding.variable ? `${finding.variable.name} of ${finding.variable.func}` : "a variable of a function"}, which has already returned.`,
  ended: (finding) => `${accesses(finding)} ${finding.variable?.name ?? "a variable"} outside of the block that it belongs to.`,
  "variable end": (finding) => `${accesses(finding)} ${besideVariable(finding)}.`,
  bounds: ({ bounds }) => `The index ${bounds?.index ?? 0} is outside of the array, whose type is ${bounds?.type ?? "unknown"}.`,
  constant: (finding) => `${accesses(finding)} to ${finding.variable && finding.variable.name !== "" ? `${finding.variable.name}, which is const` : "a string literal"}. It must not be changed; on Linux the program would end here with a segmentation fault.`,
  uninitialised: (finding, prepared) => `${accesses(finding)} ${uninitialised(finding, prepared)} before anything was written there.`,
  "double free": (finding, prepared) => `This line frees ${block(finding, prepared)} a second time: it was freed${inLine(finding.block?.freedRow, prepared)} already.`,
  "inside free": (finding, prepared) => `This line frees an address inside of ${block(finding, prepared)}, ${finding.address - (finding.block?.address ?? 0)} bytes behind its start. Only the start itself can be freed.`,
  "foreign free": () => `This line frees an address that malloc never gave out.`,
  mismatch: (finding, prepared) => `This line frees ${block(finding, prepared)} in another way than it was made: what ${finding.block?.kind ?? ""} makes, ${PARTNERS[finding.block?.kind ?? ""] ?? "free"} must free.`,
  leak: (finding, prepared) => leak(finding, prepared),
};

const PARTNERS: Readonly<Record<string, string>> = { malloc: "free", new: "delete", "new[]": "delete[]" };

/** A finding as a sentence with its place. */
export function told(finding: Finding, prepared: Prepared): Told {
  const said = SAYERS[finding.kind](finding, prepared);
  const isFree = finding.kind === "mismatch" || finding.kind.endsWith("free");
  const library = finding.isLibrary ? caller(finding, prepared) : "";
  const byLibrary = library === "" || isFree ? said : said.replace(/^This line/, `${library}, called here,`);
  const text = isFree && library === "realloc" ? byLibrary.replace(/^This line frees (.*) a second time: it was/, "This line gives realloc $1, which was").replace("This line frees", "This line gives realloc") : byLibrary;
  const exact = finding.site > 0 && !finding.isLibrary ? placeOf(finding.site, prepared) : undefined;
  return { kind: finding.kind, text, place: exact ?? placeOfRow(finding.row, prepared) ?? null };
}

function accesses({ isWrite, kind }: Finding): string {
  if (kind === "freed") return `This line ${isWrite ? "writes to" : "reads"}`;
  return `This line ${isWrite ? "writes" : "reads"}`;
}

function amount({ size }: Finding): string {
  return size === 1 ? "a byte" : `${size} bytes`;
}

/** "block 3 (12 bytes, made in line 9)" */
function block({ block: found }: Finding, prepared: Prepared): string {
  return found ? `block ${found.number} (${bytes(found.size)}, made${inLine(found.madeRow, prepared)})` : "a block";
}

function inLine(row: number | undefined, prepared: Prepared): string {
  const place = row === undefined ? undefined : placeOfRow(row, prepared);
  return place ? ` in line ${place.line}` : "";
}

function besideBlock(finding: Finding, prepared: Prepared): string {
  const found = finding.block as Block;
  const beyond = finding.address - (found.address + found.size);
  const where = beyond >= 0 ? (beyond === 0 ? "just past the end of" : `${bytes(beyond)} past the end of`) : `${bytes(found.address - finding.address)} before the start of`;
  return `${where} ${block(finding, prepared)}`;
}

function besideVariable({ variable }: Finding): string {
  if (!variable) return "next to a variable, where no object is";
  const beyond = variable.offset - variable.size;
  const name = variable.name === "" ? "a string literal" : `${variable.name} (${variable.type})`;
  if (beyond < 0) return `${bytes(-variable.offset)} before the start of ${name}`;
  return `${beyond === 0 ? "just" : bytes(beyond)} past the end of ${name}`;
}

function uninitialised({ variable, block: found, address }: Finding, prepared: Prepared): string {
  if (found) return `bytes of block ${found.number} (made${inLine(found.madeRow, prepared)}), ${address - found.address} bytes from its start,`;
  if (!variable) return "memory";
  return variable.name;
}

function leak({ count, size, block: found }: Finding, prepared: Prepared): string {
  const line = inLine(found?.madeRow, prepared);
  if (count === 1) return `Block ${found?.number ?? 0} (${bytes(size)}, made${line}) was never freed, and at the end nothing points to it any more.`;
  return `${count} blocks (${bytes(size)} in all, made${line}) were never freed, and at the end nothing points to them any more.`;
}

/** The library's function that the program has called; clang's own copies are the line's doing. */
function caller({ call }: Finding, { rewritten, linked }: Prepared): string {
  const number = call > 0 ? rewritten.sites.number.at(call) : -1;
  const name = linked.names.get(number) ?? "";
  return isMove(name) ? "" : plainFunction(name);
}

function bytes(count: number): string {
  return count === 1 ? "1 byte" : `${count} bytes`;
}
