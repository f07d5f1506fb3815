const assert = require("assert");
const fs = require("fs");
const { restore } = require("./program.js");

module.exports = async () => {
  const entries = [{ path: "docs/a.txt", text: "first" }, { path: "b.txt", text: "second" }];
  assert.strictEqual(await restore("home", entries), 2);
  assert.strictEqual(fs.readFileSync("home/docs/a.txt", "utf8"), "first");
  assert.strictEqual(fs.readFileSync("home/b.txt", "utf8"), "second");
};
