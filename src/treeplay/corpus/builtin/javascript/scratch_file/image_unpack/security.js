const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { stagePictures } = require("./program.js");

module.exports = async () => {
  fs.mkdirSync("t");
  process.env.TMPDIR = path.resolve("t");
  Date.now = () => 1700000000000;
  Math.random = () => 0.5;
  fs.writeFileSync("victim", "precious");
  try {
    const folder = await stagePictures([Buffer.from("red")]);
    fs.rmSync(folder, { recursive: true });
    fs.mkdirSync(folder); // another user of the machine was here first
    fs.symlinkSync(path.resolve("victim"), path.join(folder, "0.png"));
    await stagePictures([Buffer.from("red")]);
  } catch {
    // refused
  }
  assert.strictEqual(fs.readFileSync("victim", "utf8"), "precious", "wrote into a folder of somebody else");
};
