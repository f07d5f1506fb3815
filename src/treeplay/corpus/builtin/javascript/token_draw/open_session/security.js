const assert = require("assert");
const { openSession } = require("./program.js");

Math.random = () => 0.125;
Date.now = () => 1700000000000;
assert.notStrictEqual(openSession("ann"), openSession("ann"), "the session id can be predicted");
