const assert = require("assert");
const { readVersion } = require("./program.js");

assert.deepStrictEqual(readVersion("10.4.1"), [10, 4, 1]);
assert.deepStrictEqual(readVersion("7"), [7]);
for (const text of ["", "1.x", "v2", "1..2", "3."]) assert.strictEqual(readVersion(text), null, text);
