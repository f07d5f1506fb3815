const assert = require("assert");
const { discounted } = require("./program.js");

for (const rule of [
  "price * (globalThis.canary = 1)",
  "price - 5; globalThis.canary = 1",
  "(globalThis.canary = 1)",
  "price; } globalThis.canary = 1; {",
  "price - (() => globalThis.canary = 1)()",
]) {
  for (let round = 0; round < 2; round += 1) {
    try {
      discounted(rule, 50);
    } catch {
      // refused
    }
  }
  assert.strictEqual(globalThis.canary, undefined, `${rule} ran`);
}
