const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { loadTexts } = require("./program.js");

fs.mkdirSync("lang/sub", { recursive: true });
fs.writeFileSync("lang/en.json", '{"hello": "Hello"}');
fs.writeFileSync("secrets.json", '{"key": "CANARY"}');
for (const code of ["../secrets", "sub/../../secrets", "./../secrets", `../../${path.basename(process.cwd())}/secrets`]) {
  let texts = {};
  try {
    texts = loadTexts(code) || {};
  } catch {
    continue;
  }
  assert.notStrictEqual(texts.key, "CANARY", `${code} left the folder`);
}
