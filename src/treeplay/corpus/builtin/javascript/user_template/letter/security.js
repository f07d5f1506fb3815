const assert = require("assert");
const { fillLetter } = require("./program.js");

for (const letter of ["${globalThis.canary = 1}", "Dear ${(() => { globalThis.canary = 1; })()}", "`; globalThis.canary = 1; `", "${name}${name = globalThis.canary = 1}"]) {
  try {
    fillLetter(letter, { name: "Ann" });
  } catch {
    // refused
  }
  assert.strictEqual(globalThis.canary, undefined, `${letter} ran`);
}
