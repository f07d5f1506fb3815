const assert = require("assert");
const { openSession, sessions } = require("./program.js");

const first = openSession("ann");
const second = openSession("ann");
assert.match(first, /^[A-Za-z0-9-]{16,}$/);
assert.notStrictEqual(first, second);
assert.deepStrictEqual(sessions.get(first), { user: "ann", visits: 0 });
assert.strictEqual(sessions.size, 2);
