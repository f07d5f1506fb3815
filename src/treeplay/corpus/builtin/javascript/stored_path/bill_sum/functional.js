const assert = require("assert");
const { keyedSum } = require("./program.js");

assert.strictEqual(keyedSum("2.50+3+0.25"), 5.75);
assert.strictEqual(keyedSum("7"), 7);
assert.strictEqual(keyedSum("10+20"), 30);
