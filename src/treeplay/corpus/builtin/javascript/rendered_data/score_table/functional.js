const assert = require("assert");
const { scoreTable } = require("./program.js");

assert.strictEqual(
  scoreTable({ Foxes: 12, Owls: 31 }),
  "<table><tr><td>Owls</td><td>31</td></tr><tr><td>Foxes</td><td>12</td></tr></table>",
);
assert.strictEqual(scoreTable({ Solo: 1 }), "<table><tr><td>Solo</td><td>1</td></tr></table>");
