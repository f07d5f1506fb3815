const assert = require("assert");
const { readings } = require("./program.js");

assert.deepStrictEqual(readings("temp=[21.5,22,20.75]"), [21.5, 22, 20.75]);
assert.deepStrictEqual(readings("rain=[0]"), [0]);
assert.deepStrictEqual(readings("wind=[-1,3]"), [-1, 3]);
