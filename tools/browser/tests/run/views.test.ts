import assert from "node:assert/strict";
import { test } from "node:test";
import { functionsOf, volatiles } from "../../src/run/views/ir";
import { typeIn } from "../../src/run/views/type_view";
import { inBytes, parseLayouts, piecesOf, questions } from "../../src/run/views/layout";

const DUMP = `
*** Dumping AST Record Layout
         0 | class D
         0 |   struct B (primary base)
         0 |     (B vtable pointer)
         8 |     char c
        12 |     int i
        16 |   short s
    18:0-2 |   uint8_t bits
    18:3-9 |   unsigned int more
        20 |   struct D::(unnamed at main.cpp:4:87) in
        20 |     char[3] a
        24 |   int (*)(int) call
        32 |   const char & name
           | [sizeof=40, dsize=40, align=8,
           |  nvsize=40, nvalign=8]

*** Dumping AST Record Layout
         0 | union U
         0 |   int x
         0 |   char y
           | [sizeof=4, align=4]

*** Dumping AST Record Layout
         0 | struct Empty (empty)
           | [sizeof=1, align=1]
`;
const SIZES = new Map([["char", 1], ["int", 4], ["short", 2], ["char[3]", 3], ["((D *)0)->call", 8]]);

test("each record has its name, its size and its alignment", () => {
  assert.deepEqual(
    parseLayouts(DUMP).map(({ name, size, align, isUnion }) => [name, size, align, isUnion]),
    [["class D", 40, 8, false], ["union U", 4, 4, true], ["struct Empty", 1, 1, false]],
  );
});

test("members without a stated size are asked for by their way, then by their type", () => {
  const [d] = parseLayouts(DUMP);
  assert.ok(d);
  assert.deepEqual(questions(d, "D"), [
    ...["((D *)0)->B::c", "char", "((D *)0)->B::i", "int", "((D *)0)->s", "short"],
    ...["((D *)0)->in.a", "char[3]", "((D *)0)->call", "int (*)(int)", "((D *)0)->name", "const char &"],
  ]);
  assert.ok(questions(d, undefined).every((question) => !question.includes("->")));
});

test("members, the vtable pointer and padding follow each other without a gap", () => {
  const [d] = parseLayouts(DUMP);
  assert.ok(d);
  const pieces = piecesOf(d, "D", SIZES, 8);
  assert.deepEqual(
    pieces.map(({ name, offset, bits }) => [name, offset, bits]),
    [
      ["(vtable)", 0, 64],
      ["B::c", 64, 8],
      ["padding", 72, 24],
      ["B::i", 96, 32],
      ["s", 128, 16],
      ["bits", 144, 3],
      ["more", 147, 7],
      ["padding", 154, 6],
      ["in.a", 160, 24],
      ["padding", 184, 8],
      ["call", 192, 64],
      ["name", 256, 64],
    ],
  );
  assert.equal(pieces.reduce((sum, { bits }) => sum + bits, 0), d.size * 8);
});

test("a union's members lie over each other, and nothing is padding", () => {
  const [, union] = parseLayouts(DUMP);
  assert.ok(union);
  assert.deepEqual(piecesOf(union, "union U", SIZES, 8).map(({ name, offset }) => [name, offset]), [["x", 0], ["y", 0]]);
});

test("an empty record is one byte of padding", () => {
  const empty = parseLayouts(DUMP)[2];
  assert.ok(empty);
  assert.deepEqual(piecesOf(empty, undefined, SIZES, 8).map(({ kind, bits }) => [kind, bits]), [["padding", 8]]);
});

test("bits are told beside bytes", () => {
  assert.deepEqual([inBytes(16), inBytes(19), inBytes(3)], ["2", "2 and 3 bits", "0 and 3 bits"]);
});

const IR = `
@ready = global i32 0, align 4
; Function Attrs: noinline
define dso_local void @wait() #0 {
entry:
  br label %loop

loop:                                             ; preds = %loop, %entry
  %0 = load volatile i32, ptr @ready, align 4, !tbaa !5
  %1 = load i32, ptr @x, align 4
  br i1 %c, label %loop, label %end, !llvm.loop !9
end:
  store volatile i32 1, ptr @ready, align 4
  ret void
}
declare void @g() #1
define internal i32 @"odd name"(i32 %x) {
  ret i32 %x
}
attributes #0 = { noinline }
`;

test("a module's functions are taken apart, its declarations left out", () => {
  assert.deepEqual(functionsOf(IR).map(({ name }) => name), ["wait", "odd name"]);
});

test("volatile accesses are marked and counted", () => {
  const [wait] = functionsOf(IR);
  assert.equal(volatiles(wait), 2);
  assert.equal(volatiles(undefined), 0);
});

test("notes for the optimiser are left out", () => {
  const text = functionsOf(IR)[0]?.lines.map((line) => line.text).join("\n") ?? "";
  assert.doesNotMatch(text, /!tbaa|!llvm|preds|#0/);
  assert.match(text, /load volatile i32, ptr @ready, align 4$/m);
});

test("a type that only repeats the question gives way to what it is", () => {
  const said = (type: string): string => `controlling expression type ${type} not compatible with any generic association type`;
  assert.equal(typeIn(said("'int'")), "int");
  assert.equal(typeIn(said("'typeof (row[1])' (aka 'int[4]')")), "int[4]");
  assert.equal(typeIn(said("'decltype((b.f()))' (aka 'int &')")), "int &");
  assert.equal(typeIn(said("'size_t' (aka 'unsigned long')")), "size_t, which is unsigned long");
  assert.equal(typeIn("expected expression"), undefined);
});
