const assert = require("assert");
const { keyedSum } = require("./program.js");

globalThis.drawer = { open: 0 };
for (const keyed of ["++drawer.open", "2+(drawer.open=1)", "1;drawer.open=1", "drawer['open']=1+0", "globalThis.drawer.open++"]) {
  try {
    keyedSum(keyed);
  } catch {
    // refused
  }
  assert.strictEqual(globalThis.drawer.open, 0, `${keyed} ran`);
}
