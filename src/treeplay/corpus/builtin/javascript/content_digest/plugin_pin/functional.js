const assert = require("assert");
const { pin } = require("./program.js");

const pins = new Map();
const first = pin(pins, "clock", "run()");
assert.strictEqual(first.name, "clock");
assert.strictEqual(pins.get("clock"), first);
assert.strictEqual(pin(pins, "watch", "run()").digest, first.digest);
assert.notStrictEqual(pin(pins, "clock", "run(1)").digest, first.digest);
