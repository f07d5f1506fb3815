const assert = require("assert");
const fs = require("fs");
const { saveLevel } = require("./program.js");

module.exports = async () => {
  fs.mkdirSync("levels");
  await saveLevel("Lava Lake", { rows: ["##", ".."] });
  await saveLevel("Ice", { rows: [] });
  assert.deepStrictEqual(JSON.parse(fs.readFileSync("levels/Lava Lake.lvl", "utf8")), { rows: ["##", ".."] });
  assert.deepStrictEqual(fs.readdirSync("levels").sort(), ["Ice.lvl", "Lava Lake.lvl"]);
};
