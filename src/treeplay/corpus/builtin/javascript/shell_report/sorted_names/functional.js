const assert = require("assert");
const fs = require("fs");
const { distinctLines } = require("./program.js");

module.exports = async () => {
  fs.writeFileSync("list.txt", "cy@c.org\nann@a.org\ncy@c.org\nbob@b.org\n");
  assert.deepStrictEqual(await distinctLines("list.txt"), ["ann@a.org", "bob@b.org", "cy@c.org"]);
};
