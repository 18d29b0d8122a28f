/** Which member of a union was written last: by who wrote its bytes, and what stands there in the program's text. */
import { plain, sizeOf, type Member, type RecordType } from "../dwarf/types";
import { isOwnSite, lineAt } from "../moment/places";
import type { Player } from "../replay/player";

export type Sources = Readonly<Record<string, string>>;

/** The member; undefined if the recording does not tell. */
export function lastMember(union: RecordType, address: number, player: Player, sources: Sources): Member | undefined {
  const { memory, prepared } = player.recording;
  const { sites } = prepared.rewritten;
  const written = memory.log.lastWriter(address >> 2, (address + union.size + 3) >> 2, player.position(player.at));
  if (!written || written.site === 0 || !isOwnSite(written.site, prepared)) return undefined;
  const line = lineAt(sites.address.at(written.site), prepared.program);
  const text = (line && sources[line.file.name]?.split("\n")[line.line - 1]) ?? "";
  const size = sites.size.at(written.site);
  if (size === 0) return memberDesignated(union, text);
  return memberNamed(union, text, line?.column ?? 0) ?? memberLike(union, sites.stored(written.site) ?? "", size);
}

/** The member that is named last before a column, as in u.f = 1: the column of an assignment is that of its sign. */
function memberNamed(union: RecordType, text: string, column: number): Member | undefined {
  const before = text.slice(0, Math.max(column - 1, 0));
  const names = [...before.matchAll(/(?:\.|->)\s*([A-Za-z_]\w*)/g)].map(([, name]) => name).reverse();
  for (const name of names) {
    const member = union.members.find((one) => one.name === name);
    if (member) return member;
  }
  return undefined;
}

/** The one member that an initialiser names, as in {.f = 1}. */
function memberDesignated(union: RecordType, text: string): Member | undefined {
  const names = new Set([...text.matchAll(/[{,]\s*\.([A-Za-z_]\w*)\s*=/g)].map(([, name]) => name));
  const found = union.members.filter(({ name }) => names.has(name));
  return found.length === 1 ? found[0] : undefined;
}

/** The first member that such a store can have written. */
function memberLike(union: RecordType, stored: string, size: number): Member | undefined {
  return union.members.find(({ type }) => {
    const found = plain(type);
    const isFloating = found.kind === "base" && found.encoding === "float";
    return sizeOf(type) === size && isFloating === (stored === "f" || stored === "F");
  });
}
