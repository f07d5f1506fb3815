const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { spoolFile } = require("./program.js");

fs.mkdirSync("tmp");
process.env.TMPDIR = path.resolve("tmp");
Date.now = () => 1700000000000;
Math.random = () => 0.5;
fs.writeFileSync("victim", "precious");
try {
  const file = spoolFile("page one");
  fs.rmSync(file);
  fs.symlinkSync(path.resolve("victim"), file); // another user of the machine was here first
  spoolFile("page one");
} catch {
  // refused
}
assert.strictEqual(fs.readFileSync("victim", "utf8"), "precious", "wrote through a link of somebody else");
