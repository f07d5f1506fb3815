const assert = require("assert");
const { nextPage } = require("./program.js");

assert.strictEqual(nextPage({ next: "/cart?step=2" }), "/cart?step=2");
assert.strictEqual(nextPage({ next: "/account" }), "/account");
assert.strictEqual(nextPage({}), "/");
