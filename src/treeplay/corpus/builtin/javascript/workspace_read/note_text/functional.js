const assert = require("assert");
const fs = require("fs");
const { readNote } = require("./program.js");

fs.mkdirSync("notes/home", { recursive: true });
fs.writeFileSync("notes/milk.txt", "two pints");
fs.writeFileSync("notes/home/paint.txt", "white");
assert.strictEqual(readNote("notes", "milk.txt"), "two pints");
assert.strictEqual(readNote("notes", "home/paint.txt"), "white");
