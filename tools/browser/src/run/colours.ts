/**
 * The kinds of words in a text of C or C++, as the book's figures colour them: the site's highlighter
 * (Pygments) and the editor must agree, or a program would change its colours when it is edited.
 */

/** A stretch of text that has a colour of its own; what lies between has that of names. */
export interface Coloured {
  readonly from: number;
  readonly to: number;
  /** The class by which the theme colours the same in a figure. */
  readonly kind: Kind;
}

/** Comments, keywords, types, constants, functions and classes, strings, escapes, preprocessor, numbers, marks. */
export type Kind = "c" | "k" | "nb" | "nf" | "s" | "se" | "cp" | "mi" | "p";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const KEYWORDS = words(`asm auto break case const constexpr continue default do else enum extern for goto if inline
  register restrict return sizeof static static_assert struct switch typedef typeof typeof_unqual union volatile while
  thread_local alignas alignof bool char double float int long short signed unsigned void _BitInt __int128
  _Alignas _Alignof _Atomic _Bool _Complex _Generic _Imaginary _Noreturn _Static_assert _Thread_local noreturn
  __asm __inline
  size_t ssize_t off_t wchar_t ptrdiff_t sig_atomic_t fpos_t clock_t time_t va_list jmp_buf FILE div_t ldiv_t
  mbstate_t wint_t wctype_t wctrans_t clockid_t pid_t uid_t gid_t mode_t sigset_t siginfo_t socklen_t
  int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t uintmax_t`);
const SIZED = /^u?int_(?:least|fast)(?:8|16|32|64)_t$|^atomic_(?:bool|[us]?char|u?short|u?int|u?l?long|size_t)$/;
const CPP = words(`catch char8_t char16_t char32_t class co_await co_return co_yield concept const_cast consteval constinit
  decltype delete dynamic_cast explicit export final friend import module mutable namespace new noexcept operator override
  private protected public reinterpret_cast requires static_cast template this throw try typeid typename using virtual`);
/** Before a colon, and no labels to the highlighter. */
const NO_LABELS = words("public private protected default");
const CONSTANTS = words("true false NULL nullptr");
/** Whose name comes behind them. */
const TAGGED = words("struct union class");

