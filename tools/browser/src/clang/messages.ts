/** What the page and the compiler's Worker say to each other. */
/** Files by name; a folder is an object of its own. */
export interface Tree {
  [name: string]: Tree | string | Uint8Array;
}

export type Ask =
  | { readonly kind: "load"; readonly id: number }
  | {
      readonly kind: "clang";
      readonly id: number;
      readonly program: Program;
      readonly args: readonly string[];
      readonly files: Tree;
    };

export type Program = "clang" | "clang++" | "c++filt";

export type Answer =
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: "loaded"; readonly id: number }
  | { readonly kind: "ran"; readonly id: number; readonly ran: Ran }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

/** What one call of a compiler left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: Tree;
}

