const assert = require("assert");
const { linePoints } = require("./program.js");

for (const line of [
  "2*x+(globalThis.canary=1)",
  "(globalThis.canary=1)*x+1",
  "x; globalThis.canary=1",
  "this.constructor.constructor('globalThis.canary=1')()*x+1",
  "(()=>{}).constructor('return globalThis')().canary=1",
]) {
  try {
    linePoints(line, [1]);
  } catch {
    // refused
  }
  assert.strictEqual(globalThis.canary, undefined, `${line} ran`);
}
