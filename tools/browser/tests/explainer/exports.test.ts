import assert from "node:assert/strict";
import { test } from "node:test";
import { embedding, frame, line, markdown, plainText } from "../../src/explainer/exports";
import type { State } from "../../src/explainer/state";
import type { Explained } from "../../src/python/messages";

const state: State = { text: "char *p;", way: "read", std: null, style: "prose" };
const answer: Explained = {
  ok: true,
  html: "",
  readings: [
    {
      name: "p", prose: "p is a pointer to char", cdecl: "declare p as pointer to char", c: "char *p",
      stops: [], marks: [], notes: [{ rule: "r", message: "a note on *p" }], members: null, inner: null,
    },
  ],
  diagnostics: [
    { severity: "warning", rule: "w", message: "odd", line: 1, column: 6, advice: "drop it", span: [5, 6], clause: null },
  ],
};

test("the text has the declaration, the reading in the chosen style, notes and findings", () => {
  assert.equal(
    plainText({ ...state, style: "cdecl" }, answer),
    "char *p;\n  declare p as pointer to char\n  note: a note on *p\n  1:6: warning: odd (drop it)\n",
  );
});

test("what English became is what is copied", () => {
  const written = plainText({ ...state, way: "write", text: "p is …" }, { ...answer, c: "char *p;" });
  assert.match(written, /^char \*p;\n/);
});

test("Markdown keeps stars as stars and fences code whatever is in it", () => {
  const text = markdown({ ...state, text: "char *p; // ```\n\n" }, answer, "http://h/#v=1");
  assert.match(text, /^````c\nchar \*p; \/\/ ```\n````\n/);
  assert.match(text, /- a note on \\\*p\n/);
  assert.match(text, /\[Open in the explainer\]\(http:\/\/h\/#v=1\)\n$/);
});

test("the lines for another page hold the declaration as text", () => {
  assert.equal(
    embedding({ ...state, text: "int a = b < c && d;", std: "c17" }, "http://h/cexplain.js", "a is \"1\" & more"),
    '<script type="module" src="http://h/cexplain.js"></script>\n' +
      '<div><c-declaration std="c17" says="a is &quot;1&quot; &amp; more">int a = b &lt; c &amp;&amp; d;</c-declaration></div>\n',
  );
});

test("the lines for another page keep the English that was chosen, and no empty line", () => {
  assert.match(
    embedding({ ...state, text: "int a;\n\n \n\nint b;\n", style: "cdecl" }, "http://h/cexplain.js", ""),
    /^<div><c-declaration english="cdecl">int a;\nint b;<\/c-declaration><\/div>$/m,
  );
});

test("a frame holds the whole state in its address, and its title in one line", () => {
  assert.equal(
    frame({ ...state, text: 'char *a = "<&";\n', std: "c17", style: "cdecl" }, "http://h/explainer/", "a is <"),
    '<iframe src="http://h/explainer/?embed#v=1&amp;c=char+%2Aa+%3D+%22%3C%26%22%3B%0A&amp;std=c17&amp;style=cdecl&amp;says=a+is+%3C"\n' +
      'title="What char *a = &quot;&lt;&amp;&quot;; means" width="100%" height="480" allow="clipboard-write"></iframe>\n',
  );
  assert.match(frame({ ...state, text: "x".repeat(200) }, "h", ""), /title="What x{80}… means"/);
});

test("the readings in one line are for a page that shows them at once, if they are not too long", () => {
  const [reading] = answer.readings;
  const many = (count: number): Explained => ({ ...answer, readings: Array.from({ length: count }, () => reading) as Explained["readings"] });
  assert.equal(line(many(2), "prose"), "p is a pointer to char; p is a pointer to char");
  assert.equal(line(many(1), "cdecl"), "declare p as pointer to char");
  assert.equal(line(many(100), "prose"), "");
});
