const assert = require("assert");
const { startPassword } = require("./program.js");

assert.match(startPassword(), /^[a-km-np-zA-HJ-NP-Z2-9]{14}$/);
assert.match(startPassword(20), /^[a-km-np-zA-HJ-NP-Z2-9]{20}$/);
assert.notStrictEqual(startPassword(), startPassword());
