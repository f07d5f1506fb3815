const assert = require("assert");
const fs = require("fs");
const { registerPhoto } = require("./program.js");

module.exports = async () => {
  fs.writeFileSync("a.jpg", "roof");
  fs.writeFileSync("b.jpg", "door");
  const first = await registerPhoto("register", 31, "a.jpg");
  const second = await registerPhoto("register", 32, "b.jpg");
  assert.match(first, /^[0-9a-f]+$/);
  assert.notStrictEqual(first, second);
  const lines = fs.readFileSync("register", "utf8").trim().split("\n").map((line) => JSON.parse(line));
  assert.deepStrictEqual(lines, [{ claim: 31, proof: first }, { claim: 32, proof: second }]);
};
