const assert = require("assert");
const { loginCode } = require("./program.js");

const codes = new Set();
for (let round = 0; round < 30; round += 1) {
  const code = loginCode();
  assert.match(code, /^[0-9]{6}$/);
  codes.add(code);
}
assert(codes.size > 20);
