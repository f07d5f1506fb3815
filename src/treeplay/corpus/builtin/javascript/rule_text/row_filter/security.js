const assert = require("assert");
const { rowsWhere } = require("./program.js");

for (const condition of [
  "age > (globalThis.canary=1)",
  "age, globalThis.canary=1",
  "age > 30 || (globalThis.canary = 1)",
  "constructor.constructor('globalThis.canary=1')() > 1",
]) {
  try {
    rowsWhere([{ age: 12 }], condition);
  } catch {
    // refused
  }
  assert.strictEqual(globalThis.canary, undefined, `${condition} ran`);
}
