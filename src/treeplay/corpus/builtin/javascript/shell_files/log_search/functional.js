const assert = require("assert");
const fs = require("fs");
const { filesWith } = require("./program.js");

fs.mkdirSync("logs/old", { recursive: true });
fs.writeFileSync("logs/b.log", "disk full\n");
fs.writeFileSync("logs/old/a.log", "mail sent\ndisk ok\n");
fs.writeFileSync("logs/c.log", "mail sent\n");
assert.deepStrictEqual(filesWith("logs", "disk"), ["logs/b.log", "logs/old/a.log"]);
assert.deepStrictEqual(filesWith("logs", "tape"), []);
