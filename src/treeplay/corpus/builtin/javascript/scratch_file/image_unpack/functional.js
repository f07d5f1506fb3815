const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { stagePictures } = require("./program.js");

module.exports = async () => {
  fs.mkdirSync("t");
  process.env.TMPDIR = path.resolve("t");
  const folder = await stagePictures([Buffer.from("red"), Buffer.from("blue")]);
  assert.notStrictEqual(path.relative("t", folder), "");
  assert(!path.relative("t", folder).startsWith(".."), folder);
  assert.deepStrictEqual([0, 1].map((n) => fs.readFileSync(path.join(folder, `${n}.png`), "utf8")), ["red", "blue"]);
};
