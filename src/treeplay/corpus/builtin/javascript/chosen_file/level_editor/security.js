const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { saveLevel } = require("./program.js");

module.exports = async () => {
  fs.mkdirSync("levels");
  fs.mkdirSync("levels-official");
  const outside = ["evil.lvl", "levels-official/evil.lvl"];
  for (const title of ["../evil", "../levels-official/evil", path.resolve("evil"), "../levels/../evil"]) {
    try {
      await saveLevel(title, { rows: ["x"] });
    } catch {
      // refused
    }
    assert(!outside.some((file) => fs.existsSync(file)), `${title} left the folder`);
  }
};
