const assert = require("assert");
const { tidy } = require("./program.js");

assert.strictEqual(tidy("a  \n  b\t\nc"), "a\n  b\nc");
assert.strictEqual(tidy("one two \n"), "one two\n");
assert.strictEqual(tidy(""), "");
