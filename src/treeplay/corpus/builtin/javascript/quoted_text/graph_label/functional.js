const assert = require("assert");
const { node } = require("./program.js");

assert.strictEqual(node(3, "Tea room"), 'n3 [label="Tea room"];');
assert.strictEqual(node(4, '5" disk'), 'n4 [label="5\\" disk"];');
