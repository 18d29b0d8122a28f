import assert from "node:assert/strict";
import { test } from "node:test";
import { inProgram } from "../../src/explainer/in_program";

test("a statement becomes the body of a program", () => {
  assert.equal(
    inProgram("for (;;)\n  f()", "statement"),
    "#include <stdio.h>\n\nint main(void)\n{\n    for (;;)\n      f();\n    return 0;\n}\n",
  );
});

test("a directive comes before it", () => {
  assert.match(inProgram("#define N 3", "directive"), /^#include <stdio.h>\n\n#define N 3\n\nint main/);
});

test("what is a program already stays as it is", () => {
  assert.equal(inProgram("int main(void) { f(); }", "statement"), "int main(void) { f(); }\n");
});
