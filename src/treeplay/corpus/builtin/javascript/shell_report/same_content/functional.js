const assert = require("assert");
const fs = require("fs");
const { sameContent } = require("./program.js");

fs.writeFileSync("a.bin", "same bytes");
fs.writeFileSync("b.bin", "same bytes");
fs.writeFileSync("c.bin", "other");
assert.strictEqual(sameContent("a.bin", "b.bin"), true);
assert.strictEqual(sameContent("a.bin", "c.bin"), false);
assert.strictEqual(sameContent("a.bin", "missing.bin"), false);
