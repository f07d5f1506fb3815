const assert = require("assert");
const { takeNotice } = require("./program.js");

const paid = new Set();
for (const headers of [{}, { "x-signature": "" }, { "x-signature": "00" }, { "x-signature": "0".repeat(64) }, { "x-signature": undefined }]) {
  try {
    takeNotice(headers, '{"order": 31}', "the key", paid);
  } catch {
    // refused
  }
  assert.strictEqual(paid.size, 0, `took ${JSON.stringify(headers)} for a signature`);
}
