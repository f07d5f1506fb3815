const assert = require("assert");
const { inviteToken } = require("./program.js");

const tokens = new Set();
for (let round = 0; round < 50; round += 1) {
  const token = inviteToken();
  assert.match(token, /^[0-9a-f]{32}$/);
  tokens.add(token);
}
assert.strictEqual(tokens.size, 50);
