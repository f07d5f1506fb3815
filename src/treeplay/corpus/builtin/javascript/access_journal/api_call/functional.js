const assert = require("assert");
const { accessLog } = require("./program.js");

const lines = [];
let passed = 0;
const log = accessLog((line) => lines.push(line.trimEnd()));
log({ method: "GET", url: "/a%20b", headers: { "user-agent": "curl/8" } }, {}, () => (passed += 1));
log({ method: "PUT", url: "/c", headers: {} }, {}, () => (passed += 1));
assert.deepStrictEqual(lines, ["GET /a b curl/8", "PUT /c -"]);
assert.strictEqual(passed, 2);
