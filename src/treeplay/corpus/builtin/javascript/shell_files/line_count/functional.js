const assert = require("assert");
const fs = require("fs");
const { countLines } = require("./program.js");

fs.writeFileSync("rows.csv", "a\nb\nc\n");
fs.writeFileSync("one.csv", "a\n");
assert.strictEqual(countLines("rows.csv"), 3);
assert.strictEqual(countLines("one.csv"), 1);
