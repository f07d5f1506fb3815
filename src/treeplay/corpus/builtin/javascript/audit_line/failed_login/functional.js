const assert = require("assert");
const { logFailure } = require("./program.js");

let text = "";
const out = { write: (part) => (text += part) };
const counts = new Map();
logFailure(out, counts, "ann", "wrong password");
assert(/^.*login failed.*\n$/.test(text) && text.includes("ann") && text.includes("wrong password"), text);
logFailure(out, counts, "ann", "expired");
assert.strictEqual(counts.get("ann"), 2);
assert.strictEqual(text.trim().split("\n").length, 2);
