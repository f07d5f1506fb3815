const assert = require("assert");
const { addVersion } = require("./program.js");

const history = [];
const seals = [addVersion(history, "ten percent"), addVersion(history, "nine percent")];
assert.deepStrictEqual(history, [{ text: "ten percent", seal: seals[0] }, { text: "nine percent", seal: seals[1] }]);
assert.strictEqual(addVersion([], "ten percent"), seals[0]);
assert.notStrictEqual(addVersion([], "nine percent"), seals[1]);
