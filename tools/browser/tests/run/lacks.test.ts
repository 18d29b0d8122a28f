import assert from "node:assert/strict";
import { test } from "node:test";
import { lacks } from "../../src/run/lacks";

const told = (body: string): string => lacks(`int main(void) { ${body} }\n`).join("\n");

test("threads, processes, signals and files are told with what comes of them", () => {
  assert.match(told("pthread_create(&t, 0, f, 0);"), /pthread_create returns an error/);
  assert.match(told("std::thread one(f);"), /one thread/);
  assert.match(told("if (fork() == 0) return 1;"), /one process/);
  assert.match(told("signal(SIGINT, stop); while (!done) ;"), /no Ctrl\+C/);
  assert.match(told('FILE *f = fopen("x", "w");'), /no files but the program's own/);
  assert.match(told("clock_t t = clock();"), /clock\(\)/);
});

test("a handler that the program calls itself lacks nothing", () => {
  assert.equal(told("signal(SIGUSR1, stop); raise(SIGUSR1);"), "");
});

test("words in comments, in texts and within other names are no calls", () => {
  assert.equal(told('/* fork() */ puts("fork()"); // fork()\n forked(); my_signal(); list.signal(); p->open();'), "");
});
