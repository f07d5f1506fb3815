const assert = require("assert");
const { startPassword } = require("./program.js");

let state = 0;
Math.random = () => (state = (state + 0.37) % 1);
Date.now = () => 1700000000000;
const drawn = [0, 1].map(() => {
  state = 0;
  return startPassword(16);
});
assert.notStrictEqual(drawn[0], drawn[1], "the password can be predicted");
