import assert from "node:assert/strict";
import { test } from "node:test";
import { assemblyOf } from "../../src/run/views/assembly";

const X86 = `
	.file	"poll.c"
	.text
	.globl	wait                            # -- Begin function wait
	.type	wait,@function
wait:                                   # @wait
.Lfunc_begin0:
	.file	0 "/work" "poll.c"
	.file	1 "/usr/include" "beside.h"
	.loc	0 5 0                           # poll.c:5:0
	.cfi_startproc
# %bb.0:                                # %entry
	.p2align	4
.LBB0_1:                                # %while.cond
.Ltmp0:
	.loc	0 6 12 prologue_end             # poll.c:6:12
	cmpl	$0, ready(%rip)
	.loc	1 6 12 is_stmt 0
	je	.LBB0_1
	.loc	0 0 12
	nop
	retq
.Ltmp1:
.Lfunc_end0:
	.size	wait, .Lfunc_end0-wait
	.type	ready,@object
ready:
	.long	0
`;

test("functions have their instructions and the labels that jumps go to, each with its line", () => {
  assert.deepEqual(assemblyOf(X86, "poll.c"), [
    {
      name: "wait",
      lines: [
        { text: ".LBB0_1:", source: undefined, isInstruction: false },
        { text: "    cmpl    $0, ready(%rip)", source: 6, isInstruction: true },
        { text: "    je      .LBB0_1", source: undefined, isInstruction: true },
        { text: "    nop", source: undefined, isInstruction: true },
        { text: "    retq", source: undefined, isInstruction: true },
      ],
    },
  ]);
});

test("lines of a header are not lines of the text that has the same numbers", () => {
  const [found] = assemblyOf(X86, "beside.h");
  assert.deepEqual(found?.lines.map(({ source }) => source), [undefined, undefined, 6, undefined, undefined]);
});

test("what ARM's assembler takes for a remark is one too, and no object is a function", () => {
  const arm = `\t.type\tf,%function\nf:\n\t.file\t0 "/w" "a.c"\n\t.loc\t0 1 1\n\tldr\tw9, [x8, :lo12:g]    // remark\n\tmov\tw0, #100                // =0x64\n.Lfunc_end0:\n\t.type\tg,%object\ng:\n\t.word\t3\n`;
  const [found, ...others] = assemblyOf(arm, "a.c");
  assert.deepEqual(found?.lines.map(({ text }) => text), ["    ldr     w9, [x8, :lo12:g]", "    mov     w0, #100"]);
  assert.deepEqual(others, []);
});
