/** The rows of .debug_line: which code belongs to which line (DWARF 4, 6.2). */
import { Reader } from "../../wasm/bytes";

export interface Row {
  /** Counted from the code section's content. */
  readonly address: number;
  /** From 1; 0 for code that no line stands for. */
  readonly line: number;
  readonly column: number;
  /** From 1, in the program's own table. */
  readonly file: number;
  readonly isStatement: boolean;
  readonly endsPrologue: boolean;
  /** Where the code ends; such a row stands for no code. */
  readonly endsSequence: boolean;
}

export interface LineProgram {
  /** The files' paths, from number 1. */
  readonly files: readonly string[];
  readonly rows: readonly Row[];
}

/** Runs the line program at an offset of .debug_line. */
export function lineProgram(section: Uint8Array, offset: number): LineProgram {
  const reader = new Reader(section, offset);
  const end = reader.u32() + reader.at;
  const version = reader.u16();
  if (version !== 4) throw new Error(`the line table has version ${version}, and the stepper reads version 4`);
  const start = reader.u32() + reader.at;
  const shortest = reader.u8();
  reader.u8(); // operations an instruction: 1
  const isStatement = reader.u8() !== 0;
  const base = (reader.u8() << 24) >> 24;
  const range = reader.u8();
  const firstSpecial = reader.u8();
  const lengths = Array.from({ length: firstSpecial - 1 }, () => reader.u8());
  const folders = [""];
  while (section[reader.at] !== 0) folders.push(reader.text());
  reader.u8();
  const files: string[] = [];
  while (section[reader.at] !== 0) files.push(fileName(reader, folders));
  const rows: Row[] = [];
  reader.at = start;
  let state = fresh(isStatement);
  const put = (endsSequence = false): void => {
    rows.push({ ...state, endsSequence });
    state.endsPrologue = false;
  };
  const special = (adjusted: number): void => {
    state.address += Math.floor(adjusted / range) * shortest;
    state.line += base + (adjusted % range);
  };
  while (reader.at < end) {
    const op = reader.u8();
    if (op >= firstSpecial) {
      special(op - firstSpecial);
      put();
      continue;
    }
    switch (op) {
      case 0: {
        const next = reader.uleb() + reader.at;
        const extended = reader.u8();
        if (extended === 1) {
          put(true);
          state = fresh(isStatement);
        } else if (extended === 2) state.address = reader.i64();
        else if (extended === 3) files.push(fileName(reader, folders));
        reader.at = next;
        break;
      }
      case 1:
        put();
        break;
      case 2:
        state.address += reader.uleb() * shortest;
        break;
      case 3:
        state.line += reader.sleb();
        break;
      case 4:
        state.file = reader.uleb();
        break;
      case 5:
        state.column = reader.uleb();
        break;
      case 6:
        state.isStatement = !state.isStatement;
        break;
      case 8: {
        const line = state.line;
        special(255 - firstSpecial);
        state.line = line;
        break;
      }
      case 9:
        state.address += reader.u16();
        break;
      case 10:
        state.endsPrologue = true;
        break;
      default: // basic blocks, ends of functions, and what is not known: passed over
        for (let left = lengths[op - 1] ?? 0; left > 0; left--) reader.uleb();
    }
  }
  return { files, rows };
}

function fresh(isStatement: boolean): { -readonly [Key in keyof Row]: Row[Key] } {
  return { address: 0, line: 1, column: 0, file: 1, isStatement, endsPrologue: false, endsSequence: false };
}

function fileName(reader: Reader, folders: readonly string[]): string {
  const name = reader.text();
  const folder = folders[reader.uleb()] ?? "";
  reader.uleb();
  reader.uleb();
  return folder === "" || name.startsWith("/") ? name : `${folder}/${name}`;
}
