const assert = require("assert");
const { linePoints } = require("./program.js");

assert.deepStrictEqual(linePoints("2*x+1", [0, 1, 2]), [[0, 1], [1, 3], [2, 5]]);
assert.deepStrictEqual(linePoints("-0.5*x+3", [2, 4]), [[2, 2], [4, 1]]);
assert.deepStrictEqual(linePoints("2*x+1", []), []);
