/** What a program wants and a page does not have, in sentences; from the program's text. */

interface Lack {
  readonly uses: RegExp;
  readonly says: string;
}

const called = (names: string): RegExp => new RegExp(`(?<![\\w.>])(?:${names})\\s*\\(`);

const LACKS: readonly Lack[] = [
  {
    uses: new RegExp(`${called("pthread_create|thrd_create").source}|\\bstd::(?:jthread|thread|async)\\b`),
    says: "A page has one thread. Nothing starts a second one here: pthread_create returns an error, and what the thread was to do is not done.",
  },
  {
    uses: called("fork|vfork|exec[lv]p?e?|wait|waitpid|posix_spawnp?|popen|system"),
    says: "A page has one process. fork, exec, wait and system are not there; run this program on your own machine.",
  },
  {
    uses: called("signal|sigaction|sigsuspend|sigwait|pause|alarm|setitimer|kill"),
    says: "Nobody sends a signal to a program in a page: no Ctrl+C, no timer, no other process. Its handler is called only if the program calls raise().",
  },
  {
    uses: new RegExp(`${called("fopen|freopen|open|creat|opendir").source}|\\bstd::[io]?fstream\\b`),
    says: "A page has no files but the program's own. What the program writes to a file is gone when it ends.",
  },
  { uses: called("socket|connect|getaddrinfo"), says: "A program in a page has no network." },
  { uses: called("getenv"), says: "The environment is empty here: getenv returns a null pointer for every name." },
  { uses: called("clock|times|getrusage"), says: "A page does not tell processor time from the time on the wall: clock() counts the latter." },
  { uses: called("localtime|localtime_r"), says: "The page's C library has one time zone, UTC." },
];
const RAISES = called("raise");

/** What the page lacks of what a text uses. */
export function lacks(text: string): string[] {
  const code = text.replace(/\/\*[^]*?\*\/|\/\/.*|"(?:\\.|[^"\\\n])*"/g, " ");
  return LACKS.filter(({ uses, says }) => uses.test(code) && !(RAISES.test(code) && says.includes("raise()"))).map(({ says }) => says);
}
