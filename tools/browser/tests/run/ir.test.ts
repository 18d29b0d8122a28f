import assert from "node:assert/strict";
import { test } from "node:test";
import { functionsOf, volatiles } from "../../src/run/views/ir";

const WITH_DEBUG = `define dso_local i32 @wait(i32 %0) #0 !dbg !10 {
    #dbg_value(i32 %0, !15, !DIExpression(), !16)
  %2 = load volatile i32, ptr @ready, align 4, !dbg !17, !tbaa !18
  ret i32 %2, !dbg !19
}`;

test("what is there for debuggers is left out of a function", () => {
  const [wait] = functionsOf(WITH_DEBUG);
  assert.deepEqual(
    wait?.lines.map(({ text }) => text),
    ["define dso_local i32 @wait(i32 %0) {", "  %2 = load volatile i32, ptr @ready, align 4", "  ret i32 %2", "}"],
  );
  assert.equal(volatiles(wait), 1);
});
