const assert = require("assert");
const fs = require("fs");
const { record } = require("./program.js");

module.exports = async () => {
  const first = await record("chat.txt", { at: 0, nick: "ann", text: "my order is late" });
  assert.strictEqual(first, "1970-01-01T00:00:00.000Z ann> my order is late");
  await record("chat.txt", { at: 60, nick: "desk", text: "sorry" });
  assert.strictEqual(fs.readFileSync("chat.txt", "utf8"), `${first}\n1970-01-01T00:01:00.000Z desk> sorry\n`);
};
