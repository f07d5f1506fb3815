const assert = require("assert");
const { issueVoucher } = require("./program.js");

const issued = [];
const code = issueVoucher(issued, 2500);
assert.match(code, /^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/);
assert.deepStrictEqual(issued, [{ code, cents: 2500 }]);
assert.notStrictEqual(issueVoucher(issued, 100), code);
assert.strictEqual(issued.length, 2);
