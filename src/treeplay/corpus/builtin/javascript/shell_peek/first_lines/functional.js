const assert = require("assert");
const fs = require("fs");
const { preview } = require("./program.js");

fs.writeFileSync("poem of mine.txt", Array.from({ length: 30 }, (_, n) => `line ${n}\n`).join(""));
assert.strictEqual(preview("poem of mine.txt", 2), "line 0\nline 1\n");
assert.strictEqual(preview("poem of mine.txt").split("\n").length, 11);
