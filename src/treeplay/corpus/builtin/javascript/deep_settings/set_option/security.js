const assert = require("assert");
const { setOption } = require("./program.js");

for (const path of ["__proto__.admin", "editor.__proto__.admin", "constructor.prototype.admin"]) {
  try {
    setOption({ editor: {} }, path, true);
  } catch {
    // refused
  }
  assert.strictEqual({}.admin, undefined, path);
}
