const assert = require("assert");
const { rememberCookie } = require("./program.js");

const [pair, ...rest] = rememberCookie("t0k3n", 30).split(/;\s*/);
assert.strictEqual(pair, "remember=t0k3n");
const lower = rest.map((part) => part.toLowerCase());
assert(lower.includes("max-age=2592000") && lower.includes("path=/"), lower.join());
