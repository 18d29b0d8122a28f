import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { FRESH, between, build, cacheOf, estimate, fits, isHashed, pages, pathBelow, size, way } from "../../src/offline/plan";

const base = new URL("https://host.example/books/c/");
const at = (path: string): URL => new URL(path, base);
const get = { method: "GET", headers: new Headers() };

test("what carries a hash is taken from this machine first", () => {
  for (const path of [
    "assets/build/workbook-H2TUSJP3.js",
    "assets/build/workbook-a4faaa11a5.css",
    "assets/build/fonts/ibm-plex-sans-400-normal-more-300e9d733d.woff2",
    "assets/build/llvm.core2-960c326eb9.wasm",
    "assets/build/llvm-resources-01c376baaf.tar.gz",
    "assets/build/pyodide-0123456789/pyodide.mjs",
    "assets/javascripts/bundle.a5f9d56c.min.js",
    "assets/stylesheets/classic/main.94dd801d.min.css",
    "assets/javascripts/workers/search.a7633da7.min.js",
  ]) {
    assert.equal(way(at(path), base, get), "kept first", path);
  }
});

test("what may change is asked for on the network first", () => {
  for (const path of ["", "volatile/", "volatile/?h=poll", "sitemap.xml", "search/search_index.json"]) {
    assert.equal(way(at(path), base, get), "network first", path);
  }
  for (const path of ["assets/build/manifest.json", "assets/build/cexplain.js", "assets/theme.css"]) {
    assert.equal(isHashed(path), false, path);
  }
});

test("what is outside of the book, or sends something, is left alone", () => {
  assert.equal(way(new URL("https://host.example/books/other/"), base, get), "not ours");
  assert.equal(way(new URL("https://other.example/books/c/"), base, get), "not ours");
  assert.equal(way(at("volatile/"), base, { ...get, method: "POST" }), "not ours");
});

test("whoever asks for what the site has now gets no kept answer", () => {
  const fresh = { method: "GET", headers: new Headers({ [FRESH]: "1" }) };
  assert.equal(way(at("volatile/"), base, fresh), "not ours");
});

test("built files lie with those that scripts fetch, pages apart from them", () => {
  assert.equal(cacheOf(at("assets/build/a-0123456789.js"), base), "workbook-files /books/c/");
  assert.equal(cacheOf(at("assets/build/cexplain.js"), base), "workbook-pages /books/c/");
  assert.equal(cacheOf(at("volatile/"), base), "workbook-pages /books/c/");
  assert.equal(pathBelow(at("volatile/"), base), "volatile/");
});

test("two books of one host have no cache in common", () => {
  const above = new URL("https://host.example/books/");
  for (const path of ["", "assets/build/a-0123456789.js"]) {
    assert.notEqual(cacheOf(at(path), base), cacheOf(new URL(path, above), above));
  }
});

test("pages of one build name the same scripts and sheets, whatever their text", () => {
  const page = (words: string, script: string): string =>
    `<link href="../assets/build/workbook-0123456789.css"><p>${words}<script src="../assets/build/${script}"></script>`;
  const old = page("old", "workbook-AAAAAAAA.js");
  assert.equal(build(old), build(page("new", "workbook-AAAAAAAA.js")));
  assert.notEqual(build(old), build(page("old", "workbook-BBBBBBBB.js")));
});

test("every file that the build names after its content is taken from this machine first", async () => {
  const manifest = new URL("../../docs/assets/build/manifest.json", `file://${process.cwd()}/`);
  const { files } = JSON.parse(await readFile(manifest, "utf8")) as { files: Record<string, unknown> };
  const changing = Object.keys(files).filter((path) => !isHashed(`assets/build/${path}`));
  assert.deepEqual(changing.sort(), ["cexplain.js", "fonts/LICENSE.txt", "licences.txt"]);
});

test("pages are found wherever the sitemap believes the book to be", () => {
  const loc = (path: string): string => `<url><loc>https://elsewhere.example/b/${path}</loc></url>`;
  assert.deepEqual(pages(`<urlset>${loc("volatile/")}${loc("")}${loc("xs/")}</urlset>`), ["volatile/", "", "xs/"]);
  assert.deepEqual(pages(""), []);
});

test("the estimate counts built files exactly", () => {
  const files = { "a-0123456789.js": { bytes: 1_000_000, group: "core", sha256: "" } };
  const [one, none] = [estimate({ files }, 1), estimate({ files: {} }, 1)];
  assert.equal(one.bytes - none.bytes, 1_000_000);
  assert.equal(one.most - none.most, 1_000_000);
  assert.ok(one.most > one.bytes);
});

test("what depends on the host is said as a range", () => {
  assert.equal(between(37_400_000, 48_200_000), "37 to 48 MB");
  assert.equal(between(900_000, 1_200_000), "900 KB to 1.2 MB");
  assert.equal(between(36_000_000, 36_100_000), "36 MB");
});

test("a page that comes in the place of a file is told by its type", () => {
  for (const path of ["", "volatile/", "404.html"]) {
    assert.ok(fits(path, "text/html; charset=utf-8"), path);
    assert.ok(!fits(path, "application/json"), path);
    assert.ok(!fits(path, null), path);
  }
  for (const path of ["sitemap.xml", "assets/build/a-0123456789.js", "assets/build/b-0123456789.tar.gz"]) {
    assert.ok(!fits(path, "Text/HTML"), path);
    assert.ok(fits(path, "application/octet-stream"), path);
    assert.ok(fits(path, null), path);
  }
});

test("sizes are said as people say them", () => {
  assert.deepEqual([12, 3_400, 2_345_678, 34_000_000].map(size), ["1 KB", "3 KB", "2.3 MB", "34 MB"]);
});
