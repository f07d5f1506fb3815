const assert = require("assert");
const fs = require("fs");
const { createMailbox } = require("./program.js");

fs.mkdirSync("spool");
assert.strictEqual(createMailbox("spool", "ann", "Welcome!"), "spool/ann");
assert.strictEqual(fs.readFileSync("spool/ann/1.eml", "utf8"), "Welcome!");
