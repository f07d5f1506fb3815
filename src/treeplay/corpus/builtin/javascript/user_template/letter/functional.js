const assert = require("assert");
const { fillLetter } = require("./program.js");

assert.strictEqual(fillLetter("Dear ${name}!", { name: "Ann" }), "Dear Ann!");
assert.strictEqual(
  fillLetter("${greeting} ${name},\nyour order ${order} is on its way.", { greeting: "Hi", name: "Bo", order: "R-7" }),
  "Hi Bo,\nyour order R-7 is on its way.",
);
