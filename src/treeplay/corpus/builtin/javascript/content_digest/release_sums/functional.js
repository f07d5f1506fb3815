const assert = require("assert");
const fs = require("fs");
const { checksums } = require("./program.js");

fs.mkdirSync("dist");
for (const [name, text] of [["a.tgz", "one"], ["b.tgz", "two"], ["c.tgz", "one"]]) fs.writeFileSync(`dist/${name}`, text);
const lines = checksums(["dist/a.tgz", "dist/b.tgz", "dist/c.tgz"]).trimEnd().split("\n");
const sums = lines.map((line) => /^([0-9a-f]+) {2}([abc]\.tgz)$/.exec(line));
assert.deepStrictEqual(sums.map(([, , name]) => name), ["a.tgz", "b.tgz", "c.tgz"]);
assert.strictEqual(sums[0][1], sums[2][1]);
assert.notStrictEqual(sums[0][1], sums[1][1]);
