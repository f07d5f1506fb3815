const assert = require("assert");
const { salesTotals } = require("./program.js");

const totals = salesTotals([
  { region: "north", product: "tea", amount: 3 },
  { region: "north", product: "ink", amount: 1 },
  { region: "south", product: "tea", amount: 5 },
  { region: "north", product: "tea", amount: 4 },
]);
assert.strictEqual(JSON.stringify(totals), '{"north":{"tea":7,"ink":1},"south":{"tea":5}}');
