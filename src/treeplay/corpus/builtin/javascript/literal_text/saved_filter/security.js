const assert = require("assert");
const fs = require("fs");
const { parseFilter } = require("./program.js");

for (const text of [
  'process.binding && (globalThis.canary = 1)',
  '{"max": (globalThis.canary = 1)}',
  '0); globalThis.canary = 1; (0',
  '(() => { globalThis.canary = 1; return {}; })()',
]) {
  try {
    parseFilter(text);
  } catch {
    // refused
  }
  assert.strictEqual(globalThis.canary, undefined, `${text} ran`);
}
