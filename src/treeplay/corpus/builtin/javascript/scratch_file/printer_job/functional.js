const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { spoolFile } = require("./program.js");

fs.mkdirSync("tmp");
process.env.TMPDIR = path.resolve("tmp");
const file = spoolFile("page one");
assert(path.resolve(file).startsWith(path.resolve("tmp") + path.sep), file);
assert.strictEqual(fs.readFileSync(file, "utf8"), "page one");
