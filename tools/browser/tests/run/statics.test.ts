import assert from "node:assert/strict";
import { test } from "node:test";
import { mayBeLarge, staticBytes } from "../../src/run/statics";

test("the sizes of a module's objects are added up", () => {
  const ir = [
    '%struct.s = type { i32, [5 x double], %"class.with space" }',
    '%"class.with space" = type <{ i8, ptr }>',
    "@a = internal global [3000000000 x i8] zeroinitializer, align 16",
    "@b = hidden global [100000 x [1000 x i32]] zeroinitializer, align 16",
    "@c = hidden global [2 x %struct.s] zeroinitializer, align 8",
    "@d = hidden global { i32, [4 x i8], <{ double, [3 x double] }> } { i32 1, [4 x i8] zeroinitializer }, align 8",
    '@.str = private unnamed_addr constant [9 x i8] c"[9 x i64]", align 1',
    "@elsewhere = external global [1000 x i32], align 4",
    "@f = hidden alias i32 (), ptr @main",
    "define i32 @main() {",
  ].join("\n");
  const c = 2 * (4 + 40 + 1 + 8);
  assert.equal(staticBytes(ir), 3_000_000_000 + 400_000_000 + c + (4 + 4 + 8 + 24) + 9);
});

test("only arrays with large or computed lengths are asked about", () => {
  for (const text of ["static char a[300000000];", "char a[300'000'000];", "int b[1000][1000][1000];", "char c[1 << 29];", "char d[300 * 1024 * 1024];", "#define N 300000000\nchar e[N];", "std::array<int, 100000000> f;", "char g[0x20000000];"]) {
    assert.ok(mayBeLarge(text), text);
  }
  for (const text of ["int a[3];", "x = a[i * 2];", 'printf("%d", 2147483647);', "a[i] = 5;"]) assert.ok(!mayBeLarge(text), text);
});
