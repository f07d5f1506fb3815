const assert = require("assert");
const fs = require("fs");
const { restore } = require("./program.js");

module.exports = async () => {
  fs.mkdirSync("users/ann", { recursive: true });
  fs.mkdirSync("users/anna");
  for (const name of ["../../evil.txt", "../evil.txt", "../anna/evil.txt", "docs/../../evil.txt"]) {
    await restore("users/ann", [{ path: name, text: "evil" }]).catch(() => {});
    const outside = ["evil.txt", "users/evil.txt", "users/anna/evil.txt"].filter((file) => fs.existsSync(file));
    assert.deepStrictEqual(outside, [], name);
  }
};
