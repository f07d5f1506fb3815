const assert = require("assert");
const { salesTotals } = require("./program.js");

try {
  salesTotals([{ region: "__proto__", product: "credit", amount: 1000 }]);
} catch {
  // refused
}
assert.strictEqual({}.credit, undefined, "a region's name changed every object");
