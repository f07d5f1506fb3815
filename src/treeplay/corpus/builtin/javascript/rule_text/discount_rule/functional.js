const assert = require("assert");
const { discounted } = require("./program.js");

assert.strictEqual(discounted("price * 0.9", 50), 45);
assert.strictEqual(discounted("price - 5", 50), 45);
assert.strictEqual(discounted("price * 0.5", 8), 4);
assert.strictEqual(discounted("price - 12.5", 20), 7.5);
