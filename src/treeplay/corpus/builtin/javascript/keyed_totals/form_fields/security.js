const assert = require("assert");
const { formObject } = require("./program.js");

for (const text of ["__proto__[admin]=1", "name=x&__proto__[admin]=1"]) {
  try {
    formObject(text);
  } catch {
    // refused
  }
  assert.strictEqual({}.admin, undefined, text);
}
