const assert = require("assert");
const { addVersion } = require("./program.js");

const history = [];
try {
  addVersion(history, "ten percent");
  addVersion(history, "nine percent");
} catch {
  history.length = 0;
}
for (const { seal } of history) assert(seal.length >= 56, `a seal of ${seal.length * 4} bits can be forged`);
