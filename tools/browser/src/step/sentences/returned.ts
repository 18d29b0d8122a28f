/** What a call returns, as it was kept. */
import { baseText, enumText, integer } from "../describe/numbers";
import { plain, sizeOf, type Type } from "../dwarf/types";
import { RETURNED } from "../record/events";

/** The text of a returned value of this type, which was kept as two words; empty for none. */
export function returnedText(type: Type, kind: number, low: number, high: number, lead: (address: number, referenced: Type) => string): string {
  if (kind === RETURNED.nothing) return "";
  const data = new DataView(new ArrayBuffer(8));
  data.setUint32(0, low, true);
  data.setUint32(4, high, true);
  const found = plain(type);
  const part = new DataView(data.buffer, 0, Math.min(8, sizeOf(found) || 4));
  switch (found.kind) {
    case "pointer":
    case "reference":
      return lead(Number(data.getBigInt64(0, true)), found.referenced);
    case "enum":
      return enumText(found, integer(part, found.isSigned));
    case "base":
      return baseText(found, "", part);
    default:
      return "";
  }
}