const COMMENT = /\/\/(?:\\\n|.)*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y;
const QUOTE = /(?:u8|[LuU])?["']/y;
const NUMBER = /-?\.?\d(?:[eEpP][+-]|'?[\w.])*/y;
const WORD = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/uy;
const MARK = /[()[\],.{};]/y;
const END_OF_LABEL = /(?<!:):(?!:)/y;
const OTHER = /\s+|[^]/uy;
const DIRECTIVE = /#[ \t]*(?:include[ \t]*(?=["<]))?/y;
const HEADER = /"[^"\n]*"|<[^>\n]*>/y;
/** What is left of a directive, up to a comment. */
const REST = /(?:\\\n|(?!\/[/*]).)+/y;
const ESCAPE = /\\(?:x[\da-fA-F]+|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|[^\n])/y;
const CHARACTERS = /(?:[^\\"\n]|\\\n)+/y;
const CHARACTER = /(?:\\.|[^\\'\n])*'/y;
const LABEL = /^[ \t]*$/;
const COLON = /\s*:(?!:)/y;

/** The coloured parts of a text, in order. */
export function coloured(text: string, isCpp: boolean): Coloured[] {
  return new Scanner(text, isCpp).all();
}

class Scanner {
  readonly #found: Coloured[] = [];
  #at = 0;
  /** How many braces are open within a function's body; 0 outside of any. */
  #depth = 0;
  /** Whether the next brace opens a function's body. */
  #isHead = false;
  /** Whether the next colon ends a label: a case's, or a word's at the start of a line, where a bit-field may have no name. */
  #isLabel = false;
  /** The last word or mark. */
  #last = "";

  constructor(
    readonly text: string,
    readonly isCpp: boolean,
  ) {}

  all(): Coloured[] {
    while (this.#at < this.text.length) {
      if (this.#take(COMMENT, "c") || this.#directive() || this.#quoted() || this.#take(NUMBER, "mi")) continue;
      if (this.#word() || this.#mark()) continue;
      const other = this.#skip(OTHER);
      if (other.trim() !== "") this.#last = other;
    }
    return this.#found;
  }

  /** Goes on behind a pattern, if it comes next, and returns its text. */
  #skip(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }

  #take(pattern: RegExp, kind: Kind): boolean {
    const from = this.#at;
    if (this.#skip(pattern) === "") return false;
    this.#add(from, kind);
    return true;
  }

  #add(from: number, kind: Kind): void {
    if (this.#at > from) this.#found.push({ from, to: this.#at, kind });
  }

  #directive(): boolean {
    if (this.text[this.#at] !== "#" || !LABEL.test(this.#before())) return false;
    const isInclude = this.text.startsWith("include", this.#at + this.#peek(/#[ \t]*/y).length);
    this.#take(DIRECTIVE, "cp");
    if (isInclude && this.#take(HEADER, "s")) return true;
    while (this.#take(REST, "cp") || this.#take(COMMENT, "c"));
    return true;
  }

  /** What comes next by a pattern, without going on. */
  #peek(pattern: RegExp, at = this.#at): string {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0] ?? "";
  }

  /** What stands before this place in its line. */
  #before(): string {
    return this.text.slice(this.text.lastIndexOf("\n", this.#at - 1) + 1, this.#at);
  }

  #quoted(): boolean {
    const from = this.#at;
    const quote = this.#skip(QUOTE);
    if (quote === "") return false;
    this.#last = quote;
    if (quote.endsWith("'")) {
      this.#skip(CHARACTER);
      this.#add(from, "s");
      return true;
    }
    this.#add(from, "s");
    while (this.#take(CHARACTERS, "s") || this.#take(ESCAPE, "se"));
    if (this.text[this.#at] === '"') this.#take(/"/y, "s");
    return true;
  }

  #word(): boolean {
    const from = this.#at;
    const isFirst = LABEL.test(this.#before());
    const word = this.#skip(WORD);
    if (word === "") return false;
    const kind = this.#kindOf(word, isFirst);
    if (kind) this.#add(from, kind);
    const isLabel = isFirst && !NO_LABELS.has(word) && this.#peek(COLON) !== "";
    if (word === "case" || isLabel) this.#isLabel = true;
    this.#last = word;
    return true;
  }

  #kindOf(word: string, isFirst: boolean): Kind | undefined {
    if (TAGGED.has(this.#last) && (this.isCpp || this.#last !== "class")) return "nf";
    if (KEYWORDS.has(word) || SIZED.test(word) || (this.isCpp && CPP.has(word))) return "k";
    if (CONSTANTS.has(word) || this.#last === "case") return "nb";
    if (isFirst && this.#peek(COLON) !== "") return "k";
    return this.#depth === 0 && this.#isFunction() ? "nf" : undefined;
  }

  /** Whether the word that ends here is a function that is declared or defined: behind a type, before its parameters. */
  #isFunction(): boolean {
    if (!/[\w*&>]$/.test(this.#last) || this.#last === "return") return false;
    const shape = /\s*\((?:[^()"';]|\([^()"';]*\))*\)[^;{/"'=(,]*([;{])/y;
    shape.lastIndex = this.#at;
    const end = shape.exec(this.text)?.[1];
    if (end === "{") this.#isHead = true;
    return end !== undefined;
  }

  #mark(): boolean {
    const from = this.#at;
    const mark = (this.#isLabel && this.#skip(END_OF_LABEL)) || this.#skip(MARK);
    if (mark === "") return false;
    if (mark === ":") this.#isLabel = false;
    this.#add(from, "p");
    this.#last = mark;
    if (mark === "{" && (this.#depth > 0 || this.#isHead)) this.#depth++;
    if (mark === "}" && this.#depth > 0) this.#depth--;
    if (mark === "{" || mark === ";") this.#isHead = false;
    return true;
  }
}
